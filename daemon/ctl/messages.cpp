#include "daemon/ctl/messages.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <set>
#include <tuple>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "daemon/ctl/failure.hpp"
#include "daemon/ctl/figures.hpp"
#include "daemon/ctl/session.hpp"
#include "daemon/ctl/table.hpp"
#include "daemon/ctl/text.hpp"

namespace callwatch::ctl {
namespace {

using callwatch::v1::MessageRow;
using callwatch::v1::MessagesQuery;

bool has_flag(const MessageRow& row, std::string_view flag)
{
    return std::ranges::find(row.flags(), flag) != row.flags().end();
}

/// Nothing if the list changed between two pages.
std::optional<Messages> read_pages(RequestClient& client, const MessagesQuery& query)
{
    Messages messages;
    std::set<std::string> seen;
    std::optional<std::uint32_t> total;
    do {
        callwatch::v1::Request request;
        *request.mutable_messages() = query;
        request.mutable_messages()->set_offset(static_cast<std::uint32_t>(messages.rows.size()));
        request.mutable_messages()->set_limit(messages_page);
        auto reply = client.ask(std::move(request));
        auto& page = *reply.mutable_messages();
        if (page.total() > messages_max) {
            throw Failure{
                exit_negative,
                fmt::format("{} messages are more than {}: ask for one --location or --mailbox",
                            page.total(), messages_max)};
        }
        if (total && *total != page.total()) return std::nullopt;
        total = page.total();
        messages.now_us = page.now_us();
        for (MessageRow& row : *page.mutable_messages()) {
            if (!seen.insert(row.message()).second) return std::nullopt;
            messages.rows.push_back(std::move(row));
        }
        if (page.messages().empty() && messages.rows.size() < *total) return std::nullopt;
    } while (messages.rows.size() < *total);
    return messages;
}

Cell state_cell(const MessageRow& row)
{
    if (!is_open(row)) {
        const bool still_new = has_flag(row, "RETURNED_STILL_NEW");
        return {still_new ? row.state() + ", still new" : row.state(),
                still_new ? Tone::amber : Tone::quiet};
    }
    if (has_flag(row, "OVERDUE")) return {"OVERDUE, " + row.state(), Tone::red};
    return {row.state()};
}

Cell due_cell(const MessageRow& row, std::int64_t now_us, const LocalTimes& times)
{
    const std::string at = times.moment(row.location_id(), row.deadline_us(), now_us);
    if (!is_open(row) || row.deadline_us() == 0) return {at, Tone::quiet};
    const std::int64_t left_ms = (row.deadline_us() - now_us) / 1'000;
    if (left_ms < 0) return {fmt::format("{}, {} ago", at, duration(-left_ms)), Tone::red};
    return {fmt::format("{}, in {}", at, duration(left_ms))};
}

/// Flags that the state does not say already.
std::string other_flags(const MessageRow& row)
{
    std::string flags;
    for (const std::string& flag : row.flags()) {
        if (flag == "OVERDUE" || flag == "RETURNED_STILL_NEW") continue;
        flags += (flags.empty() ? "" : " ") + flag;
    }
    return flags;
}

std::vector<Cell> cells_of(const MessageRow& row, std::int64_t now_us, const LocalTimes& times)
{
    const std::int64_t age_ms = (now_us - row.received_at_us()) / 1'000;
    return {state_cell(row),
            due_cell(row, now_us, times),
            {times.moment(row.location_id(), row.received_at_us(), now_us)},
            {row.received_at_us() == 0 ? "?" : duration(age_ms)},
            {row.mailbox_id()},
            {row.person().empty() ? row.group() : row.person()},
            {row.caller().empty() ? "?" : row.caller()},
            {row.duration_ms() == 0 ? "–" : duration(row.duration_ms())},
            {row.presence()},
            {other_flags(row)},
            {row.message(), Tone::quiet}};
}

Table make_table()
{
    using enum Column::Kind;
    return Table{{{"STATE", text},
                  {"DUE", text},
                  {"RECEIVED", text},
                  {"AGE", figure},
                  {"MAILBOX", name},
                  {"PERSON", name},
                  {"CALLER", text},
                  {"LENGTH", figure},
                  {"WHERE", name},
                  {"FLAGS", name},
                  {"MESSAGE", reference}}};
}

std::string history_of(const MessageRow& row, const Messages& messages, const LocalTimes& times,
                       const Look& look)
{
    using enum Column::Kind;
    Table table{{{"  WHEN", text},
                 {"WHAT", text},
                 {"BY", name},
                 {"EVIDENCE", reference},
                 {"DETAIL", name}}};
    for (const auto& step : row.history()) {
        table.add({{"  " + times.moment(row.location_id(), step.at_us(), messages.now_us)},
                   {step.what()},
                   {step.by()},
                   {step.evidence()},
                   {step.detail()}});
    }
    return table.empty() ? "  No step is known.\n" : table.draw(look);
}

struct MessagesOptions {
    MessagesQuery query;
    bool history = false;
};

int run_messages(const Session& session, const MessagesOptions& options)
{
    RequestClient client = session.client();
    Messages messages = ask_messages(client, options.query);
    sort_by_urgency(messages.rows);
    session.out << (session.json ? pretty(messages_json(messages, options.history))
                                 : messages_text(messages, options.history, ask_local_times(client),
                                                 session.look));
    return exit_ok;
}

}  // namespace

Messages ask_messages(RequestClient& client, const MessagesQuery& query)
{
    constexpr int attempts_max = 3;
    for (int attempt = 0; attempt < attempts_max; ++attempt) {
        if (auto messages = read_pages(client, query)) return *std::move(messages);
    }
    throw Failure{exit_negative,
                  "the list changed each time it was read: ask again, or for one "
                  "--location or --mailbox"};
}

bool is_open(const MessageRow& row)
{
    constexpr std::array<std::string_view, 3> closed{"RETURNED", "RESOLVED", "MISSED_CALL"};
    return std::ranges::find(closed, row.state()) == closed.end();
}

void sort_by_urgency(std::vector<MessageRow>& rows)
{
    std::ranges::sort(rows, [](const MessageRow& a, const MessageRow& b) {
        const auto key = [](const MessageRow& row) {
            const bool open = is_open(row);
            return std::tuple<bool, bool, std::int64_t, std::int64_t, const std::string&>{
                !open, open && !has_flag(row, "OVERDUE"), open ? row.deadline_us() : 0,
                row.received_at_us(), row.message()};
        };
        return key(a) < key(b);
    });
}

Json messages_json(const Messages& messages, bool with_history)
{
    Json rows = Json::array();
    for (const auto& row : messages.rows) rows.push_back(message_json(row, with_history));
    return {
        {"now", json_time(messages.now_us)}, {"total", messages.rows.size()}, {"messages", rows}};
}

std::string messages_text(const Messages& messages, bool with_history, const LocalTimes& times,
                          const Look& look)
{
    const auto open = std::ranges::count_if(messages.rows, is_open);
    const auto overdue = std::ranges::count_if(messages.rows, [](const MessageRow& row) {
        return is_open(row) && has_flag(row, "OVERDUE");
    });
    std::string text = fmt::format("{} open, {} overdue, at {}\n\n", open, overdue,
                                   times.in_full("", messages.now_us));
    if (messages.rows.empty()) return text;
    Table table = make_table();
    for (const auto& row : messages.rows) {
        table.add(cells_of(row, messages.now_us, times));
        if (!with_history) continue;
        text += table.draw(look) + history_of(row, messages, times, look) + "\n";
        table = make_table();
    }
    if (!with_history) text += table.draw(look) + "\n";
    return text + times.caption() + "\n";
}

void add_messages(CLI::App& app, Action& action)
{
    CLI::App* command =
        app.add_subcommand("messages", "Messages that have not been returned, most urgent first");
    command->footer(
        "Examples:\n  callwatchctl messages --location northside\n"
        "  callwatchctl messages --all --history --mailbox pbx1/106@default");
    auto options = std::make_shared<MessagesOptions>();
    command->add_flag_callback(
        "--all", [options] { options->query.set_include_closed(true); },
        "Also those that are closed");
    command
        ->add_option_function<std::string>(
            "--location", [options](const auto& id) { options->query.set_location_id(id); },
            "Only this location")
        ->type_name("LOCATION");
    command
        ->add_option_function<std::string>(
            "--mailbox", [options](const auto& id) { options->query.set_mailbox_id(id); },
            "Only this mailbox, e.g. pbx1/106@default")
        ->type_name("MAILBOX");
    command->add_flag("--history", options->history,
                      "Every step of each message, with its evidence");
    command->callback([&action, options] {
        action = [options](const Session& session) { return run_messages(session, *options); };
    });
}

}  // namespace callwatch::ctl
