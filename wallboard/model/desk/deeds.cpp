#include "wallboard/model/desk/deeds.hpp"

#include <algorithm>

#include "wallboard/model/desk/alarms_shown.hpp"
#include "wallboard/model/desk/departure_words.hpp"

namespace wallboard::desk {
namespace {

using Choices = std::vector<Choice>;

/// Whose mailbox somebody else must answer.
bool needs_cover(const Message& message)
{
    return message.has("OWNER_ABSENT") || message.has("OWNER_DEPARTED");
}

bool is_masked(const Message& message)
{
    return message.caller != "withheld" && message.caller != "not known" &&
           message.caller.rfind("ext.", 0) != 0;
}

void add_message_deeds(const State& state, const Message& message, Choices& all)
{
    const bool marks_messages = state.me.is_staff() || state.me.supervises();
    if (!message.is_open() || !marks_messages) return;
    if (message.claimed_by.empty())
        all.push_back({Deed::claim, U'c', "Claim", true});
    else if (message.claimed_by == state.me.person)
        all.push_back({Deed::release, U'c', "Give up claim", true});
    all.push_back({Deed::returned, U'r', "Returned"});
    all.push_back({Deed::attempted, U't', "Tried, no answer"});
    all.push_back({Deed::resolve, U'x', "Resolve, reason"});
    if (state.me.supervises()) {
        all.push_back({Deed::defer, U'd', "Defer, asked"});
        all.push_back({Deed::carry, U'v', "Carry over"});
        if (needs_cover(message)) all.push_back({Deed::cover, U'g', "Assign cover"});
    }
    if (is_masked(message)) all.push_back({Deed::unmask, U'u', "Unmask, recorded"});
}

void add_day_deeds(const State& state, const Knowledge& known, Choices& all)
{
    const auto day = known.rows.days.find(location_shown(state, known));
    if (!state.me.supervises() || day == known.rows.days.end()) return;
    if (day->second.revision > 0 && day->second.signature.by.empty())
        all.push_back({Deed::sign_day, U's', "Sign the day"});
}

void add_departure_deeds(const State& state, const Departure& departure, Choices& all)
{
    if (!departure.is_pending() || !state.me.supervises()) return;
    all.push_back({Deed::cover, U'g', "Assign cover"});
    if (departure.requested_by.empty())
        all.push_back({Deed::request_disconnection, U'q', "Request"});
    else if (may_confirm(state, departure))
        all.push_back({Deed::confirm_disconnection, U'f', "Confirm"});
    if (state.me.manages()) all.push_back({Deed::handover, U'h', "Hand over"});
}

void add_greeting_deeds(const State& state, const Knowledge& known, const std::string& mailbox,
                        Choices& all)
{
    const Standards* there = known.rows.standards_at(location_shown(state, known));
    if (there == nullptr || !state.me.supervises()) return;
    if (!mailbox.empty()) {
        all.push_back({Deed::attest_greeting, U't', "Attest greeting"});
        if (state.me.manages()) all.push_back({Deed::verify_access, U'v', "Verify access"});
    }
    if (!there->script_state.empty() && there->script_state != "NOT_ASKED")
        all.push_back(
            {Deed::attest_script, U'k', state.me.manages() ? "Approve scripts" : "Attest scripts"});
}

void add_person_deeds(const State& state, const Knowledge& known, const std::string& row,
                      Choices& all)
{
    const std::string place = location_shown(state, known);
    const Person* person = known.rows.person_at(place, row);
    if (person == nullptr || !state.me.supervises()) return;
    const bool is_away = person->is_away || known.rows.absence_at(place, row) != nullptr;
    const bool is_planned = !is_away && known.rows.planned_at(place, row) != nullptr;
    all.push_back({Deed::add_absence, U'b', is_away || is_planned ? "Change absence" : "Absence"});
    if (is_away) all.push_back({Deed::end_absence, U'e', "Is back"});
    if (is_planned) all.push_back({Deed::end_absence, U'e', "Cancel absence"});
    all.push_back({Deed::record_training, U'n', "Record training"});
}

}  // namespace

std::vector<Choice> deeds_on(const State& state, const Knowledge& known)
{
    Choices all;
    if (state.me.person.empty()) return all;
    const std::string row = row_selected(state, known);
    switch (state.page) {
        case Page::returns:
            if (const Message* message = known.rows.message(row))
                add_message_deeds(state, *message, all);
            break;
        case Page::end_of_day: add_day_deeds(state, known, all); break;
        case Page::departures:
            if (const Departure* departure = known.rows.departure(row))
                add_departure_deeds(state, *departure, all);
            break;
        case Page::greetings: add_greeting_deeds(state, known, row, all); break;
        case Page::team: add_person_deeds(state, known, row, all); break;
        default: break;
    }
    add_alarm_deeds(state, known, all);
    return all;
}

}  // namespace wallboard::desk
