#include "daemon/engine/engine.hpp"

#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "daemon/engine/apply_command.hpp"
#include "daemon/engine/apply_event.hpp"
#include "daemon/model/check.hpp"
#include "daemon/policy/configuration.hpp"
#include "daemon/policy/day_amendment.hpp"
#include "daemon/policy/departed_mailbox.hpp"
#include "daemon/policy/number_retention.hpp"
#include "daemon/policy/returned_call.hpp"

namespace callwatch {
namespace {

/// False: neither a message's deadline nor a day's check can rest on it. Most facts are of these.
bool concerns_duties(const Fact& fact)
{
    return std::visit(
        [](const auto& one) {
            using Kind = std::decay_t<decltype(one)>;
            return !is_one_of<Kind, EventAccepted, QueueCallJoined, QueueCallLeft, MemberLoggedOn,
                              MemberLoggedOff, MemberPaused, MemberResumed, DeviceReachable,
                              AgentOnCall, AgentOffCall, QueueListed, CoverageChanged,
                              CoverageJudged, NoOperatorAlarm, CallEntered, CallStepped, CallEnded,
                              MainToVoicemail, MainLineUnseen, RingEnded, PauseEnded, CallerRang,
                              CallerServed, GreetingSeen, GreetingFaulted, GreetingMended,
                              MailboxBarred, CallTimeNoted, AlarmActed>;
        },
        fact.any());
}

}  // namespace

Engine::Engine(Directory directory, Policy policy, Board board)
    : directory_{std::move(directory)},
      policy_{std::move(policy)},
      board_{std::move(board)},
      latest_{board_.decided_until()}
{
    for (const auto& [person, stays] : board_.roster().people())
        for (const auto& stay : stays) directory_.record(stay);
}

std::optional<Refusal> Engine::step(const Input& input, Instant now, Facts& out)
{
    CALLWATCH_CHECK(now >= latest_);
    latest_ = now;
    const auto decided_from = out.size();
    auto refusal = std::visit([&](const auto& what) { return take(what, now, out); }, input);
    // Keys are admitted before a recording tells the first time: nothing is due of no time.
    if (now == Instant{}) return refusal;
    judge(now, out);
    amend(decided_from, now, out);
    // What decides coverage is how far the sources' times have come; no event moves them.
    if (!std::holds_alternative<Event>(input)) judge_coverage(now, out);
    return refusal;
}

/// What this step has decided may contradict days whose record is closed.
void Engine::amend(std::size_t from, Instant now, Facts& out)
{
    for (auto i = from; i < out.size(); ++i) {
        amend_days(known(now), out[i].fact, decided_);
        reopen_departure(known(now), out[i].fact, decided_);
    }
    commit_decided(out);
}

void Engine::judge_coverage(Instant now, Facts& out)
{
    // Judged is what all sources have passed: only their times, and what they rest on, move it.
    const auto watermarks = watch_.changes();
    const bool is_later = std::exchange(coverage_watermarks_seen_, watermarks) != watermarks;
    if (!std::exchange(has_coverage_news_, false) && !is_later) return;
    coverage_judge_.judge(known(now), decided_);
    commit_decided(out);
}

/// In this order; each sees what the earlier ones decided. Nothing is looked at that nothing has
/// happened to and whose time has not come.
void Engine::judge(Instant now, Facts& out)
{
    while (!board_.outbound().undecided().empty()) {
        judge_answered_calls(known(now), decided_);
        if (decided_.empty()) break;
        commit_decided(out);
    }

    bool news = take_news();
    return_judge_.judge(known(now), news, decided_);
    commit_decided(out);
    promise_judge_.judge(known(now), news, decided_);
    commit_decided(out);

    news = take_news() || news;
    staff_judge_.judge(known(now), news, decided_);
    commit_decided(out);

    greeting_judge_.judge(known(now), decided_);
    commit_decided(out);
    route_judge_.judge(known(now), decided_);
    commit_decided(out);

    news = take_news() || news;
    day_judge_.judge(known(now), news, decided_);
    commit_decided(out);
}

bool Engine::take_news()
{
    const auto watermarks = watch_.changes();
    const bool is_later = std::exchange(watermarks_seen_, watermarks) != watermarks;
    return std::exchange(has_news_, false) || is_later;
}

void Engine::commit_decided(Facts& out)
{
    for (auto& fact : decided_) commit(std::move(fact), out);
    decided_.clear();
}

void Engine::commit(DatedFact decided, Facts& out)
{
    const auto gaps = board_.sources().changes();
    board_.apply(decided);
    if (const auto* recorded = decided.fact.as<PersonRecorded>()) directory_.record(*recorded);
    greeting_judge_.note(known(decided.decided_at), decided.fact);
    route_judge_.note(decided.fact);
    // That an event came is no news by itself, but it may end a gap.
    const bool is_news = concerns_duties(decided.fact) || board_.sources().changes() != gaps;
    has_news_ = has_news_ || is_news;
    has_coverage_news_ = has_coverage_news_ || is_news;
    out.push_back(std::move(decided));
}

std::optional<Refusal> Engine::take(const ProcessStarted& input, Instant now, Facts& out)
{
    const auto before = board_.process();
    commit(
        DatedFact{now, CollectorStarted{.software = input.software,
                                        .time_mode = input.time_mode,
                                        .organisation_version = directory_.organisation().version,
                                        .policy_version = policy_.version,
                                        .tzdata_version = input.tzdata_version}},
        out);
    const auto& process = board_.process();
    const bool is_changed =
        std::tie(before.organisation_version, before.policy_version, before.tzdata_version) !=
        std::tie(process.organisation_version, process.policy_version, process.tzdata_version);
    if (is_changed) reschedule(known(now), decided_);
    // What a process starts with is in force, whoever put it there.
    const auto& applied = board_.roster().configuration();
    if (!applied || applied->organisation_version != process.organisation_version ||
        applied->policy_version != process.policy_version ||
        (input.config_binding && !applied->binding))
        decided_.push_back(
            DatedFact{now, ConfigApplied{.organisation_version = process.organisation_version,
                                         .policy_version = process.policy_version,
                                         .changes = input.config_changes,
                                         .by = {},
                                         .remark = {},
                                         .at = now,
                                         .binding = input.config_binding}});
    commit_decided(out);
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
    commit(DatedFact{now, SourceOpened{.source = input.source,
                                       .epoch = input.epoch,
                                       .first = input.first_kept,
                                       .software = input.software}},
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
    if (auto refusal = apply_event(known(now), event, decided_)) {
        decided_.clear();
        commit(DatedFact{now, EventRefused{event.source, event.sequence, word(refusal->code),
                                           refusal->detail}},
               out);
        return refusal;
    }
    commit(
        DatedFact{now, EventAccepted{event.source, event.sequence, event.kind, event.occurred_at}},
        out);
    commit_decided(out);
    return std::nullopt;
}

std::optional<Refusal> Engine::take(const SourceNonsense& input, Instant now, Facts& out)
{
    const auto* state = board_.sources().find(input.source);
    if (state == nullptr || input.sequence != state->last_sequence + 1)
        return Refusal{Refusal::Code::out_of_order, input.source.text + ": nonsense out of turn"};
    commit(DatedFact{now, EventRefused{input.source, input.sequence, input.code, input.detail}},
           out);
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
    commit(DatedFact{now, EventsMissed{input.source, input.first, input.last, now}}, out);
    return std::nullopt;
}

std::optional<Refusal> Engine::take(const SourceQuiet& input, Instant now, Facts& out)
{
    const auto* state = board_.sources().find(input.source);
    if (state == nullptr || state->silent_since || state->ended_at) return std::nullopt;
    const auto since = watch_.watermark(input.source).value_or(state->last_occurred_at);
    commit(DatedFact{now, SourceSilent{input.source, since}}, out);
    return std::nullopt;
}

std::optional<Refusal> Engine::take(const SourceSpoke& input, Instant now, Facts& out)
{
    const auto* state = board_.sources().find(input.source);
    if (state == nullptr || !state->silent_since) return std::nullopt;
    commit(DatedFact{now, SourceHeard{input.source}}, out);
    return std::nullopt;
}

std::optional<Refusal> Engine::take(const NumbersUnused& input, Instant now, Facts& out)
{
    erase_numbers(known(now), input.numbers, input.used_before, decided_);
    commit_decided(out);
    return std::nullopt;
}

std::optional<Refusal> Engine::take(const Command& command, Instant now, Facts& out)
{
    const auto actor = board_.keys().actor(command.key);
    if (actor.role == Role::none)
        return Refusal{Refusal::Code::unknown_key,
                       "this key was never admitted here, or was revoked"};
    const auto about = subject(command.what);
    if (const auto* taken = board_.keys().command(command.id)) {
        const bool is_same =
            taken->key == command.key && taken->kind == command.kind && taken->subject == about;
        if (is_same) return std::nullopt;  // Said again because the answer was lost.
        return Refusal{Refusal::Code::duplicate, "this id was used for another command"};
    }
    if (auto refusal = apply_command(known(now), actor, command, decided_)) {
        decided_.clear();
        return refusal;
    }
    commit(DatedFact{now, CommandTaken{.command = command.id,
                                       .key = command.key,
                                       .person = actor.person,
                                       .role = actor.role,
                                       .kind = command.kind,
                                       .subject = about}},
           out);
    commit_decided(out);
    return std::nullopt;
}

}  // namespace callwatch
