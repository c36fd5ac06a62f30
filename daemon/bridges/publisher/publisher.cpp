#include "daemon/bridges/publisher/publisher.hpp"

#include <utility>

#include <zmq.hpp>

#include "daemon/bridges/publisher/conversation.hpp"

namespace callwatch {
namespace {

/// libzmq fails only where the process has run out of something; nobody above knows its exceptions.
template <class Call>
auto translated(Call&& call)
{
    try {
        return call();
    } catch (const zmq::error_t& error) {
        throw PublisherError{std::string{"publisher sockets: "} + error.what()};
    }
}

}  // namespace

Publisher::Publisher(PublisherSettings settings) : Publisher{std::move(settings), Disk::real()} {}

Publisher::Publisher(PublisherSettings settings, Disk& disk)
    : conversation_{
          translated([&] { return std::make_unique<Conversation>(std::move(settings), disk); })}
{
}

Publisher::~Publisher() = default;

std::uint64_t Publisher::head() const { return conversation_->spool().head(); }

std::int64_t Publisher::epoch_us() const
{
    return static_cast<std::int64_t>(conversation_->spool().epoch());
}

std::uint64_t Publisher::publish(v1::Event event)
{
    return translated([&] { return conversation_->publish(std::move(event)); });
}

bool Publisher::has_room() const { return !conversation_->spool().full(published_event_bytes_max); }

void Publisher::flush()
{
    translated([&] { conversation_->flush(); });
}

void Publisher::upstream_as_of(std::int64_t us) { conversation_->upstream_as_of_us = us; }
void Publisher::spool_watch_alive(bool alive) { conversation_->spool_watch_alive = alive; }

void Publisher::service(std::chrono::milliseconds timeout, std::span<const int> wake_on)
{
    translated([&] { conversation_->service(timeout, wake_on); });
}

std::uint64_t Publisher::acknowledged() const { return conversation_->acknowledged(); }

bool Publisher::wait_until_acknowledged(std::chrono::milliseconds timeout)
{
    return translated([&] { return conversation_->wait_until_acknowledged(timeout); });
}

bool Publisher::connected() const { return conversation_->connected(); }
std::optional<std::string> Publisher::refusal() const { return conversation_->refusal(); }

}  // namespace callwatch
