#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "wallboard/model/explain/figure_ref.hpp"
#include "wallboard/model/instant.hpp"
#include "wallboard/model/page_choice.hpp"

namespace wallboard {

struct PixelSize {
    int width = 1920;
    int height = 1080;
};

struct CommandLine {
    bool done = false;  ///< Everything asked for has been printed, or it was bad usage.
    int exit_code = 0;

    bool desk = false;               ///< --mode desk.
    std::string config_path;         ///< Empty: the built-in defaults.
    std::optional<std::string> ipc;  ///< Folder of the sockets, instead of the configured ones.
    std::optional<std::string> key_file;
    std::optional<std::string> server_key;
    std::optional<std::string> passphrase_file;  ///< Of the desk's key; else it is asked for.
    std::optional<std::string> theme;
    std::optional<std::string> monitor;
    std::optional<PixelSize> windowed;  ///< Nothing: full screen.

    std::optional<std::string> screenshot;  ///< Write this one picture and end.
    Page page = Page::live;
    PixelSize size{};
    std::optional<Instant> now;          ///< Nothing: the board's own time.
    std::optional<std::string> board;    ///< A recorded board, instead of the collector's.
    std::string location;                ///< Whose day; empty: chosen as on the wall.
    std::optional<std::string> answers;  ///< Of a desk's picture: what the collector answered.
    std::string keys;                    ///< Typed before the picture of a desk is taken.
    std::optional<FigureRef> explain;    ///< Its card lies over the page.
    bool tables = false;                 ///< Plots as tables.

    std::optional<std::string> shots;  ///< Write pictures of every page into this folder.
    std::chrono::milliseconds every{5000};
    std::optional<std::chrono::milliseconds> exit_after;
    bool until_settled = false;

    bool print_frames = false;  ///< A line of JSON for each frame that is drawn.
    bool test_sound = false;    ///< Play the sound of an alarm once and end.
};

/// Prints help, version, completion or the error itself.
CommandLine parse_command_line(int argc, const char* const* argv);

/// "service-level", "service-level:pbx1/main-line"; nothing if there is no such figure.
std::optional<FigureRef> parse_figure(const std::string& text);

/// "2026-11-24T20:07:42Z" or with an offset "2026-11-24T14:07:42-06:00"; nothing if it is neither.
std::optional<Instant> parse_instant(const std::string& text);

/// "1920x1080", each 16..8192; nothing if it is not.
std::optional<PixelSize> parse_size(const std::string& text);

}  // namespace wallboard
