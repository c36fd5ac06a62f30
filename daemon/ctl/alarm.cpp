#include <memory>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "daemon/ctl/command_sender.hpp"
#include "daemon/ctl/failure.hpp"
#include "daemon/ctl/row_json.hpp"
#include "daemon/ctl/table.hpp"
#include "daemon/ctl/text.hpp"

namespace callwatch::ctl {
namespace {

using callwatch::v1::AlarmsReply;

constexpr int shelved_minutes_max = 7 * 24 * 60;  // The daemon's bound.

struct AlarmOptions {
    std::string alarm;
    std::string location;
    std::string until;
    int minutes = 0;
};

AlarmsReply ask_alarms(RequestClient& client)
{
    callwatch::v1::Request request;
    request.mutable_alarms();
    return client.ask(std::move(request)).alarms();
}

Json alarm_json(const AlarmsReply::One& row)
{
    return {{"alarm", row.alarm()},
            {"location", row.location_id()},
            {"acknowledged_by", row.acknowledged_by()},
            {"acknowledged_at", json_time(row.acknowledged_at_us())},
            {"shelved_by", row.shelved_by()},
            {"shelved_until", json_time(row.shelved_until_us())}};
}

std::string alarms_text(const AlarmsReply& reply, const LocalTimes& times, const Look& look)
{
    if (reply.rows().empty())
        return "Nobody has acknowledged or shelved an alarm in the last seven days.\n";
    using enum Column::Kind;
    Table table{{{"ALARM", name},
                 {"LOCATION", name},
                 {"ACKNOWLEDGED", text},
                 {"BY", name},
                 {"SHELVED", text},
                 {"BY", name}}};
    for (const auto& row : reply.rows()) {
        const auto at = [&](std::int64_t time_us) {
            return times.moment(row.location_id(), time_us, reply.now_us());
        };
        const bool is_shelved = row.shelved_until_us() > reply.now_us();
        const auto until = (is_shelved ? "until " : "was, until ") + at(row.shelved_until_us());
        table.add(
            {{row.alarm()},
             {row.location_id()},
             {at(row.acknowledged_at_us())},
             {row.acknowledged_by()},
             {row.shelved_until_us() == 0 ? "–" : until, is_shelved ? Tone::amber : Tone::quiet},
             {row.shelved_by()}});
    }
    return table.draw(look) + "\n" + times.caption() + "\n";
}

int run_list(const Session& session, const AlarmOptions& options)
{
    RequestClient client = session.client();
    const auto all = ask_alarms(client);
    AlarmsReply reply;
    reply.set_now_us(all.now_us());
    for (const auto& row : all.rows())
        if (options.location.empty() || row.location_id() == options.location)
            *reply.add_rows() = row;
    if (session.json) {
        Json rows = Json::array();
        for (const auto& row : reply.rows()) rows.push_back(alarm_json(row));
        session.out << pretty({{"now", json_time(reply.now_us())}, {"alarms", rows}});
    } else {
        session.out << alarms_text(reply, ask_local_times(client), session.look);
    }
    return exit_ok;
}

int send(const Session& session, RequestClient& client, const AlarmOptions& options,
         const char* act, std::int64_t until_us, const std::string& done)
{
    callwatch::v1::Command command;
    auto& alarm = *command.mutable_alarm_act();
    alarm.set_alarm(options.alarm);
    alarm.set_act(act);
    alarm.set_until_us(until_us);
    return send_and_say(session, client, std::move(command),
                        fmt::format("{} is {}.", clean(options.alarm), done));
}

int run_acknowledge(const Session& session, const AlarmOptions& options)
{
    RequestClient client = session.client();
    return send(session, client, options, "acknowledge", 0, "acknowledged");
}

int run_unshelve(const Session& session, const AlarmOptions& options)
{
    RequestClient client = session.client();
    return send(session, client, options, "unshelve", 0, "not shelved any more");
}

/// By whose clock a time is meant; empty for a queue that there is not: the daemon says so.
std::string location_of(RequestClient& client, const std::string& alarm)
{
    const auto slash = alarm.find('/');
    if (slash == std::string::npos) return {};
    const auto id = alarm.substr(slash + 1);
    if (!alarm.starts_with("queue/")) return id;
    callwatch::v1::Request request;
    request.mutable_queues();
    const auto reply = client.ask(std::move(request));
    for (const auto& queue : reply.queues().queues())
        if (queue.queue_id() == id) return queue.location_id();
    return {};
}

std::int64_t ask_now(RequestClient& client)
{
    callwatch::v1::Request request;
    request.mutable_status();
    return client.ask(std::move(request)).status().now_us();
}

int run_shelve(const Session& session, const AlarmOptions& options)
{
    if (options.until.empty() && options.minutes == 0)
        throw Failure{exit_usage, "say --until TIME or --for MINUTES, at most seven days ahead"};
    RequestClient client = session.client();
    const auto now_us = ask_now(client);
    const auto times = ask_local_times(client);
    const auto location = location_of(client, options.alarm);
    auto until_us = now_us + std::int64_t{options.minutes} * 60'000'000;
    if (!options.until.empty()) {
        const auto said = times.parse(location, options.until, now_us);
        if (!said) throw Failure{exit_usage, "--until is a time as 15:30 or 2026-12-01 08:00"};
        until_us = *said;
    }
    return send(session, client, options, "shelve", until_us,
                "shelved until " + times.in_full(location, until_us));
}

using Run = int (*)(const Session&, const AlarmOptions&);

std::shared_ptr<AlarmOptions> add(CLI::App& alarm, Action& action, const char* name,
                                  const char* summary, const char* example, Run run,
                                  CLI::App*& command)
{
    command = alarm.add_subcommand(name, summary);
    command->footer(std::string{"Example:\n  callwatchctl "} + example);
    auto options = std::make_shared<AlarmOptions>();
    command->callback([&action, options, run] {
        action = [options, run](const Session& session) { return run(session, *options); };
    });
    return options;
}

void add_name(CLI::App& command, AlarmOptions& options)
{
    command
        .add_option("ALARM", options.alarm,
                    "queue/QUEUE, or operators/, overdue/, departed/ or route/ and the LOCATION")
        ->required();
}

}  // namespace

void add_alarm(CLI::App& app, Action& action)
{
    CLI::App* alarm =
        app.add_subcommand("alarm", "Alarms on the wall: seen, or shelved for a while, by whom");
    alarm->require_subcommand(1);
    alarm->footer("Example:\n  callwatchctl alarm list");
    CLI::App* command = nullptr;
    auto options = add(*alarm, action, "list", "Which were acknowledged or shelved, and by whom",
                       "alarm list --location northside", run_list, command);
    command->add_option("--location", options->location, "Only this location")
        ->type_name("LOCATION");

    options = add(*alarm, action, "acknowledge", "You have seen it and take care of it",
                  "--key sue.key alarm acknowledge queue/pbx1/main-line", run_acknowledge, command);
    add_name(*command, *options);

    options = add(*alarm, action, "shelve", "It is known: the wall shall be quiet about it",
                  "--key sue.key alarm shelve route/northside --until '2026-12-01 08:00'\n"
                  "  callwatchctl --key sue.key alarm shelve queue/pbx1/main-line --for 30",
                  run_shelve, command);
    add_name(*command, *options);
    auto* until =
        command->add_option("--until", options->until, "When it is over, by the location's clock");
    until->type_name("TIME");
    command->add_option("--for", options->minutes, "How long from now")
        ->type_name("MINUTES")
        ->check(CLI::Range(1, shelved_minutes_max))
        ->excludes(until);

    options = add(*alarm, action, "unshelve", "The wall shall speak of it again",
                  "--key sue.key alarm unshelve route/northside", run_unshelve, command);
    add_name(*command, *options);
}

}  // namespace callwatch::ctl
