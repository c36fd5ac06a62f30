#include "daemon/board/rows.hpp"

#include <algorithm>
#include <tuple>

namespace callwatch {
namespace {

const char* observed_word(const Departure& departure)
{
    if (!departure.observed) return "not known";
    return departure.observed->exists ? "there" : "gone";
}

template <class Kind>
void set_signature(v1::DepartureRow& row, const Kind& fact)
{
    row.set_statement(fact.statement);
    row.set_signature(fact.signature);
    row.set_sign_key(fact.sign_key);
}

void set_confirmation(v1::DepartureRow& row, const DisconnectionConfirmed& confirmed,
                      const PrivateWords& words)
{
    row.set_confirmed_by(confirmed.by.text.str());
    row.set_confirmed_at_us(to_us(confirmed.at));
    if (!confirmed.remark.empty()) row.set_confirm_note(words.remark(confirmed.remark));
    set_signature(row, confirmed);
}

bool is_wanted(const Departure& departure, const v1::DeparturesQuery& query)
{
    const auto& opened = departure.opened;
    return (query.include_closed() || departure.is_open()) &&
           (query.location_id().empty() || opened.location.text == query.location_id()) &&
           (query.mailbox_id().empty() || opened.mailbox.text == query.mailbox_id());
}

/// Open ones first, the longest open first; then those that ended, the newest first.
bool is_before(const Departure* a, const Departure* b)
{
    if (a->is_open() != b->is_open()) return a->is_open();
    const auto& left = a->opened;
    const auto& right = b->opened;
    if (a->is_open())
        return std::tie(left.effective_at, left.mailbox) <
               std::tie(right.effective_at, right.mailbox);
    const auto ended = a->ended_at();
    const auto other_ended = b->ended_at();
    return ended != other_ended ? ended > other_ended : left.mailbox < right.mailbox;
}

constexpr std::size_t departures_max = 1'000;

}  // namespace

v1::DepartureRow make_departure_row(const BoardView& view, const Departure& departure,
                                    const PrivateWords& words)
{
    v1::DepartureRow row;
    const auto& opened = departure.opened;
    row.set_mailbox_id(opened.mailbox.text.str());
    row.set_location_id(opened.location.text.str());
    row.set_person(opened.person.text.str());
    row.set_effective_at_us(to_us(opened.effective_at));
    row.set_red_at_us(to_us(opened.red_at));
    row.set_state(word(departure.state()));
    row.set_overdue(departure.overdue && departure.is_open());
    row.set_open_messages(view.board().messages().totals(opened.location).open_in(opened.mailbox));
    if (departure.cover) row.set_cover(departure.cover->person.text.str());
    if (departure.requested) {
        row.set_requested_by(departure.requested->by.text.str());
        row.set_requested_at_us(to_us(departure.requested->at));
        if (!departure.requested->remark.empty())
            row.set_request_note(words.remark(departure.requested->remark));
    }
    if (departure.confirmed) set_confirmation(row, *departure.confirmed, words);
    row.set_observed(observed_word(departure));
    if (departure.observed) row.set_observed_at_us(to_us(departure.observed->as_of));
    if (departure.handed_over) {
        row.set_successor(departure.handed_over->successor.text.str());
        row.set_handed_over_by(departure.handed_over->by.text.str());
        row.set_handed_over_at_us(to_us(departure.handed_over->at));
        set_signature(row, *departure.handed_over);
    }
    if (departure.reopened) row.set_reopened_at_us(to_us(departure.reopened->at));
    return row;
}

v1::DeparturesReply make_departures(const BoardView& view, const v1::DeparturesQuery& query,
                                    const std::function<bool(const LocationId&)>& reads,
                                    const PrivateWords& words)
{
    std::vector<const Departure*> wanted;
    for (const auto& [mailbox, departure] : view.board().departures().all())
        if (is_wanted(departure, query) && (!reads || reads(departure.opened.location)))
            wanted.push_back(&departure);
    std::sort(wanted.begin(), wanted.end(), is_before);
    v1::DeparturesReply reply;
    reply.set_now_us(to_us(view.now));
    reply.set_total(static_cast<std::uint32_t>(wanted.size()));
    if (wanted.size() > departures_max) wanted.resize(departures_max);
    for (const auto* departure : wanted)
        *reply.add_departures() = make_departure_row(view, *departure, words);
    return reply;
}

}  // namespace callwatch
