#include <cstdio>
#include <cstdlib>
#include <exception>

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include "wallboard/app/command_line.hpp"
#include "wallboard/app/desk_loop.hpp"
#include "wallboard/app/desk_picture.hpp"
#include "wallboard/app/errors.hpp"
#include "wallboard/app/exit_code.hpp"
#include "wallboard/app/frame_loop.hpp"
#include "wallboard/app/key_file.hpp"
#include "wallboard/app/screenshot.hpp"
#include "wallboard/app/settings.hpp"
#include "wallboard/app/sound.hpp"
#include "wallboard/app/stop_signal.hpp"

namespace {

using namespace wallboard;

/// The settings of the file, changed by what the command line says.
Settings settings_of(const CommandLine& command)
{
    Settings settings =
        command.config_path.empty() ? Settings{} : load_settings(command.config_path);
    if (command.theme)
        settings.theme = *command.theme == "light" ? ThemeName::light : ThemeName::dark;
    if (command.ipc)
        settings.feed = {"ipc://" + *command.ipc + "/board", "ipc://" + *command.ipc + "/requests",
                         FeedKeys{}};
    if (command.key_file) settings.key_file = *command.key_file;
    if (command.server_key) settings.server_key = *command.server_key;
    // A person's key is opened at her desk, by her passphrase.
    if (!command.desk) settings.feed.keys = read_keys(settings.key_file, settings.server_key);
    return settings;
}

/// Ends the process at once: threads of the sound's library may still be there.
[[noreturn]] void test_sound()
{
    const SoundOutcome outcome = play_sound_once();
    std::puts(outcome.sentence.c_str());
    std::fflush(stdout);
    std::_Exit(outcome.heard ? exit_ok : exit_negative);
}

int run(const CommandLine& command)
{
    const Settings settings = settings_of(command);
    SettingsWatch watch{
        command.config_path,
        [&command, first = settings.feed] {
            auto changed = settings_of(command);
            if (changed.feed.board != first.board || changed.feed.requests != first.requests)
                spdlog::warn("[feed] counts from the next start on");
            spdlog::info("the configuration was read again");
            return changed;
        },
        [](const std::string& fault) {
            spdlog::error(
                "the configuration was changed and cannot be used, so that what "
                "was before stays: {}",
                fault);
        }};
    if (command.desk && command.screenshot) {
        take_desk_picture(command, settings);
        return exit_ok;
    }
    if (command.desk) return run_desk(command, settings, watch);
    if (command.screenshot) {
        take_screenshot(command, settings);
        return exit_ok;
    }
    if (command.shots) return take_shots(command, settings);
    return run_wall(command, settings, watch);
}

}  // namespace

int main(int argc, char** argv)
try {
    spdlog::set_default_logger(spdlog::stderr_color_mt("wallboard"));
    const CommandLine command = parse_command_line(argc, argv);
    if (command.done) return command.exit_code;
    if (command.test_sound) test_sound();
    catch_stop_signals();
    return run(command);
} catch (const SettingsError& error) {
    spdlog::critical("configuration: {}", error.what());
    return exit_usage;
} catch (const DisplayError& error) {
    spdlog::critical("display: {}", error.what());
    return exit_usage;
} catch (const FeedError& error) {
    spdlog::critical("network: {}", error.what());
    return exit_network;
} catch (const NetworkError& error) {
    spdlog::critical("network: {}", error.what());
    return exit_network;
} catch (const std::exception& error) {
    spdlog::critical("internal error, please report: {}", error.what());
    return exit_internal;
}
