#include <array>
#include <charconv>
#include <memory>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "daemon/ctl/command_sender.hpp"
#include "daemon/ctl/failure.hpp"
#include "daemon/ctl/text.hpp"

namespace callwatch::ctl {
namespace {

struct AttestOptions {
    std::string mailbox;
    std::string state;
    std::string hours;
    std::string returns;
    std::string help_key;
    std::string location;
    std::string version;
    std::string person;
    std::string on;
    std::string note;
};

/// "15:30" as milliseconds since midnight. Throws Failure.
std::int64_t time_of_day(std::string_view text)
{
    unsigned hour = 0;
    unsigned minute = 0;
    const bool is_time =
        text.size() == 5 && text[2] == ':' &&
        std::from_chars(text.data(), text.data() + 2, hour).ptr == text.data() + 2 &&
        std::from_chars(text.data() + 3, text.data() + 5, minute).ptr == text.data() + 5;
    if (!is_time || hour > 24 || minute > 59)
        throw Failure{exit_usage, "--hours is as 15:30-17:00"};
    return (std::int64_t{hour} * 60 + minute) * 60'000;
}

void set_hours(callwatch::v1::GreetingAttest& greeting, const std::string& hours)
{
    if (hours.empty()) return;
    const auto dash = hours.find('-');
    if (dash == std::string::npos) throw Failure{exit_usage, "--hours is as 15:30-17:00"};
    greeting.set_window_from_ms(time_of_day(std::string_view{hours}.substr(0, dash)));
    greeting.set_window_to_ms(time_of_day(std::string_view{hours}.substr(dash + 1)));
}

std::int64_t ask_now(RequestClient& client)
{
    callwatch::v1::Request request;
    request.mutable_status();
    return client.ask(std::move(request)).status().now_us();
}

int run_greeting(const Session& session, const AttestOptions& options)
{
    callwatch::v1::Command command;
    auto& greeting = *command.mutable_greeting_attest();
    greeting.set_mailbox_id(options.mailbox);
    greeting.set_state(options.state == "away" ? callwatch::v1::GreetingAttest::AWAY
                                               : callwatch::v1::GreetingAttest::IN_OFFICE);
    set_hours(greeting, options.hours);
    greeting.set_help_key(options.help_key);
    RequestClient client = session.client();
    if (!options.returns.empty()) {
        const auto at = ask_local_times(client).parse("", options.returns, ask_now(client));
        if (!at) throw Failure{exit_usage, "--returns is a time as 2026-12-01 08:00"};
        greeting.set_returns_at_us(*at);
    }
    return send_and_say(session, client, std::move(command),
                        fmt::format("The greeting of {} is attested.", clean(options.mailbox)));
}

int run_script(const Session& session, const AttestOptions& options)
{
    callwatch::v1::Command command;
    command.mutable_script_attest()->set_location_id(options.location);
    command.mutable_script_attest()->set_version(options.version);
    RequestClient client = session.client();
    return send_and_say(
        session, client, std::move(command),
        fmt::format("{} speaks scripts {}.", clean(options.location), clean(options.version)));
}

int run_training(const Session& session, const AttestOptions& options)
{
    callwatch::v1::Command command;
    auto& training = *command.mutable_training_record();
    training.set_person(options.person);
    training.set_on(options.on);
    training.set_note(options.note);
    RequestClient client = session.client();
    return send_and_say(
        session, client, std::move(command),
        fmt::format("{} was trained on {}.", clean(options.person), clean(options.on)));
}

using Run = int (*)(const Session&, const AttestOptions&);

CLI::App* add(CLI::App& app, Action& action, const char* group, const char* summary,
              const char* name, const char* example, Run run,
              const std::shared_ptr<AttestOptions>& options)
{
    CLI::App* parent = app.add_subcommand(group, summary);
    parent->require_subcommand(1);
    CLI::App* command = parent->add_subcommand(name, summary);
    command->footer(std::string{"Example:\n  callwatchctl "} + example);
    command->callback([&action, options, run] {
        action = [options, run](const Session& session) { return run(session, *options); };
    });
    return command;
}

}  // namespace

void add_attest(CLI::App& app, Action& action)
{
    auto options = std::make_shared<AttestOptions>();
    CLI::App* greeting =
        add(app, action, "greeting",
            "What the greeting of a mailbox says: you have heard it (item 4)", "attest",
            "--key anna.key greeting attest pbx1/101@default in_office --hours 15:30-17:00\n"
            "  callwatchctl --key sue.key greeting attest pbx1/102@default away --returns "
            "'2026-12-01 08:00' --help-key 0",
            run_greeting, options);
    greeting->add_option("MAILBOX", options->mailbox, "Which one")->required();
    greeting->add_option("STATE", options->state, "For whom it speaks: in_office or away")
        ->required()
        ->check(CLI::IsMember({"in_office", "away"}));
    auto* hours = greeting->add_option("--hours", options->hours,
                                       "In the office: when callers can expect a call");
    hours->type_name("FROM-TO");
    greeting->add_option("--returns", options->returns, "Away: when she is back, at the location")
        ->type_name("TIME")
        ->excludes(hours);
    greeting->add_option("--help-key", options->help_key, "Away: the key for immediate help")
        ->type_name("KEY")
        ->excludes(hours);

    CLI::App* script = add(
        app, action, "script",
        "Which required scripts a location's answering system speaks; a manager's word approves",
        "attest", "--key sue.key script attest northside --version 2012-06", run_script, options);
    script->add_option("LOCATION", options->location, "Which one")->required();
    script->add_option("--version", options->version, "Of the scripts")
        ->type_name("VERSION")
        ->required();

    CLI::App* training =
        add(app, action, "training", "Who was trained to answer the telephone (item 5)", "record",
            "--key sue.key training record anna --on 2026-11-02", run_training, options);
    training->add_option("PERSON", options->person, "Id of the person")->required();
    training->add_option("--on", options->on, "When")->type_name("DATE")->required();
    training->add_option("--note", options->note, "A remark")->type_name("TEXT");
}

}  // namespace callwatch::ctl
