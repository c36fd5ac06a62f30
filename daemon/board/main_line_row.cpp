#include <algorithm>

#include "daemon/board/rows.hpp"
#include "daemon/model/describe.hpp"

namespace callwatch {
namespace {

constexpr std::size_t violations_shown = 5;  // LocationRow.main_to_voicemail_last.

const char* how(const MainToVoicemail& one)
{
    return one.chose_operator ? "option_0" : "main_number";
}

/// The last queue on the way, else the operator, else the mailbox: without names of people.
std::string through(const BoardView& view, const MainToVoicemail& one)
{
    const auto last = [&](CallStep::Kind kind) {
        const auto found = std::find_if(one.path.rbegin(), one.path.rend(),
                                        [&](const CallStep& step) { return step.kind == kind; });
        return found == one.path.rend() ? nullptr : &*found;
    };
    if (const auto* step = last(CallStep::Kind::queue)) {
        const auto* queue = view.directory().queue({step->id});
        return "queue " + (queue == nullptr ? step->id : queue->name);
    }
    if (last(CallStep::Kind::operator_phone) != nullptr) return "operator";
    const auto* mailbox = view.directory().mailbox(one.mailbox);
    const bool is_shared = mailbox != nullptr && !mailbox->group.empty();
    return is_shared ? "shared mailbox" : "personal mailbox";
}

void add_caller(v1::MainLineReply& reply, const BoardView& view, const MainToVoicemail& one)
{
    auto& caller = *reply.add_callers();
    caller.set_at_us(to_us(one.at));
    caller.set_call_id(one.call.text.str());
    caller.set_mailbox_id(one.mailbox.text.str());
    caller.set_outcome(word(one.outcome));
    caller.set_how(how(one));
    caller.set_number(one.number);
    caller.set_operator_id(one.operator_device.text.str());
    if (!one.operator_device.empty())
        caller.set_person(view.directory().user_of(one.operator_device, one.at).text.str());
    for (const auto& step : one.path) {
        auto& said = *caller.add_path();
        said.set_at_us(to_us(step.at));
        said.set_kind(word(step.kind));
        said.set_id(step.id.str());
    }
}

}  // namespace

void set_main_line(v1::LocationRow& row, const BoardView& view, const Location& location)
{
    const auto today = view.directory().calendar(location.id).local_date(view.now);
    const auto* day = view.board().main_line().find(location.id, today);
    if (day == nullptr) return;
    row.set_main_to_voicemail(day->violations);
    row.set_main_to_voicemail_after_hours(day->after_hours);
    row.set_main_via_operator(day->via_operator);
    std::vector<const MainToVoicemail*> last;
    for (auto one = day->reached.rbegin();
         one != day->reached.rend() && last.size() < violations_shown; ++one)
        if (one->outcome == MainOutcome::violation) last.push_back(&*one);
    for (auto one = last.rbegin(); one != last.rend(); ++one) {
        auto& said = *row.add_main_to_voicemail_last();
        said.set_at_us(to_us((*one)->at));
        said.set_how(how(**one));
        said.set_through(through(view, **one));
    }
}

v1::MainLineReply make_main_line(const BoardView& view, const Location& location, LocalDate date)
{
    v1::MainLineReply reply;
    reply.set_location_id(location.id.text.str());
    reply.set_business_date(describe(date));
    reply.set_now_us(to_us(view.now));
    const auto* day = view.board().main_line().find(location.id, date);
    if (day == nullptr) return reply;
    reply.set_violations(day->violations);
    reply.set_after_hours(day->after_hours);
    reply.set_via_operator(day->via_operator);
    reply.set_not_known(static_cast<std::uint32_t>(day->unseen.size()));
    for (const auto& one : day->reached) add_caller(reply, view, one);
    std::size_t listed = day->reached.size();
    for (const auto& [call, one] : day->unseen) {
        if (++listed > MainLineDay::reached_kept) break;
        auto& caller = *reply.add_callers();
        caller.set_at_us(to_us(one.at));
        caller.set_call_id(call.text.str());
        caller.set_mailbox_id(one.mailbox.text.str());
        caller.set_outcome("not_known");
    }
    std::stable_sort(reply.mutable_callers()->begin(), reply.mutable_callers()->end(),
                     [](const auto& a, const auto& b) { return a.at_us() < b.at_us(); });
    return reply;
}

}  // namespace callwatch
