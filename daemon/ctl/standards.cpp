#include <memory>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "daemon/ctl/figures.hpp"
#include "daemon/ctl/row_json.hpp"
#include "daemon/ctl/session.hpp"
#include "daemon/ctl/table.hpp"
#include "daemon/ctl/text.hpp"

namespace callwatch::ctl {
namespace {

using callwatch::v1::StandardsReply;

StandardsReply ask_standards(RequestClient& client, const std::string& location)
{
    callwatch::v1::Request request;
    request.mutable_standards()->set_location_id(location);
    return client.ask(std::move(request)).standards();
}

std::string time_of_day(std::int64_t ms)
{
    const auto minutes = ms / 60'000;
    return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

Json mailbox_json(const StandardsReply::Mailbox& row)
{
    return {{"mailbox", row.mailbox_id()},
            {"person", row.person()},
            {"greeting", row.greeting()},
            {"hours_from", row.window_to_ms() > 0 ? time_of_day(row.window_from_ms()) : ""},
            {"hours_to", row.window_to_ms() > 0 ? time_of_day(row.window_to_ms()) : ""},
            {"returns_at", json_time(row.returns_at_us())},
            {"help_key", row.help_key()},
            {"attested_by", row.attested_by()},
            {"attested_at", json_time(row.attested_at_us())},
            {"fault", row.fault()},
            {"fault_since", json_time(row.fault_since_us())},
            {"access_by", row.access_by()},
            {"access_at", json_time(row.access_at_us())},
            {"access_due", row.access_due()},
            {"barred_since", json_time(row.barred_since_us())}};
}

Json absent_json(const StandardsReply::Absent& row)
{
    return {{"person", row.person()},       {"from", json_time(row.from_us())},
            {"to", json_time(row.to_us())}, {"cover", row.cover()},
            {"no_cover", row.no_cover()},   {"open_messages", row.open_messages()}};
}

Json operator_json(const StandardsReply::Operator& row)
{
    return {{"device", row.device_id()},
            {"person", row.person()},
            {"queue", row.queue_id()},
            {"trained_on", row.trained_on()},
            {"trained_by", row.trained_by()},
            {"offered", row.offered()},
            {"answered", row.answered()},
            {"missed", row.missed()},
            {"longest_ring_ms", row.longest_ring_ms()},
            {"paused_ms", row.paused_ms()}};
}

template <class Rows, class Make>
Json list(const Rows& rows, Make make)
{
    Json all = Json::array();
    for (const auto& row : rows) all.push_back(make(row));
    return all;
}

Json standards_json(const StandardsReply& reply)
{
    return {{"now", json_time(reply.now_us())},
            {"location", reply.location_id()},
            {"kind", reply.kind()},
            {"script_state", reply.script_state()},
            {"script_required", reply.script_required()},
            {"script_version", reply.script_version()},
            {"script_attested_by", reply.script_attested_by()},
            {"script_attested_at", json_time(reply.script_attested_at_us())},
            {"script_approved_by", reply.script_approved_by()},
            {"messages_deadline", reply.messages_deadline()},
            {"mailboxes_total", reply.mailboxes_total()},
            {"mailboxes", list(reply.mailboxes(), mailbox_json)},
            {"operators", list(reply.operators(), operator_json)},
            {"routes", list(reply.routes(),
                            [](const auto& row) {
                                return Json{{"option", row.option()},
                                            {"kind", row.to_kind()},
                                            {"to", row.to_id()},
                                            {"fault", row.fault()},
                                            {"by_telephone_system", row.by_telephone_system()}};
                            })},
            {"absent", list(reply.absent(), absent_json)},
            {"planned", list(reply.planned(), absent_json)}};
}

std::string greeting_words(const StandardsReply::Mailbox& row, const LocalTimes& times,
                           const StandardsReply& reply)
{
    if (row.greeting() == "away")
        return fmt::format(
            "away, {}{}",
            row.returns_at_us() == 0
                ? std::string{"no return"}
                : "back " + times.moment(reply.location_id(), row.returns_at_us(), reply.now_us()),
            row.help_key().empty() ? ", no key" : ", key " + row.help_key());
    if (row.greeting() == "in_office")
        return row.window_to_ms() == 0
                 ? "in the office, no hours"
                 : fmt::format("calls {}-{}", time_of_day(row.window_from_ms()),
                               time_of_day(row.window_to_ms()));
    return row.person().empty() ? "shared" : "not known";
}

std::string mailboxes_text(const StandardsReply& reply, const LocalTimes& times, const Look& look)
{
    using enum Column::Kind;
    Table table{{{"MAILBOX", name},
                 {"PERSON", name},
                 {"GREETING", text},
                 {"ATTESTED", text},
                 {"FAULT", text},
                 {"ACCESS TRIED", text}}};
    for (const auto& row : reply.mailboxes()) {
        const auto at = [&](std::int64_t time_us) {
            return times.moment(reply.location_id(), time_us, reply.now_us());
        };
        table.add(
            {{row.mailbox_id()},
             {row.person()},
             {greeting_words(row, times, reply),
              row.greeting() == "not_known" ? Tone::quiet : Tone::plain},
             {row.attested_by().empty() ? "–" : at(row.attested_at_us()) + " " + row.attested_by()},
             {row.barred_since_us() > 0 ? "MAILBOX_BARRED" : row.fault(), Tone::amber},
             {(row.access_by().empty() ? "never" : at(row.access_at_us()) + " " + row.access_by()) +
                  (row.access_due() ? ", DUE" : ""),
              row.access_due() ? Tone::amber : Tone::plain}});
    }
    return table.draw(look);
}

std::string operators_text(const StandardsReply& reply, const Look& look)
{
    using enum Column::Kind;
    Table table{{{"TELEPHONE", name},
                 {"PERSON", name},
                 {"QUEUE", name},
                 {"TRAINED", text},
                 {"OFFERED", figure},
                 {"ANSWERED", figure},
                 {"MISSED", figure},
                 {"LONGEST RING", figure},
                 {"PAUSED", figure}}};
    for (const auto& row : reply.operators())
        table.add({{row.device_id()},
                   {row.person().empty() ? "–" : row.person()},
                   {row.queue_id()},
                   {row.trained_on().empty() ? "not recorded" : row.trained_on(),
                    row.trained_on().empty() ? Tone::amber : Tone::plain},
                   {count(row.offered())},
                   {count(row.answered())},
                   {count(row.missed())},
                   {duration(row.longest_ring_ms())},
                   {duration(row.paused_ms())}});
    return table.empty() ? "Nobody is known to answer its queues today.\n" : table.draw(look);
}

std::string routes_text(const StandardsReply& reply, const Look& look)
{
    using enum Column::Kind;
    Table table{{{"CHOICE", text}, {"LEADS TO", name}, {"", text}}};
    for (const auto& row : reply.routes())
        table.add({{row.option()},
                   {row.to_kind() + (row.to_id().empty() ? "" : " " + row.to_id())},
                   {row.fault().empty() ? "" : "BAD ROUTE, " + row.fault(), Tone::red}});
    return table.empty() ? "No routes are configured or listed.\n" : table.draw(look);
}

std::string absent_text(const StandardsReply& reply, const LocalTimes& times, const Look& look)
{
    using enum Column::Kind;
    Table table{{{"AWAY", name}, {"UNTIL", text}, {"ANSWERED BY", name}, {"OPEN", figure}}};
    for (const auto& row : reply.absent())
        table.add({{row.person()},
                   {times.moment(reply.location_id(), row.to_us(), reply.now_us())},
                   {row.cover().empty() ? "NOBODY NAMED" : row.cover(),
                    row.no_cover() ? Tone::red : Tone::plain},
                   {count(row.open_messages())}});
    return table.empty() ? "Nobody is away.\n" : table.draw(look);
}

std::string planned_text(const StandardsReply& reply, const LocalTimes& times, const Look& look)
{
    using enum Column::Kind;
    Table table{{{"AWAY LATER", name}, {"FROM", text}, {"UNTIL", text}, {"ANSWERED BY", name}}};
    for (const auto& row : reply.planned())
        table.add({{row.person()},
                   {times.moment(reply.location_id(), row.from_us(), reply.now_us())},
                   {times.moment(reply.location_id(), row.to_us(), reply.now_us())},
                   {row.cover().empty() ? "nobody yet" : row.cover()}});
    return table.empty() ? "" : "\n" + table.draw(look);
}

std::string script_text(const StandardsReply& reply)
{
    if (reply.script_state() == "NOT_ASKED")
        return "No answering system: no scripts are asked for.\n";
    std::string text = "Scripts: " + reply.script_state();
    if (!reply.script_version().empty())
        text += fmt::format(", {} attested by {}", clean(reply.script_version()),
                            clean(reply.script_attested_by()));
    if (!reply.script_approved_by().empty())
        text += ", approved by " + clean(reply.script_approved_by());
    if (!reply.script_required().empty())
        text += fmt::format(" ({} is required)", clean(reply.script_required()));
    return text + "\n";
}

std::string standards_text(const StandardsReply& reply, const LocalTimes& times, const Look& look)
{
    std::string text = script_text(reply);
    if (!reply.messages_deadline().empty())
        text += "The required message is on all telephones by " + reply.messages_deadline() + ".\n";
    text += "\nGreetings and management's access (items 4 and 8)\n" +
            mailboxes_text(reply, times, look);
    if (reply.mailboxes_size() < static_cast<int>(reply.mailboxes_total()))
        text += fmt::format("and {} more\n", reply.mailboxes_total() - static_cast<std::uint32_t>(
                                                                           reply.mailboxes_size()));
    text += "\nOperators today (item 5)\n" + operators_text(reply, look);
    text += "\nWhere callers are sent (Action 2)\n" + routes_text(reply, look);
    text +=
        "\nAway (item 8)\n" + absent_text(reply, times, look) + planned_text(reply, times, look);
    return text + "\n" + times.caption() + "\n";
}

}  // namespace

void add_standards(CLI::App& app, Action& action)
{
    CLI::App* command = app.add_subcommand(
        "standards", "Greetings, access, scripts, operators, routes and cover of a location");
    command->footer("Example:\n  callwatchctl --key sue.key standards northside");
    auto location = std::make_shared<std::string>();
    command->add_option("LOCATION", *location,
                        "Id of the location; not needed where there is only one");
    command->callback([&action, location] {
        action = [location](const Session& session) {
            RequestClient client = session.client();
            const auto reply = ask_standards(client, *location);
            session.out << (session.json
                                ? pretty(standards_json(reply))
                                : standards_text(reply, ask_local_times(client), session.look));
            return exit_ok;
        };
    });
}

}  // namespace callwatch::ctl
