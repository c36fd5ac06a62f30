#include "daemon/app/collector.hpp"

#include <set>

#include <spdlog/spdlog.h>

#include "daemon/app/signatures.hpp"
#include "daemon/calendar/business_calendar.hpp"
#include "daemon/policy/rights.hpp"
#include "daemon/telemetry/logging.hpp"
#include "daemon/wire/command_decoder.hpp"
#include "daemon/wire/fact_codec.hpp"

namespace callwatch {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t hellos_waiting_max = 1'000;

// Numbers that nobody needs any more are looked for now and then, and while there are some, so many
// a second (numbers_erased_max) are erased: each time the vault empties its write-ahead log.
constexpr auto retirement_every = 60s;
constexpr auto retirement_again = 1s;

VaultDay day_of(Instant at)
{
    return static_cast<VaultDay>(
        std::chrono::floor<std::chrono::days>(at).time_since_epoch().count());
}

}  // namespace

Collector::Collector(const Settings& settings, Directory directory, With with, Board recovered,
                     Uptime start)
    : clock_{with.clock},
      vault_{with.vault},
      config_{with.config},
      event_tokens_{.for_number =
                        [this](const std::string& number) {
                            return NumberToken{vault_.token_for(VaultKind::number, number)};
                        },
                    .for_text =
                        [this](const std::string& name) {
                            return RemarkToken{vault_.token_for(VaultKind::name, name)};
                        }},
      time_mode_{settings.daemon.time_mode == TimeMode::source ? "source" : "system"},
      engine_{std::move(directory), settings.policy, std::move(recovered)},
      liveness_{engine_.directory().organisation().sources, settings.policy, start},
      pulse_{engine_.directory().organisation().sources, settings.policy.max_clock_skew,
             settings.daemon.time_mode == TimeMode::system}
{
    if (const auto latest = engine_.board().decided_until(); latest != Instant{})
        clock_.not_before(latest);
    for (const auto& [source, state] : engine_.board().sources().all()) {
        if (!state.ended_at) continue;
        liveness_.ended(source);
        clock_.gone(source, start);
    }
}

void Collector::take(const heard::Input& input, Uptime uptime, std::vector<DueAck>& due)
{
    std::visit([&](const auto& said) { take_one(said, uptime, due); }, input);
}

std::optional<Refusal> Collector::command(const v1::Command& wire, const KeyId& key, Uptime uptime)
{
    const auto remark_for = [&](const std::string& text) {
        return RemarkToken{vault_.token_for(VaultKind::remark, text)};
    };
    auto command = decode_command(wire, key, remark_for);
    std::optional<Refusal> refusal;
    if (!command)
        refusal = command.refusal();
    else if (!(refusal = prepare(wire, *command)))
        refusal = step(*command, uptime);
    if (refusal) count(*refusal);
    return refusal;
}

/// What the shell has to find out before the engine can decide.
std::optional<Refusal> Collector::prepare(const v1::Command& wire, Command& command)
{
    // Who may not do it at all is told so by its rule, whatever she has signed or read.
    if (!may_sign(command)) return std::nullopt;
    if (auto* apply = std::get_if<ApplyConfig>(&command.what)) return config_.prepare(*apply);
    return check_signature(wire, engine_.board(), command);
}

bool Collector::may_sign(const Command& command) const
{
    const auto known = engine_.known(now_.value_or(engine_.board().decided_until()));
    const auto actor = engine_.board().keys().actor(command.key);
    if (const auto* said = std::get_if<SignDay>(&command.what))
        return !refuse(known, actor, Act::sign_day, said->location, {});
    const bool is_managers = std::holds_alternative<ConfirmDisconnection>(command.what) ||
                             std::holds_alternative<HandOverMailbox>(command.what) ||
                             std::holds_alternative<ApplyConfig>(command.what);
    return !is_managers || actor.role == Role::manager;
}

void Collector::tick(Uptime uptime)
{
    const auto changes = liveness_.look(uptime);
    for (const auto& source : changes.quiet) {
        clock_.gone(source, uptime);
        spdlog::warn("source {}: nothing heard for {} s; verdicts of its locations are UNKNOWN",
                     source.text, engine_.policy().source_stale.count());
        observe(SourceQuiet{source}, uptime);
    }
    for (const auto& source : changes.spoke) {
        clock_.back(source);
        observe(SourceSpoke{source}, uptime);
    }
    observe(Tick{}, uptime);
    retire_numbers(uptime);
    if (now_) pulse_.look(engine_, uptime, *now_);
}

void Collector::retire_numbers(Uptime uptime)
{
    if (!now_ || uptime < next_retirement_) return;
    const auto used_before = std::chrono::floor<std::chrono::days>(*now_) -
                             std::chrono::days{engine_.policy().number_retention};
    const auto unused = vault_.unused_since(day_of(used_before), numbers_erased_max);
    next_retirement_ =
        uptime + (unused.size() < numbers_erased_max ? retirement_every : retirement_again);
    if (unused.empty()) return;
    NumbersUnused input{.numbers = {}, .used_before = used_before};
    for (const auto& token : unused) input.numbers.push_back({token});
    const auto decided_from = facts_.size();
    observe(input, uptime);
    std::set<SharedText> erased;
    for (auto i = decided_from; i < facts_.size(); ++i)
        if (const auto* fact = facts_[i].fact.as<NumbersErased>())
            for (const auto& number : fact->numbers) erased.insert(number.text);
    // Goes to the vault after the fact (JournalWriter), so that nothing goes that is not on record.
    for (const auto& token : unused)
        erased.contains(token) ? vault_.erase(token) : vault_.keep(token);
    if (!erased.empty())
        spdlog::info("{} numbers erased that nobody used for {} days", erased.size(),
                     engine_.policy().number_retention.count());
}

void Collector::take_facts(FactBytes& bytes)
{
    for (const auto& fact : facts_) bytes.add([&](std::string& to) { encode_fact(fact, to); });
    facts_.clear();
}

std::string Collector::masked(const NumberToken& token)
{
    const auto number = vault_.text_of(token.text);
    return number ? mask(*number, engine_.policy().mask_digits_shown) : "erased";
}

std::string Collector::number_of(const MessageId& id)
{
    const auto* message = engine_.board().messages().find(id);
    if (message == nullptr) return {};
    return vault_.text_of(message->left.caller.number.text).value_or("erased");
}

std::string Collector::remark(const RemarkToken& token)
{
    return vault_.text_of(token.text).value_or("erased");
}

void Collector::take_one(const heard::Announced& said, Uptime uptime, std::vector<DueAck>&)
{
    heard_from(said.source, uptime);
    spdlog::info("source {}: {}, epoch {}, keeps #{}..#{}", said.source.text,
                 loggable(said.software), said.epoch, said.first_kept, said.head);
    // What it no longer keeps comes as a gap; so the numbering begins at the beginning.
    observe(
        SourceHello{
            .source = said.source, .epoch = said.epoch, .first_kept = 1, .software = said.software},
        uptime);
}

void Collector::take_one(const heard::Events& said, Uptime uptime, std::vector<DueAck>& due)
{
    heard_from(said.source, uptime);
    for (const auto& event : said.events) take_event(event, said.source, uptime);
    due.push_back({said.source, said.epoch, said.events[said.events.size() - 1].sequence()});
}

void Collector::take_event(const v1::Event& wire, const SourceId& source, Uptime uptime)
{
    auto event = decode_event(wire, source, event_tokens_);
    if (!event) {
        count(event.refusal());
        observe(SourceNonsense{source, wire.sequence(), word(event.refusal().code),
                               event.refusal().detail},
                uptime);
        return;
    }
    if (wire.has_source_status()) pulse_.status(source, wire.source_status());
    clock_.heard(source, event->occurred_at);
    const bool has_ended = std::holds_alternative<SourceEndReached>(event->what);
    observe(std::move(*event), uptime);
    if (!has_ended) return;
    liveness_.ended(source);
    clock_.gone(source, uptime);
}

void Collector::take_one(const heard::Heartbeat& said, Uptime uptime, std::vector<DueAck>&)
{
    heard_from(said.source, uptime);
    pulse_.beat(said, clock_.now(uptime));
    if (said.upstream_as_of_us <= 0) return;
    const Instant watermark{Micros{said.upstream_as_of_us}};
    clock_.heard(said.source, watermark);
    observe(SourceBeat{said.source, watermark}, uptime);
}

void Collector::take_one(const heard::Gap& said, Uptime uptime, std::vector<DueAck>& due)
{
    const auto* state = engine_.board().sources().find(said.source);
    // A gap of a spool that has been replaced is noted when the new one opens.
    if (state == nullptr || state->epoch != said.epoch) return;
    spdlog::warn("source {}: events #{}..#{} are lost", said.source.text, said.first, said.last);
    observe(SourceLoss{said.source, said.first, said.last}, uptime);
    due.push_back({said.source, said.epoch, said.last});
}

void Collector::take_one(const heard::SignOfLife& said, Uptime uptime, std::vector<DueAck>&)
{
    heard_from(said.source, uptime);
}

std::optional<Refusal> Collector::step(const Input& input, Uptime uptime)
{
    now_ = clock_.now(uptime);
    if (!now_) {
        // Keys have to be admitted before a source can tell the first time: it stands still.
        if (std::holds_alternative<Command>(input))
            return engine_.step(input, engine_.board().decided_until(), facts_);
        // A recording that has not begun: only greetings come before the first time.
        if (std::holds_alternative<SourceHello>(input) &&
            waiting_for_time_.size() < hellos_waiting_max)
            waiting_for_time_.push_back(input);
        return Refusal{Refusal::Code::not_available, "no source has told the time yet"};
    }
    vault_.set_day(day_of(*now_));
    if (!has_started_) {
        has_started_ = true;
        (void)engine_.step(ProcessStarted{.software = "callwatchd " CALLWATCH_VERSION,
                                          .time_mode = time_mode_,
                                          .tzdata_version = tzdata_version(),
                                          .config_changes = config_.changes_at_start(),
                                          .config_binding = config_.is_binding()},
                           *now_, facts_);
    }
    for (const auto& waiting : std::exchange(waiting_for_time_, {}))
        if (auto refusal = engine_.step(waiting, *now_, facts_)) count(*refusal);
    return engine_.step(input, *now_, facts_);
}

/// Counts a refusal where nobody is to be told.
void Collector::observe(const Input& input, Uptime uptime)
{
    const auto refusal = step(input, uptime);
    if (refusal && now_) count(*refusal);
}

void Collector::heard_from(const SourceId& source, Uptime uptime)
{
    liveness_.heard(source, uptime, now_.value_or(Instant{}));
}

void Collector::count(const Refusal& refusal)
{
    ++refused_[refusal.code];
    spdlog::debug("refused: {}: {}", word(refusal.code), loggable(refusal.detail));
}

}  // namespace callwatch
