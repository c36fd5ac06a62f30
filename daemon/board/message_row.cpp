#include "daemon/board/rows.hpp"
#include "daemon/model/describe.hpp"

namespace callwatch {
namespace {

std::string caller_of(const Party& caller, const MaskedNumber& masked)
{
    if (caller.withheld) return "withheld";
    if (!caller.extension.empty()) return "ext. " + caller.extension;
    return caller.number.empty() ? "not known" : masked(caller.number);
}

std::string presence_of(const Message& message)
{
    if (message.left.mailbox.empty()) return "";
    if (message.msg_id.empty()) return "not listed";
    return message.gone ? "gone" : message.folder.str();
}

void add_flags(v1::MessageRow& row, const Message& message)
{
    if (message.overdue) row.add_flags("OVERDUE");
    if (message.left.late_arrival) row.add_flags("LATE_ARRIVAL");
    if (message.returned && message.returned->by_delegate) row.add_flags("BY_DELEGATE");
    if (message.is_still_new()) row.add_flags("RETURNED_STILL_NEW");
    if (message.left.mailbox.empty())
        row.add_flags("CALLBACK_REQUEST");
    else if (message.msg_id.empty())
        row.add_flags("UNBOUND");
    if (message.returned && !message.returned->asserted.by.empty()) row.add_flags("ASSERTED");
    if (message.reopened_at) row.add_flags("REOPENED");
}

/// What the greeting promised, and whether the caller has been served meanwhile.
void set_promise(v1::MessageRow& row, const BoardView& view, const Message& message)
{
    const auto& id = message.left.message;
    if (const auto* promise = view.board().promises().find(id)) {
        row.set_promised_from_us(to_us(promise->from));
        row.set_promised_to_us(to_us(promise->to));
        if (promise->kept == false) row.add_flags("PROMISE_MISSED");
    }
    if (const auto* noted = view.board().promises().call_time(id)) {
        row.set_call_at_us(to_us(noted->call_at));
        if (noted->call_at <= view.now) row.add_flags("CALL_NOW");
    }
    if (const auto* served = view.board().callers().served(id)) {
        row.add_flags("CALLER_RANG_BACK");
        row.set_served_by(
            (served->person.empty() ? served->device.text : served->person.text).str());
        row.set_served_at_us(to_us(served->at));
        row.set_served_call(served->call.text.str());
    }
}

void add_owner_flags(v1::MessageRow& row, const BoardView& view, const Message& message)
{
    if (!message.is_open()) return;
    const auto& left = message.left;
    if (view.board().absences().is_away(left.person, view.now)) row.add_flags("OWNER_ABSENT");
    const auto* departure = view.board().departures().find(left.mailbox);
    if (departure != nullptr && departure->opened.effective_at <= view.now &&
        !departure->handed_over)
        row.add_flags("OWNER_DEPARTED");
}

/// What asked for nothing (a missed call) was never closed.
bool was_closed_since(const Message& message, std::int64_t since_us)
{
    const auto closed_at = message.closed_at();
    return since_us == 0 || (closed_at && to_us(*closed_at) >= since_us);
}

}  // namespace

bool is_wanted(const Message& message, const v1::MessagesQuery& query)
{
    const bool is_of_these =
        message.is_open() ||
        (query.include_closed() && was_closed_since(message, query.closed_since_us()));
    return is_of_these &&
           (query.location_id().empty() || message.left.location.text == query.location_id()) &&
           (query.mailbox_id().empty() || message.left.mailbox.text == query.mailbox_id());
}

v1::MessageRow make_message_row(const BoardView& view, const Message& message,
                                const PrivateWords& words)
{
    const auto& left = message.left;
    v1::MessageRow row;
    row.set_message(left.message.text.str());
    row.set_mailbox_id(left.mailbox.text.str());
    row.set_location_id(left.location.text.str());
    row.set_person(left.person.text.str());
    row.set_group(left.group.text.str());
    row.set_received_at_us(to_us(left.received_at));
    row.set_left_at_us(to_us(left.left_at));
    row.set_due_date(describe(message.due_date()));
    row.set_deadline_us(to_us(message.deadline()));
    row.set_state(word(message.state()));
    add_flags(row, message);
    add_owner_flags(row, view, message);
    set_promise(row, view, message);
    row.set_caller(caller_of(left.caller, words.masked));
    row.set_presence(presence_of(message));
    row.set_msg_id(message.msg_id.text.str());
    row.set_duration_ms(message.duration.count());
    row.set_call_id(left.call.text.str());
    row.set_origin(word(left.origin));
    for (const auto& step : message.history) {
        auto& said = *row.add_history();
        said.set_at_us(to_us(step.at));
        said.set_what(word(step.what));
        said.set_by((step.person.empty() ? step.device.text : step.person.text).str());
        said.set_evidence(step.call.text.str());
        said.set_detail(step.detail.str());
        if (!step.remark.empty()) said.set_remark(words.remark(step.remark));
    }
    if (message.is_claimed(view.now)) {
        row.set_claimed_by(message.claimed->by.text.str());
        row.set_claimed_until_us(to_us(message.claimed->until));
    }
    return row;
}

}  // namespace callwatch
