#include "wallboard/app/command_line.hpp"

#include <cstdio>
#include <iostream>

#include <CLI/CLI.hpp>

#include "wallboard/app/completion.hpp"
#include "wallboard/app/exit_code.hpp"
#include "wallboard/model/explain/make_explanation.hpp"

namespace wallboard {
namespace {

/// What CLI11 fills before it is turned into types.
struct Texts {
    std::string mode = "wall";
    std::string page = "live";
    std::string size;
    std::string windowed;
    std::string now;
    std::string explain;
    std::string completion;
    double every_s = 5;
    double exit_after_s = 0;
};

std::string check_size(const std::string& text)
{
    return parse_size(text) ? "" : text + ": must be WIDTHxHEIGHT, each 16..8192";
}

std::string check_instant(const std::string& text)
{
    return parse_instant(text) ? ""
                               : text + ": must be like 2026-11-24T20:07:42Z or ...T14:07:42-06:00";
}

std::string check_figure(const std::string& text)
{
    return parse_figure(text) ? ""
                              : text +
                                    ": must be FIGURE or FIGURE:SUBJECT, with a FIGURE of "
                                    "proto/figures/figures.toml";
}

/// The script with the figures that there are.
std::string completion_script()
{
    std::string ids;
    for (const auto& figure : callwatch::figures::all)
        ids += (ids.empty() ? "" : " ") + std::string{figure.id};
    std::string script = bash_completion;
    const std::string_view gap = "@FIGURES@";
    return script.replace(script.find(gap), gap.size(), ids);
}

void add_options(CLI::App& app, CommandLine& line, Texts& texts)
{
    app.add_option("--mode", texts.mode, "what the screen is for")
        ->check(CLI::IsMember({"wall", "desk"}))
        ->capture_default_str();
    app.add_option("--config", line.config_path, "settings, as in config/wallboard.toml")
        ->check(CLI::ExistingFile);
    app.add_option("--ipc", line.ipc, "connect to DIR/board and DIR/requests")->type_name("DIR");
    app.add_option("--key", line.key_file, "this wall's key, where the collector wants one")
        ->type_name("FILE");
    app.add_option("--server-key", line.server_key, "the collector's daemon.pub, or 64 hex digits")
        ->type_name("FILE|HEX");
    app.add_option("--passphrase-file", line.passphrase_file,
                   "first line: the passphrase of a desk's key; else it is asked for")
        ->type_name("FILE")
        ->check(CLI::ExistingFile);
    app.add_option("--theme", line.theme, "dark or light")->check(CLI::IsMember({"dark", "light"}));
    app.add_option("--monitor", line.monitor, "number from 1, or part of its name");
    app.add_option("--windowed", texts.windowed, "a window of this size instead of the full screen")
        ->type_name("WxH")
        ->check(check_size);
    app.add_option("--screenshot", line.screenshot, "write one picture and end")
        ->type_name("FILE.png");
    app.add_option("--board", line.board, "a recorded board (.json is protobuf JSON)")
        ->check(CLI::ExistingFile);
    app.add_option("--answers", line.answers, "recorded answers, for a picture of the desk")
        ->check(CLI::ExistingFile);
    app.add_option("--keys", line.keys, "typed before the picture of a desk, e.g. 'Down r'");
    app.add_option("--page", texts.page, "of the screenshot")
        ->check(CLI::IsMember({"live", "returns", "end-of-day", "departures", "greetings", "team",
                               "trends", "health"}))
        ->capture_default_str();
    app.add_option("--location", line.location, "whose end of day")->type_name("ID");
    app.add_option("--explain", texts.explain, "with the card of a figure over the page")
        ->type_name("FIGURE[:SUBJECT]")
        ->check(check_figure);
    app.add_flag("--tables", line.tables, "plots as tables of their numbers");
    app.add_option("--size", texts.size, "of pictures; default 1920x1080")
        ->type_name("WxH")
        ->check(check_size);
    app.add_option("--now", texts.now, "the time on the picture; default: the board's")
        ->type_name("INSTANT")
        ->check(check_instant);
    app.add_option("--shots", line.shots, "write pictures of every page into DIR, without a window")
        ->type_name("DIR");
    app.add_option("--every", texts.every_s, "seconds between two pictures")
        ->check(CLI::Range(0.2, 3600.0))
        ->capture_default_str();
    app.add_option("--exit-after", texts.exit_after_s, "end after so many seconds")
        ->check(CLI::Range(0.1, 864000.0));
    app.add_flag("--until-settled", line.until_settled,
                 "end once every day check on the board is settled");
    app.add_flag("--print-frames", line.print_frames,
                 "print a line of JSON for each frame that is drawn");
    app.add_flag("--test-sound", line.test_sound,
                 "play the sound of an alarm once, say what happened, and end");
    app.add_option("--completion", texts.completion, "print a completion script")
        ->check(CLI::IsMember({"bash"}));
}

std::chrono::milliseconds seconds(double s)
{
    return std::chrono::milliseconds{static_cast<std::int64_t>(s * 1000)};
}

void fill(CommandLine& line, const Texts& texts)
{
    line.desk = texts.mode == "desk";
    line.page = page_named(texts.page).value_or(Page::live);
    if (!texts.size.empty()) line.size = *parse_size(texts.size);
    if (!texts.windowed.empty()) line.windowed = parse_size(texts.windowed);
    if (!texts.explain.empty()) line.explain = parse_figure(texts.explain);
    if (!texts.now.empty()) line.now = parse_instant(texts.now);
    line.every = seconds(texts.every_s);
    if (texts.exit_after_s > 0) line.exit_after = seconds(texts.exit_after_s);
}

}  // namespace

std::optional<PixelSize> parse_size(const std::string& text)
{
    PixelSize size;
    int end = 0;
    if (std::sscanf(text.c_str(), "%5dx%5d%n", &size.width, &size.height, &end) != 2)
        return std::nullopt;
    const auto fits = [](int side) { return side >= 16 && side <= 8192; };
    if (static_cast<std::size_t>(end) != text.size() || !fits(size.width) || !fits(size.height))
        return std::nullopt;
    return size;
}

std::optional<FigureRef> parse_figure(const std::string& text)
{
    const auto colon = text.find(':');
    FigureRef ref{.figure = text.substr(0, colon), .subject = {}};
    if (colon != std::string::npos) ref.subject = text.substr(colon + 1);
    if (find_figure(ref.figure) == nullptr) return std::nullopt;
    return ref;
}

std::optional<Instant> parse_instant(const std::string& text)
{
    int y = 0, mo = 0, d = 0, h = 0, mi = 0, s = 0, end = 0;
    if (std::sscanf(text.c_str(), "%4d-%2d-%2dT%2d:%2d:%2d%n", &y, &mo, &d, &h, &mi, &s, &end) != 6)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{y},
                                           std::chrono::month{static_cast<unsigned>(mo)},
                                           std::chrono::day{static_cast<unsigned>(d)}};
    if (!date.ok() || h < 0 || h > 23 || mi < 0 || mi > 59 || s < 0 || s > 59) return std::nullopt;
    std::chrono::minutes offset{0};
    const std::string zone = text.substr(static_cast<std::size_t>(end));
    if (zone != "Z") {
        int oh = 0, om = 0, zone_end = 0;
        char sign = 0;
        const bool read = std::sscanf(zone.c_str(), "%c%2d:%2d%n", &sign, &oh, &om, &zone_end) == 3;
        if (!read || static_cast<std::size_t>(zone_end) != zone.size() ||
            (sign != '+' && sign != '-'))
            return std::nullopt;
        if (oh < 0 || oh > 26 || om < 0 || om > 59) return std::nullopt;
        offset = std::chrono::hours{oh} + std::chrono::minutes{om};
        if (sign == '-') offset = -offset;
    }
    return Instant{std::chrono::sys_days{date} + std::chrono::hours{h} + std::chrono::minutes{mi} +
                   std::chrono::seconds{s} - offset};
}

CommandLine parse_command_line(int argc, const char* const* argv)
{
    CommandLine line;
    Texts texts;
    CLI::App app{"Callwatch wallboard: what is waiting, who can answer, and how the day stands."};
    app.name("callwatch-wallboard");
    app.set_version_flag("--version", "callwatch-wallboard " CALLWATCH_VERSION);
    add_options(app, line, texts);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        line.done = true;
        line.exit_code = app.exit(error) == 0 ? exit_ok : exit_usage;
        return line;
    }
    if (!texts.completion.empty()) {
        std::cout << completion_script();
        line.done = true;
        return line;
    }
    fill(line, texts);
    return line;
}

}  // namespace wallboard
