#include "daemon/model/day_statement.hpp"

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

}  // namespace callwatch
