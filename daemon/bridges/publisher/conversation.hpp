#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>

#include "callwatch/v1/source.pb.h"
#include "daemon/bridges/publisher/batch_bytes.hpp"
#include "daemon/bridges/publisher/publisher.hpp"
#include "daemon/bridges/publisher/source_link.hpp"
#include "daemon/bridges/publisher/spool.hpp"

namespace callwatch {

/// What a publisher does: the spool at one end, the two sockets at the other, and between them who
/// may send what when. publisher.hpp says what it promises; here is how.
///
/// It sends once it has seen the subscription and, after that, its greeting was answered; a
/// subscription that began anew means that both have to happen again. Sending then goes on behind
/// what the collector has in its journal, so nothing that was on its way is missing; what it had,
/// it drops.
class Publisher::Conversation {
public:
    Conversation(PublisherSettings settings, Disk& disk);

    std::uint64_t publish(v1::Event event);
    void flush();
    void service(std::chrono::milliseconds timeout, std::span<const int> wake_on);
    bool wait_until_acknowledged(std::chrono::milliseconds timeout);
    bool connected() const { return welcomed_ && link_.subscribed(); }

    const Spool& spool() const { return spool_; }
    std::uint64_t acknowledged() const { return acknowledged_; }
    std::optional<std::string> refusal() const;

    std::int64_t upstream_as_of_us = 0;
    bool spool_watch_alive = false;

private:
    using Time = std::chrono::steady_clock::time_point;

    void turn();
    void listen(Time now);
    void hear(const v1::CollectorToSource& message, Time now);
    void welcome(std::uint64_t durable, std::uint32_t window);
    bool acknowledge(std::uint64_t durable);
    void greet(Time now);
    void pump();
    bool send_resent();
    bool send_live();
    void send_heartbeat(Time now);
    Time next_deadline() const;
    bool stop_requested() const;
    bool ours(const std::string& source_id, std::int64_t epoch_us) const;

    PublisherSettings settings_;
    Spool spool_;
    SourceLink link_;
    BatchBytes bytes_;
    std::uint64_t instance_;  ///< Drawn at each start.
    std::optional<std::string> refusal_;
    bool welcomed_ = false;
    std::uint64_t subscription_ = 0;  ///< Which one the welcome belongs to.
    std::uint32_t window_;

    std::uint64_t acknowledged_ = 0;
    std::uint64_t sent_ = 0;  ///< Last sequence sent; at least what is acknowledged.
    struct Batch {
        std::uint64_t last;
        std::size_t bytes;
    };
    std::deque<Batch> in_flight_;
    std::size_t in_flight_bytes_ = 0;
    std::uint64_t resend_next_ =
        1;  ///< What was asked for again, next..last; nothing if next > last.
    std::uint64_t resend_last_ = 0;

    Time greet_at_{};
    Time heartbeat_at_{};
    Time empty_at_{};
};

}  // namespace callwatch
