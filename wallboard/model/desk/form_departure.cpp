#include <algorithm>

#include <fmt/format.h>

#include "wallboard/model/desk/departure_words.hpp"
#include "wallboard/model/desk/form_parts.hpp"
#include "wallboard/model/desk/list_window.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard::desk {
namespace {

std::int64_t us(Instant at) { return at.time_since_epoch().count(); }

/// The text that is signed, word for word as the collector makes it again (proto/README.md).
std::string statement_of(const Written& in, const Departure& row)
{
    std::string text = fmt::format(
        "callwatch voicemail disconnection 1\n"
        "mailbox {}\n"
        "location {}\n"
        "left {} {}\n"
        "requested {} {}\n"
        "list {}\n"
        "by {}\n",
        row.mailbox, row.location, row.person, us(row.effective_at), row.requested_by,
        us(row.requested_at), lamps_of(row).system == Lamp::yes ? "gone" : "not proved",
        in.state.me.person);
    if (const std::string note = in.form.value("text"); !note.empty())
        text += "note " + in.hash(note) + "\n";
    return text;
}

std::string statement_of(const Written& in, const Departure& row, const std::string& successor)
{
    return fmt::format(
        "callwatch mailbox hand-over 1\n"
        "mailbox {}\n"
        "location {}\n"
        "left {} {}\n"
        "successor {}\n"
        "by {}\n",
        row.mailbox, row.location, row.person, us(row.effective_at), successor, in.state.me.person);
}

std::string evidence_words(const Knowledge& known, const Departure& row)
{
    const std::string seen = local_time(known, row.location, row.observed_at);
    if (is_contradicted(row))
        return "The telephone system's own list of " + seen +
               " no longer had it, but a message came after that: make sure that it is off. The "
               "record will say NOT VERIFIED until a newer list shows that it is gone.";
    if (row.observed == "gone")
        return "The telephone system's own list no longer has it, seen " + seen + ".";
    if (row.observed == "there")
        return "The telephone system still lists it: the record will say NOT VERIFIED until it "
               "does not.";
    return "Whether the telephone system still has it is not known: the record will say NOT "
           "VERIFIED until its list shows that it is gone.";
}

/// The name of whom the text means; the text itself while it means nobody, or several.
std::string named_words(const Written& in)
{
    const std::string text = in.form.value("person");
    const auto found = people_named(in.known.rows, text);
    if (found.size() == 1) return person_words(in.known.rows, found.front()->id);
    return text.empty() ? "\u2026" : "\u201c" + text + "\u201d";
}

/// Who answers it, or who owns it from now on.
Made person_order(const Written& in, const Departure& row, const std::string& said)
{
    auto written = person_written(in);
    if (const auto* missing = std::get_if<Missing>(&written)) return *missing;
    Order order = start_order(in, said);
    order.person = std::get<std::string>(std::move(written));
    const std::string name = person_words(in.known.rows, order.person);
    if (order.person == row.person)
        return Missing{"person", name + " left here: somebody else has to"};
    const auto& people = in.known.rows.people;
    const auto works = std::any_of(people.begin(), people.end(), [&](const Person& one) {
        return one.id == order.person && one.location == row.location;
    });
    if (in.form.deed == Deed::cover) return order;
    if (!works)
        return Missing{"person",
                       name + " does not work at " + place_label(in.known, row.location).full};
    order.to_sign = {statement_of(in, row, order.person), in.form.secret("passphrase")};
    return order;
}

/// What changed since the form was opened.
std::optional<Missing> why_not_confirmed(const Written& in, const Departure& row)
{
    if (row.open_messages > 0) return Missing{"", "messages in it are open: call back first"};
    if (!may_confirm(in.state, row))
        return Missing{"", "another manager has to confirm this one: Esc, and look at it again"};
    return std::nullopt;
}

}  // namespace

std::vector<Field> departure_fields(Deed deed)
{
    if (deed == Deed::cover) {
        Field person = line_field("person", "who answers the mailbox until it is off");
        person.hint = "a name, or part of it";
        return {person};
    }
    if (deed == Deed::handover) {
        Field person = line_field("person", "the new owner, who works there");
        person.hint = "a name, or part of it";
        return {person, passphrase_field()};
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
    if (in.form.deed == Deed::cover)
        return person_order(in, *row, "cover assigned: mailbox of " + who);
    if (in.form.deed == Deed::handover)
        return person_order(in, *row, "handed over: mailbox of " + who);
    if (in.form.deed == Deed::request_disconnection) {
        Order order = start_order(in, "disconnection requested: " + who);
        order.person = row->person;
        return order;
    }
    if (auto missing = why_not_confirmed(in, *row)) return *missing;
    Order order = start_order(in, "disconnection confirmed: " + who);
    order.person = row->person;
    order.to_sign = {statement_of(in, *row), in.form.secret("passphrase")};
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
                            row->mailbox, who, named_words(in))};
    if (in.form.deed == Deed::handover)
        return {fmt::format("I, {}, {}, hand mailbox {} of {} over to {}.", me, in.state.me.role,
                            row->mailbox, who, named_words(in)),
                "It stays connected and needs a new greeting. Messages open in it stay the "
                "supervisor's.",
                "A signature cannot be taken back."};
    if (in.form.deed == Deed::request_disconnection)
        return {fmt::format("I, {}, ask that mailbox {} of {} be disconnected: {}.", me,
                            row->mailbox, who, in.form.value("text")),
                "Somebody else, a manager, confirms it."};
    return {fmt::format("I, {}, {}, confirm that mailbox {} of {} is disconnected.", me,
                        in.state.me.role, row->mailbox, who),
            evidence_words(in.known, *row),
            "A signature cannot be taken back. A message that still comes opens it again, red."};
}

}  // namespace wallboard::desk
