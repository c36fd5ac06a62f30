#include "daemon/model/statements.hpp"

#include <fmt/format.h>

namespace callwatch {

std::string describe(const DayStatement& statement, TextHash hash)
{
    auto text = fmt::format(
        "callwatch day sign-off 1\n"
        "location {}\n"
        "date {}\n"
        "revision {}\n"
        "verdict {}\n"
        "record {}\n"
        "by {}{}\n",
        statement.location, statement.date, statement.revision, statement.verdict,
        statement.record_hash, statement.by, statement.on_behalf ? " on behalf" : "");
    for (const auto& one : statement.exceptions)
        text += fmt::format("exception {} {}\n", one.message, hash(one.reason));
    if (!statement.note.empty()) text += fmt::format("note {}\n", hash(statement.note));
    return text;
}

std::string describe(const DisconnectionStatement& statement, TextHash hash)
{
    auto text = fmt::format(
        "callwatch voicemail disconnection 1\n"
        "mailbox {}\n"
        "location {}\n"
        "left {} {}\n"
        "requested {} {}\n"
        "list {}\n"
        "by {}\n",
        statement.mailbox, statement.location, statement.person, statement.left_at_us,
        statement.requested_by, statement.requested_at_us,
        statement.verified ? "gone" : "not proved", statement.by);
    if (!statement.note.empty()) text += fmt::format("note {}\n", hash(statement.note));
    return text;
}

std::string describe(const HandOverStatement& statement)
{
    return fmt::format(
        "callwatch mailbox hand-over 1\n"
        "mailbox {}\n"
        "location {}\n"
        "left {} {}\n"
        "successor {}\n"
        "by {}\n",
        statement.mailbox, statement.location, statement.person, statement.left_at_us,
        statement.successor, statement.by);
}

std::string describe(const HeadStatement& statement)
{
    return fmt::format("callwatch journal head 1\nposition {}\nhash {}\ntime {}\n",
                       statement.position, statement.hash, statement.time);
}

}  // namespace callwatch
