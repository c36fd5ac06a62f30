#pragma once

#include <memory>
#include <string>

#include <zmq.hpp>

#include "callwatch/v1/request.pb.h"
#include "tests/bench/program.hpp"
#include "tests/bench/telephony.hpp"
#include "tests/support/temporary_folder.hpp"

namespace callwatch::bench {

/// The real callwatchd on ipc sockets in a temporary folder, everything on.
class CollectorProcess {
public:
    explicit CollectorProcess(Office office);
    /// With the organisation.toml and policy.toml of a folder.
    explicit CollectorProcess(const std::filesystem::path& settings);

    /// Starts it and waits until it answers; gives the seconds that took.
    double start();
    void kill() { program_->kill(); }
    void stop();

    v1::StatusReply status();
    const Program& program() const { return *program_; }
    std::string ipc(const std::string& name) const { return "ipc://" + folder_.file(name); }
    const std::string& folder() const { return folder_.path(); }
    std::string data() const { return folder_.file("data"); }
    std::string configuration() const { return folder_.file("callwatchd.toml"); }
    zmq::context_t& context() { return context_; }

    /// Throws unless exactly so many events were taken and nothing was refused: a figure of a
    /// collector that dropped some would be worth nothing.
    void require(std::uint64_t events);

private:
    void configure();

    test::TemporaryFolder folder_;
    zmq::context_t context_;
    std::unique_ptr<Program> program_;
};

}  // namespace callwatch::bench
