#include "daemon/ctl/coverage.hpp"

#include <memory>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "daemon/ctl/figures.hpp"
#include "daemon/ctl/session.hpp"
#include "daemon/ctl/table.hpp"
#include "daemon/ctl/text.hpp"

namespace callwatch::ctl {
namespace {

using callwatch::v1::CoverageReply;

std::string in_words(const std::string& state)
{
    if (state == "uncovered") return "NO OPERATOR";
    return state == "not_known" ? "not known" : state;
}

Tone tone_of(const std::string& state)
{
    if (state == "uncovered") return Tone::red;
    return state == "covered" ? Tone::plain : Tone::doubt;
}

std::string cause_in_words(const std::string& cause)
{
    if (cause == "logged_off") return "logged off";
    if (cause == "nobody_yet") return "nobody yet";
    return cause;
}

std::string operators_table(const CoverageReply& reply, const Look& look)
{
    if (reply.operators().empty()) return {};
    using enum Column::Kind;
    Table table{{{"  OPERATOR", name}, {"TELEPHONE", name}, {"NOW", text}, {"EVIDENCE", text}}};
    for (const auto& one : reply.operators()) {
        const bool is_weak = one.evidence() == "telephone_on";
        table.add({{"  " + (one.person().empty() ? std::string{"–"} : one.person())},
                   {one.device_id()},
                   {one.state() + (one.on_call() ? ", on a call" : "")},
                   {is_weak                  ? "phone on, presence not known"
                    : one.evidence().empty() ? ""
                                             : "queue membership",
                    is_weak ? Tone::doubt : Tone::plain}});
    }
    return "Operators now\n" + table.draw(look) + "\n";
}

std::string stretches_table(const CoverageReply& reply, const LocalTimes& times, const Look& look)
{
    using enum Column::Kind;
    Table table{{{"  FROM", text}, {"TO", text}, {"LASTED", figure}, {"", text}, {"WHY", text}}};
    const auto at = [&](std::int64_t time_us) {
        return times.moment(reply.location_id(), time_us, reply.closes_at_us());
    };
    for (const auto& one : reply.stretches()) {
        const bool is_over = one.span().to_us() != 0;
        const auto until = is_over ? one.span().to_us() : reply.judged_until_us();
        table.add({{"  " + at(one.span().from_us())},
                   {is_over ? at(one.span().to_us()) : "…"},
                   {duration((until - one.span().from_us()) / 1'000)},
                   {in_words(one.state()) + (one.alarm() ? ", alarm" : ""), tone_of(one.state())},
                   {cause_in_words(one.cause())}});
    }
    return table.draw(look);
}

std::string sums(const CoverageReply& reply, const LocalTimes& times)
{
    return fmt::format(
        "Covered {}, without an operator {}, not known {}; {} alarm{}. Judged until {}.\n",
        duration(reply.covered_ms()), duration(reply.uncovered_ms()),
        duration(reply.not_known_ms()), reply.alarms(), reply.alarms() == 1 ? "" : "s",
        times.moment(reply.location_id(), reply.judged_until_us(), reply.closes_at_us()));
}

int run_coverage(const Session& session, const std::string& location, const std::string& date)
{
    RequestClient client = session.client();
    callwatch::v1::Request request;
    request.mutable_coverage()->set_location_id(location);
    request.mutable_coverage()->set_business_date(date);
    const auto reply = client.ask(std::move(request));
    session.out << (session.json
                        ? pretty(coverage_json(reply.coverage()))
                        : coverage_text(reply.coverage(), ask_local_times(client), session.look));
    return exit_ok;
}

}  // namespace

Json coverage_json(const CoverageReply& reply)
{
    Json stretches = Json::array();
    for (const auto& one : reply.stretches()) {
        Json stretch = span_json(one.span());
        stretch["state"] = one.state();
        stretch["cause"] = one.cause();
        stretch["alarm"] = one.alarm();
        stretches.push_back(std::move(stretch));
    }
    Json operators = Json::array();
    for (const auto& one : reply.operators())
        operators.push_back({{"device", one.device_id()},
                             {"person", one.person()},
                             {"state", one.state()},
                             {"evidence", one.evidence()},
                             {"on_call", one.on_call()}});
    return {{"location", reply.location_id()},
            {"business_date", reply.business_date()},
            {"now", json_time(reply.now_us())},
            {"opens_at", json_time(reply.opens_at_us())},
            {"closes_at", json_time(reply.closes_at_us())},
            {"judged_until", json_time(reply.judged_until_us())},
            {"covered_ms", reply.covered_ms()},
            {"uncovered_ms", reply.uncovered_ms()},
            {"not_known_ms", reply.not_known_ms()},
            {"alarms", reply.alarms()},
            {"stretches", stretches},
            {"operators", operators}};
}

std::string coverage_text(const CoverageReply& reply, const LocalTimes& times, const Look& look)
{
    std::string text = fmt::format("{}, {}: an operator at every instant of business hours\n\n",
                                   clean(reply.location_id()), with_weekday(reply.business_date()));
    if (reply.opens_at_us() == 0) return text + "No business hours that are judged on this day.\n";
    text += operators_table(reply, look);
    if (reply.stretches().empty())
        text +=
            "Nothing of this day is recorded: it has not begun, was not watched, or lies too far "
            "back.\n";
    else
        text += "The day\n" + stretches_table(reply, times, look) + "\n" + sums(reply, times);
    return text + "\n" + times.caption() + "\n";
}

void add_coverage(CLI::App& app, Action& action)
{
    CLI::App* command = app.add_subcommand(
        "coverage", "When an operator could answer, and when nobody could, to the second");
    command->footer(
        "Examples:\n  callwatchctl coverage northside\n"
        "  callwatchctl coverage northside 2026-11-20 --json | jq .uncovered_ms");
    auto location = std::make_shared<std::string>();
    auto date = std::make_shared<std::string>();
    command->add_option("LOCATION", *location,
                        "Id of the location; not needed where there is only one");
    command->add_option("DATE", *date, "Local date, e.g. 2026-11-20; without it, the current one");
    command->callback([&action, location, date] {
        action = [location, date](const Session& session) {
            return run_coverage(session, *location, *date);
        };
    });
}

}  // namespace callwatch::ctl
