#include "daemon/ctl/audit_page.hpp"

#include <fmt/format.h>

#include "daemon/calendar/business_calendar.hpp"
#include "daemon/ctl/text.hpp"
#include "daemon/model/day_reasons.hpp"
#include "daemon/model/describe.hpp"

namespace callwatch::ctl {
namespace {

constexpr auto style =
    "body{font:14px/1.4 sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#111}"
    "table{border-collapse:collapse;width:100%;margin:.5em 0}"
    "th,td{border:1px solid #999;padding:.2em .4em;text-align:left;vertical-align:top}"
    "code{font-size:85%;overflow-wrap:anywhere}section{break-inside:avoid-page}"
    "h2{border-bottom:2px solid #111;margin-top:2em}.bad{color:#a00}.doubt{color:#850}"
    ".VIOLATIONS{color:#a00}.UNKNOWN{color:#850}.CLEAR{color:#060}"
    "@media print{body{margin:0;max-width:none}}";

const char* word(MessageStory::State state)
{
    using enum MessageStory::State;
    switch (state) {
        case open: break;
        case attempted: return "attempted";
        case returned: return "returned";
        case resolved: return "resolved without a call";
        case no_duty: return "no duty";
    }
    return "open";
}

/// One workday, part by part.
class DayPage {
public:
    DayPage(const Report& report, LocalDate date, const DayStory& day, const LocalTimes& times)
        : report_{report},
          location_{report.scope().location.text.view()},
          date_{date},
          day_{day},
          times_{times}
    {
    }

    std::string section() const
    {
        return fmt::format("<h2>{}</h2>\n", html(with_weekday(callwatch::describe(date_)))) +
               verdict() + messages() + departed() + signature() + amendments() + coverage() +
               main_line();
    }

private:
    std::string at(Instant when) const
    {
        const auto check = day_.check ? day_.check->check_at : when;
        return html(times_.moment(location_, when.time_since_epoch().count(),
                                  check.time_since_epoch().count()));
    }
    std::string in_full(Instant when) const
    {
        return html(times_.in_full(location_, when.time_since_epoch().count()));
    }

    std::string verdict() const
    {
        if (!day_.check) return "<p class=doubt>UNKNOWN: no check of this day was made.</p>\n";
        const auto& check = *day_.check;
        auto text = fmt::format(
            "<p><b class={0}>{0}{1}</b>. Check of {2}, revision {3}, {4}{5}; record {6}.</p>\n",
            callwatch::word(check.verdict),
            check.verdict == Verdict::clear && check.attempted > 0
                ? fmt::format(", {} attempted", check.attempted)
                : "",
            in_full(check.check_at), check.revision,
            check.provisional ? "<span class=doubt>provisional</span>" : "settled",
            check.late ? ", late" : "", day_.position);
        if (!check.reasons.empty()) {
            text += "<ul>\n";
            for (const auto& reason : check.reasons)
                text += fmt::format(
                    "<li>{}</li>\n",
                    html(callwatch::describe(reason, at(reason.since), at(check.check_at))));
            text += "</ul>\n";
        }
        return text + fmt::format(
                          "<p>Due {}, returned {}, resolved {}, attempted {}, open {}, deferred "
                          "{}, returned but still new {}. Mailbox lists that agree: {} of {}. "
                          "Sources that were fresh: {} of {}.</p>\n",
                          check.due, check.returned, check.resolved, check.attempted,
                          check.open.size(), check.deferred.size(), check.still_new,
                          check.mailboxes_agree, check.mailboxes, check.sources_fresh,
                          check.sources);
    }

    /// Item 9: until it is disconnected somebody answers it each day.
    std::string departed() const
    {
        if (!day_.check || day_.check->departed.empty()) return {};
        std::string text =
            "<h3>Mailboxes of people who had left</h3>\n<p>Item 9: until voice mail is "
            "disconnected, somebody answers those calls each day.</p>\n"
            "<table><tr><th>Mailbox<th>Who left<th>Answered by<th>Due<th>Open at the check"
            "<th>Disconnection</tr>\n";
        for (const auto& one : day_.check->departed)
            text +=
                fmt::format("<tr><td>{}<td>{}<td>{}<td>{}<td>{}<td>{}</tr>\n",
                            html(one.mailbox.text), html(one.person.text),
                            one.cover.empty() ? "<b class=bad>NOBODY</b>" : html(one.cover.text),
                            one.due, one.open, one.requested ? "requested" : "not requested");
        return text + "</table>\n";
    }

    std::string state_at_check(const MessageStory& one) const
    {
        if (!day_.check) return {};
        for (const auto& open : day_.check->open)
            if (open.message == one.left.message) return open.state;
        return "closed";
    }

    std::string evidence(const MessageStory& one) const
    {
        using enum MessageStory::State;
        if (one.state == open || one.state == no_duty) return {};
        return fmt::format("{}, {}{}", in_full(one.at), html(one.by.text),
                           one.call.empty() ? ", by word" : ", call " + html(one.call.text));
    }

    std::string messages() const
    {
        const auto messages = report_.messages_of(date_);
        if (messages.empty()) return "<p>No message was due.</p>\n";
        std::string text =
            "<h3>Messages</h3>\n<p>Item 3: every staff member returns all telephone messages the "
            "same workday. Item 7: no calls remain on any employee's voice mail.</p>\n"
            "<table><tr><th>Received<th>Message<th>Mailbox<th>Of<th>Due<th>At the check"
            "<th>As recorded since<th>Evidence</tr>\n";
        for (const auto* one : messages)
            text += fmt::format(
                "<tr><td>{}<td><code>{}</code><td>{}<td>{}<td>{}{}<td>{}<td>{}<td>{}</tr>\n",
                at(one->left.received_at), html(one->left.message.text),
                html(one->left.mailbox.text),
                html(one->left.person.empty() ? one->left.group.text : one->left.person.text),
                at(one->deadline), one->overdue ? " <b class=bad>UNRETURNED</b>" : "",
                html(state_at_check(*one)), word(one->state), evidence(*one));
        return text + "</table>\n";
    }

    std::string signature() const
    {
        std::string text = "<h3>Signature</h3>\n";
        if (day_.missed)
            text += fmt::format("<p class=bad>CHECK_MISSED: nobody had signed by {}.</p>\n",
                                in_full(day_.missed->deadline));
        if (!day_.signing) return text + "<p>Not signed.</p>\n";
        const auto& [position, said, outcome] = *day_.signing;
        text += fmt::format(
            "<p>Signed by {}{}, {}{}, revision {}; record {}; {}.</p>\n"
            "<p><code>statement {}<br>signature {}<br>key {}</code></p>\n",
            html(said.by.text), said.on_behalf ? " on behalf of the supervisor" : "",
            in_full(said.at), said.late ? ", late" : "", said.revision, position,
            outcome_html(outcome), html(said.statement), html(said.signature), html(said.sign_key));
        if (said.exceptions.empty()) return text;
        text += "<p>Except these, each for a reason that the collector's vault keeps:</p>\n<ul>\n";
        for (const auto& one : said.exceptions)
            text += fmt::format("<li><code>{}</code></li>\n", html(one.message.text));
        return text + "</ul>\n";
    }

    std::string amendments() const
    {
        if (day_.amendments.empty()) return {};
        std::string text =
            "<h3>Amendments</h3>\n<p>The record stays; this is known since.</p>\n<ol>\n";
        for (const auto& one : day_.amendments)
            text += fmt::format("<li value={}>{}: <code>{}</code>, {}</li>\n", one.number,
                                html(one.code), html(one.message.text), in_full(one.at));
        return text + "</ol>\n";
    }

    std::string coverage() const
    {
        std::string rows;
        for (std::size_t i = 0; i < day_.coverage.size(); ++i) {
            const auto& from = day_.coverage[i];
            if (from.state != Coverage::uncovered && from.state != Coverage::not_known) continue;
            const bool is_over = i + 1 < day_.coverage.size();
            rows += fmt::format(
                "<tr><td>{}<td>{}<td>{}<td>{}</tr>\n", at(from.at),
                is_over ? at(day_.coverage[i + 1].at) : "not recorded",
                from.state == Coverage::uncovered ? "<b class=bad>uncovered</b>" : "not known",
                callwatch::word(from.cause));
        }
        std::string text =
            "<h3>Operators</h3>\n<p>Item 1: all locations have an operator "
            "answering telephone calls.</p>\n";
        text += rows.empty()
                  ? "<p>No uncovered stretch was recorded.</p>\n"
                  : "<table><tr><th>From<th>To<th>State<th>Cause</tr>\n" + rows + "</table>\n";
        for (const auto& alarm : day_.alarms)
            text += fmt::format("<p class=bad>NO OPERATOR since {}, raised {}.</p>\n",
                                at(alarm.since), at(alarm.at));
        return text;
    }

    std::string main_line() const
    {
        if (day_.to_voicemail.empty() && day_.unseen.empty()) return {};
        std::string text =
            "<h3>Main number</h3>\n<p>Item 2: callers to the main number, including those who "
            "chose \"0\", do not go to voice mail.</p>\n"
            "<table><tr><th>At<th>Call<th>Mailbox<th>Outcome<th>Way</tr>\n";
        for (const auto& one : day_.to_voicemail)
            text += fmt::format("<tr><td>{}<td><code>{}</code><td>{}<td>{}<td>{}</tr>\n",
                                at(one.at), html(one.call.text), html(one.mailbox.text),
                                callwatch::word(one.outcome), html(callwatch::describe(one.path)));
        for (const auto& one : day_.unseen)
            text += fmt::format(
                "<tr><td>{}<td><code>{}</code><td>{}<td>not known<td>not seen whole</tr>\n",
                at(one.at), html(one.call.text), html(one.mailbox.text));
        return text + "</table>\n";
    }

    const Report& report_;
    std::string location_;
    LocalDate date_;
    const DayStory& day_;
    const LocalTimes& times_;
};

LocalTimes times_of(const ExportHeader& header)
{
    google::protobuf::RepeatedPtrField<v1::LocationRow> rows;
    auto& row = *rows.Add();
    row.set_location_id(header.location);
    row.set_zone(header.zone);
    return LocalTimes{rows};
}

std::string beginning(const ExportHeader& header, const LocalTimes& times)
{
    const auto title = fmt::format("{}, {} to {}", html(header.location), header.from, header.to);
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=en><head><meta charset=utf-8><title>{0}</title>"
        "<style>{1}</style></head><body>\n<h1>{0}</h1>\n"
        "<p>Telephone Customer Service Standards: the record as the collector's journal keeps it. "
        "{2} People are named by their ids, callers not at all.</p>\n",
        title, style, html(times.caption()));
}

std::string end(const ExportHeader& header)
{
    std::string text = fmt::format(
        "<h2>Proof</h2>\n<p>Record numbers are positions in the journal, a hash chain. It was "
        "walked "
        "from the first record to the head when this page was made:<br><code>{}</code></p>\n",
        describe(header.head));
    if (header.signed_head)
        text += fmt::format(
            "<p>Signed by the collector, position {}, {}:<br><code>hash {}<br>key {}<br>signature "
            "{}</code></p>\n",
            header.signed_head->head.position, html(header.signed_head->time),
            to_hex(header.signed_head->head.hash), html(header.signed_head->sign_key),
            html(header.signed_head->signature));
    return text +
           "<p>A page proves nothing by itself. Its records stand in the export that is made with "
           "it, which anybody can check: <code>callwatchctl audit verify --export FILE</code>. "
           "Written by " +
           html(header.software) + ".</p>\n</body></html>\n";
}

}  // namespace

std::string html(std::string_view text)
{
    std::string escaped;
    for (const char c : clean(text)) switch (c) {
            case '&': escaped += "&amp;"; break;
            case '<': escaped += "&lt;"; break;
            case '>': escaped += "&gt;"; break;
            case '"': escaped += "&quot;"; break;
            case '\'': escaped += "&#39;"; break;
            default: escaped += c;
        }
    return escaped;
}

std::string outcome_html(const SignatureOutcome& outcome)
{
    using enum SignatureOutcome::State;
    switch (outcome.state) {
        case proved: return "<b>the signature is proved</b>";
        case not_proved:
            return "<b class=doubt>the signature was not proved here: " + html(outcome.what) +
                   "</b>";
        case not_signed: return "<b class=doubt>not signed: " + html(outcome.what) + "</b>";
        case refuted: break;
    }
    return "<b class=bad>WRONG SIGNATURE: " + html(outcome.what) + "</b>";
}

void write_page(const Report& report, const ExportHeader& header, const WritePage& write)
{
    const auto times = times_of(header);
    write(beginning(header, times));
    for (const auto& [date, day] : report.days())
        write(DayPage{report, date, day, times}.section());
    write(departures_html(report, times));
    write(end(header));
}

}  // namespace callwatch::ctl
