#include "daemon/app/daemon.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "daemon/board/rows.hpp"
#include "daemon/telemetry/logging.hpp"

namespace callwatch {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t inputs_per_turn_max = 64;  // Each is at most a batch of 256 events.
constexpr int requests_per_turn_max = 16;
constexpr auto tick_every = 100ms;
constexpr auto beat_every = 500ms;   // Three may be lost before a wall says STALE (board_stale_s).
constexpr auto board_every = 100ms;  // Faster is flicker.

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
      durable_{with_.head},
      submitted_{with_.head.position}
{
    const auto until = with_.collector.engine().board().decided_until();
    if (until != Instant{}) month_ = month_of(until);
}

void Daemon::run()
try {
    while (wait()) turn();
    spdlog::info("stopping: asked to");
    with_.writer.stop();
    with_.writer.check();
    release_durable();
    spdlog::info("stopped at position {}, chain {:.16}", durable_.position, to_hex(durable_.hash));
} catch (const StorageError&) {
    beat(read_uptime(), v1::BoardHeartbeat::STORAGE_FAULT);
    throw;
}

bool Daemon::wait()
{
    const auto sources = with_.sources.poll_items();
    std::array<zmq::pollitem_t, 5> items{
        sources[0], sources[1], with_.requests.poll_item(),
        zmq::pollitem_t{nullptr, with_.writer.completed_descriptor(), ZMQ_POLLIN, 0},
        zmq::pollitem_t{nullptr, with_.stop.descriptor(), ZMQ_POLLIN, 0}};
    const bool busy = with_.sources.has_more() && with_.writer.accepts();
    try {
        zmq::poll(items, busy ? 0ms : std::chrono::milliseconds{tick_every});
    } catch (const zmq::error_t& error) {
        if (error.num() != EINTR) throw;
    }
    return (items[4].revents & ZMQ_POLLIN) == 0;
}

void Daemon::turn()
{
    with_.writer.check();
    release_durable();
    const auto uptime = read_uptime();

    std::vector<DueAck> due;
    if (with_.writer.accepts() && !held_.is_full())
        due = with_.collector.take(
            with_.sources.take(inputs_per_turn_max, std::chrono::steady_clock::now()), uptime);
    with_.collector.tick(uptime);

    auto facts = with_.collector.take_facts();
    for (std::size_t i = 0; i < facts.size(); ++i) with_.recent.add(submitted_ + i + 1, facts[i]);
    auto changes = with_.collector.take_vault_changes();
    if (!facts.empty() || !changes.empty()) submit(std::move(facts), std::move(changes));
    for (auto& ack : due)
        held_.hold(submitted_, [this, ack = std::move(ack)] {
            with_.sources.acknowledge(ack.source, ack.epoch, ack.sequence);
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

void Daemon::submit(FactBytes facts, VaultChanges changes)
{
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
    held_.release(durable_.position);
    with_.snapshots.durable(durable_.position);
}

void Daemon::update_board(Uptime uptime)
{
    const auto now = with_.collector.now();
    if (!now || uptime < next_board_ || held_.is_full()) return;
    next_board_ = uptime + board_every;
    if (started_at_ == Instant{}) started_at_ = *now;
    const BoardView view{with_.collector.engine(), *now, with_.collector.liveness().health()};
    auto changes = book_.update(make_rows(view), *now);
    if (!changes) return;
    v1::BoardMessage message;
    *message.mutable_change_set() = std::move(*changes);
    held_.hold(submitted_, [this, message = std::move(message)] { with_.board.publish(message); });
}

void Daemon::answer_requests()
{
    for (int taken = 0; taken < requests_per_turn_max && !held_.is_full(); ++taken) {
        auto asked = with_.requests.take();
        if (!asked) return;
        if (!*asked) {
            ++requests_refused_[asked->refusal().code];
            continue;
        }
        auto with = context();
        auto reply = answer((**asked).request, with);
        held_.hold(submitted_, [this, to = std::move(**asked), reply = std::move(reply)] {
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
}

AnswerContext Daemon::context()
{
    std::map<std::string, std::uint64_t> refused;
    for (const auto* part : {&with_.sources.refusals().totals(), &with_.collector.refused(),
                             &std::as_const(requests_refused_)})
        for (const auto& [code, count] : *part) refused[word(code)] += count;
    return {
        .collector = with_.collector,
        .book = book_,
        .recent = with_.recent,
        .head = durable_,
        .refused = std::move(refused),
        .health = with_.clock.in_doubt() ? v1::BoardHeartbeat::CLOCK_DOUBT : v1::BoardHeartbeat::OK,
        .time_mode = with_.time_mode,
        .started_at = started_at_};
}

}  // namespace callwatch
