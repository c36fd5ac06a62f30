// P1: how fast are events made durable, everything on, against merely receiving and parsing the
// same frames? And against the journal that anybody would write first, a row an event.

#include <atomic>
#include <thread>

#include <fmt/format.h>

#include "tests/bench/items.hpp"
#include "tests/bench/source_peer.hpp"

namespace callwatch::bench {
namespace {

constexpr Office office{1'000};

/// Somebody who watches the board, so that publishing costs what it costs.
class Watcher {
public:
    Watcher(zmq::context_t& context, const std::string& endpoint)
        : thread_{[this, &context, endpoint] {
              zmq::socket_t socket{context, zmq::socket_type::sub};
              socket.set(zmq::sockopt::subscribe, "");
              socket.set(zmq::sockopt::rcvtimeo, 100);
              socket.set(zmq::sockopt::linger, 0);
              socket.connect(endpoint);
              zmq::message_t frame;
              while (!stopping_)
                  if (socket.recv(frame, zmq::recv_flags::none)) ++frames_;
          }}
    {
    }
    ~Watcher()
    {
        stopping_ = true;
        thread_.join();
    }
    Watcher(const Watcher&) = delete;
    Watcher& operator=(const Watcher&) = delete;
    std::uint64_t frames() const { return frames_; }

private:
    std::atomic<bool> stopping_ = false;
    std::atomic<std::uint64_t> frames_ = 0;
    std::thread thread_;
};

/// Events a second of a reference in a process of its own.
double reference_rate(const std::string& part, const Frames& frames)
{
    const test::TemporaryFolder folder;
    const auto endpoint = "ipc://" + folder.file("events");
    zmq::context_t context;
    auto events = make_publisher(context);
    events.connect(endpoint);
    Program reference{
        part_command(part, {endpoint, std::to_string(frames.events), folder.file("rows.db")}),
        folder.file("log")};
    wait_for_subscriber(events);
    const auto begin = now_ns();
    for (const auto& frame : frames.frames) {
        events.send(zmq::str_buffer("event.pbx1"), zmq::send_flags::sndmore);
        events.send(zmq::buffer(frame), zmq::send_flags::none);
    }
    if (reference.wait() != 0) throw std::runtime_error{reference.words()};
    const auto end = std::stoll(reference.words());
    return static_cast<double>(frames.events) / (static_cast<double>(end - begin) * 1e-9);
}

struct Subject {
    Series rate;
    Series cpu_us;  ///< Of the collector, an event.
};

void measure_collector(const Frames& frames, Subject& subject)
{
    CollectorProcess collector{office};
    collector.start();
    const Watcher watcher{collector.context(), collector.ipc("board")};
    SourcePeer source{collector};
    const auto cpu = collector.program().cpu_seconds();
    const auto seconds = source.send_all(frames);
    const auto events = static_cast<double>(frames.events);
    subject.rate.add(events / seconds);
    subject.cpu_us.add((collector.program().cpu_seconds() - cpu) / events * 1e6);
    collector.require(frames.events);
    if (watcher.frames() == 0) throw std::runtime_error{"nothing was published"};
    collector.stop();
}

void measure(const char* what, double target, const Frames& frames, int rounds, Report& report)
{
    Subject subject;
    Series raw, rows;
    for (int round = 0; round < rounds; ++round) {
        raw.add(reference_rate("receive", frames));
        measure_collector(frames, subject);
        rows.add(reference_rate("rows", frames));
    }
    const auto bare = ratio(rows, raw);
    report.add({.item = "P1",
                .what = fmt::format("durable ingest, {}", what),
                .target = Target{Target::Kind::at_least, target, "x raw"},
                .figures = ratio(subject.rate, raw),
                .measured = fmt::format(
                    "{} ev/s of {}; {:.2f} us CPU an event; SQLite, a row an event: {:.2f} x",
                    count_text(subject.rate.median()), count_text(raw.median()),
                    subject.cpu_us.median(), bare.median())});
}

}  // namespace

void measure_ingest(const Options& options, Report& report)
{
    measure("batches of 64", 0.35, make_frames(office, 512'000, 64), options.rounds, report);
    measure("one event a message", 0.15, make_frames(office, 128'000, 1), options.rounds, report);
}

}  // namespace callwatch::bench
