#include "tests/support/source_world.hpp"

#include <utility>

namespace callwatch::test {

SmallCollector::SmallCollector(std::string events, std::string control,
                               std::vector<SourceId> sources)
    : events_{std::move(events)},
      control_{std::move(control)},
      sources_{std::move(sources)}
{
    start();
}

void SmallCollector::start()
{
    port_ = std::make_unique<SourcePort>(context_,
                                         SourcePortSettings{events_, control_, sources_, window});
    if (epoch_ != 0) port_->resume({"pbx1"}, epoch_, journaled_);
    port_->bind();
}

void SmallCollector::stop() { port_.reset(); }

void SmallCollector::restart()
{
    stop();
    taken_ = journaled_;
    heartbeat.reset();
    start();
}

void SmallCollector::step()
{
    port_->take(256, std::chrono::steady_clock::now(),
                [this](const heard::Input& input) { take(input); });
}

void SmallCollector::commit()
{
    journaled_ = taken_;
    port_->acknowledge({"pbx1"}, epoch_, journaled_);
}

void SmallCollector::take(const heard::Input& input)
{
    if (const auto* events = std::get_if<heard::Events>(&input)) return take_events(*events);
    if (const auto* beat = std::get_if<heard::Heartbeat>(&input)) {
        if (beat->head > taken_) wrong_ = "a heartbeat came before its events";
        heartbeat = *beat;
    } else if (const auto* gap = std::get_if<heard::Gap>(&input)) {
        gaps.push_back(*gap);
        if (gap->epoch == epoch_) taken_ = gap->last;
    } else if (const auto* hello = std::get_if<heard::Announced>(&input)) {
        ++announced;
        if (std::exchange(epoch_, hello->epoch) != hello->epoch) taken_ = journaled_ = 0;
    }
}

void SmallCollector::take_events(const heard::Events& events)
{
    if (events.epoch != epoch_) wrong_ = "events of an epoch that was not announced";
    for (const auto& event : events.events) {
        if (event.sequence() != taken_ + 1)
            wrong_ = std::to_string(event.sequence()) + " after " + std::to_string(taken_);
        if (event.native_ref() != std::to_string(event.sequence()))
            wrong_ = "event " + std::to_string(event.sequence()) + " is another one";
        taken_ = event.sequence();
    }
}

LossyLink::LossyLink(const std::string& from_source, const std::string& to_collector,
                     std::function<bool()> loses)
    : from_{context_, zmq::socket_type::xsub},
      to_{context_, zmq::socket_type::xpub},
      loses_{std::move(loses)}
{
    for (auto* socket : {&from_, &to_}) {
        socket->set(zmq::sockopt::linger, 0);
        socket->set(zmq::sockopt::sndhwm, 0);
        socket->set(zmq::sockopt::rcvhwm, 0);
        socket->set(zmq::sockopt::reconnect_ivl, 10);
    }
    to_.set(zmq::sockopt::immediate, true);
    from_.bind(from_source);
    to_.connect(to_collector);
}

void LossyLink::step()
{
    zmq::message_t message;
    while (to_.recv(message, zmq::recv_flags::dontwait))
        (void)from_.send(message, zmq::send_flags::none);
    while (from_.recv(message, zmq::recv_flags::dontwait)) {
        const bool lost = loses_();
        lost_ += lost;
        for (bool first = true; first || message.more(); first = false) {
            if (!first) (void)from_.recv(message);
            const auto more = message.more() ? zmq::send_flags::sndmore : zmq::send_flags::none;
            zmq::message_t copy;
            copy.copy(message);
            if (!lost) (void)to_.send(copy, more);
        }
    }
}

}  // namespace callwatch::test
