#include "daemon/ctl/status.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "daemon/ctl/figures.hpp"
#include "daemon/ctl/local_times.hpp"
#include "daemon/ctl/session.hpp"
#include "daemon/ctl/sources.hpp"
#include "daemon/ctl/table.hpp"
#include "daemon/ctl/text.hpp"

namespace callwatch::ctl {
namespace {

using callwatch::v1::BoardHeartbeat;
using callwatch::v1::LocationRow;
using callwatch::v1::StatusReply;

StatusReply ask_status(RequestClient& client)
{
    callwatch::v1::Request request;
    request.mutable_status();
    return client.ask(std::move(request)).status();
}

Cell figure_cell(std::uint32_t figure, const LocationRow& row, Tone tone)
{
    if (!row.data_known()) return {last_known(count(figure)), Tone::doubt};
    return {count(figure), figure == 0 ? Tone::quiet : tone};
}

Cell hours_cell(const LocationRow& row, const LocalTimes& times, std::int64_t now_us)
{
    const auto at = [&](std::int64_t time_us) {
        return times.moment(row.location_id(), time_us, now_us) + " " + row.zone_abbreviation();
    };
    switch (row.hours()) {
        case LocationRow::OPEN: return {"open until " + at(row.closes_at_us())};
        case LocationRow::CLOSED:
            if (row.opens_at_us() > now_us) return {"closed until " + at(row.opens_at_us())};
            if (row.closes_at_us() > 0 && row.closes_at_us() <= now_us) {
                return {"closed " + at(row.closes_at_us())};
            }
            return {"closed"};
        case LocationRow::NOT_YET_MONITORED: return {"not yet monitored", Tone::quiet};
        default: return {"?", Tone::doubt};
    }
}

Cell operators_cell(const LocationRow& row, std::int64_t now_us)
{
    if (!row.operators_known() || !row.data_known()) return {"?", Tone::doubt};
    if (row.no_operator_since_us() > 0) {
        const auto since = duration((now_us - row.no_operator_since_us()) / 1'000);
        return {"NO OPERATOR for " + since, Tone::red};
    }
    std::string text = count(row.operators_staffed());
    if (row.operators_on_call() > 0) text += fmt::format(", {} on a call", row.operators_on_call());
    if (row.operators_weak() > 0) text += fmt::format(", {} phone on", row.operators_weak());
    if (row.operators_paused() > 0) text += fmt::format(", {} paused", row.operators_paused());
    return {text};
}

/// Time without an operator today; what was not seen is never "none".
Cell uncovered_cell(const LocationRow& row)
{
    const std::string lasted = duration(std::int64_t{row.uncovered_s()} * 1'000);
    if (!row.unseen().empty() || !row.data_known())
        return {last_known(row.uncovered_s() == 0 ? "" : lasted), Tone::doubt};
    return {lasted, row.uncovered_s() == 0 ? Tone::quiet : Tone::amber};
}

Cell data_cell(const LocationRow& row, const LocalTimes& times, std::int64_t now_us)
{
    if (row.data_known()) return {"known"};
    if (row.data_as_of_us() == 0) return {"NOT KNOWN", Tone::doubt};
    return {"NOT KNOWN since " + times.moment(row.location_id(), row.data_as_of_us(), now_us),
            Tone::doubt};
}

/// Overdue first, then nobody to answer, then doubt, then by what is due.
bool worse(const LocationRow* a, const LocationRow* b)
{
    const auto key = [](const LocationRow& row) {
        return std::tuple{row.overdue() == 0, row.no_operator_since_us() == 0, row.data_known(),
                          row.due_today() == 0, std::cref(row.name()).get()};
    };
    return key(*a) < key(*b);
}

std::string locations_table(const StatusReply& reply, const LocalTimes& times, const Look& look)
{
    if (reply.locations().empty()) return "No location is configured.\n";
    using enum Column::Kind;
    Table table{{{"LOCATION", text},
                 {"NAME", name},
                 {"HOURS", text},
                 {"OVERDUE", figure},
                 {"DUE TODAY", figure},
                 {"UNRETURNED", figure},
                 {"ATTEMPTED", figure},
                 {"STILL NEW", figure},
                 {"RETURNED", figure},
                 {"OPERATORS", text},
                 {"UNCOVERED", figure},
                 {"MAIN TO VM", figure},
                 {"DATA", text}}};
    std::vector<const LocationRow*> order;
    for (const auto& row : reply.locations()) order.push_back(&row);
    std::ranges::sort(order, worse);
    for (const LocationRow* row : order) {
        table.add({{row->location_id()},
                   {row->name()},
                   hours_cell(*row, times, reply.now_us()),
                   figure_cell(row->overdue(), *row, Tone::red),
                   figure_cell(row->due_today(), *row, Tone::strong),
                   figure_cell(row->unreturned(), *row, Tone::plain),
                   figure_cell(row->attempted(), *row, Tone::amber),
                   figure_cell(row->returned_still_new(), *row, Tone::amber),
                   figure_cell(row->returned_today(), *row, Tone::plain),
                   operators_cell(*row, reply.now_us()),
                   uncovered_cell(*row),
                   figure_cell(row->main_to_voicemail(), *row, Tone::red),
                   data_cell(*row, times, reply.now_us())});
    }
    return table.draw(look);
}

std::string health_word(const StatusReply& reply, const Look& look)
{
    switch (reply.health()) {
        case BoardHeartbeat::OK: return "healthy";
        case BoardHeartbeat::RECOVERING:
            return paint("RECOVERING: replaying its journal", Tone::amber, look);
        case BoardHeartbeat::STORAGE_FAULT:
            return paint("STORAGE FAULT: nothing is recorded any more", Tone::red, look);
        case BoardHeartbeat::CLOCK_DOUBT:
            return paint("CLOCK DOUBT: the machine's clock was set", Tone::amber, look);
        default: return paint("health ?", Tone::doubt, look);
    }
}

std::string collector_lines(const StatusReply& reply, const LocalTimes& times, const Look& look)
{
    const std::string mode = reply.time_mode() == "source" ? ", time follows the sources" : "";
    return fmt::format("{}, {}{}\n{}, started {}, {} events accepted\n", clean(reply.software()),
                       health_word(reply, look), mode, times.in_full("", reply.now_us()),
                       times.in_full("", reply.started_at_us()), count(reply.events_accepted()));
}

std::string journal_lines(const StatusReply& reply)
{
    std::string refused;
    for (const auto& [code, times] : std::map(reply.refused().begin(), reply.refused().end())) {
        refused += fmt::format("{}{} {}", refused.empty() ? "" : ", ", clean(code), count(times));
    }
    return fmt::format(
        "Journal: position {}\n  chain head   {}\n  ledger hash  {}\n  operational  {}\n"
        "Refused since the start: {}\n",
        count(reply.journal_position()), clean(reply.chain_head()), clean(reply.ledger_hash()),
        clean(reply.operational_hash()), refused.empty() ? "nothing" : refused);
}

int run_status(const Session& session)
{
    RequestClient client = session.client();
    const StatusReply reply = ask_status(client);
    session.out << (session.json ? pretty(status_json(reply)) : status_text(reply, session.look));
    return exit_ok;
}

}  // namespace

LocalTimes ask_local_times(RequestClient& client)
{
    return LocalTimes{ask_status(client).locations()};
}

Json status_json(const StatusReply& reply)
{
    Json locations = Json::array();
    for (const auto& row : reply.locations()) locations.push_back(location_json(row));
    Json sources = Json::array();
    for (const auto& row : reply.sources()) sources.push_back(source_json(row));
    Json refused = Json::object();
    for (const auto& [code, times] : std::map(reply.refused().begin(), reply.refused().end())) {
        refused[code] = times;
    }
    const Json health = reply.health() == BoardHeartbeat::HEALTH_UNSPECIFIED
                          ? Json{}
                          : Json(BoardHeartbeat::Health_Name(reply.health()));
    return {{"software", reply.software()},
            {"now", json_time(reply.now_us())},
            {"started_at", json_time(reply.started_at_us())},
            {"time_mode", reply.time_mode()},
            {"health", health},
            {"journal_position", reply.journal_position()},
            {"chain_head", reply.chain_head()},
            {"ledger_hash", reply.ledger_hash()},
            {"operational_hash", reply.operational_hash()},
            {"events_accepted", reply.events_accepted()},
            {"refused", refused},
            {"locations", locations},
            {"sources", sources}};
}

std::string status_text(const StatusReply& reply, const Look& look)
{
    const LocalTimes times{reply.locations()};
    return collector_lines(reply, times, look) + "\n" + locations_table(reply, times, look) + "\n" +
           sources_table(reply.sources(), reply.now_us(), times, look) + "\n" +
           journal_lines(reply) + "\n" + times.caption() + "\n";
}

void add_status(CLI::App& app, Action& action)
{
    CLI::App* command = app.add_subcommand(
        "status", "Overview: every location, every source, the journal, what was refused");
    command->footer(
        "Example:\n  callwatchctl status\n  callwatchctl status --json | jq -r .ledger_hash");
    command->callback([&action] { action = run_status; });
}

}  // namespace callwatch::ctl
