#include <istream>
#include <memory>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "daemon/ctl/command_sender.hpp"
#include "daemon/ctl/failure.hpp"
#include "daemon/ctl/figures.hpp"
#include "daemon/ctl/row_json.hpp"
#include "daemon/ctl/table.hpp"
#include "daemon/ctl/text.hpp"
#include "daemon/journal/sha256.hpp"
#include "daemon/keys/signature.hpp"
#include "daemon/model/statements.hpp"

namespace callwatch::ctl {
namespace {

using callwatch::v1::DepartureRow;
using callwatch::v1::DeparturesReply;

struct DepartureOptions {
    std::string location;
    std::string mailbox;
    std::string person;
    std::string note;
    bool all = false;
    bool yes = false;
};

DeparturesReply ask_departures(RequestClient& client, const DepartureOptions& options, bool all)
{
    callwatch::v1::Request request;
    request.mutable_departures()->set_location_id(options.location);
    request.mutable_departures()->set_mailbox_id(options.mailbox);
    request.mutable_departures()->set_include_closed(all);
    return client.ask(std::move(request)).departures();
}

Json departure_json(const DepartureRow& row)
{
    return {{"mailbox", row.mailbox_id()},
            {"location", row.location_id()},
            {"person", row.person()},
            {"effective_at", json_time(row.effective_at_us())},
            {"red_at", json_time(row.red_at_us())},
            {"state", row.state()},
            {"overdue", row.overdue()},
            {"open_messages", row.open_messages()},
            {"cover", row.cover()},
            {"requested_by", row.requested_by()},
            {"requested_at", json_time(row.requested_at_us())},
            {"request_note", row.request_note()},
            {"confirmed_by", row.confirmed_by()},
            {"confirmed_at", json_time(row.confirmed_at_us())},
            {"confirm_note", row.confirm_note()},
            {"on_telephone_system", row.observed()},
            {"observed_at", json_time(row.observed_at_us())},
            {"successor", row.successor()},
            {"handed_over_by", row.handed_over_by()},
            {"handed_over_at", json_time(row.handed_over_at_us())},
            {"reopened_at", json_time(row.reopened_at_us())},
            {"statement", row.statement()},
            {"signature", row.signature()},
            {"sign_key", row.sign_key()}};
}

Tone tone_of(const DepartureRow& row)
{
    if (row.overdue()) return Tone::red;
    if (row.state().starts_with("DISCONNECT_") || row.state() == "CONFIRMED_UNVERIFIED")
        return Tone::amber;
    return Tone::quiet;
}

/// By the telephone system's own list, made after any message that came all the same.
bool is_proved_gone(const DepartureRow& row)
{
    return row.observed() == "gone" && row.observed_at_us() > row.reopened_at_us();
}

Cell observed_cell(const DepartureRow& row)
{
    if (row.observed() == "gone" && !is_proved_gone(row))
        return {"gone before a message came", Tone::amber};
    return {row.observed()};
}

/// Who signed its end.
Cell signed_cell(const DepartureRow& row)
{
    if (!row.confirmed_by().empty()) return {row.confirmed_by()};
    if (row.handed_over_by().empty()) return {"–"};
    if (row.statement().empty()) return {row.handed_over_by() + ", not signed", Tone::amber};
    return {row.handed_over_by()};
}

std::string departures_text(const DeparturesReply& reply, const LocalTimes& times, const Look& look)
{
    if (reply.departures().empty()) return "No mailbox of somebody who left is waiting.\n";
    using enum Column::Kind;
    Table table{{{"STATE", text},
                 {"MAILBOX", name},
                 {"LOCATION", name},
                 {"LEFT", name},
                 {"SINCE", text},
                 {"RED FROM", text},
                 {"OPEN", figure},
                 {"ANSWERED BY", name},
                 {"REQUESTED BY", name},
                 {"ENDED", text},
                 {"SIGNED BY", name},
                 {"ON THE PBX", text}}};
    for (const auto& row : reply.departures()) {
        const auto at = [&](std::int64_t time_us) {
            return times.moment(row.location_id(), time_us, reply.now_us());
        };
        const bool is_handed_over = !row.handed_over_by().empty();
        const auto answered_by = row.cover().empty() ? "NOBODY NAMED" : row.cover();
        table.add({{(row.overdue() ? "RED, " : "") + row.state(), tone_of(row)},
                   {row.mailbox_id()},
                   {row.location_id()},
                   {row.person()},
                   {at(row.effective_at_us())},
                   {at(row.red_at_us())},
                   {count(row.open_messages())},
                   {row.successor().empty() ? answered_by : row.successor()},
                   {row.requested_by().empty() ? "–" : row.requested_by()},
                   {at(is_handed_over ? row.handed_over_at_us() : row.confirmed_at_us())},
                   signed_cell(row),
                   observed_cell(row)});
    }
    auto drawn = table.draw(look) + "\n" + times.caption() + "\n";
    const auto shown = static_cast<std::uint64_t>(reply.departures_size());
    if (reply.total() > shown)
        drawn += fmt::format(
            "{} of {}: open ones first, the longest open first, then the newest that ended. For "
            "the others ask for one --location.\n",
            count(shown), count(reply.total()));
    return drawn;
}

int run_list(const Session& session, const DepartureOptions& options)
{
    RequestClient client = session.client();
    const auto reply = ask_departures(client, options, options.all);
    if (session.json) {
        Json rows = Json::array();
        for (const auto& row : reply.departures()) rows.push_back(departure_json(row));
        session.out << pretty(
            {{"now", json_time(reply.now_us())}, {"total", reply.total()}, {"departures", rows}});
    } else {
        session.out << departures_text(reply, ask_local_times(client), session.look);
    }
    return exit_ok;
}

int send(const Session& session, callwatch::v1::Command command, const std::string& done_text)
{
    RequestClient client = session.client();
    return send_and_say(session, client, std::move(command), done_text);
}

int run_request(const Session& session, const DepartureOptions& options)
{
    callwatch::v1::Command command;
    command.mutable_departure_request()->set_mailbox_id(options.mailbox);
    command.mutable_departure_request()->set_note(options.note);
    return send(session, std::move(command),
                clean(options.mailbox) +
                    ": disconnection requested; another person, a manager, "
                    "has to confirm it.");
}

int run_cover(const Session& session, const DepartureOptions& options)
{
    callwatch::v1::Command command;
    command.mutable_departure_cover()->set_mailbox_id(options.mailbox);
    command.mutable_departure_cover()->set_person(options.person);
    return send(session, std::move(command),
                fmt::format("{} answers {}.", clean(options.person), clean(options.mailbox)));
}

void confirm_in_words(const Session& session, const DepartureOptions& options,
                      const std::string& what, const std::string& word)
{
    if (options.yes) return;
    const auto question = what.substr(0, what.find_last_not_of('\n') + 1);
    if (!confirmed(session, question, word)) throw Failure{exit_negative, "nothing was changed"};
}

DepartureRow find_departure(RequestClient& client, const DepartureOptions& options)
{
    const auto reply = ask_departures(client, options, false);
    for (const auto& row : reply.departures())
        if (row.mailbox_id() == options.mailbox) return row;
    throw Failure{exit_negative, clean(options.mailbox) +
                                     " is no mailbox that waits to be disconnected; `callwatchctl "
                                     "departure list --all` shows them all"};
}

int run_handover(const Session& session, const DepartureOptions& options)
{
    const auto& key = session.credentials.key();
    RequestClient client = session.client();
    const auto row = find_departure(client, options);
    const auto text = describe(HandOverStatement{.mailbox = row.mailbox_id(),
                                                 .location = row.location_id(),
                                                 .person = row.person(),
                                                 .left_at_us = row.effective_at_us(),
                                                 .successor = options.person,
                                                 .by = key.part.holder.person.text.str()});
    confirm_in_words(session, options,
                     fmt::format("You sign:\n{}{} becomes the owner of {}; the departure ends.\n",
                                 text, clean(options.person), clean(options.mailbox)),
                     "hand over");
    callwatch::v1::Command command;
    auto& hand_over = *command.mutable_departure_handover();
    hand_over.set_mailbox_id(options.mailbox);
    hand_over.set_successor(options.person);
    hand_over.set_signature(keys::sign(key, text));
    return send_and_say(
        session, client, std::move(command),
        fmt::format("{} is {}'s now.", clean(options.mailbox), clean(options.person)));
}

int run_confirm(const Session& session, const DepartureOptions& options)
{
    const auto& key = session.credentials.key();
    RequestClient client = session.client();
    const auto row = find_departure(client, options);
    const DisconnectionStatement statement{.mailbox = row.mailbox_id(),
                                           .location = row.location_id(),
                                           .person = row.person(),
                                           .left_at_us = row.effective_at_us(),
                                           .requested_by = row.requested_by(),
                                           .requested_at_us = row.requested_at_us(),
                                           .verified = is_proved_gone(row),
                                           .by = key.part.holder.person.text.str(),
                                           .note = options.note};
    const auto text = describe(statement, sha256_hex);
    confirm_in_words(session, options,
                     "You sign:\n" + text +
                         (statement.verified ? ""
                                             : "The telephone system does not prove it: it will "
                                               "be CONFIRMED_UNVERIFIED until its list does.\n"),
                     "confirm");
    callwatch::v1::Command command;
    auto& confirm = *command.mutable_departure_confirm();
    confirm.set_mailbox_id(options.mailbox);
    confirm.set_note(options.note);
    confirm.set_signature(keys::sign(key, text));
    return send_and_say(session, client, std::move(command),
                        fmt::format("{} is confirmed to be off.", clean(options.mailbox)));
}

using Run = int (*)(const Session&, const DepartureOptions&);

std::shared_ptr<DepartureOptions> add(CLI::App& departure, Action& action, const char* name,
                                      const char* summary, const char* example, Run run,
                                      CLI::App*& command)
{
    command = departure.add_subcommand(name, summary);
    command->footer(std::string{"Example:\n  callwatchctl "} + example);
    auto options = std::make_shared<DepartureOptions>();
    command->callback([&action, options, run] {
        action = [options, run](const Session& session) { return run(session, *options); };
    });
    return options;
}

void add_mailbox(CLI::App& command, DepartureOptions& options)
{
    command.add_option("MAILBOX", options.mailbox, "As `departure list` names it")->required();
}

}  // namespace

void add_departure(CLI::App& app, Action& action)
{
    CLI::App* departure =
        app.add_subcommand("departure", "Mailboxes of people who left, until they are off");
    departure->require_subcommand(1);
    departure->footer("Example:\n  callwatchctl departure list");
    CLI::App* command = nullptr;
    auto options = add(*departure, action, "list", "Which are still connected, and who answers",
                       "departure list --location northside", run_list, command);
    command->add_option("--location", options->location, "Only this location")
        ->type_name("LOCATION");
    command->add_flag("--all", options->all, "Also those that are done");

    options = add(*departure, action, "request", "Ask for a mailbox to be switched off",
                  "--key sue.key departure request pbx1/103@default", run_request, command);
    add_mailbox(*command, *options);
    command->add_option("--note", options->note, "A remark")->type_name("TEXT");

    options =
        add(*departure, action, "confirm", "A manager, not who requested it, signs that it is off",
            "--key mia.key departure confirm pbx1/103@default", run_confirm, command);
    add_mailbox(*command, *options);
    command->add_option("--note", options->note, "A remark")->type_name("TEXT");
    command->add_flag("--yes", options->yes, "Do not ask");

    options = add(*departure, action, "cover", "Who answers what comes to it meanwhile",
                  "--key sue.key departure cover pbx1/103@default anna", run_cover, command);
    add_mailbox(*command, *options);
    command->add_option("PERSON", options->person, "Id of the person")->required();

    options = add(*departure, action, "handover", "A manager signs that it has a new owner",
                  "--key mia.key departure handover pbx1/103@default ben", run_handover, command);
    add_mailbox(*command, *options);
    command->add_option("PERSON", options->person, "Id of the successor")->required();
    command->add_flag("--yes", options->yes, "Do not ask");
}

}  // namespace callwatch::ctl
