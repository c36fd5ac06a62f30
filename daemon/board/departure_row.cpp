#include "daemon/board/rows.hpp"

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
    row.set_confirmed_by(confirmed.by.text);
    row.set_confirmed_at_us(to_us(confirmed.at));
    if (!confirmed.remark.empty()) row.set_confirm_note(words.remark(confirmed.remark));
    set_signature(row, confirmed);
}

}  // namespace

v1::DepartureRow make_departure_row(const BoardView& view, const Departure& departure,
                                    const PrivateWords& words)
{
    v1::DepartureRow row;
    const auto& opened = departure.opened;
    row.set_mailbox_id(opened.mailbox.text);
    row.set_location_id(opened.location.text);
    row.set_person(opened.person.text);
    row.set_effective_at_us(to_us(opened.effective_at));
    row.set_red_at_us(to_us(opened.red_at));
    row.set_state(word(departure.state()));
    row.set_overdue(departure.overdue && departure.is_open());
    row.set_open_messages(view.board().messages().totals(opened.location).open_in(opened.mailbox));
    if (departure.cover) row.set_cover(departure.cover->person.text);
    if (departure.requested) {
        row.set_requested_by(departure.requested->by.text);
        row.set_requested_at_us(to_us(departure.requested->at));
        if (!departure.requested->remark.empty())
            row.set_request_note(words.remark(departure.requested->remark));
    }
    if (departure.confirmed) set_confirmation(row, *departure.confirmed, words);
    row.set_observed(observed_word(departure));
    if (departure.observed) row.set_observed_at_us(to_us(departure.observed->as_of));
    if (departure.handed_over) {
        row.set_successor(departure.handed_over->successor.text);
        row.set_handed_over_by(departure.handed_over->by.text);
        row.set_handed_over_at_us(to_us(departure.handed_over->at));
        set_signature(row, *departure.handed_over);
    }
    if (departure.reopened) row.set_reopened_at_us(to_us(departure.reopened->at));
    return row;
}

}  // namespace callwatch
