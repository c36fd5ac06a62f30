#include <exception>
#include <iostream>

#include <fmt/format.h>

#include "daemon/bridges/app/check.hpp"
#include "daemon/bridges/app/command_line.hpp"
#include "daemon/bridges/app/dump.hpp"
#include "daemon/bridges/app/live.hpp"
#include "daemon/bridges/app/player.hpp"
#include "daemon/bridges/app/publisher_settings.hpp"
#include "daemon/bridges/app/roster.hpp"
#include "daemon/bridges/app/stop_signal.hpp"
#include "daemon/bridges/asterisk/settings_file.hpp"
#include "daemon/model/exit_code.hpp"
#include "daemon/settings/settings_error.hpp"

namespace callwatch::bridge {
namespace {

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
    auto ours = publisher_settings(command, settings,
                                   asterisk::Replay::tag(recording, settings, command.ends_at));
    ours.clock_us = [&clock] { return clock.now_us; };
    Publisher publisher{std::move(ours)};
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

void need_spool(const CommandLine& command, const asterisk::Settings& settings)
{
    if (settings.spool_dir.empty() && command.spool.empty())
        throw asterisk::RecordingError(
            "nowhere to keep events: name a directory with --spool, or as "
            "spool_dir in " +
            command.config.string());
}

int run_recording(const CommandLine& command)
{
    const asterisk::Settings settings = asterisk::load_settings(command.config);
    const asterisk::Recording recording = asterisk::load_recording(command.recording);
    if (!recording.spool_is_watched)
        fmt::print(stderr,
                   "callwatch-bridge: no spool log beside the recording: messages have no "
                   "ids and mailboxes no lists\n");
    asterisk::Replay replay{recording, settings, command.ends_at};
    if (command.dump) return dump(replay, std::cout) ? exit_ok : exit_negative;
    if (command.check) {
        fmt::print("{}: no faults; the recording can be played\n", command.config.string());
        return exit_ok;
    }
    need_spool(command, settings);
    return play(command, settings, recording, replay);
}

int run(const CommandLine& command)
{
    if (command.is_roster) return run_roster(command);
    if (!command.recording.ami.empty()) return run_recording(command);
    const asterisk::Settings settings =
        asterisk::load_settings(command.config, asterisk::SettingsUse::live);
    if (command.check) return check_live(settings, std::cout) ? exit_ok : exit_negative;
    need_spool(command, settings);
    return run_live(command, settings);
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
