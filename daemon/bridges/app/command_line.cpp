#include "daemon/bridges/app/command_line.hpp"

#include <cmath>
#include <cstdlib>

#include <CLI/CLI.hpp>

#include "daemon/bridges/asterisk/times.hpp"
#include "daemon/model/exit_code.hpp"

namespace callwatch::bridge {
namespace {

constexpr double speed_max = 100'000;

/// "max" is 0, a number itself; nothing if it is neither.
std::optional<double> parse_speed(const std::string& text)
{
    if (text == "max") return 0;
    char* end = nullptr;
    const double speed = std::strtod(text.c_str(), &end);
    if (end == text.c_str() || *end != '\0' || !std::isfinite(speed) || speed <= 0 ||
        speed > speed_max)
        return std::nullopt;
    return speed;
}

void add_asterisk(CLI::App& app, CommandLine& out)
{
    CLI::App* command =
        app.add_subcommand("asterisk", "An Asterisk's manager interface and voicemail");
    command->add_option("--config", out.config, "asterisk.toml of this telephone system")
        ->required()
        ->type_name("FILE");
    command
        ->add_option("--recording", out.recording.ami,
                     "Play a recorded AMI connection (raw bytes, may be gzip)")
        ->type_name("FILE");
    command
        ->add_option("--chunks", out.recording.chunks,
                     "When its bytes arrived; by default FILE.chunks.jsonl[.gz] beside it")
        ->type_name("FILE");
    command
        ->add_option("--spool-log", out.recording.spool_log,
                     "Its voicemail files; by default spool-changes.jsonl[.gz] beside it")
        ->type_name("FILE");
    const auto read_speed = [&out](const std::string& text) {
        const auto speed = parse_speed(text);
        if (!speed)
            throw CLI::ValidationError("--speed", "must be a number above 0, to 100000, or max");
        out.speed = *speed;
    };
    command
        ->add_option_function<std::string>("--speed", read_speed,
                                           "N times as fast as it was, or max")
        ->type_name("N|max");
    const auto read_end = [&out](const std::string& text) {
        out.ends_at = asterisk::parse_rfc3339(text);
        if (!out.ends_at)
            throw CLI::ValidationError("--ends-at",
                                       "must be a time with its offset: 2026-11-20T17:00:00-06:00");
    };
    command
        ->add_option_function<std::string>("--ends-at", read_end,
                                           "Move all times so that the recording ends then")
        ->type_name("TIME");
    command->add_option("--spool", out.spool, "Keep events here until the collector has them")
        ->type_name("DIR");
    command->add_option("--ipc", out.ipc, "Reach the collector at ipc://DIR/events and DIR/control")
        ->type_name("DIR");
    command->add_option("--linger", out.linger, "Wait so long at the end for the collector")
        ->type_name("SECONDS");
    command->add_flag("--check", out.check,
                      "Read the configuration, try the recording or the connection, say what is "
                      "there and what is missing, end");
    command->add_flag("--dump", out.dump,
                      "Write events as JSON lines to stdout instead of sending them");
    command->add_flag("--json", out.json, "Write a summary as JSON to stdout at the end");
}

void add_roster(CLI::App& app, CommandLine& out)
{
    CLI::App* command = app.add_subcommand(
        "roster", "People, absences and shifts from CSV files, which are watched");
    command->add_option("--config", out.config, "roster.toml")->required()->type_name("FILE");
    command->add_option("--spool", out.spool, "Keep events here until the collector has them")
        ->type_name("DIR");
    command->add_option("--ipc", out.ipc, "Reach the collector at ipc://DIR/events and DIR/control")
        ->type_name("DIR");
    command->add_option("--linger", out.linger, "With --once: wait so long for the collector")
        ->type_name("SECONDS");
    auto* check = command->add_flag(
        "--check", out.check, "Read the files, say what is wrong and what would be told, end");
    auto* once = command->add_flag("--once", out.once, "Tell what there is to tell, and end");
    command
        ->add_flag("--confirm", out.confirm,
                   "The file of people is right as it is now, although many are missing; a bridge "
                   "that is running goes on with it")
        ->excludes(check)
        ->excludes(once);
    command->footer(
        "Example:\n  callwatch-bridge roster --config /etc/callwatch/roster.toml --check");
    command->callback([&out] { out.is_roster = true; });
}

void check_together(const CommandLine& out)
{
    if (!out.is_roster && out.recording.ami.empty() && (out.dump || out.json || out.ends_at))
        throw CLI::ValidationError("--recording", "is needed for --dump, --json and --ends-at");
    if (out.dump && out.json)
        throw CLI::ValidationError("--json", "does not go with --dump: both write to stdout");
    if (out.linger.count() < 0 || out.linger > std::chrono::hours{24})
        throw CLI::ValidationError("--linger", "must be 0 to 86400 seconds");
}

}  // namespace

CommandLine parse_command_line(int argc, char** argv)
{
    CommandLine out;
    CLI::App app{
        "Turns what a telephone system says into Callwatch's events and sends them to the "
        "collector.",
        "callwatch-bridge"};
    app.set_version_flag("--version", "callwatch-bridge " CALLWATCH_VERSION);
    app.require_subcommand(1);
    add_asterisk(app, out);
    add_roster(app, out);
    try {
        app.parse(argc, argv);
        check_together(out);
    } catch (const CLI::ParseError& error) {
        out.done = true;
        out.exit_code = app.exit(error) == 0 ? exit_ok : exit_usage;
    }
    return out;
}

}  // namespace callwatch::bridge
