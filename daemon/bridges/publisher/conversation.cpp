#include "daemon/bridges/publisher/conversation.hpp"

#include <algorithm>

#include <sodium.h>

#include "daemon/keys/hex.hpp"
#include "daemon/keys/key_file.hpp"
#include "daemon/wire/source_protocol.hpp"

namespace callwatch {
namespace {

using namespace std::chrono_literals;

constexpr auto greet_again_unanswered =
    1s;  // source.proto: "repeated every second until it is answered".
constexpr auto greet_again_refused = 10s;
// Answers and acknowledgements may be lost with a connection; a greeting is answered with both.
constexpr auto greet_again_answered = 5s;
constexpr auto heartbeat_every = 1s;
constexpr auto empty_every = 10s;
constexpr auto wait_slice = 100ms;
// Half of what the collector keeps beyond a hole (SourceSession::held_bytes_max).
constexpr std::size_t in_flight_bytes_max = 8u << 20;
// Of spooled bytes, which are more than the same as Protobuf; the batch's own header fits in the
// rest of 64 KiB.
constexpr std::size_t batch_spooled_bytes_max = published_event_bytes_max;
constexpr int messages_per_turn_max = 256;
constexpr int resent_per_turn_max = 16;

std::int64_t now_us()
{
    using namespace std::chrono;
    return duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
}

PublisherSettings checked(PublisherSettings settings)
{
    const auto demand = [](bool good, const char* what) {
        if (!good) throw PublisherError{std::string{"publisher settings: "} + what};
    };
    demand(is_source_id(settings.source_id), "source_id must be [a-z0-9._-]{1,64}");
    demand(settings.kind.size() <= source_kind_bytes_max, "kind is longer than 64 bytes");
    demand(settings.software.size() <= software_bytes_max, "software is longer than 128 bytes");
    demand(settings.spool_tag.size() <= 256 && settings.spool_tag.find('\n') == std::string::npos,
           "spool_tag must be one line of at most 256 bytes");
    demand(settings.spool_bytes_max >= 1u << 20, "spool_bytes_max must be at least 1 MiB");
    demand(settings.window >= 1 && settings.window <= window_max, "window must be 1..65536");
    demand(!settings.spool_dir.empty(), "spool_dir is missing");
    if (!settings.clock_us) settings.clock_us = now_us;
    return settings;
}

keys::Secret no_passphrase()
{
    throw keys::KeyError{"the key of a source must not be sealed: nobody is there to open it"};
}

ClientKeys source_keys(const PublisherSettings& settings)
{
    if (settings.key_file.empty() && settings.server_key.empty()) return {};
    if (settings.key_file.empty() || settings.server_key.empty())
        throw PublisherError{
            "publisher settings: a key_file needs the collector's server_key, and the other way "
            "round"};
    try {
        const auto key = keys::read_key(settings.key_file, no_passphrase);
        return {.public_key = *keys::from_hex(key.part.key.text, keys::secret_bytes),
                .secret_key = key.secret.bytes(),
                .server_key = keys::read_server_key(settings.server_key)};
    } catch (const keys::KeyError& error) {
        throw PublisherError{error.what()};
    }
}

SpoolSettings spool_settings(const PublisherSettings& settings)
{
    return {settings.spool_dir,
            {settings.source_id, settings.spool_tag, static_cast<std::uint64_t>(now_us())},
            settings.spool_bytes_max};
}

}  // namespace

Publisher::Conversation::Conversation(PublisherSettings settings, Disk& disk)
    : settings_{checked(std::move(settings))},
      spool_{spool_settings(settings_), disk},
      link_{settings_.source_id,
            {.events_endpoint = settings_.events_endpoint,
             .control_endpoint = settings_.control_endpoint,
             .keys = source_keys(settings_),
             .queued_max = static_cast<int>(settings_.window)}},
      bytes_{settings_.source_id, static_cast<std::int64_t>(spool_.epoch())},
      window_{settings_.window}
{
    randombytes_buf(&instance_, sizeof instance_);
}

std::optional<std::string> Publisher::Conversation::refusal() const
{
    if (auto trouble = link_.trouble_with_keys(); !trouble.empty()) return trouble;
    return refusal_;
}

std::uint64_t Publisher::Conversation::publish(v1::Event event)
{
    event.set_sequence(spool_.head() + 1);
    const auto bytes = event.SerializeAsString();
    if (bytes.size() > published_event_bytes_max)
        throw PublisherError{"an event of " + std::to_string(bytes.size()) + " bytes: at most " +
                             std::to_string(published_event_bytes_max) + " can be sent"};
    while (spool_.full(bytes.size())) {
        if (stop_requested()) throw PublisherStopped{"stopped while the spool was full"};
        flush();
        service(wait_slice, {});
    }
    return spool_.append(bytes);
}

void Publisher::Conversation::flush()
{
    spool_.sync();
    pump();
}

void Publisher::Conversation::service(std::chrono::milliseconds timeout,
                                      std::span<const int> wake_on)
{
    turn();
    const auto due = std::chrono::ceil<std::chrono::milliseconds>(next_deadline() -
                                                                  std::chrono::steady_clock::now());
    link_.wait(std::clamp(due, 0ms, std::max(timeout, 0ms)), wake_on);
    turn();
}

bool Publisher::Conversation::wait_until_acknowledged(std::chrono::milliseconds timeout)
{
    const auto deadline = std::chrono::steady_clock::now() + timeout;
    flush();
    while (acknowledged_ < spool_.head()) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(
            deadline - std::chrono::steady_clock::now());
        if (left <= 0ms || stop_requested()) return false;
        service(std::min<std::chrono::milliseconds>(left, wait_slice), {});
    }
    return true;
}

void Publisher::Conversation::turn()
{
    const auto now = std::chrono::steady_clock::now();
    link_.mend(now);
    listen(now);
    greet(now);
    if (connected() && now >= heartbeat_at_) send_heartbeat(now);
    pump();
    if (now >= empty_at_) {
        spool_.empty_if_released();
        empty_at_ = now + empty_every;
    }
}

void Publisher::Conversation::listen(Time now)
{
    link_.read_subscriptions();
    if (link_.subscriptions() != subscription_) {
        subscription_ = link_.subscriptions();
        welcomed_ = false;
        greet_at_ = now;
    }
    for (int i = 0; i < messages_per_turn_max; ++i) {
        const auto message = link_.receive();
        if (!message) break;
        hear(*message, now);
    }
}

void Publisher::Conversation::hear(const v1::CollectorToSource& message, Time now)
{
    if (message.has_welcome()) {
        const auto& said = message.welcome();
        if (ours(said.source_id(), said.source_epoch_us())) welcome(said.durable(), said.window());
    } else if (message.has_ack()) {
        const auto& said = message.ack();
        if (ours(said.source_id(), said.source_epoch_us())) acknowledge(said.durable());
    } else if (message.has_resend_request()) {
        const auto& said = message.resend_request();
        if (!ours(said.source_id(), said.source_epoch_us())) return;
        // What is no longer kept the greeting tells; what was never sent comes by itself.
        if (said.first() < spool_.first_kept()) greet_at_ = now;
        resend_next_ = std::max(said.first(), spool_.first_kept());
        resend_last_ = std::min(said.last(), sent_);
    } else if (message.has_refused()) {
        refusal_ = message.refused().detail();
        welcomed_ = false;
        greet_at_ = now + greet_again_refused;
    }
}

bool Publisher::Conversation::ours(const std::string& source_id, std::int64_t epoch_us) const
{
    return source_id == settings_.source_id &&
           epoch_us == static_cast<std::int64_t>(spool_.epoch());
}

void Publisher::Conversation::welcome(std::uint64_t durable, std::uint32_t window)
{
    if (!acknowledge(durable)) return;
    refusal_.reset();
    window_ = std::clamp<std::uint32_t>(window, 1, settings_.window);
    if (welcomed_) return;
    // What was on its way when the last subscription ended may be lost: it is sent again.
    welcomed_ = link_.subscribed();
    sent_ = acknowledged_;
    in_flight_.clear();
    in_flight_bytes_ = 0;
}

bool Publisher::Conversation::acknowledge(std::uint64_t durable)
{
    if (durable > spool_.durable_head()) {
        // Numbers that the collector has would be given a second time, to other events, and
        // dropped.
        refusal_ = "the collector has had events up to " + std::to_string(durable) +
                   ", the spool " + settings_.spool_dir.string() + " ends at " +
                   std::to_string(spool_.durable_head()) +
                   ": an older copy; start with an empty spool directory";
        welcomed_ = false;
        return false;
    }
    acknowledged_ = std::max(acknowledged_, durable);
    sent_ = std::max(sent_, acknowledged_);
    while (!in_flight_.empty() && in_flight_.front().last <= acknowledged_) {
        in_flight_bytes_ -= in_flight_.front().bytes;
        in_flight_.pop_front();
    }
    spool_.release(acknowledged_);
    resend_next_ = std::max(resend_next_, acknowledged_ + 1);
    return true;
}

void Publisher::Conversation::greet(Time now)
{
    if (now < greet_at_ || !link_.subscribed()) return;
    spool_.sync();
    v1::SourceToCollector message;
    auto& hello = *message.mutable_hello();
    hello.set_schema_version(source_schema_version);
    hello.set_source_id(settings_.source_id);
    hello.set_source_epoch_us(static_cast<std::int64_t>(spool_.epoch()));
    hello.set_first_kept(spool_.first_kept());
    hello.set_head(spool_.durable_head());
    hello.set_software(settings_.software);
    hello.set_kind(settings_.kind);
    hello.set_instance(instance_);
    // The other connection may not be there yet: then soon again.
    const bool sent = link_.send_control(message.SerializeAsString());
    greet_at_ = now + (!sent       ? wait_slice
                       : welcomed_ ? greet_again_answered
                                   : greet_again_unanswered);
}

void Publisher::Conversation::pump()
{
    if (!connected()) return;
    const bool resent = send_resent();
    const bool live = send_live();
    if (resent || live) send_heartbeat(std::chrono::steady_clock::now());
}

bool Publisher::Conversation::send_resent()
{
    bool sent = false;
    for (int i = 0; i < resent_per_turn_max && resend_next_ <= resend_last_; ++i) {
        const auto events =
            spool_.read(resend_next_,
                        std::min<std::uint64_t>(batch_events_max, resend_last_ - resend_next_ + 1),
                        batch_spooled_bytes_max);
        if (!link_.send_control(bytes_.resent(events))) break;
        resend_next_ += events.size();
        sent = true;
    }
    return sent;
}

bool Publisher::Conversation::send_live()
{
    bool sent = false;
    while (sent_ < spool_.durable_head() && in_flight_bytes_ < in_flight_bytes_max) {
        const auto in_flight = sent_ - acknowledged_;
        if (in_flight >= window_) break;
        const auto events =
            spool_.read(sent_ + 1, std::min<std::uint64_t>(batch_events_max, window_ - in_flight),
                        batch_spooled_bytes_max);
        const auto batch = bytes_.batch(events);
        if (!link_.send_events(batch)) break;
        sent_ += events.size();
        in_flight_.push_back({sent_, batch.size()});
        in_flight_bytes_ += batch.size();
        sent = true;
    }
    return sent;
}

void Publisher::Conversation::send_heartbeat(Time now)
{
    // upstream_as_of covers what was published, so what was published has to be under the head
    // first.
    spool_.sync();
    v1::SourceToCollector message;
    auto& heartbeat = *message.mutable_heartbeat();
    heartbeat.set_source_id(settings_.source_id);
    heartbeat.set_source_epoch_us(static_cast<std::int64_t>(spool_.epoch()));
    heartbeat.set_head(spool_.durable_head());
    heartbeat.set_source_clock_us(settings_.clock_us());
    heartbeat.set_upstream_as_of_us(upstream_as_of_us);
    heartbeat.set_spool_watch_alive(spool_watch_alive);
    (void)link_.send_control(message.SerializeAsString());
    heartbeat_at_ = now + heartbeat_every;
}

Publisher::Conversation::Time Publisher::Conversation::next_deadline() const
{
    if (!link_.subscribed()) return empty_at_;
    return std::min({empty_at_, greet_at_, connected() ? heartbeat_at_ : Time::max()});
}

bool Publisher::Conversation::stop_requested() const
{
    return settings_.stop_requested && settings_.stop_requested();
}

}  // namespace callwatch
