#include <filesystem>
#include <memory>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "daemon/ctl/command_sender.hpp"
#include "daemon/ctl/failure.hpp"
#include "daemon/ctl/row_json.hpp"
#include "daemon/ctl/text.hpp"
#include "daemon/settings/settings.hpp"
#include "daemon/settings/settings_error.hpp"

namespace callwatch::ctl {
namespace {

using callwatch::v1::ConfigReply;

struct ConfigOptions {
    std::string file;
    std::string note;
    bool yes = false;
};

ConfigReply ask_config(RequestClient& client)
{
    callwatch::v1::Request request;
    request.mutable_config();
    return client.ask(std::move(request)).config();
}

bool is_same(const ConfigReply& reply) { return reply.faults().empty() && reply.changes().empty(); }

Json config_json(const ConfigReply& reply)
{
    Json faults = Json::array();
    for (const auto& fault : reply.faults()) faults.push_back(fault);
    Json changes = Json::array();
    for (const auto& change : reply.changes()) changes.push_back(change);
    return {{"organisation_version", reply.organisation_version()},
            {"policy_version", reply.policy_version()},
            {"applied_by", reply.applied_by()},
            {"applied_at", json_time(reply.applied_at_us())},
            {"note", reply.note()},
            {"organisation_file", reply.organisation_file()},
            {"policy_file", reply.policy_file()},
            {"organisation_file_version", reply.organisation_file_version()},
            {"policy_file_version", reply.policy_file_version()},
            {"faults", faults},
            {"changes", changes}};
}

std::string config_text(const ConfigReply& reply, const LocalTimes& times)
{
    auto text = fmt::format("In force: organisation {:.12}, policy {:.12}, {}\n",
                            reply.organisation_version(), reply.policy_version(),
                            reply.applied_by().empty()
                                ? "as the files were when the collector started"
                                : fmt::format("applied by {} at {}", clean(reply.applied_by()),
                                              times.in_full("", reply.applied_at_us())));
    if (!reply.note().empty()) text += "Because: " + clean(reply.note()) + "\n";
    if (is_same(reply)) return text + "The files beside the collector are the same.\n";
    text += fmt::format("\nThe files beside the collector ({}, {}) would change this:\n",
                        clean(reply.policy_file()), clean(reply.organisation_file()));
    for (const auto& change : reply.changes()) text += "  " + clean(change) + "\n";
    for (const auto& fault : reply.faults()) text += "CANNOT BE APPLIED: " + clean(fault) + "\n";
    return text;
}

/// A folder stands for the collector's file in it.
std::string settings_file(std::filesystem::path named)
{
    if (std::filesystem::is_directory(named)) named /= "callwatchd.toml";
    return named.string();
}

int run_check(const Session& session, const ConfigOptions& options)
try {
    const auto settings = load_settings(settings_file(options.file));
    const auto& organisation = settings.organisation;
    if (session.json)
        session.out << pretty({{"good", true},
                               {"organisation_version", organisation.version},
                               {"policy_version", settings.policy.version},
                               {"faults", Json::array()}});
    else
        session.out << fmt::format(
            "Good: {} locations, {} people, {} queues, {} sources. Organisation {:.12}, policy "
            "{:.12}.\n",
            organisation.locations.size(), organisation.people.size(), organisation.queues.size(),
            organisation.sources.size(), organisation.version, settings.policy.version);
    return exit_ok;
} catch (const SettingsError& error) {
    if (!session.json) throw Failure{exit_usage, error.what()};
    Json faults = Json::array();
    for (const auto& fault : error.faults()) faults.push_back(fault);
    session.out << pretty({{"good", false},
                           {"organisation_version", ""},
                           {"policy_version", ""},
                           {"faults", faults}});
    return exit_usage;
}

int run_diff(const Session& session, const ConfigOptions&)
{
    RequestClient client = session.client();
    const auto reply = ask_config(client);
    session.out << (session.json ? pretty(config_json(reply))
                                 : config_text(reply, ask_local_times(client)));
    return is_same(reply) ? exit_ok : exit_negative;
}

int run_apply(const Session& session, const ConfigOptions& options)
{
    RequestClient client = session.client();
    const auto reply = ask_config(client);
    if (!reply.faults().empty())
        throw Failure{exit_usage, "the files cannot be applied:\n" + clean(reply.faults(0))};
    if (is_same(reply))
        throw Failure{exit_negative, "the files beside the collector are in force already"};
    const auto question = config_text(reply, ask_local_times(client)) +
                          "The collector starts again with them; days that are over keep their "
                          "verdicts.";
    if (!options.yes && !confirmed(session, question, "apply"))
        throw Failure{exit_negative, "nothing was changed"};
    callwatch::v1::Command command;
    auto& apply = *command.mutable_config_apply();
    apply.set_organisation_version(reply.organisation_file_version());
    apply.set_policy_version(reply.policy_file_version());
    apply.set_note(options.note);
    return send_and_say(session, client, std::move(command), "The configuration is applied.");
}

using Run = int (*)(const Session&, const ConfigOptions&);

CLI::App* add(CLI::App& config, Action& action, const char* name, const char* summary,
              const char* example, Run run, const std::shared_ptr<ConfigOptions>& options)
{
    CLI::App* command = config.add_subcommand(name, summary);
    command->footer(std::string{"Example:\n  callwatchctl "} + example);
    command->callback([&action, options, run] {
        action = [options, run](const Session& session) { return run(session, *options); };
    });
    return command;
}

}  // namespace

void add_config(CLI::App& app, Action& action)
{
    CLI::App* config =
        app.add_subcommand("config", "Organisation and policy: what is in force, and changing it");
    config->require_subcommand(1);
    config->footer("Example:\n  callwatchctl --key mia.key config diff");
    auto options = std::make_shared<ConfigOptions>();
    add(*config, action, "check", "Read callwatchd.toml and its files, and say what is wrong",
        "config check /etc/callwatch/callwatchd.toml", run_check, options)
        ->add_option("FILE", options->file, "A callwatchd.toml, or its folder")
        ->required();
    add(*config, action, "diff", "How the files beside the collector differ from what is in force",
        "--key mia.key config diff", run_diff, options);
    CLI::App* apply =
        add(*config, action, "apply", "A manager puts the files beside the collector in force",
            "--key mia.key config apply --note 'the new office'", run_apply, options);
    apply->add_option("--note", options->note, "Why, in a sentence")->type_name("TEXT")->required();
    apply->add_flag("--yes", options->yes, "Do not ask");
}

}  // namespace callwatch::ctl
