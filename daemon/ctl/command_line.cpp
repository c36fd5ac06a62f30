#include "daemon/ctl/command_line.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "daemon/ctl/completion.hpp"
#include "daemon/ctl/credentials.hpp"
#include "daemon/ctl/failure.hpp"
#include "daemon/ctl/session.hpp"
#include "daemon/journal/storage_error.hpp"

namespace callwatch::ctl {
namespace {

struct CommonOptions {
    std::string requests = "tcp://127.0.0.1:7705";
    std::string ipc_directory;
    double timeout_s = 5;
    bool json = false;
    std::string completion;
    KeyOptions key;

    std::string endpoint() const
    {
        return ipc_directory.empty() ? requests : "ipc://" + ipc_directory + "/requests";
    }
    std::string board() const
    {
        return ipc_directory.empty() ? "tcp://127.0.0.1:7703" : "ipc://" + ipc_directory + "/board";
    }
};

constexpr auto description =
    "callwatchctl shows what callwatchd knows, and checks its journal.\n"
    "Every command has a table for people and, with --json, stable keys for scripts "
    "(daemon/ctl/README.md).";

constexpr auto footer =
    "Example:\n"
    "  callwatchctl status --ipc /run/callwatch\n\n"
    "The options above stand before or after the command.\n"
    "Exit codes: 0 done, day CLEAR; 1 day not CLEAR, or nothing there; 2 command line; 3 no answer "
    "from the "
    "daemon; 4 journal broken.";

void add_common(CLI::App& app, CommonOptions& common)
{
    auto* requests =
        app.add_option("--requests", common.requests, "Requests endpoint of the daemon");
    requests->type_name("ENDPOINT")->capture_default_str();
    app.add_option("--ipc", common.ipc_directory, "Directory of the daemon's ipc sockets")
        ->type_name("DIR")
        ->excludes(requests);
    app.add_option("--timeout", common.timeout_s, "How long to wait for each answer")
        ->type_name("SECONDS")
        ->check(CLI::Range(0.01, 3'600.0))
        ->capture_default_str();
    app.add_option("--key", common.key.key_file, "Your key, where the daemon wants one")
        ->type_name("FILE")
        ->envname("CALLWATCH_KEY");
    app.add_option("--server-key", common.key.server_key,
                   "The daemon's public key: its daemon.pub, or 64 hex digits")
        ->type_name("FILE|HEX")
        ->envname("CALLWATCH_SERVER_KEY");
    app.add_option("--passphrase-file", common.key.passphrase_file,
                   "Where the passphrase of the key stands, instead of asking")
        ->type_name("FILE")
        ->envname("CALLWATCH_PASSPHRASE_FILE");
    app.add_flag("--json", common.json, "JSON with stable keys instead of a table");
    app.add_option("--completion", common.completion,
                   "Write the completion script of a shell, and end")
        ->type_name("bash")
        ->check(CLI::IsMember({"bash"}));
    app.set_version_flag("--version", "callwatchctl " CALLWATCH_VERSION);
}

void add_commands(CLI::App& app, Action& action)
{
    add_status(app, action);
    add_queues(app, action);
    add_messages(app, action);
    add_message(app, action);
    add_day(app, action);
    add_departure(app, action);
    add_alarm(app, action);
    add_staff(app, action);
    add_attest(app, action);
    add_standards(app, action);
    add_config(app, action);
    add_coverage(app, action);
    add_main_line(app, action);
    add_sources(app, action);
    add_watch(app, action);
    CLI::App* journal =
        app.add_subcommand("journal", "The journal: every fact, and its hash chain");
    journal->require_subcommand(1);
    journal->footer("Example:\n  callwatchctl journal verify --data /var/lib/callwatch");
    add_journal_print(*journal, action);
    add_journal_verify(*journal, action);
    add_audit(app, action);
    add_privacy(app, action);
    add_key(app, action);
}

/// The sentence for a command line that cannot be read, or the text that was asked for instead.
int end_early(const CLI::App& app, const CLI::ParseError& error, const Streams& streams)
{
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
        app.exit(error, streams.out, streams.err);
        return exit_ok;
    }
    streams.err << "callwatchctl: " << error.what() << "; see callwatchctl --help\n";
    return exit_usage;
}

int carry_out(const Action& action, const CommonOptions& common, const Streams& streams)
try {
    Credentials credentials{common.key};
    const auto timeout = std::chrono::milliseconds{static_cast<int>(common.timeout_s * 1'000)};
    return action({.requests = common.endpoint(),
                   .board = common.board(),
                   .timeout = timeout,
                   .json = common.json,
                   .look = streams.look,
                   .out = streams.out,
                   .err = streams.err,
                   .credentials = credentials,
                   .in = streams.in});
} catch (const Failure& failure) {
    streams.err << "callwatchctl: " << failure.what() << "\n";
    return failure.exit_code();
} catch (const StorageError& error) {
    streams.err << "callwatchctl: " << error.what() << "\n";
    return exit_journal;
}

}  // namespace

int run(std::vector<std::string> arguments, const Streams& streams)
{
    CLI::App app{description, "callwatchctl"};
    app.footer(footer);
    app.fallthrough();
    CommonOptions common;
    Action action;
    add_common(app, common);
    add_commands(app, action);
    try {
        std::ranges::reverse(arguments);  // What CLI11 wants of a vector.
        app.parse(std::move(arguments));
    } catch (const CLI::ParseError& error) {
        return end_early(app, error, streams);
    }
    if (!common.completion.empty()) {
        streams.out << bash_completion(app);
        return exit_ok;
    }
    if (!action) {
        streams.err << app.help();
        return exit_usage;
    }
    return carry_out(action, common, streams);
}

}  // namespace callwatch::ctl
