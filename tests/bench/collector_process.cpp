#include "tests/bench/collector_process.hpp"

#include <fstream>
#include <stdexcept>

#include <fmt/format.h>

#include "tests/bench/report.hpp"

namespace callwatch::bench {
namespace {

constexpr int reconnect_ms = 5;
constexpr int look_again_ms = 50;
constexpr int patience_ms = 120'000;

}  // namespace

CollectorProcess::CollectorProcess(Office office)
{
    std::ofstream{folder_.file("organisation.toml")} << office.organisation_toml();
    std::ofstream{folder_.file("policy.toml")} << "# The defaults.\n";
    configure();
}

CollectorProcess::CollectorProcess(const std::filesystem::path& settings)
{
    for (const auto* name : {"organisation.toml", "policy.toml"})
        std::filesystem::copy_file(settings / name, folder_.file(name));
    configure();
}

void CollectorProcess::configure()
{
    std::filesystem::create_directory(data());
    std::ofstream{configuration()} << fmt::format(
        "data_directory = \"{}\"\norganisation = \"organisation.toml\"\n"
        "policy = \"policy.toml\"\n",
        data());
}

double CollectorProcess::start()
{
    const auto begin = now_ns();
    program_ = std::make_unique<Program>(
        std::vector<std::string>{(programs_folder() / "callwatchd").string(), "--config",
                                 configuration(), "--ipc", folder_.path()},
        folder_.file("callwatchd.log"));
    status();
    return static_cast<double>(now_ns() - begin) * 1e-9;
}

void CollectorProcess::stop()
{
    if (program_->stop() != 0) throw std::runtime_error{"callwatchd: " + program_->words()};
}

v1::StatusReply CollectorProcess::status()
{
    v1::Request request;
    request.set_schema_version(1);
    request.mutable_status();
    zmq::socket_t socket{context_, zmq::socket_type::dealer};
    socket.set(zmq::sockopt::linger, 0);
    socket.set(zmq::sockopt::reconnect_ivl, reconnect_ms);
    socket.connect(ipc("requests"));
    // The question waits in the socket until somebody listens: asked once, answered once.
    socket.send(zmq::buffer(request.SerializeAsString()), zmq::send_flags::none);
    socket.set(zmq::sockopt::rcvtimeo, look_again_ms);
    zmq::message_t frame;
    for (int waited = 0; !socket.recv(frame, zmq::recv_flags::none); waited += look_again_ms)
        if (!program_->is_running() || waited > patience_ms)
            throw std::runtime_error{"callwatchd does not answer: " + program_->words()};
    v1::Reply reply;
    if (!reply.ParseFromArray(frame.data(), static_cast<int>(frame.size())) || !reply.has_status())
        throw std::runtime_error{"callwatchd: " + reply.ShortDebugString()};
    return reply.status();
}

void CollectorProcess::require(std::uint64_t events)
{
    if (const auto fault = fault_in(status(), events); !fault.empty())
        throw std::runtime_error{fault + "\n" + program_->words()};
}

}  // namespace callwatch::bench
