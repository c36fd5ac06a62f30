#include <memory>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "daemon/ctl/command_sender.hpp"
#include "daemon/ctl/row_json.hpp"
#include "daemon/ctl/text.hpp"

namespace callwatch::ctl {
namespace {

struct NumberOptions {
    std::string message;
    std::string reason;
};

int run_number(const Session& session, const NumberOptions& options)
{
    callwatch::v1::Command command;
    command.mutable_unmask()->set_message(options.message);
    command.mutable_unmask()->set_reason(options.reason);
    RequestClient client = session.client();
    const auto done = send_command(client, std::move(command));
    if (session.json)
        session.out << pretty({{"message", options.message},
                               {"number", done.text()},
                               {"command", done.command_id()},
                               {"position", done.position()}});
    else
        session.out << clean(done.text()) << "\n";
    return exit_ok;
}

}  // namespace

void add_number(CLI::App& message, Action& action)
{
    CLI::App* command = message.add_subcommand(
        "number", "Show the caller's whole number; that you saw it, and why, is put on record");
    command->footer(
        "Example:\n  callwatchctl message number pbx1/106@default#1795309119.0 --reason 'I call "
        "back'");
    auto options = std::make_shared<NumberOptions>();
    command->add_option("message", options->message, "As `callwatchctl messages` names it")
        ->type_name("MESSAGE")
        ->required();
    command->add_option("--reason", options->reason, "Why, in a sentence")
        ->type_name("TEXT")
        ->required();
    command->callback([&action, options] {
        action = [options](const Session& session) { return run_number(session, *options); };
    });
}

}  // namespace callwatch::ctl
