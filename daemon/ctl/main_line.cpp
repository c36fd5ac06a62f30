#include "daemon/ctl/main_line.hpp"

#include <memory>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "daemon/ctl/session.hpp"
#include "daemon/ctl/table.hpp"
#include "daemon/ctl/text.hpp"

namespace callwatch::ctl {
namespace {

using callwatch::v1::MainLineReply;

Cell outcome_cell(const std::string& outcome)
{
    if (outcome == "violation") return {"VIOLATION", Tone::red};
    if (outcome == "after_hours") return {"after hours", Tone::quiet};
    if (outcome == "via_operator") return {"via operator"};
    return {"not known", Tone::doubt};
}

std::string entered(const MainLineReply::Caller& caller)
{
    if (caller.how() == "option_0")
        return caller.number().empty() ? "option 0" : caller.number() + ", option 0";
    return caller.how().empty() ? "?" : caller.number();
}

/// "queue pbx1/main-line > operator_phone pbx1/100 > mailbox pbx1/199@default"
std::string way(const MainLineReply::Caller& caller)
{
    std::string text;
    for (const auto& step : caller.path()) {
        if (!text.empty()) text += " > ";
        text += step.kind();
        if (!step.id().empty()) text += " " + step.id();
    }
    return text.empty() ? caller.mailbox_id() : text;
}

std::string callers_table(const MainLineReply& reply, const LocalTimes& times, const Look& look)
{
    using enum Column::Kind;
    Table table{{{"  AT", text},
                 {"", text},
                 {"ENTERED BY", text},
                 {"OPERATOR", name},
                 {"WAY", name},
                 {"CALL", reference}}};
    for (const auto& caller : reply.callers())
        table.add({{"  " + times.moment(reply.location_id(), caller.at_us(), caller.at_us())},
                   outcome_cell(caller.outcome()),
                   {entered(caller)},
                   {caller.person().empty() ? caller.operator_id() : caller.person()},
                   {way(caller)},
                   {caller.call_id(), Tone::quiet}});
    return table.draw(look);
}

int run_main_line(const Session& session, const std::string& location, const std::string& date)
{
    RequestClient client = session.client();
    callwatch::v1::Request request;
    request.mutable_main_line()->set_location_id(location);
    request.mutable_main_line()->set_business_date(date);
    const auto reply = client.ask(std::move(request));
    session.out << (session.json
                        ? pretty(main_line_json(reply.main_line()))
                        : main_line_text(reply.main_line(), ask_local_times(client), session.look));
    return exit_ok;
}

}  // namespace

Json main_line_json(const MainLineReply& reply)
{
    Json callers = Json::array();
    for (const auto& caller : reply.callers()) {
        Json path = Json::array();
        for (const auto& step : caller.path())
            path.push_back(
                {{"at", json_time(step.at_us())}, {"kind", step.kind()}, {"id", step.id()}});
        callers.push_back({{"at", json_time(caller.at_us())},
                           {"call_id", caller.call_id()},
                           {"mailbox", caller.mailbox_id()},
                           {"outcome", caller.outcome()},
                           {"how", caller.how()},
                           {"number", caller.number()},
                           {"operator", caller.operator_id()},
                           {"person", caller.person()},
                           {"path", path}});
    }
    return {{"location", reply.location_id()},    {"business_date", reply.business_date()},
            {"now", json_time(reply.now_us())},   {"violations", reply.violations()},
            {"after_hours", reply.after_hours()}, {"via_operator", reply.via_operator()},
            {"not_known", reply.not_known()},     {"callers", callers}};
}

std::string main_line_text(const MainLineReply& reply, const LocalTimes& times, const Look& look)
{
    std::string text =
        fmt::format("{}, {}: callers of the main number, or of option 0, who reached voicemail\n\n",
                    clean(reply.location_id()), with_weekday(reply.business_date()));
    if (reply.callers().empty())
        text += "None is known.\n";
    else
        text += callers_table(reply, times, look);
    text += fmt::format("\nViolations {}, after hours {}, via operator {}, not known {}\n",
                        reply.violations(), reply.after_hours(), reply.via_operator(),
                        reply.not_known());
    return text + "\n" + times.caption() + "\n";
}

void add_main_line(CLI::App& app, Action& action)
{
    CLI::App* command = app.add_subcommand(
        "main-line", "Callers of the main number who reached voicemail, and how they got there");
    command->footer(
        "Examples:\n  callwatchctl main-line northside\n"
        "  callwatchctl main-line northside 2026-11-20 --json | jq .violations");
    auto location = std::make_shared<std::string>();
    auto date = std::make_shared<std::string>();
    command->add_option("LOCATION", *location,
                        "Id of the location; not needed where there is only one");
    command->add_option("DATE", *date, "Local date, e.g. 2026-11-20; without it, the current one");
    command->callback([&action, location, date] {
        action = [location, date](const Session& session) {
            return run_main_line(session, *location, *date);
        };
    });
}

}  // namespace callwatch::ctl
