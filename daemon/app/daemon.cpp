#include "daemon/app/daemon.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "daemon/app/who_may_ask.hpp"
#include "daemon/telemetry/logging.hpp"

namespace callwatch {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t inputs_per_turn_max = 64;  // Each is at most a batch of 256 events.
constexpr int requests_per_turn_max = 16;
constexpr auto tick_every = 100ms;
constexpr auto beat_every = 500ms;  // Three may be lost before a wall says STALE (board_stale_s).
// Making the rows that events touched takes a tenth of the loop's time at most, and however busy it
// is, rows are not older than this. Those that follow the clock come in rounds, which take another
// tenth: an event that comes after one does not wait ten times as long as that took.
constexpr int board_share = 10;
constexpr auto board_every_max = 100ms;
constexpr auto round_every_max = 1s;

/// "2026-11": the month of a decision, UTC.
std::string month_of(Instant at)
{
    const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(at)};
    return fmt::format("{:04}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()));
}

}  // namespace

Daemon::Daemon(Parts parts)
    : with_{std::move(parts)},
      rows_{with_.collector.engine()},
      record_{with_.data_directory, with_.head},
      durable_{with_.head},
      submitted_{with_.head.position}
{
    const auto until = with_.collector.engine().board().decided_until();
    if (until != Instant{}) month_ = month_of(until);
}

Daemon::End Daemon::run()
try {
    while (!is_configured_anew_ && wait()) turn();
    spdlog::info(is_configured_anew_ ? "beginning anew: another configuration was applied"
                                     : "stopping: asked to");
    with_.writer.stop();
    with_.writer.check();
    release_durable();
    spdlog::info("stopped at position {}, chain {:.16}", durable_.position, to_hex(durable_.hash));
    return is_configured_anew_ ? End::configured : End::stopped;
} catch (const StorageError&) {
    beat(read_uptime(), v1::BoardHeartbeat::STORAGE_FAULT);
    throw;
}

bool Daemon::wait()
{
    const auto sources = with_.sources.poll_items();
    std::vector<zmq::pollitem_t> items{
        zmq::pollitem_t{nullptr, with_.stop.descriptor(), ZMQ_POLLIN, 0},
        zmq::pollitem_t{nullptr, with_.writer.completed_descriptor(), ZMQ_POLLIN, 0}, sources[0],
        sources[1], with_.requests.poll_item()};
    if (with_.gate != nullptr) items.push_back(with_.gate->poll_item());
    const bool busy = with_.sources.has_more() && with_.writer.accepts();
    try {
        zmq::poll(items.data(), items.size(), busy ? 0ms : until_board());
    } catch (const zmq::error_t& error) {
        if (error.num() != EINTR) throw;
    }
    return (items[0].revents & ZMQ_POLLIN) == 0;
}

/// How long nothing needs to be done by itself: rows that are waiting for their time are done then.
std::chrono::milliseconds Daemon::until_board() const
{
    const auto now = with_.collector.now();
    const auto uptime = read_uptime();
    if (!now || held_.is_full() || !rows_.is_due(*now, uptime)) return tick_every;
    return std::clamp(std::chrono::ceil<std::chrono::milliseconds>(next_board_ - uptime), 0ms,
                      std::chrono::milliseconds{tick_every});
}

void Daemon::turn()
{
    with_.writer.check();
    release_durable();
    const auto uptime = read_uptime();
    if (with_.gate != nullptr)
        with_.gate->answer(with_.collector.engine().board().keys(),
                           std::chrono::steady_clock::now());

    std::vector<DueAck> due;
    if (with_.writer.accepts() && !held_.is_full())
        with_.sources.take(inputs_per_turn_max, std::chrono::steady_clock::now(),
                           [&](const heard::Input& input) {
                               with_.collector.take(input, uptime, due);
                               gather();
                           });
    take_requests(uptime);
    with_.collector.tick(uptime);
    gather();
    submit();
    if (submitted_ > durable_.position) record_.submitted(submitted_, uptime);
    if (!due.empty())
        held_.hold(submitted_, [this, due = std::move(due)] {
            for (const auto& ack : due) to_acknowledge_[ack.source] = ack;
        });
    update_board(uptime);
    answer_requests();
    if (uptime >= next_beat_) {
        beat(uptime,
             with_.clock.in_doubt() ? v1::BoardHeartbeat::CLOCK_DOUBT : v1::BoardHeartbeat::OK);
        log_refusals();
    }
    release_durable();
}

/// Facts are stored as soon as they are decided, while they are still near.
void Daemon::gather()
{
    for (const auto& fact : with_.collector.facts()) rows_.note(fact);
    with_.collector.take_facts(gathered_);
}

void Daemon::submit()
{
    auto facts = std::exchange(gathered_, {});
    auto changes = with_.collector.take_vault_changes();
    if (facts.empty() && changes.empty()) return;
    with_.recent.add(submitted_ + 1, facts);
    const auto now = with_.collector.now();
    auto month = facts.empty() || !now ? month_ : month_of(*now);
    const bool is_new = month != month_;
    month_ = month;
    submitted_ = with_.writer.submit(std::move(facts), std::move(changes),
                                     is_new ? std::move(month) : std::string{});
}

void Daemon::release_durable()
{
    durable_ = with_.writer.take_completed();
    record_.durable(durable_, read_uptime(), with_.collector.now().value_or(Instant{}));
    held_.release(durable_.position);
    // The last one of each source says it all; a commit may have made thousands true.
    for (const auto& [source, ack] : std::exchange(to_acknowledge_, {}))
        with_.sources.acknowledge(source, ack.epoch, ack.sequence);
    with_.snapshots.durable(durable_.position);
    if (with_.heads != nullptr) with_.heads->durable(durable_);
}

void Daemon::update_board(Uptime uptime)
{
    const auto now = with_.collector.now();
    if (!now || uptime < next_board_ || held_.is_full() || !rows_.is_due(*now, uptime)) return;
    const auto begun = read_uptime();
    if (started_at_ == Instant{}) started_at_ = *now;
    record_.look(vitals(), uptime);
    const BoardView view{with_.collector.engine(), *now, with_.collector.liveness().health(),
                         &with_.collector.vitals(), &record_.vitals()};
    const bool is_round = rows_.is_round_due(*now, uptime);
    auto changes = book_.update(rows_.take(view, uptime), *now);
    const auto rest = (read_uptime() - begun) * board_share;
    if (is_round)
        rows_.rest_until(uptime + std::min<Uptime>(rest, round_every_max));
    else
        next_board_ = uptime + std::min<Uptime>(rest, board_every_max);
    if (!changes) return;
    v1::BoardMessage message;
    *message.mutable_change_set() = std::move(*changes);
    held_.hold(submitted_, [this, message = std::move(message)] { with_.board.publish(message); });
}

/// Commands are carried out at once, so that what they decide is part of this turn; their answers,
/// and those of questions, come when it is durable.
void Daemon::take_requests(Uptime uptime)
{
    for (int taken = 0; taken < requests_per_turn_max && !held_.is_full(); ++taken) {
        auto asked = with_.requests.take();
        if (!asked) return;
        if (!*asked) {
            ++requests_refused_[asked->refusal().code];
            continue;
        }
        auto refusal = carry_out(**asked, uptime);
        asked_.push_back({.request = std::move(**asked), .refusal = std::move(refusal)});
    }
}

std::optional<Refusal> Daemon::carry_out(const AskedRequest& asked, Uptime uptime)
{
    if (auto refusal = refuse_asker(asked)) {
        ++requests_refused_[refusal->code];
        return refusal;
    }
    if (!asked.request.has_command()) return std::nullopt;
    if (!with_.writer.accepts())
        return Refusal{Refusal::Code::full, "the journal is busy; ask again"};
    const auto versions = [&] {
        const auto& applied = with_.collector.engine().board().roster().configuration();
        return applied ? std::pair{applied->organisation_version, applied->policy_version}
                       : std::pair<std::string, std::string>{};
    };
    const auto before = versions();
    auto refusal = with_.collector.command(asked.request.command(), asked.key, uptime);
    if (asked.request.command().has_config_apply() && versions() != before)
        is_configured_anew_ = true;
    return refusal;
}

std::optional<Refusal> Daemon::refuse_asker(const AskedRequest& asked) const
{
    const auto& engine = with_.collector.engine();
    if (with_.gate != nullptr)
        return refuse_question(engine.known(with_.collector.now().value_or(Instant{})),
                               engine.board().keys().actor(asked.key), asked.request);
    if (!asked.request.has_command()) return std::nullopt;
    return Refusal{Refusal::Code::unknown_key,
                   "this collector works without keys, so nobody can say anything in a person's "
                   "name: set [security] curve = \"required\" in callwatchd.toml, and let a "
                   "manager admit keys (callwatchctl key --help)"};
}

void Daemon::answer_requests()
{
    for (auto& [asked, refusal] : std::exchange(asked_, {})) {
        auto with = context();
        if (with_.gate != nullptr) {
            const auto& engine = with_.collector.engine();
            const auto known = engine.known(with_.collector.now().value_or(Instant{}));
            const auto actor = engine.board().keys().actor(asked.key);
            with.sees = [known, actor](const auto&... whose) {
                return may_see(known, actor, whose...);
            };
            with.reads = [known, actor](const LocationId& location) {
                return may_read(known, actor, location);
            };
        }
        const auto& command = asked.request.command();
        const auto text = command.has_unmask() && !refusal
                            ? with_.collector.number_of({command.unmask().message()})
                            : std::string{};
        auto reply = asked.request.has_command() || refusal
                       ? answer_command(asked.request, refusal, submitted_, text)
                       : answer(asked.request, with);
        held_.hold(submitted_, [this, to = std::move(asked), reply = std::move(reply)] {
            with_.requests.answer(to, reply);
        });
    }
}

void Daemon::beat(Uptime uptime, v1::BoardHeartbeat::Health health)
{
    next_beat_ = uptime + beat_every;
    v1::BoardMessage message;
    auto& heartbeat = *message.mutable_heartbeat();
    heartbeat.set_revision(book_.revision());
    heartbeat.set_now_us(to_us(with_.collector.now().value_or(Instant{})));
    heartbeat.set_health(health);
    heartbeat.set_rate_milli(with_.clock.rate_milli());
    // A heartbeat names revisions that may still be held; it must not overtake them.
    if (health == v1::BoardHeartbeat::STORAGE_FAULT || submitted_ <= durable_.position)
        with_.board.publish(message);
    else
        held_.hold(submitted_,
                   [this, message = std::move(message)] { with_.board.publish(message); });
}

void Daemon::log_refusals()
{
    for (const auto& refusal : with_.sources.refusals().drain())
        spdlog::warn("refused a source's message: {}: {}", word(refusal.code),
                     loggable(refusal.detail));
    if (with_.gate == nullptr) return;
    for (const auto& refusal : with_.gate->refusals().drain())
        spdlog::warn("refused a connection: {}: {}", word(refusal.code), refusal.detail);
}

std::map<std::string, std::uint64_t> Daemon::refused_by_code() const
{
    std::map<std::string, std::uint64_t> refused;
    for (const auto* part : {&std::as_const(with_.sources).refusals().totals(),
                             &with_.collector.refused(), &requests_refused_})
        for (const auto& [code, count] : *part) refused[word(code)] += count;
    if (with_.gate != nullptr)
        for (const auto& [code, count] : std::as_const(*with_.gate).refusals().totals())
            refused[word(code)] += count;
    return refused;
}

CollectorVitals Daemon::vitals() const
{
    CollectorVitals vitals;
    vitals.software = "callwatchd " CALLWATCH_VERSION;
    vitals.started_at = started_at_;
    vitals.time_mode = with_.time_mode;
    vitals.clock_doubt = with_.clock.in_doubt();
    for (const auto& [code, count] : refused_by_code()) vitals.refused += count;
    return vitals;
}

AnswerContext Daemon::context()
{
    return {
        .collector = with_.collector,
        .book = book_,
        .recent = with_.recent,
        .head = durable_,
        .refused = refused_by_code(),
        .health = with_.clock.in_doubt() ? v1::BoardHeartbeat::CLOCK_DOUBT : v1::BoardHeartbeat::OK,
        .time_mode = with_.time_mode,
        .started_at = started_at_,
        .sees = {},
        .reads = {}};
}

}  // namespace callwatch
