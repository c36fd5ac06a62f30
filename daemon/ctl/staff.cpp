#include <istream>
#include <memory>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "daemon/ctl/command_sender.hpp"
#include "daemon/ctl/failure.hpp"
#include "daemon/ctl/staff_list.hpp"
#include "daemon/ctl/text.hpp"

namespace callwatch::ctl {
namespace {

struct StaffOptions {
    std::string person;
    std::string location;
    std::string at;
    std::string from;
    std::string to;
    std::string cover;
    std::string mailbox;
    std::string note;
    bool yes = false;
};

/// "2026-11-20 17:00" or "17:00" at the location; `now_us` if nothing is said. Throws Failure.
std::int64_t time_at(const LocalTimes& times, const std::string& location, const std::string& text,
                     std::int64_t now_us)
{
    if (text.empty()) return now_us;
    const auto at = times.parse(location, text, now_us);
    if (!at) throw Failure{exit_usage, clean(text) + " is no time as 17:00 or 2026-11-20 17:00"};
    return *at;
}

std::int64_t ask_now(RequestClient& client)
{
    callwatch::v1::Request request;
    request.mutable_status();
    return client.ask(std::move(request)).status().now_us();
}

int run_leave(const Session& session, const StaffOptions& options)
{
    RequestClient client = session.client();
    const auto at = time_at(ask_local_times(client), options.location, options.at, ask_now(client));
    const auto question = fmt::format(
        "{} no longer works at {}: her mailboxes there have to be disconnected, and answered until "
        "then.",
        clean(options.person), clean(options.location));
    if (!options.yes && !confirmed(session, question, "leave"))
        throw Failure{exit_negative, "nothing was changed"};
    callwatch::v1::Command command;
    command.mutable_staff_leave()->set_person(options.person);
    command.mutable_staff_leave()->set_location_id(options.location);
    command.mutable_staff_leave()->set_effective_at_us(at);
    return send_and_say(session, client, std::move(command),
                        fmt::format("{} left {}; see `callwatchctl departure list`.",
                                    clean(options.person), clean(options.location)));
}

int run_move(const Session& session, const StaffOptions& options)
{
    RequestClient client = session.client();
    const auto at = time_at(ask_local_times(client), options.location, options.at, ask_now(client));
    const auto question = fmt::format(
        "{} goes on at {}: her mailboxes at {} have to be disconnected, and answered until then.",
        clean(options.person), clean(options.to), clean(options.location));
    if (!options.yes && !confirmed(session, question, "move"))
        throw Failure{exit_negative, "nothing was changed"};
    callwatch::v1::Command command;
    auto& move = *command.mutable_staff_move();
    move.set_person(options.person);
    move.set_from_location_id(options.location);
    move.set_to_location_id(options.to);
    move.set_effective_at_us(at);
    return send_and_say(session, client, std::move(command),
                        fmt::format("{} works at {}; see `callwatchctl departure list`.",
                                    clean(options.person), clean(options.to)));
}

int run_absence_add(const Session& session, const StaffOptions& options)
{
    RequestClient client = session.client();
    const auto times = ask_local_times(client);
    const auto now_us = ask_now(client);
    callwatch::v1::Command command;
    auto& absence = *command.mutable_absence_add();
    absence.set_person(options.person);
    absence.set_from_us(time_at(times, "", options.from, now_us));
    if (!options.to.empty()) absence.set_to_us(time_at(times, "", options.to, now_us));
    absence.set_cover(options.cover);
    return send_and_say(
        session, client, std::move(command),
        options.cover.empty()
            ? clean(options.person) + " is away, and nobody was named who answers."
            : fmt::format("{} is away; {} answers.", clean(options.person), clean(options.cover)));
}

int run_absence_end(const Session& session, const StaffOptions& options)
{
    RequestClient client = session.client();
    callwatch::v1::Command command;
    command.mutable_absence_end()->set_person(options.person);
    return send_and_say(session, client, std::move(command), clean(options.person) + " is back.");
}

int run_verify(const Session& session, const StaffOptions& options)
{
    RequestClient client = session.client();
    callwatch::v1::Command command;
    auto& attest = *command.mutable_attest();
    attest.set_kind("access");
    attest.set_subject(options.mailbox);
    attest.set_note(options.note);
    return send_and_say(session, client, std::move(command),
                        "Access to " + clean(options.mailbox) + " is verified.");
}

using Run = int (*)(const Session&, const StaffOptions&);

CLI::App* add(CLI::App& parent, Action& action, const char* name, const char* summary,
              const char* example, Run run, const std::shared_ptr<StaffOptions>& options)
{
    CLI::App* command = parent.add_subcommand(name, summary);
    command->footer(std::string{"Example:\n  callwatchctl "} + example);
    command->callback([&action, options, run] {
        action = [options, run](const Session& session) { return run(session, *options); };
    });
    return command;
}

CLI::App* add_group(CLI::App& app, const char* name, const char* summary)
{
    CLI::App* group = app.add_subcommand(name, summary);
    group->require_subcommand(1);
    return group;
}

}  // namespace

void add_staff(CLI::App& app, Action& action)
{
    auto options = std::make_shared<StaffOptions>();
    CLI::App* staff = add_group(app, "staff", "Who works where; changing it is a manager's");
    add_staff_list(*staff, action);
    CLI::App* leave =
        add(*staff, action, "leave", "Somebody no longer works at a location",
            "--key mia.key staff leave carla --location northside --at '2026-11-20 17:00'",
            run_leave, options);
    leave->add_option("PERSON", options->person, "Id of the person")->required();
    leave->add_option("--location", options->location, "Which one")
        ->type_name("LOCATION")
        ->required();
    leave->add_option("--at", options->at, "From when on, at the location; without it, now")
        ->type_name("TIME");
    leave->add_flag("--yes", options->yes, "Do not ask");

    CLI::App* move = add(*staff, action, "move", "Somebody goes on at another location",
                         "--key mia.key staff move carla --from northside --to eastside --at "
                         "'2026-11-20 17:00'",
                         run_move, options);
    move->add_option("PERSON", options->person, "Id of the person")->required();
    move->add_option("--from", options->location, "Where she worked")
        ->type_name("LOCATION")
        ->required();
    move->add_option("--to", options->to, "Where she works")->type_name("LOCATION")->required();
    move->add_option("--at", options->at, "From when on, at the old location; without it, now")
        ->type_name("TIME");
    move->add_flag("--yes", options->yes, "Do not ask");

    CLI::App* absence = add_group(app, "absence", "Who is away, and who answers meanwhile");
    CLI::App* begin = add(*absence, action, "add", "Somebody is away",
                          "--key sue.key absence add anna --to '2026-11-27 08:00' --cover ben",
                          run_absence_add, options);
    begin->add_option("PERSON", options->person, "Id of the person")->required();
    begin->add_option("--from", options->from, "Without it, now")->type_name("TIME");
    begin->add_option("--to", options->to, "Without it, until `absence end`")->type_name("TIME");
    begin->add_option("--cover", options->cover, "Who answers")->type_name("PERSON");
    add(*absence, action, "end", "Somebody is back", "--key sue.key absence end anna",
        run_absence_end, options)
        ->add_option("PERSON", options->person, "Id of the person")
        ->required();

    CLI::App* access = add_group(app, "access", "Management's access to mailboxes (item 8)");
    CLI::App* verify = add(*access, action, "verify", "You have tried it, and it works",
                           "--key mia.key access verify pbx1/103@default", run_verify, options);
    verify->add_option("MAILBOX", options->mailbox, "Which one")->required();
    verify->add_option("--note", options->note, "A remark")->type_name("TEXT");
}

}  // namespace callwatch::ctl
