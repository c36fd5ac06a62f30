#include <algorithm>

#include "daemon/board/rows.hpp"
#include "daemon/model/describe.hpp"
#include "daemon/policy/coverage_timeline.hpp"
#include "daemon/policy/operator_coverage.hpp"

namespace callwatch {
namespace {

constexpr std::ptrdiff_t spans_shown = 20;  // LocationRow.uncovered and .unseen.

bool is_on_call(const BoardView& view, const DeviceId& device)
{
    const auto* state = view.board().operators().find(device);
    return state != nullptr && !state->calls.empty();
}

std::uint32_t count_on_call(const BoardView& view, const std::vector<DeviceId>& devices)
{
    return static_cast<std::uint32_t>(
        std::count_if(devices.begin(), devices.end(),
                      [&](const DeviceId& device) { return is_on_call(view, device); }));
}

void set_span(v1::TimeSpan& span, const CoverageStretch& stretch)
{
    span.set_from_us(to_us(stretch.from));
    if (stretch.until) span.set_to_us(to_us(*stretch.until));
}

template <class Spans>
void keep_last(Spans& spans)
{
    const auto beyond = static_cast<std::ptrdiff_t>(spans.size()) - spans_shown;
    if (beyond > 0) spans.DeleteSubrange(0, static_cast<int>(beyond));
}

/// What nobody has told yet is not known either: from where the slowest source has come.
void set_tail(v1::LocationRow& row, const BoardView& view, const Location& location,
              const CoverageStretch* running)
{
    const bool is_open = row.hours() == v1::LocationRow::OPEN;
    const bool is_unseen = running != nullptr && running->state == Coverage::not_known;
    if (!is_open || is_unseen || view.is_known(location.id)) return;
    const auto known = view.engine.known(view.now);
    const Instant opens{Micros{row.opens_at_us()}};
    const auto from = std::max(opens, known.settled_until(location.id).value_or(opens));
    row.add_unseen()->set_from_us(to_us(from));
}

void set_record(v1::LocationRow& row, const BoardView& view, const Location& location)
{
    const auto* coverage = view.board().coverage().find(location.id);
    const auto today = view.directory().calendar(location.id).local_date(view.now);
    const auto* day = coverage == nullptr ? nullptr : coverage->find(today);
    if (day == nullptr) return set_tail(row, view, location, nullptr);
    row.set_uncovered_s(static_cast<std::uint32_t>(day->uncovered / std::chrono::seconds{1}));
    for (const auto& stretch : day->stretches) {
        if (stretch.state == Coverage::uncovered) {
            auto& uncovered = *row.add_uncovered();
            set_span(*uncovered.mutable_span(), stretch);
            uncovered.set_cause(word(stretch.cause));
        }
        if (stretch.state == Coverage::not_known) set_span(*row.add_unseen(), stretch);
    }
    const auto* running = coverage->running();
    row.set_no_operator_alarm(running != nullptr && running->alarmed &&
                              row.no_operator_since_us() != 0);
    set_tail(row, view, location, running);
    keep_last(*row.mutable_uncovered());
    keep_last(*row.mutable_unseen());
}

struct Kind {
    const std::vector<DeviceId>& devices;
    const char* state;
    const char* evidence;
};

void add_operators(v1::CoverageReply& reply, const BoardView& view, const Location& location)
{
    const auto now = attendance_at(view.engine.known(view.now), location, Instant::max());
    for (const auto& kind :
         {Kind{now.strong, "ready", "queue_membership"}, Kind{now.weak, "ready", "telephone_on"},
          Kind{now.paused, "paused", "queue_membership"}, Kind{now.unreachable, "unreachable", ""}})
        for (const auto& device : kind.devices) {
            auto& one = *reply.add_operators();
            one.set_device_id(device.text.str());
            one.set_person(view.directory().user_of(device, view.now).text.str());
            one.set_state(kind.state);
            one.set_evidence(kind.evidence);
            one.set_on_call(is_on_call(view, device));
        }
}

/// What the running stretch adds to the sums: as far as it has been judged.
Micros running_for(const CoverageDay& day, Coverage state, Instant judged_until)
{
    if (day.stretches.empty() || day.stretches.back().until) return {};
    const auto& running = day.stretches.back();
    return running.state == state ? std::max(Micros{0}, judged_until - running.from) : Micros{0};
}

std::int64_t millis(Micros span) { return std::chrono::floor<Millis>(span).count(); }

}  // namespace

void set_operators(v1::LocationRow& row, const BoardView& view, const Location& location)
{
    const auto known = view.engine.known(view.now);
    // What has been heard last, though a source's clock may be a little ahead of ours.
    const auto now = attendance_at(known, location, Instant::max());
    row.set_coverage_debounce_s(
        static_cast<std::uint32_t>(view.engine.policy().coverage_debounce.count()));
    row.set_operators_known(now.is_known());
    row.set_operators_staffed(static_cast<std::uint32_t>(now.strong.size() + now.weak.size()));
    row.set_operators_weak(static_cast<std::uint32_t>(now.weak.size()));
    row.set_operators_on_call(count_on_call(view, now.strong) + count_on_call(view, now.weak));
    row.set_operators_paused(static_cast<std::uint32_t>(now.paused.size()));
    row.set_operators_unreachable(static_cast<std::uint32_t>(now.unreachable.size()));
    if (row.hours() == v1::LocationRow::OPEN)
        if (const auto since = no_operator_since(known, location))
            row.set_no_operator_since_us(to_us(*since));
    set_record(row, view, location);
}

v1::CoverageReply make_coverage(const BoardView& view, const Location& location, LocalDate date)
{
    v1::CoverageReply reply;
    reply.set_location_id(location.id.text.str());
    reply.set_business_date(describe(date));
    reply.set_now_us(to_us(view.now));
    const auto known = view.engine.known(view.now);
    const auto hours = judged_hours(known, location, date);
    if (!hours) return reply;
    reply.set_opens_at_us(to_us(hours->opens));
    reply.set_closes_at_us(to_us(hours->closes));
    if (view.directory().calendar(location.id).local_date(view.now) == date)
        add_operators(reply, view, location);
    const auto* coverage = view.board().coverage().find(location.id);
    const auto* day = coverage == nullptr ? nullptr : coverage->find(date);
    if (day == nullptr) return reply;
    const auto settled = known.settled_until(location.id).value_or(coverage->judged_until);
    const auto judged = std::min(std::max(coverage->judged_until, settled), hours->closes);
    reply.set_judged_until_us(to_us(judged));
    const auto sum = [&](Micros over, Coverage state) {
        return millis(over + running_for(*day, state, judged));
    };
    reply.set_covered_ms(sum(day->covered, Coverage::covered));
    reply.set_uncovered_ms(sum(day->uncovered, Coverage::uncovered));
    reply.set_not_known_ms(sum(day->not_known, Coverage::not_known));
    reply.set_alarms(day->alarms);
    for (const auto& stretch : day->stretches) {
        auto& one = *reply.add_stretches();
        set_span(*one.mutable_span(), stretch);
        one.set_state(word(stretch.state));
        one.set_cause(word(stretch.cause));
        one.set_alarm(stretch.alarmed);
    }
    return reply;
}

}  // namespace callwatch
