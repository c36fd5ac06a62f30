#include <exception>
#include <iostream>

#include <fmt/format.h>

#include "daemon/bridges/app/command_line.hpp"
#include "daemon/bridges/app/dump.hpp"
#include "daemon/bridges/app/player.hpp"
#include "daemon/bridges/app/stop_signal.hpp"
#include "daemon/bridges/asterisk/settings_file.hpp"
#include "daemon/model/exit_code.hpp"
#include "daemon/settings/settings_error.hpp"

namespace callwatch::bridge {
namespace {

PublisherSettings publisher_settings(const CommandLine& command, const asterisk::Settings& settings,
                                     std::string tag, const RecordingClock& clock)
{
    PublisherSettings out;
    out.source_id = settings.source_id;
    out.kind = "asterisk";
    out.software = "callwatch-bridge " CALLWATCH_VERSION " asterisk";
    out.events_endpoint = settings.events_endpoint;
    out.control_endpoint = settings.control_endpoint;
    if (!command.ipc.empty()) {
        out.events_endpoint = "ipc://" + (command.ipc / "events").string();
        out.control_endpoint = "ipc://" + (command.ipc / "control").string();
    }
    out.spool_dir =
        command.spool.empty() ? std::filesystem::path{settings.spool_dir} : command.spool;
    out.spool_tag = std::move(tag);
    out.clock_us = [&clock] { return clock.now_us; };
    out.stop_requested = stop_requested;
    return out;
}

int say_stopped(const Summary& summary)
{
    fmt::print(stderr,
               "callwatch-bridge: stopped as asked, {} events spooled; started again with the "
               "same spool it goes on there\n",
               summary.head);
    return exit_ok;
}

int play(const CommandLine& command, const asterisk::Settings& settings,
         const asterisk::Recording& recording, asterisk::Replay& replay)
{
    RecordingClock clock{replay.begins().time_since_epoch().count()};
    Publisher publisher{publisher_settings(
        command, settings, asterisk::Replay::tag(recording, settings, command.ends_at), clock)};
    publisher.spool_watch_alive(recording.spool_is_watched);
    Player player{replay, publisher, clock, command.speed};
    try {
        player.play();
    } catch (const PublisherStopped&) {
        return say_stopped(player.summary());
    }
    const bool all_told =
        player.summary().complete && player.wait_until_acknowledged(command.linger);
    const Summary summary = player.summary();
    if (stop_requested() && !all_told) return say_stopped(summary);
    fmt::print(stderr, "{}", text_of(summary, replay));
    if (command.json) std::cout << json_of(summary, replay) << std::endl;
    if (all_told) return exit_ok;
    fmt::print(
        stderr,
        "callwatch-bridge: {} of {} events were not acknowledged within {} s; start the collector, "
        "then this again with the same spool, and nothing is lost\n",
        summary.head - summary.acknowledged, summary.head, command.linger.count());
    return exit_network;
}

int run(const CommandLine& command)
{
    const asterisk::Settings settings = asterisk::load_settings(command.config);
    if (!command.recording.ami.empty()) {
        const asterisk::Recording recording = asterisk::load_recording(command.recording);
        if (!recording.spool_is_watched)
            fmt::print(stderr,
                       "callwatch-bridge: no spool log beside the recording: messages have no "
                       "ids and mailboxes no lists\n");
        asterisk::Replay replay{recording, settings, command.ends_at};
        if (command.dump) return dump(replay, std::cout) ? exit_ok : exit_negative;
        if (!command.check && settings.spool_dir.empty() && command.spool.empty())
            throw asterisk::RecordingError(
                "nowhere to keep events: name a directory with --spool, or as "
                "spool_dir in " +
                command.config.string());
        if (!command.check) return play(command, settings, recording, replay);
    }
    fmt::print("{}: no faults{}\n", command.config.string(),
               command.recording.ami.empty() ? "" : "; the recording can be played");
    return exit_ok;
}

}  // namespace
}  // namespace callwatch::bridge

int main(int argc, char** argv)
try {
    std::ios::sync_with_stdio(false);
    const auto command = callwatch::bridge::parse_command_line(argc, argv);
    if (command.done) return command.exit_code;
    callwatch::bridge::catch_stop_signals();
    return callwatch::bridge::run(command);
} catch (const callwatch::SettingsError& error) {
    fmt::print(stderr, "{}\n", error.what());
    return callwatch::exit_usage;
} catch (const callwatch::asterisk::RecordingError& error) {
    fmt::print(stderr, "callwatch-bridge: {}\n", error.what());
    return callwatch::exit_usage;
} catch (const callwatch::SpoolError& error) {
    fmt::print(stderr, "callwatch-bridge: {}\n", error.what());
    return callwatch::exit_journal;
} catch (const callwatch::PublisherError& error) {
    fmt::print(stderr, "callwatch-bridge: {}\n", error.what());
    return callwatch::exit_network;
} catch (const std::exception& error) {
    fmt::print(stderr, "callwatch-bridge: internal error, please report: {}\n", error.what());
    return callwatch::exit_internal;
}
