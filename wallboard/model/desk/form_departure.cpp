#include <fmt/format.h>

#include "wallboard/model/desk/form_parts.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard::desk {
namespace {

/// The text that is signed, word for word as the collector makes it again (proto/README.md).
std::string statement_of(const Written& in, const Departure& row)
{
    const auto us = [](Instant at) { return at.time_since_epoch().count(); };
    std::string text = fmt::format(
        "callwatch voicemail disconnection 1\n"
        "mailbox {}\n"
        "location {}\n"
        "left {} {}\n"
        "requested {} {}\n"
        "list {}\n"
        "by {}\n",
        row.mailbox, row.location, row.person, us(row.effective_at), row.requested_by,
        us(row.requested_at), row.observed == "gone" ? "gone" : "not proved", in.state.me.person);
    if (const std::string note = in.form.value("text"); !note.empty())
        text += "note " + in.hash(note) + "\n";
    return text;
}

const char* evidence_words(const Departure& row)
{
    if (row.observed == "gone") return "The telephone system's own list no longer has it.";
    if (row.observed == "there")
        return "The telephone system still lists it: the record will say NOT VERIFIED until it "
               "does not.";
    return "Whether the telephone system still has it is not known: the record will say NOT "
           "VERIFIED until its list shows that it is gone.";
}

}  // namespace

std::vector<Field> departure_fields(Deed deed)
{
    if (deed == Deed::cover) {
        Field person = line_field("person", "who answers the mailbox until it is off");
        person.hint = "a name, or part of it";
        return {person};
    }
    if (deed == Deed::request_disconnection)
        return {line_field("text", "why, for example: resigned")};
    return {line_field("text", "note", false), passphrase_field()};
}

Made departure_order(const Written& in)
{
    const Departure* row = in.known.rows.departure(in.form.subject);
    if (row == nullptr || !row->is_pending())
        return Missing{"", "this mailbox is no longer pending: Esc, and look at it again"};
    const std::string who = person_words(in.known.rows, row->person);
    if (in.form.deed == Deed::cover) {
        auto person = person_written(in);
        if (const auto* missing = std::get_if<Missing>(&person)) return *missing;
        Order order = start_order(in, "cover assigned: mailbox of " + who);
        order.person = std::get<std::string>(std::move(person));
        return order;
    }
    if (in.form.deed == Deed::request_disconnection) {
        Order order = start_order(in, "disconnection requested: " + who);
        order.person = row->person;
        return order;
    }
    Order order = start_order(in, "disconnection confirmed: " + who);
    order.person = row->person;
    order.to_sign = {statement_of(in, *row), in.form.value("passphrase")};
    return order;
}

std::vector<std::string> departure_sentences(const Written& in)
{
    const Departure* row = in.known.rows.departure(in.form.subject);
    if (row == nullptr) return {"This mailbox is no longer on the list."};
    const std::string me = person_words(in.known.rows, in.state.me.person);
    const std::string who = person_words(in.known.rows, row->person);
    if (in.form.deed == Deed::cover)
        return {fmt::format("I, {}, name who answers mailbox {} of {} until it is off: {}.", me,
                            row->mailbox, who, in.form.value("person"))};
    if (in.form.deed == Deed::request_disconnection)
        return {fmt::format("I, {}, ask that mailbox {} of {} be disconnected: {}.", me,
                            row->mailbox, who, in.form.value("text")),
                "Somebody else, a manager, confirms it."};
    return {fmt::format("I, {}, {}, confirm that mailbox {} of {} is disconnected.", me,
                        in.state.me.role, row->mailbox, who),
            evidence_words(*row),
            "A signature cannot be taken back. A message that still comes opens it again, red."};
}

}  // namespace wallboard::desk
