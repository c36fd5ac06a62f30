#include "daemon/policy/operator_coverage.hpp"

#include <algorithm>

#include "daemon/policy/coverage_timeline.hpp"

namespace callwatch {
namespace {

constexpr int days_per_step_max = 40;
/// How far the judged time may lead the recorded one while nothing changes.
constexpr std::chrono::hours judged_kept{1};

/// The first instant that is judged: the opening of the day on which the location was first
/// watched.
std::optional<Instant> beginning(const Known& known, const Location& location)
{
    const auto* days = known.board.days().find(location.id);
    if (days == nullptr || !days->monitored_from) return std::nullopt;
    const auto& calendar = known.directory.calendar(location.id);
    const auto hours = calendar.hours_on(calendar.local_date(*days->monitored_from));
    const bool is_over = !hours || *days->monitored_from >= hours->closes;
    return is_over ? *days->monitored_from : std::min(hours->opens, *days->monitored_from);
}

/// A location's record as it grows in one step: facts are appended in the order of their times.
class Record {
public:
    Record(const Known& known, const Location& location, Facts& out)
        : known_{known},
          location_{location},
          out_{out}
    {
        const auto* have = known.board.coverage().find(location.id);
        if (have == nullptr || have->running() == nullptr) return;
        running_ = *have->running();
        date_ = have->days.rbegin()->first;
    }

    const std::optional<CoverageStretch>& running() const { return running_; }

    void begin(LocalDate date, Coverage state, CoverageCause cause, Instant at)
    {
        running_ = {.state = state, .cause = cause, .from = at};
        date_ = date;
        tell(at, state, cause);
    }

    void alarm_if_lasted(Instant until)
    {
        if (!running_ || running_->state != Coverage::uncovered || running_->alarmed) return;
        const auto at = running_->from + known_.policy.coverage_debounce;
        if (at > until) return;
        running_->alarmed = true;
        out_.push_back(known_.fact(NoOperatorAlarm{location_.id, date_, running_->from, at}));
    }

    void close(Instant at)
    {
        if (!running_) return;
        running_.reset();
        tell(at, Coverage::closed, CoverageCause::none);
    }

    bool has_been_covered(LocalDate date) const
    {
        if (running_ && date_ == date && running_->state == Coverage::covered) return true;
        const auto* have = known_.board.coverage().find(location_.id);
        const auto* day = have == nullptr ? nullptr : have->find(date);
        return was_covered_ || (day != nullptr && day->covered > Micros{0});
    }

private:
    void tell(Instant at, Coverage state, CoverageCause cause)
    {
        if (state == Coverage::covered) was_covered_ = true;
        if (state == Coverage::closed) was_covered_ = false;
        out_.push_back(known_.fact(CoverageChanged{location_.id, date_, at, state, cause}));
    }

    const Known& known_;
    const Location& location_;
    Facts& out_;
    std::optional<CoverageStretch> running_;
    LocalDate date_{};
    bool was_covered_ = false;
};

/// A part of one business day; `until` is its close or as far as all sources have come.
struct Part {
    LocalDate date;
    Instant from;
    Instant until;
    bool to_close = false;
};

/// Does this stretch without an operator last long enough to be one? Nothing: not decided yet.
std::optional<bool> is_long_enough(const CoverageSpan& span, const Record& record, const Part& part)
{
    const bool goes_on = record.running() && record.running()->state == Coverage::uncovered;
    if (goes_on || span.until - span.from >= uncovered_min) return true;
    if (span.until < part.until || part.to_close) return false;
    return std::nullopt;
}

CoverageCause cause_of(const CoverageSpan& span, const Record& record, LocalDate date)
{
    if (span.state != Coverage::uncovered) return CoverageCause::none;
    if (span.cause) return *span.cause;
    return record.has_been_covered(date) ? CoverageCause::logged_off : CoverageCause::nobody_yet;
}

/// Records one part; returns how far it could be decided.
Instant record_part(const Known& known, const Location& location, const Part& part, Record& record)
{
    auto spans = coverage_between(known, location, part.from, part.until);
    for (std::size_t i = 0; i < spans.size(); ++i) {
        const auto& span = spans[i];
        if (span.state == Coverage::uncovered) {
            const auto is_one = is_long_enough(span, record, part);
            if (!is_one) return span.from;
            if (!*is_one) {
                // It belongs to what was before; at opening, to what follows.
                if (!record.running() && i + 1 < spans.size()) spans[i + 1].from = span.from;
                continue;
            }
        }
        if (!record.running() || record.running()->state != span.state)
            record.begin(part.date, span.state, cause_of(span, record, part.date), span.from);
        record.alarm_if_lasted(span.until);
    }
    if (part.to_close) record.close(part.until);
    return part.until;
}

/// When something can next come of the location, if nothing more is said of it.
Instant quiet_until(const Known& known, const Location& location, Instant judged,
                    const std::optional<CoverageStretch>& running)
{
    const auto& calendar = known.directory.calendar(location.id);
    const auto date = calendar.local_date(judged);
    auto until = judged + judged_kept;
    for (const auto day : {date, date + std::chrono::days{1}})
        if (const auto hours = judged_hours(known, location, day))
            for (const auto edge : {hours->opens, hours->closes - Micros{1}})
                if (edge >= judged) until = std::min(until, edge);
    const bool is_uncovered = running && running->state == Coverage::uncovered;
    if (is_uncovered && !running->alarmed)
        until = std::min(until, running->from + known.policy.coverage_debounce);
    // Said, and not passed by every source yet; or not long enough yet.
    const auto spans = coverage_between(known, location, judged, judged + judged_kept);
    if (spans.size() > 1) until = std::min(until, spans[1].from);
    if (!is_uncovered && spans.front().state == Coverage::uncovered)
        until = std::min(until, judged + uncovered_min);
    return until;
}

}  // namespace

std::optional<BusinessHours> judged_hours(const Known& known, const Location& location,
                                          LocalDate date)
{
    auto hours = known.directory.calendar(location.id).hours_on(date);
    if (!hours) return std::nullopt;
    hours->opens = std::max(hours->opens, location.monitoring_start.value_or(hours->opens));
    if (hours->opens >= hours->closes) return std::nullopt;
    return hours;
}

void CoverageJudge::judge(const Known& known, Facts& out)
{
    for (const auto& location : known.directory.organisation().locations)
        if (!location.operator_queues.empty() || !location.operator_devices.empty())
            judge_location(known, location, out);
}

void CoverageJudge::judge_location(const Known& known, const Location& location, Facts& out)
{
    const auto settled = known.settled_until(location.id);
    const auto* have = known.board.coverage().find(location.id);
    const auto start = have == nullptr ? beginning(known, location) : have->judged_until;
    if (!settled || !start || *settled <= *start) return;
    const auto look = looked_at_.find(location.id);
    if (look != looked_at_.end() && look->second.settled == *settled) return;
    const auto changes = attendance_changes(known, location);
    if (look != looked_at_.end() && look->second.changes == changes &&
        *settled < look->second.quiet_until)
        return;

    const auto& calendar = known.directory.calendar(location.id);
    Record record{known, location, out};
    auto judged = *start;
    auto date = calendar.local_date(judged);
    for (int i = 0; i < days_per_step_max && judged < *settled; ++i, date += std::chrono::days{1}) {
        const auto hours = judged_hours(known, location, date);
        const auto next_day = calendar.deadline_at(date, std::chrono::hours{24});
        if (hours && hours->opens < *settled && judged < hours->closes) {
            const Part part{.date = date,
                            .from = std::max(judged, hours->opens),
                            .until = std::min(*settled, hours->closes),
                            .to_close = *settled >= hours->closes};
            judged = record_part(known, location, part, record);
            if (judged < part.until) break;
        } else if (!hours || judged >= hours->closes) {
            record.close(judged);  // The hours were changed meanwhile.
        }
        judged = std::max(judged, std::min(*settled, next_day));
    }
    const auto recorded = have == nullptr ? Instant{} : have->judged_until;
    if (judged - recorded >= judged_kept)
        out.push_back(known.fact(CoverageJudged{location.id, judged}));
    looked_at_[location.id] = {*settled, changes,
                               quiet_until(known, location, judged, record.running())};
}

std::optional<Instant> no_operator_since(const Known& known, const Location& location)
{
    const auto& calendar = known.directory.calendar(location.id);
    const auto hours = judged_hours(known, location, calendar.local_date(known.now));
    if (!hours || known.now < hours->opens || known.now >= hours->closes) return std::nullopt;
    // A source's clock may be a little ahead of ours.
    const auto until = known.now + known.policy.max_clock_skew;
    const auto* have = known.board.coverage().find(location.id);
    const auto from = std::max(hours->opens, have == nullptr ? hours->opens : have->judged_until);
    const auto spans = coverage_between(known, location, std::min(from, until), until + Micros{1});
    if (spans.back().state != Coverage::uncovered) return std::nullopt;
    const auto* running = have == nullptr ? nullptr : have->running();
    const bool goes_on = spans.size() == 1 && running != nullptr &&
                         running->state == Coverage::uncovered && running->from >= hours->opens;
    return goes_on ? running->from : std::min(spans.back().from, known.now);
}

}  // namespace callwatch
