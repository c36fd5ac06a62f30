#include "daemon/engine/engine.hpp"

#include <fmt/format.h>

#include "daemon/engine/apply_event.hpp"
#include "daemon/model/check.hpp"
#include "daemon/policy/number_retention.hpp"
#include "daemon/policy/returned_call.hpp"
#include "daemon/policy/same_workday_return.hpp"

namespace callwatch {

Engine::Engine(Directory directory, Policy policy, Board board)
    : directory_{std::move(directory)},
      policy_{std::move(policy)},
      board_{std::move(board)},
      latest_{board_.decided_until()}
{
}

std::optional<Refusal> Engine::step(const Input& input, Instant now, Facts& out)
{
    CALLWATCH_CHECK(now >= latest_);
    latest_ = now;
    auto refusal = std::visit([&](const auto& what) { return take(what, now, out); }, input);
    judge(now, out);
    return refusal;
}

void Engine::judge(Instant now, Facts& out)
{
    // In this order; each sees what the earlier ones decided.
    while (true) {
        Facts answered;
        judge_answered_calls(known(now), answered);
        if (answered.empty()) break;
        commit(std::move(answered), out);
    }

    Facts due;
    judge_returns(known(now), due);
    commit(std::move(due), out);

    Facts days;
    day_judge_.judge(known(now), days);
    commit(std::move(days), out);
}

void Engine::commit(Facts decided, Facts& out)
{
    for (auto& fact : decided) {
        board_.apply(fact);
        out.push_back(std::move(fact));
    }
}

std::optional<Refusal> Engine::take(const ProcessStarted& input, Instant now, Facts& out)
{
    commit({{now, CollectorStarted{.software = input.software,
                                   .time_mode = input.time_mode,
                                   .organisation_version = directory_.organisation().version,
                                   .policy_version = policy_.version,
                                   .tzdata_version = input.tzdata_version}}},
           out);
    return std::nullopt;
}

std::optional<Refusal> Engine::take(const SourceHello& input, Instant now, Facts& out)
{
    if (input.epoch == 0 || input.first_kept == 0)
        return Refusal{Refusal::Code::malformed,
                       input.source.text + ": a spool without a beginning"};
    const auto* state = board_.sources().find(input.source);
    if (state != nullptr && input.epoch < state->epoch)
        return Refusal{Refusal::Code::old_epoch, input.source.text + ": an older spool"};
    if (state != nullptr && input.epoch == state->epoch) return std::nullopt;
    commit({{now, SourceOpened{.source = input.source,
                               .epoch = input.epoch,
                               .first = input.first_kept,
                               .software = input.software}}},
           out);
    return std::nullopt;
}

std::optional<Refusal> Engine::take(const Event& event, Instant now, Facts& out)
{
    using enum Refusal::Code;
    const auto* state = board_.sources().find(event.source);
    if (state == nullptr || state->epoch == 0)
        return Refusal{unknown_source, event.source.text + " has not said hello"};
    const auto expected = state->last_sequence + 1;
    if (event.sequence != expected)
        return Refusal{
            event.sequence < expected ? duplicate : out_of_order,
            fmt::format("{} #{}, expected #{}", event.source.text, event.sequence, expected)};
    Facts said;
    if (auto refusal = apply_event(known(now), event, said)) {
        commit({{now,
                 EventRefused{event.source, event.sequence, word(refusal->code), refusal->detail}}},
               out);
        return refusal;
    }
    commit({{now, EventAccepted{event.source, event.sequence, event.kind, event.occurred_at}}},
           out);
    commit(std::move(said), out);
    return std::nullopt;
}

std::optional<Refusal> Engine::take(const SourceNonsense& input, Instant now, Facts& out)
{
    const auto* state = board_.sources().find(input.source);
    if (state == nullptr || input.sequence != state->last_sequence + 1)
        return Refusal{Refusal::Code::out_of_order, input.source.text + ": nonsense out of turn"};
    commit({{now, EventRefused{input.source, input.sequence, input.code, input.detail}}}, out);
    return std::nullopt;
}

std::optional<Refusal> Engine::take(const SourceBeat& input, Instant, Facts&)
{
    watch_.heard(input.source, input.watermark);
    return std::nullopt;
}

std::optional<Refusal> Engine::take(const SourceLoss& input, Instant now, Facts& out)
{
    const auto* state = board_.sources().find(input.source);
    if (state == nullptr || input.first != state->last_sequence + 1 || input.last < input.first)
        return Refusal{Refusal::Code::out_of_order, input.source.text + ": a loss out of turn"};
    commit({{now, EventsMissed{input.source, input.first, input.last, now}}}, out);
    return std::nullopt;
}

std::optional<Refusal> Engine::take(const SourceQuiet& input, Instant now, Facts& out)
{
    const auto* state = board_.sources().find(input.source);
    if (state == nullptr || state->silent_since || state->ended_at) return std::nullopt;
    const auto since = watch_.watermark(input.source).value_or(state->last_occurred_at);
    commit({{now, SourceSilent{input.source, since}}}, out);
    return std::nullopt;
}

std::optional<Refusal> Engine::take(const SourceSpoke& input, Instant now, Facts& out)
{
    const auto* state = board_.sources().find(input.source);
    if (state == nullptr || !state->silent_since) return std::nullopt;
    commit({{now, SourceHeard{input.source}}}, out);
    return std::nullopt;
}

std::optional<Refusal> Engine::take(const NumbersUnused& input, Instant now, Facts& out)
{
    Facts erased;
    erase_numbers(known(now), input.numbers, input.used_before, erased);
    commit(std::move(erased), out);
    return std::nullopt;
}

}  // namespace callwatch
