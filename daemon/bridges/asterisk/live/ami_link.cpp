#include "daemon/bridges/asterisk/live/ami_link.hpp"

#include <algorithm>
#include <utility>

namespace callwatch::asterisk {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds back_off_min = 1s;
constexpr std::chrono::milliseconds back_off_max = 30s;
constexpr auto ping_every = 2s;
constexpr auto dead_after = 6s;
/// To connect, and to log in.
constexpr auto begin_within = 10s;
/// How soon a connection that is being made is looked at again.
constexpr auto progress_every = 20ms;

}  // namespace

AmiLink::AmiLink(Dial dial, Credentials credentials, std::string id_prefix)
    : dial_{std::move(dial)},
      credentials_{std::move(credentials)},
      id_prefix_{std::move(id_prefix)}
{
}

AmiLink::Turn AmiLink::turn(Steady now, const Take& take)
{
    Turn out;
    const bool was_ready = state_ == State::ready;
    if (state_ == State::waiting && !held_ && now >= retry_at_) dial(now);
    if (state_ == State::connecting) progress(now);
    if (state_ == State::logging_in || state_ == State::ready) read(now, take, out);
    if (state_ == State::ready && now >= ping_at_) {
        ask({"Ping", {}}, ActionSchedule::Urgency::vital);
        ping_at_ = now + ping_every;
    }
    if (state_ == State::logging_in || state_ == State::ready) send_due(now);
    out.was_lost = was_ready && state_ != State::ready;
    return out;
}

void AmiLink::dial(Steady now)
{
    state_ = State::connecting;
    heard_at_ = now;
    reader_.restart();
    connection_ = dial_();
}

void AmiLink::progress(Steady now)
{
    connection_->progress();
    if (connection_->state() == AmiConnection::State::closed)
        return fail("cannot connect: " + connection_->reason(), now);
    if (connection_->state() == AmiConnection::State::connecting) {
        if (now - heard_at_ > begin_within) fail("cannot connect: no answer within 10 s", now);
        return;
    }
    state_ = State::logging_in;
    heard_at_ = now;
    login_.emplace(credentials_, id_prefix_);
    schedule_.add(login_->action_id(), login_->first(), ActionSchedule::Urgency::vital);
}

void AmiLink::read(Steady now, const Take& take, Turn& out)
{
    received_.clear();
    connection_->read(received_);
    reader_.feed(received_);
    while (const AmiMessage* message = reader_.next()) {
        hear(*message, now, out);
        if (state_ == State::waiting) return;
        if (state_ == State::ready) take(*message);
    }
    if (connection_->state() == AmiConnection::State::closed) return fail(why_closed(), now);
    if (state_ == State::ready && now - heard_at_ > dead_after)
        fail("nothing was heard for 6 s, not even answers to Ping", now);
    else if (state_ == State::logging_in && now - heard_at_ > begin_within)
        fail("it does not answer as a manager interface does: no answer to the login within 10 s",
             now);
}

void AmiLink::hear(const AmiMessage& message, Steady now, Turn& out)
{
    if (state_ == State::ready) {
        heard_at_ = now;
        return;
    }
    if (auto next = login_->take(message))
        schedule_.add(login_->action_id(), std::move(*next), ActionSchedule::Urgency::vital);
    if (login_->state() == Login::State::refused) {
        refused_ = true;
        return fail(
            "the login of \"" + credentials_.username + "\" was refused: " + login_->reason(), now,
            back_off_max);
    }
    if (login_->state() != Login::State::accepted) return;
    state_ = State::ready;
    heard_at_ = now;
    ping_at_ = now;
    back_off_ = 0ms;
    trouble_.clear();
    refused_ = false;
    out.became_ready = true;
}

void AmiLink::send_due(Steady now)
{
    while (const auto due = schedule_.next(now))
        connection_->send(encode(due->action, due->action_id));
    if (connection_->state() == AmiConnection::State::closed) fail(why_closed(), now);
}

/// One that expects TLS takes a login in clear for nonsense, and hangs up without a word.
std::string AmiLink::why_closed() const
{
    if (state_ == State::ready) return connection_->reason();
    return connection_->reason() +
           " before it answered the login; a port that expects TLS does so to tls = false";
}

std::string AmiLink::ask(Action action, ActionSchedule::Urgency urgency)
{
    if (state_ != State::ready) return {};
    std::string id = id_prefix_ + std::to_string(++asked_);
    return schedule_.add(id, std::move(action), urgency) ? id : std::string{};
}

void AmiLink::drop(const std::string& why, Steady now) { fail(why, now); }

void AmiLink::log_off()
{
    if (state_ == State::ready) connection_->send(encode({"Logoff", {}}, id_prefix_ + "logoff"));
}

void AmiLink::fail(std::string why, Steady now)
{
    back_off_ = std::clamp(back_off_ * 2, back_off_min, back_off_max);
    fail(std::move(why), now, back_off_);
}

void AmiLink::fail(std::string why, Steady now, std::chrono::milliseconds again_after)
{
    state_ = State::waiting;
    connection_.reset();
    login_.reset();
    schedule_.clear();
    trouble_ = std::move(why);
    retry_at_ = now + again_after;
}

Steady AmiLink::next_at() const
{
    switch (state_) {
        case State::waiting: return held_ ? Steady::max() : retry_at_;
        case State::connecting: return heard_at_ + progress_every;
        case State::logging_in:
        case State::ready: break;
    }
    const Steady watch = state_ == State::ready ? std::min(ping_at_, heard_at_ + dead_after)
                                                : heard_at_ + begin_within;
    const auto scheduled = schedule_.next_at();
    return scheduled ? std::min(watch, *scheduled) : watch;
}

}  // namespace callwatch::asterisk
