#include "daemon/bridges/app/player.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "daemon/bridges/app/stop_signal.hpp"
#include "daemon/bridges/asterisk/recording_error.hpp"
#include "daemon/bridges/asterisk/times.hpp"

namespace callwatch::bridge {
namespace {

using std::chrono::milliseconds;

/// The publisher asks to be served at least every 100 ms.
constexpr milliseconds serve_every{20};
/// At full speed so many events share one fsync.
constexpr std::uint64_t flush_every = 1'000;

}  // namespace

void Player::play()
{
    asterisk::Events events;
    while (const auto at = replay_.next_at()) {
        if (stop_requested()) return publisher_.flush();
        if (number_ >= skip_) wait_for(*at);
        events.clear();
        replay_.step(events);
        publish(events);
    }
    if (number_ < skip_)
        throw asterisk::RecordingError(fmt::format(
            "the spool holds {} events, but this recording gives {}; play it into an empty "
            "spool directory",
            skip_, number_));
    publisher_.flush();
    summary_.complete = true;
    tell();
}

void Player::wait_for(Instant at)
{
    const auto now = Steady::now();
    if (!anchor_) anchor_ = {now, at};
    if (speed_ <= 0) {
        if (now - last_served_ < serve_every) return;
        last_served_ = now;
        publisher_.service(milliseconds{0});
        return tell();
    }
    const std::chrono::duration<double, std::micro> recorded{
        static_cast<double>((at - anchor_->recorded).count()) / speed_};
    const auto due = anchor_->real + std::chrono::duration_cast<Steady::duration>(recorded);
    publisher_.flush();
    do {
        const auto left = std::chrono::ceil<milliseconds>(due - Steady::now());
        const std::chrono::duration<double, std::micro> ahead =
            (Steady::now() - anchor_->real) * speed_;
        const Instant here = anchor_->recorded + std::chrono::duration_cast<Micros>(ahead);
        clock_.now_us = asterisk::micros(std::min(here, at));
        publisher_.service(std::clamp(left, milliseconds{0}, serve_every));
        tell();
    } while (Steady::now() < due && !stop_requested());
}

void Player::publish(asterisk::Events& events)
{
    for (auto& event : events) {
        summary_.count(event);
        if (++number_ <= skip_) continue;
        clock_.now_us = std::max(clock_.now_us, event.occurred_at_us());
        publisher_.publish(std::move(event));
        if (++unflushed_ >= flush_every) {
            publisher_.flush();
            unflushed_ = 0;
        }
    }
    const auto as_of = replay_.as_of();
    if (number_ < skip_ || !as_of) return;
    clock_.now_us = std::max(clock_.now_us, asterisk::micros(*as_of));
    publisher_.upstream_as_of(asterisk::micros(*as_of));
}

bool Player::wait_until_acknowledged(std::chrono::seconds linger)
{
    const auto deadline = Steady::now() + linger;
    while (publisher_.acknowledged() < publisher_.head() && Steady::now() < deadline &&
           !stop_requested()) {
        publisher_.service(serve_every);
        tell();
    }
    progress_.finish();
    return publisher_.acknowledged() >= publisher_.head();
}

Summary Player::summary() const
{
    Summary out = summary_;
    out.head = publisher_.head();
    out.acknowledged = publisher_.acknowledged();
    return out;
}

void Player::tell()
{
    Position position;
    position.at = asterisk::instant_of(clock_.now_us);
    position.begins = replay_.begins();
    position.ends = replay_.ends();
    position.head = publisher_.head();
    position.acknowledged = publisher_.acknowledged();
    if (const auto refusal = publisher_.refusal())
        position.trouble = "the collector refuses this source: " + *refusal;
    else if (!publisher_.connected())
        position.trouble = "no collector answers yet";
    progress_.show(position);
}

}  // namespace callwatch::bridge
