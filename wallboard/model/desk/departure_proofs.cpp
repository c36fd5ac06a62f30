#include "wallboard/model/desk/departure_proofs.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "wallboard/model/desk/departure_words.hpp"
#include "wallboard/model/desk/form_parts.hpp"
#include "wallboard/model/desk/list_window.hpp"
#include "wallboard/model/levels.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard::desk {
namespace {

/// "you", or her name.
std::string me_or(const State& state, const Knowledge& known, const std::string& person)
{
    return person == state.me.person ? "you" : person_words(known.rows, person);
}

Proof request_proof(const State& state, const Knowledge& known, const Departure& one)
{
    Proof proof{lamps_of(one).request, "request", {}, {}};
    if (!one.requested_by.empty()) {
        proof.text = "Asked for by " + me_or(state, known, one.requested_by);
        proof.detail = local_time(known, one.location, one.requested_at);
        if (!one.request_note.empty()) proof.detail += ", \u201c" + one.request_note + "\u201d";
        return proof;
    }
    proof.text = one.is_pending() ? "Nobody has asked for it yet" : "Nobody asked for it";
    if (!one.is_pending()) return proof;
    if (state.me.manages())
        proof.detail = "you may: then another manager has to confirm";
    else if (state.me.supervises())
        proof.detail = "you may: then a manager has to confirm";
    else
        proof.detail = "a supervisor or a manager does";
    return proof;
}

Proof system_proof(const Knowledge& known, const Departure& one)
{
    const std::string mailbox = "Mailbox " + mailbox_number(one.mailbox);
    const std::string seen = local_time(known, one.location, one.observed_at);
    Proof proof{lamps_of(one).system, "telephone system", {}, {}};
    if (one.observed == "there") {
        proof.text = mailbox + " is still listed";
        // The collector records a list only when it says something else than the one before.
        proof.detail = "in every list since " + seen;
    } else if (is_contradicted(one)) {
        proof.text = mailbox + " was off, and still took a message";
        proof.detail = "its list without it is of " + seen + ", before the message";
    } else if (one.observed == "gone") {
        proof.text = mailbox + " is no longer listed";
        proof.detail = "seen " + seen + " in its own list";
    } else {
        proof.text = mailbox + ": not known";
        proof.detail = "no list since the person left";
    }
    return proof;
}

/// Why nobody, or who, signs next.
void tell_pending(const State& state, const Knowledge& known, const Departure& one, Proof& proof)
{
    if (one.requested_by.empty()) {
        proof.text = "Waiting for the request";
        proof.detail = "one person asks, another, a manager, confirms";
        return;
    }
    const bool mine = one.requested_by == state.me.person;
    proof.text = "Waiting for a manager other than " + me_or(state, known, one.requested_by);
    if (one.open_messages > 0)
        proof.detail = fmt::format(
            "not while {} open in it: call back first",
            one.open_messages == 1 ? "a message is"
                                   : counted(one.open_messages, "message", "messages") + " are");
    else if (may_confirm(state, one))
        proof.detail =
            fmt::format("you, {}, may confirm", person_words(known.rows, state.me.person));
    else if (mine)
        proof.detail = "who asks does not confirm";
    else
        proof.detail = "your key is no manager's";
    if (one.open_messages == 0 && lamps_of(one).system != Lamp::yes)
        proof.detail += "; it would be recorded as not verified";
}

Proof signature_proof(const State& state, const Knowledge& known, const Departure& one)
{
    Proof proof{lamps_of(one).signature, "confirmation", {}, {}};
    if (one.is_pending()) {
        tell_pending(state, known, one, proof);
    } else if (!one.confirmed_by.empty()) {
        proof.text = "Confirmed by " + me_or(state, known, one.confirmed_by);
        proof.detail = local_time(known, one.location, one.confirmed_at);
        if (one.state == "CONFIRMED_UNVERIFIED")
            proof.detail += ", not verified: no list of the telephone system proves it yet";
    } else {
        proof.text = "Handed over to " + me_or(state, known, one.successor);
        proof.detail = fmt::format("{} by {}, {}", local_time(known, one.location, ended_at(one)),
                                   me_or(state, known, one.handed_over_by),
                                   one.is_signed ? "signed: it has a new owner and stays connected"
                                                 : "not signed: hand-overs were not then");
    }
    return proof;
}

/// Overdue ones, and when the first of the others is due, as far as the messages are known.
std::string due_words(const Knowledge& known, const Departure& one)
{
    Instant first{};
    std::size_t overdue = 0;
    for (const Message& message : known.rows.messages) {
        if (message.mailbox != one.mailbox || !message.is_open()) continue;
        if (message.has("OVERDUE"))
            ++overdue;
        else if (!said(first) || message.deadline < first)
            first = message.deadline;
    }
    std::string words;
    if (overdue > 0)
        words += fmt::format(", {} overdue", count_text(static_cast<std::int64_t>(overdue)));
    if (said(first)) words += ", due " + local_time(known, one.location, first);
    return words;
}

Remark open_remark(const State& state, const Knowledge& known, const Departure& one)
{
    const std::string due = due_words(known, one);
    Remark remark{counted(one.open_messages, "message", "messages") + " still open in it",
                  {},
                  {},
                  due.find("overdue") == std::string::npos ? Standing::warning : Standing::action};
    if (!one.is_pending())
        remark.detail = "the supervisor sees to it" + due;
    else if (!one.cover.empty())
        remark.detail = fmt::format("{} {} it{}", me_or(state, known, one.cover),
                                    one.cover == state.me.person ? "answer" : "answers", due);
    else
        remark.detail = "nobody is named who answers it" + due;
    return remark;
}

Remark cover_remark(const State& state, const Knowledge& known, const Departure& one)
{
    if (one.cover.empty())
        return {"Nobody answers it",
                "somebody has to, each workday until it is off",
                {},
                Standing::warning};
    const bool mine = one.cover == state.me.person;
    return {
        fmt::format("{} {} it until it is off", mine ? "You" : person_words(known.rows, one.cover),
                    mine ? "answer" : "answers"),
        "no message is open in it",
        {},
        Standing::normal};
}

Remark reopened_remark(const Knowledge& known, const Departure& one)
{
    return {"A message came after it was confirmed",
            local_time(known, one.location, one.reopened_at) +
                ": it must be asked for and confirmed again",
            {},
            Standing::action};
}

Sentence place_sentence(const Knowledge& known, const Departure& one)
{
    std::string text = fmt::format("{}, last day {}", place_label(known, one.location).full,
                                   last_day_words(known, one));
    if (one.is_pending() && !is_red(one) && said(one.red_at))
        text += ", red from " + local_time(known, one.location, one.red_at);
    return {text, Tone::second};
}

}  // namespace

std::vector<PanelItem> proofs_of(const State& state, const Knowledge& known,
                                 const Departure& departure)
{
    std::vector<PanelItem> items;
    const std::string who = person_words(known.rows, departure.person);
    items.emplace_back(Heading{{who + ", mailbox " + mailbox_number(departure.mailbox), who}, {}});
    items.emplace_back(place_sentence(known, departure));
    if (departure.is_pending() && said(departure.reopened_at))
        items.emplace_back(reopened_remark(known, departure));
    items.emplace_back(request_proof(state, known, departure));
    items.emplace_back(system_proof(known, departure));
    items.emplace_back(signature_proof(state, known, departure));
    if (departure.open_messages > 0)
        items.emplace_back(open_remark(state, known, departure));
    else if (departure.is_pending() && departure.effective_at <= known.now)
        items.emplace_back(cover_remark(state, known, departure));
    return items;
}

std::string last_day_words(const Knowledge& known, const Departure& departure)
{
    const Location* place = find_location(known.board, departure.location);
    const auto offset = place == nullptr ? std::chrono::seconds{0} : place->utc_offset;
    // She still works there the instant before: midnight ends the day before it.
    return weekday_date_text(departure.effective_at - Micros{1}, offset);
}

}  // namespace wallboard::desk
