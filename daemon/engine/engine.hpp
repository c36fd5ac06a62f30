#pragma once

#include <optional>

#include "daemon/engine/input.hpp"
#include "daemon/policy/call_routes.hpp"
#include "daemon/policy/current_greeting.hpp"
#include "daemon/policy/day_check.hpp"
#include "daemon/policy/operator_coverage.hpp"
#include "daemon/policy/promised_window.hpp"
#include "daemon/policy/same_workday_return.hpp"
#include "daemon/policy/staff_judge.hpp"

namespace callwatch {

/// The one place where things are decided: (what we know, what came in, what time it is) -> facts.
/// It has no clock, no socket, no thread and no randomness, so the same inputs give the same facts.
class Engine {
public:
    Engine(Directory directory, Policy policy, Board board);

    /// Takes one input at `now`, which never goes back, and appends the facts it decided to `out`,
    /// already applied. A refusal says why the input was not taken and changes nothing else; an
    /// event that came in its turn and says something impossible is passed over by an EventRefused,
    /// so that its source can go on.
    std::optional<Refusal> step(const Input& input, Instant now, Facts& out);

    const Board& board() const { return board_; }
    const Directory& directory() const { return directory_; }
    const Policy& policy() const { return policy_; }
    const Watch& watch() const { return watch_; }
    /// What a rule would look at now.
    Known known(Instant now) const { return {directory_, policy_, board_, watch_, now}; }

private:
    void judge(Instant now, Facts& out);
    void judge_coverage(Instant now, Facts& out);
    void amend(std::size_t from, Instant now, Facts& out);
    bool take_news();
    void commit_decided(Facts& out);
    void commit(DatedFact decided, Facts& out);

    std::optional<Refusal> take(const Tick&, Instant, Facts&) { return std::nullopt; }
    std::optional<Refusal> take(const ProcessStarted& input, Instant now, Facts& out);
    std::optional<Refusal> take(const SourceHello& input, Instant now, Facts& out);
    std::optional<Refusal> take(const Event& event, Instant now, Facts& out);
    std::optional<Refusal> take(const SourceBeat& input, Instant now, Facts& out);
    std::optional<Refusal> take(const SourceLoss& input, Instant now, Facts& out);
    std::optional<Refusal> take(const SourceNonsense& input, Instant now, Facts& out);
    std::optional<Refusal> take(const SourceQuiet& input, Instant now, Facts& out);
    std::optional<Refusal> take(const SourceSpoke& input, Instant now, Facts& out);
    std::optional<Refusal> take(const NumbersUnused& input, Instant now, Facts& out);
    std::optional<Refusal> take(const Command& command, Instant now, Facts& out);

    Directory directory_;
    Policy policy_;
    Board board_;
    Watch watch_;
    ReturnJudge return_judge_;
    StaffJudge staff_judge_;
    DayJudge day_judge_;
    CoverageJudge coverage_judge_;
    PromiseJudge promise_judge_;
    GreetingJudge greeting_judge_;
    RouteJudge route_judge_;
    /// Facts since the last look that deadlines, checks and coverage may rest on.
    bool has_news_ = true;
    bool has_coverage_news_ = true;
    std::uint64_t watermarks_seen_ = 0;
    std::uint64_t coverage_watermarks_seen_ = 0;
    Facts decided_;  ///< By one rule, not applied yet; kept for its memory.
    Instant latest_;
};

}  // namespace callwatch
