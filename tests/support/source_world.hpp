#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <zmq.hpp>

#include "daemon/bridges/publisher/publisher.hpp"
#include "daemon/wire/source_port.hpp"
#include "tests/support/seeded_random.hpp"
#include "tests/support/temporary_folder.hpp"

namespace callwatch::test {

/// The collector as a source sees it: a port, and a journal that takes what comes in, in order. A
/// restart forgets what was not journaled.
class SmallCollector {
public:
    SmallCollector(std::string events, std::string control,
                   std::vector<SourceId> sources = {{"pbx1"}});

    /// Takes what there is.
    void step();
    /// Journals what was taken, and acknowledges it.
    void commit();
    void restart();
    void stop();

    /// Sequences as journaled; the same a run of numbers from 1 if nothing was lost or came twice.
    std::uint64_t journaled() const { return journaled_; }
    std::uint64_t taken() const { return taken_; }
    std::uint64_t epoch() const { return epoch_; }
    /// The first thing that was not as promised; "" so far.
    const std::string& wrong() const { return wrong_; }

    std::vector<heard::Gap> gaps;
    std::optional<heard::Heartbeat> heartbeat;  ///< The newest.
    std::size_t announced = 0;
    std::uint32_t window = 4'096;
    SourcePort& port() { return *port_; }

private:
    void take(const heard::Input& input);
    void take_events(const heard::Events& events);
    void start();

    std::string events_;
    std::string control_;
    std::vector<SourceId> sources_;
    zmq::context_t context_;
    std::unique_ptr<SourcePort> port_;
    std::uint64_t epoch_ = 0;
    std::uint64_t taken_ = 0;
    std::uint64_t journaled_ = 0;
    std::string wrong_;
};

/// Stands between a source and the events socket of the collector, and loses some of the messages.
class LossyLink {
public:
    /// `loses` is asked for every message.
    LossyLink(const std::string& from_source, const std::string& to_collector,
              std::function<bool()> loses);
    void step();
    std::uint64_t lost() const { return lost_; }

private:
    zmq::context_t context_;
    zmq::socket_t from_;
    zmq::socket_t to_;
    std::function<bool()> loses_;
    std::uint64_t lost_ = 0;
};

}  // namespace callwatch::test
