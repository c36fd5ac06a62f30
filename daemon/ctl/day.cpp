#include "daemon/ctl/day.hpp"

#include <algorithm>
#include <memory>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "daemon/ctl/figures.hpp"
#include "daemon/ctl/session.hpp"
#include "daemon/ctl/table.hpp"
#include "daemon/ctl/text.hpp"
#include "daemon/journal/sha256.hpp"

namespace callwatch::ctl {
namespace {

using callwatch::v1::DayReply;
using callwatch::v1::DayRow;

/// How many messages break the rule as far as is known: the subject of the reason "unreturned".
/// Attempted ones that the policy counts are open as well, and are no violation.
std::string unreturned_of(const DayRow& day)
{
    for (const auto& reason : day.reasons()) {
        if (reason.code() == "unreturned" && !reason.subject().empty())
            return clean(reason.subject());
    }
    return {};
}

/// The first line. "CLEAR, n attempted" is never plain CLEAR: requirement TS-7.
std::string headline(const DayRow& day)
{
    if (!day.monitored()) return "UNKNOWN: monitoring had not begun, this day is not judged";
    if (day.revision() == 0) return "UNKNOWN: the check of this day has not been made yet";
    const std::string unreturned = unreturned_of(day);
    switch (day.verdict()) {
        case v1::VERDICT_VIOLATIONS:
            return fmt::format("VIOLATIONS: {} not returned",
                               unreturned.empty() ? count(day.open()) : unreturned);
        case v1::VERDICT_CLEAR:
            if (day.attempted() > 0) return fmt::format("CLEAR, {} attempted", day.attempted());
            return "CLEAR: every message that was due has been returned";
        default:
            if (unreturned.empty()) return "UNKNOWN: the data is in doubt, this is no all-clear";
            return fmt::format("UNKNOWN: {} not returned as far as is known", unreturned);
    }
}

Tone tone_of(const DayRow& day)
{
    if (!day.monitored() || day.revision() == 0) return Tone::doubt;
    switch (day.verdict()) {
        case v1::VERDICT_VIOLATIONS: return Tone::red;
        case v1::VERDICT_CLEAR: return day.attempted() > 0 ? Tone::amber : Tone::strong;
        default: return Tone::doubt;
    }
}

std::string standing(const DayRow& day, const LocalTimes& times)
{
    const std::string at = times.in_full(day.location_id(), day.check_at_us());
    if (day.revision() == 0) return fmt::format("The check is at {}.", at);
    std::string text = fmt::format("Check of {}, revision {}", at, day.revision());
    if (day.late()) text += ", LATE (settled after a recovery, not at close)";
    text += day.provisional() ? ", PROVISIONAL (it changes as the sources catch up)" : ", settled";
    if (day.signed_at_us() > 0) {
        text += ", signed " + times.in_full(day.location_id(), day.signed_at_us());
    } else if (day.check_missed()) {
        text += ", NOT SIGNED by " + times.in_full(day.location_id(), day.sign_by_us());
    } else if (day.sign_by_us() > 0) {
        text += ", unsigned (until " + times.in_full(day.location_id(), day.sign_by_us()) + ")";
    }
    return text + ".";
}

std::string reasons_of(const DayRow& day)
{
    if (day.reasons().empty()) return {};
    std::string text = "\nWhy\n";
    for (const auto& reason : day.reasons()) {
        text += fmt::format("  {}: {}", clean(reason.code()), clean(reason.text()));
        const bool is_said = reason.text().find(reason.subject()) != std::string::npos;
        if (!is_said) text += fmt::format(" [{}]", clean(reason.subject()));
        text += "\n";
    }
    return text;
}

std::string figures_of(const DayRow& day)
{
    return fmt::format(
        "\nDue {}, returned {}, resolved {}, attempted {}, open {}, returned but still new {}, "
        "deferred {}\n"
        "Mailbox lists that agree: {} of {}. Sources that are fresh: {} of {}.\n",
        day.due(), day.returned(), day.resolved(), day.attempted(), day.open(), day.still_new(),
        day.deferred(), day.mailboxes_agree(), day.mailboxes(), day.sources_fresh(), day.sources());
}

std::string open_list(const DayReply& reply, const LocalTimes& times, const Look& look)
{
    if (reply.open().empty()) return {};
    using enum Column::Kind;
    Table table{{{"  RECEIVED", text},
                 {"MAILBOX", name},
                 {"PERSON", name},
                 {"STATE", text},
                 {"CALLER", text},
                 {"WHERE", name},
                 {"FLAGS", name},
                 {"MSG ID", reference}}};
    for (const auto& row : reply.open()) {
        std::string flags;
        for (const std::string& flag : row.flags()) flags += (flags.empty() ? "" : " ") + flag;
        table.add({{"  " + times.moment(row.location_id(), row.received_at_us(),
                                        reply.day().check_at_us())},
                   {row.mailbox_id()},
                   {row.person().empty() ? row.group() : row.person()},
                   {row.state()},
                   {row.caller()},
                   {row.presence()},
                   {flags},
                   {row.msg_id(), Tone::quiet}});
    }
    return "\nOpen\n" + table.draw(look);
}

/// Who answered the mailboxes of people who had left.
std::string departed_list(const DayReply& reply, const Look& look)
{
    if (reply.departed().empty()) return {};
    using enum Column::Kind;
    Table table{{{"  MAILBOX", text},
                 {"WHO LEFT", text},
                 {"ANSWERED BY", text},
                 {"DUE", figure},
                 {"OPEN", figure},
                 {"", text}}};
    for (const auto& one : reply.departed())
        table.add({{"  " + one.mailbox_id()},
                   {one.person()},
                   one.cover().empty() ? Cell{"NOBODY", Tone::red} : Cell{one.cover()},
                   {std::to_string(one.due())},
                   {std::to_string(one.open()), one.open() > 0 ? Tone::red : Tone::plain},
                   {one.requested() ? "switching off was requested" : "", Tone::quiet}});
    return "\nMailboxes of people who left, not disconnected yet\n" + table.draw(look);
}

std::string signature_text(const DayReply& reply, const LocalTimes& times)
{
    if (!reply.has_signature()) return {};
    const auto& said = reply.signature();
    std::string text = fmt::format("\nSigned\n  By {}{}, {}{}, revision {}.\n", clean(said.by()),
                                   said.on_behalf() ? " on behalf of the supervisor" : "",
                                   times.in_full(reply.day().location_id(), said.at_us()),
                                   said.late() ? ", LATE" : "", said.revision());
    for (const auto& one : said.exceptions())
        text += fmt::format("  Except {}: {}\n", clean(one.message()), clean(one.reason()));
    if (!said.note().empty()) text += fmt::format("  Note: {}\n", clean(said.note()));
    return text;
}

std::string amendments_text(const DayReply& reply, const LocalTimes& times)
{
    if (reply.amendments().empty()) return {};
    std::string text = "\nAmended: the record stays, and this is known since\n";
    for (const auto& one : reply.amendments())
        text += fmt::format("  {}. {}: {} ({})\n", one.number(), clean(one.code()),
                            clean(one.message()),
                            times.in_full(reply.day().location_id(), one.at_us()));
    return text;
}

Tone tone_of(const DayReply::Item& item)
{
    if (item.state() == "BROKEN") return Tone::red;
    if (item.state() == "OPEN") return Tone::amber;
    return item.state() == "NOT_KNOWN" ? Tone::doubt : Tone::quiet;
}

/// Which item of the standards is broken, by what, and what to do about it.
std::string items_text(const DayReply& reply, const Look& look)
{
    if (reply.items().empty()) return {};
    using enum Column::Kind;
    Table table{{{"  ITEM", text}, {"", text}, {"THE STANDARDS ASK THAT", name}, {"", name}}};
    for (const auto& item : reply.items()) {
        auto finding = item.finding();
        if (!item.action().empty()) finding += ": " + item.action();
        table.add({{"  " + item.item()},
                   {item.state() == "NOT_KNOWN" ? "NOT KNOWN" : item.state(), tone_of(item)},
                   {item.standard()},
                   {finding}});
    }
    return "\nTelephone Customer Service Standards\n" + table.draw(look);
}

std::string what_to_do(const DayRow& day)
{
    std::string text = "\nWhat to do\n";
    if (!day.monitored()) return text + "  Nothing: judging starts with monitoring_start.\n";
    if (day.open() > 0) {
        text +=
            "  Call the people of the open messages back. A call that is answered closes its "
            "messages "
            "by itself.\n";
    }
    if (day.still_new() > 0) {
        text += "  Listen to, or delete, the messages that were returned and still lie new.\n";
    }
    if (day.revision() == 0) return text + "  Ask again after the check.\n";
    const bool unknown =
        day.verdict() != v1::VERDICT_CLEAR && day.verdict() != v1::VERDICT_VIOLATIONS;
    if (unknown || day.provisional()) {
        text +=
            "  Mend what is named under Why (`callwatchctl sources` shows who is silent); the "
            "check is "
            "then revised.\n";
    }
    if (day.verdict() == v1::VERDICT_VIOLATIONS) {
        text += "  A violation stays in the record of the day, also when the call is made later.\n";
    }
    if (text == "\nWhat to do\n") text += "  Nothing is open.\n";
    return text;
}

int run_day(const Session& session, const std::string& location, const std::string& date)
{
    RequestClient client = session.client();
    callwatch::v1::Request request;
    request.mutable_day()->set_location_id(location);
    request.mutable_day()->set_business_date(date);
    auto reply = client.ask(std::move(request));
    std::ranges::sort(*reply.mutable_day()->mutable_open(), {}, &v1::MessageRow::received_at_us);
    const DayRow& day = reply.day().day();
    session.out << (session.json ? pretty(day_json(reply.day()))
                                 : day_text(reply.day(), ask_local_times(client), session.look));
    return verdict_word(day.verdict()) == "CLEAR" ? exit_ok : exit_negative;
}

}  // namespace

std::string verdict_word(v1::Verdict verdict)
{
    switch (verdict) {
        case v1::VERDICT_CLEAR: return "CLEAR";
        case v1::VERDICT_VIOLATIONS: return "VIOLATIONS";
        default: return "UNKNOWN";
    }
}

Json signature_json(const DayReply& reply)
{
    if (!reply.has_signature()) return {};
    const auto& said = reply.signature();
    Json exceptions = Json::array();
    for (const auto& one : said.exceptions())
        exceptions.push_back({{"message", one.message()}, {"reason", one.reason()}});
    return {{"by", said.by()},
            {"on_behalf", said.on_behalf()},
            {"at", json_time(said.at_us())},
            {"late", said.late()},
            {"revision", said.revision()},
            {"exceptions", exceptions},
            {"note", said.note()},
            {"statement", said.statement()},
            {"signature", said.signature()},
            {"sign_key", said.sign_key()}};
}

Json amendments_json(const DayReply& reply)
{
    Json amendments = Json::array();
    for (const auto& one : reply.amendments())
        amendments.push_back({{"number", one.number()},
                              {"code", one.code()},
                              {"message", one.message()},
                              {"at", json_time(one.at_us())}});
    return amendments;
}

Json day_json(const DayReply& reply)
{
    const DayRow& day = reply.day();
    Json reasons = Json::array();
    for (const auto& reason : day.reasons()) {
        reasons.push_back({{"code", reason.code()},
                           {"text", reason.text()},
                           {"subject", reason.subject()},
                           {"since", json_time(reason.since_us())}});
    }
    Json items = Json::array();
    for (const auto& item : reply.items())
        items.push_back({{"item", item.item()},
                         {"standard", item.standard()},
                         {"state", item.state()},
                         {"finding", item.finding()},
                         {"action", item.action()}});
    Json departed = Json::array();
    for (const auto& one : reply.departed())
        departed.push_back({{"mailbox", one.mailbox_id()},
                            {"person", one.person()},
                            {"cover", one.cover()},
                            {"requested", one.requested()},
                            {"due", one.due()},
                            {"open", one.open()}});
    Json open = Json::array();
    for (const auto& row : reply.open()) open.push_back(message_json(row, false));
    return {{"location", day.location_id()},
            {"business_date", day.business_date()},
            {"verdict", verdict_word(day.verdict())},
            {"provisional", day.provisional()},
            {"revision", day.revision()},
            {"late", day.late()},
            {"monitored", day.monitored()},
            {"check_at", json_time(day.check_at_us())},
            {"due", day.due()},
            {"returned", day.returned()},
            {"attempted", day.attempted()},
            {"still_new", day.still_new()},
            {"resolved", day.resolved()},
            {"deferred", day.deferred()},
            {"open_count", day.open()},
            {"reasons", reasons},
            {"open", open},
            {"mailboxes", day.mailboxes()},
            {"mailboxes_agree", day.mailboxes_agree()},
            {"sources", day.sources()},
            {"sources_fresh", day.sources_fresh()},
            {"sign_by", json_time(day.sign_by_us())},
            {"signed_at", json_time(day.signed_at_us())},
            {"check_missed", day.check_missed()},
            {"record_hash", sha256_hex(reply.record())},
            {"signature", signature_json(reply)},
            {"amendments", amendments_json(reply)},
            {"items", items},
            {"departed", departed},
            {"policy_version", reply.policy_version()},
            {"calendar_version", reply.calendar_version()},
            {"tzdata_version", reply.tzdata_version()}};
}

std::string day_text(const DayReply& reply, const LocalTimes& times, const Look& look)
{
    const DayRow& day = reply.day();
    return fmt::format("{}, {}\n\n{}\n{}\n", clean(day.location_id()),
                       with_weekday(day.business_date()), paint(headline(day), tone_of(day), look),
                       standing(day, times)) +
           reasons_of(day) + figures_of(day) + items_text(reply, look) +
           open_list(reply, times, look) + departed_list(reply, look) +
           signature_text(reply, times) + amendments_text(reply, times) + what_to_do(day) + "\n" +
           times.caption() + "\n";
}

void add_day(CLI::App& app, Action& action)
{
    CLI::App* command = app.add_subcommand(
        "day", "The end-of-day check: CLEAR (exit 0), VIOLATIONS or UNKNOWN (exit 1)");
    command->footer(
        "Examples:\n  callwatchctl day northside\n"
        "  callwatchctl day northside 2026-11-20 --json | jq -r .verdict\n"
        "  callwatchctl --key sue.key day sign northside\n\n"
        "Exit code: 0 only when CLEAR; 1 when VIOLATIONS or UNKNOWN, or when there is no such "
        "day.");
    auto location = std::make_shared<std::string>();
    auto date = std::make_shared<std::string>();
    command->add_option("LOCATION", *location,
                        "Id of the location; not needed where there is only one");
    command->add_option("DATE", *date, "Local date, e.g. 2026-11-20; without it, the current one");
    add_day_sign(*command, action);
    CLI::App* show = command->add_subcommand("show", "The same as without a word");
    show->add_option("LOCATION", *location,
                     "Id of the location; not needed where there is only one");
    show->add_option("DATE", *date, "Local date; without it, the current one");
    show->footer("Example:\n  callwatchctl day show northside 2026-11-20");
    const auto run = [location, date](const Session& session) {
        return run_day(session, *location, *date);
    };
    show->callback([&action, run] { action = run; });
    command->callback([&action, command, run] {
        if (!command->get_subcommands().empty()) return;
        action = run;
    });
}

}  // namespace callwatch::ctl
