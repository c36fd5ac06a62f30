#include <unistd.h>

#include <iostream>

#include <CLI/CLI.hpp>

#include "daemon/app/options.hpp"
#include "daemon/model/exit_code.hpp"

namespace callwatch {
namespace {

constexpr const char* example = R"(Examples:
  callwatchd --config /etc/callwatch/callwatchd.toml --check
  callwatchd --config config/examples/recorded-day/callwatchd.toml --time source --data ./data

Ends with 0 after SIGTERM or SIGINT; 2 bad usage or configuration; 3 an endpoint cannot be bound;
4 the journal cannot be written or does not verify; 70 an error of this program.)";

constexpr const char* bash_completion =
    R"(complete -W "--config --check --time --pace --data --ipc --log-level --help --version" -o default callwatchd)";

struct Asked {
    std::string config;
    std::string time;
    std::string data;
    std::string ipc;
    std::string log_level;
    double pace = 0;
};

void apply(const Asked& asked, DaemonSettings& daemon)
{
    if (asked.time == "source") daemon.time_mode = TimeMode::source;
    if (asked.time == "system") daemon.time_mode = TimeMode::system;
    if (asked.pace > 0) daemon.pace = asked.pace;
    if (!asked.data.empty()) daemon.data_directory = asked.data;
    if (asked.log_level == "debug") daemon.log_level = LogLevel::debug;
    if (asked.log_level == "info") daemon.log_level = LogLevel::info;
    if (asked.log_level == "warning") daemon.log_level = LogLevel::warning;
    if (asked.log_level == "error") daemon.log_level = LogLevel::error;
    if (asked.ipc.empty()) return;
    std::filesystem::create_directories(asked.ipc);
    const auto at = [&](const char* name) { return "ipc://" + asked.ipc + "/" + name; };
    daemon.endpoints = {.events = at("events"),
                        .control = at("control"),
                        .board = at("board"),
                        .requests = at("requests")};
}

}  // namespace

Options parse_command_line(int argc, char** argv)
{
    CLI::App app{
        "The Callwatch collector: subscribes to telephone and staff events, decides, keeps a\n"
        "journal, and feeds wallboards."};
    Asked asked;
    Options options;
    bool completion = false;
    app.add_option("--config", asked.config, "callwatchd.toml");
    app.add_flag("--check", options.check_only,
                 "read the configuration, say what is wrong, and end");
    app.add_option("--time", asked.time, "whose clock decides: this machine's, or the sources'")
        ->check(CLI::IsMember({"system", "source"}));
    app.add_option("--pace", asked.pace,
                   "with --time source and no live source: seconds that pass in one second")
        ->check(CLI::Range(0.01, 1'000'000.0));
    app.add_option("--data", asked.data, "folder of journal and vault");
    app.add_option("--ipc", asked.ipc, "listen on ipc sockets in this folder instead of TCP");
    app.add_option("--log-level", asked.log_level, "debug, info, warning or error")
        ->check(CLI::IsMember({"debug", "info", "warning", "error"}));
    app.add_flag("--completion", completion, "print a completion script for bash");
    app.set_version_flag("--version", "callwatchd " CALLWATCH_VERSION);
    app.footer(example);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        options.done = true;
        options.exit_code = app.exit(error) == 0 ? exit_ok : exit_usage;
        return options;
    }
    if (completion) {
        std::cout << bash_completion << '\n';
        options.done = true;
        return options;
    }
    if (asked.config.empty()) {
        std::cerr << "callwatchd: --config is required: the path of a callwatchd.toml "
                     "(config/callwatchd.toml is a documented one)\n";
        options.done = true;
        options.exit_code = exit_usage;
        return options;
    }
    try {
        options.settings = load_settings(asked.config);
    } catch (const SettingsError& error) {
        if (options.check_only) throw;
        options.office_faults = error;
        options.settings.daemon = load_daemon_settings(asked.config);
    }
    apply(asked, options.settings.daemon);
    return options;
}

}  // namespace callwatch
