#include "daemon/bridges/app/live.hpp"

#include <algorithm>
#include <deque>

#include <fmt/format.h>
#include <sodium.h>

#include "daemon/bridges/app/last_seen.hpp"
#include "daemon/bridges/app/publisher_settings.hpp"
#include "daemon/bridges/app/stop_signal.hpp"
#include "daemon/bridges/asterisk/live/live_source.hpp"
#include "daemon/bridges/asterisk/times.hpp"
#include "daemon/model/exit_code.hpp"

namespace callwatch::bridge {
namespace {

using namespace std::chrono_literals;

/// The publisher asks to be served at least every 100 ms.
constexpr std::chrono::milliseconds serve_every = 100ms;
constexpr auto last_seen_every = 1s;
/// Events that wait here because the spool is full. More, and nothing more is read: reading on
/// would fill the memory, and not reading would have Asterisk drop us in the middle of a word.
constexpr std::size_t waiting_events_max = 20'000;
constexpr std::size_t waiting_bytes_max = std::size_t{64} << 20;

Instant system_now()
{
    return std::chrono::time_point_cast<Micros>(std::chrono::system_clock::now());
}

std::string new_id_prefix() { return fmt::format("callwatch-{:08x}-", randombytes_random()); }

/// Moves events from the source to the publisher, and never waits for either.
class Pump {
public:
    Pump(asterisk::LiveSource& source, Publisher& publisher, LastSeen& last_seen)
        : source_{source},
          publisher_{publisher},
          last_seen_{last_seen}
    {
    }

    void turn()
    {
        const auto now = std::chrono::steady_clock::now();
        const auto here = system_now();
        asterisk::Events events;
        source_.turn(now, here, events);
        keep(events);
        publish();
        if (!source_.gave_up() && is_full()) {
            events.clear();
            source_.give_up("the spool of events is full: the collector has not taken any for long",
                            now, here, events);
            keep(events);
        }
        if (waiting_.empty()) all_published(now);
        publisher_.spool_watch_alive(source_.mailboxes_watched());
        tell();
        publisher_.flush();
        wait(now);
    }

    /// What is left of a stop: the spool keeps it if nobody takes it now.
    void finish()
    {
        source_.stop();
        publish();
        if (const auto as_of = source_.as_of(); as_of && waiting_.empty()) last_seen_.write(*as_of);
        publisher_.flush();
        publisher_.service(0ms);
    }

private:
    void keep(asterisk::Events& events)
    {
        for (auto& event : events) {
            waiting_bytes_ += event.ByteSizeLong();
            waiting_.push_back(std::move(event));
        }
    }

    void publish()
    {
        while (!waiting_.empty() && publisher_.has_room()) {
            waiting_bytes_ -= waiting_.front().ByteSizeLong();
            publisher_.publish(std::move(waiting_.front()));
            waiting_.pop_front();
        }
    }

    bool is_full() const
    {
        return waiting_.size() > waiting_events_max || waiting_bytes_ > waiting_bytes_max;
    }

    void all_published(asterisk::Steady now)
    {
        source_.resume();
        const auto as_of = source_.as_of();
        if (!as_of) return;
        publisher_.upstream_as_of(asterisk::micros(*as_of));
        if (now < last_seen_at_) return;
        last_seen_at_ = now + last_seen_every;
        // What it vouches for has to be as durable as itself.
        publisher_.flush();
        last_seen_.write(*as_of);
    }

    void tell()
    {
        const auto refusal = publisher_.refusal().value_or("");
        if (refusal != refusal_ && !refusal.empty())
            fmt::print(stderr, "callwatch-bridge: the collector refuses this source: {}\n",
                       refusal);
        refusal_ = refusal;
        if (source_.state() == state_ && source_.status() == status_) return;
        state_ = source_.state();
        status_ = source_.status();
        fmt::print(stderr, "callwatch-bridge: {}{}{}\n", v1::SourceStatus::State_Name(state_),
                   status_.empty() ? "" : ": ", status_);
    }

    void wait(asterisk::Steady now)
    {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(source_.next_at() - now);
        publisher_.service(std::clamp<std::chrono::milliseconds>(left, 0ms, serve_every),
                           source_.fds());
    }

    asterisk::LiveSource& source_;
    Publisher& publisher_;
    LastSeen& last_seen_;
    std::deque<v1::Event> waiting_;
    std::size_t waiting_bytes_ = 0;
    asterisk::Steady last_seen_at_{};
    std::string refusal_;
    v1::SourceStatus::State state_ = v1::SourceStatus::STATE_UNSPECIFIED;
    std::string status_;
};

}  // namespace

int run_live(const CommandLine& command, const asterisk::Settings& settings)
{
    const auto ours = publisher_settings(command, settings, "live");
    Publisher publisher{ours};
    LastSeen last_seen{ours.spool_dir};
    auto seen = last_seen.read();
    // A spool that has numbered events without saying how far it saw: all its time is in doubt.
    if (!seen && publisher.head() > 0) seen = asterisk::instant_of(publisher.epoch_us());
    asterisk::LiveSource source{{settings, new_id_prefix(), seen},
                                asterisk::dial_of(*settings.manager)};
    Pump pump{source, publisher, last_seen};
    while (!stop_requested()) pump.turn();
    pump.finish();
    fmt::print(stderr, "callwatch-bridge: stopped as asked, {} events spooled\n", publisher.head());
    return exit_ok;
}

}  // namespace callwatch::bridge
