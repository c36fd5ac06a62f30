// P6: from the text of Asterisk's manager interface to durable facts, the bridge included, against
// npm's fastest library merely parsing the same bytes; and the bridge's parser alone.

#include <filesystem>
#include <fstream>

#include <fmt/format.h>

#include "daemon/bridges/asterisk/ami_reader.hpp"
#include "tests/bench/collector_process.hpp"
#include "tests/bench/items.hpp"
#include "tests/bench/long_recording.hpp"
#include "tests/bench/npm_reference.hpp"

namespace callwatch::bench {
namespace {

constexpr int times = 12;
constexpr std::size_t read_bytes = 64u << 10;

double parser_rate(const LongRecording& recording)
{
    const auto begin = now_ns();
    asterisk::AmiReader reader;
    std::string_view rest = recording.ami;
    while (!rest.empty()) {
        reader.feed(rest.substr(0, read_bytes));
        rest.remove_prefix(std::min(rest.size(), read_bytes));
        while (reader.next() != nullptr) {}
    }
    if (reader.counters().messages != recording.messages)
        throw std::runtime_error{"the parser lost messages"};
    return static_cast<double>(recording.messages) / (static_cast<double>(now_ns() - begin) * 1e-9);
}

/// A recording on disk, and the collector it is played to.
class Stage {
public:
    explicit Stage(const LongRecording& recording)
    {
        std::ofstream{folder_.file("ami.txt"), std::ios::binary} << recording.ami;
        std::ofstream{folder_.file("ami.chunks.jsonl"), std::ios::binary} << recording.chunks;
    }

    /// Seconds until everything was acknowledged: the bridge's whole life. `events`: accepted.
    double play(std::uint64_t& events, double& cpu_us)
    {
        CollectorProcess collector{std::filesystem::path{recorded_day_folder()}};
        collector.start();
        const auto begin = now_ns();
        Program bridge{{(programs_folder() / "callwatch-bridge").string(), "asterisk", "--config",
                        recorded_day_folder() + "/asterisk.toml", "--recording",
                        folder_.file("ami.txt"), "--speed", "max", "--ipc", collector.folder(),
                        "--spool", collector.folder() + "/spool"},
                       folder_.file("bridge.log")};
        if (bridge.wait() != 0) throw std::runtime_error{"the bridge: " + bridge.words()};
        const auto seconds = static_cast<double>(now_ns() - begin) * 1e-9;
        const auto status = collector.status();
        events = status.events_accepted();
        cpu_us = collector.program().cpu_seconds() / static_cast<double>(events) * 1e6;
        if (events == 0) throw std::runtime_error{"nothing was accepted"};
        collector.stop();
        return seconds;
    }

private:
    test::TemporaryFolder folder_;
};

}  // namespace

void measure_bridge(const Options& options, Report& report)
{
    const auto recording = make_long_recording(times);
    Stage stage{recording};
    NpmReference npm;
    Series npm_rate, whole, parser;
    std::uint64_t events = 0;
    double cpu_us = 0;
    for (int round = 0; round < options.rounds; ++round) {
        npm_rate.add(npm.is_there() ? npm.rate(recording.ami, recording.messages)
                                    : NpmReference::stated_rate);
        whole.add(static_cast<double>(recording.messages) / stage.play(events, cpu_us));
        parser.add(parser_rate(recording));
    }
    const std::string reference =
        npm.is_there() ? fmt::format("npm ami-io {} messages/s", count_text(npm_rate.median()))
                       : "npm not to be had: 48 k messages/s as once measured, not in this run";
    report.add(
        {.item = "P6",
         .what = "AMI text to durable fact, bridge included",
         .target = Target{Target::Kind::at_least, 10, "x npm"},
         .figures = ratio(whole, npm_rate),
         .measured = fmt::format("{} messages/s ({} to {} events); {}", count_text(whole.median()),
                                 count_text(static_cast<double>(recording.messages)),
                                 count_text(static_cast<double>(events)), reference)});
    report.add({.item = "P6",
                .what = "the bridge's parser alone",
                .target = Target{Target::Kind::at_least, 40, "x npm"},
                .figures = ratio(parser, npm_rate),
                .measured = fmt::format("{} messages/s", count_text(parser.median()))});
}

}  // namespace callwatch::bench
