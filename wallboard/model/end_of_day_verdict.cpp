#include <algorithm>

#include <fmt/format.h>

#include "wallboard/model/day_reasons.hpp"
#include "wallboard/model/days.hpp"
#include "wallboard/model/end_of_day_parts.hpp"
#include "wallboard/model/levels.hpp"
#include "wallboard/model/words.hpp"
#include "wallboard/model/work.hpp"

namespace wallboard {
namespace {

/// The first doubt, in words; what stands first is the collector's choice.
ReasonWords first_doubt(const DayInput& in)
{
    for (const DayReason& reason : in.day->reasons)
        if (is_doubt(reason)) return words_of(reason, *in.day, in.location.utc_offset);
    return words_of({}, *in.day, in.location.utc_offset);
}

Label state_words(const OpenMessage& message)
{
    const std::string late = message.late_arrival ? "late arrival, " : "";
    const std::string brief = message.late_arrival ? "late, " : "";
    if (message.attempted) return {late + "called back, nobody reached", brief + "nobody reached"};
    if (message.state == "HEARD") return {late + "heard, nobody called back", brief + "heard"};
    if (message.state == "NEW") return {late + "not heard", brief + "not heard"};
    return {late + "nobody called back", brief + "not called back"};
}

/// The subject of a line is narrow.
std::string messages_text(std::uint64_t n)
{
    return short_count_text(n) + (n == 1 ? " message" : " messages");
}

void add_messages(const DayInput& in, std::size_t lines_max, EndOfDayView& view)
{
    std::vector<const OpenMessage*> messages;
    for (const OpenMessage& message : in.day->open_messages) messages.push_back(&message);
    std::stable_sort(messages.begin(), messages.end(), [](const auto* a, const auto* b) {
        const bool later_a = a->attempted && !a->overdue;
        const bool later_b = b->attempted && !b->overdue;
        return later_a < later_b;
    });
    const std::size_t all = std::max<std::size_t>(messages.size(), in.day->open);
    const std::size_t fit = all <= lines_max ? all : lines_max > 0 ? lines_max - 1 : 0;
    for (std::size_t i = 0; i < std::min(fit, messages.size()); ++i)
        view.lines.push_back(
            {.subject =
                 "left " + when_text(messages[i]->received_at, in.now(), in.location.utc_offset),
             .text = state_words(*messages[i]),
             .mark =
                 messages[i]->attempted && !messages[i]->overdue ? Mark::triangle : Mark::none});
    if (view.lines.size() < all && lines_max > 0)
        view.lines.push_back({.subject = view.lines.empty()
                                           ? messages_text(all)
                                           : short_count_text(all - view.lines.size()) + " more",
                              .text = {"are listed at the desk", {}},
                              .mark = Mark::none});
}

VerdictLine line_of(std::string subject, std::string text)
{
    return {.subject = std::move(subject), .text = {std::move(text), {}}, .mark = Mark::none};
}

void add_reasons(const DayInput& in, EndOfDayView& view)
{
    const bool room_for_advice = in.lines_max >= 3;
    const std::size_t room = room_for_advice ? in.lines_max - 1 : in.lines_max;
    Instant blind_since = not_said;
    std::string remedy;
    for (const DayReason& reason : in.day->reasons) {
        if (!is_doubt(reason) || view.lines.size() >= room) continue;
        const ReasonWords words = words_of(reason, *in.day, in.location.utc_offset);
        if (words.blind && !said(blind_since)) blind_since = reason.since;
        if (remedy.empty()) remedy = words.remedy;
        view.lines.push_back(line_of(words.subject, words.text));
    }
    if (said(blind_since) && view.lines.size() < room)
        view.lines.push_back(
            line_of("not known",
                    "what came in the last " + spoken_duration(in.day->check_at - blind_since)));
    if (room_for_advice && !remedy.empty()) view.lines.push_back(line_of("to settle it", remedy));
}

void tell_violations(const DayInput& in, EndOfDayView& view)
{
    const Day& day = *in.day;
    const std::uint32_t n = violations_of(day);
    const bool doubt = std::any_of(day.reasons.begin(), day.reasons.end(), is_doubt);
    view.shape = VerdictShape::number;
    view.standing = Standing::action;
    view.number = count_text(n);
    view.word = n == 1 ? "VIOLATION" : "VIOLATIONS";
    view.sentence = {fmt::format("{} not returned by {}", n == 1 ? "message" : "messages",
                                 in.time(day.check_at)),
                     "not returned by " + in.time(day.check_at)};
    add_messages(in, doubt ? in.lines_max - std::min<std::size_t>(1, in.lines_max) : in.lines_max,
                 view);
    if (doubt && in.lines_max > 0)
        view.lines.push_back(
            {.subject = "and more",
             .text = {"may be unknown, " + first_doubt(in).because, "may be unknown"},
             .mark = Mark::question});
}

void tell_unknown(const DayInput& in, EndOfDayView& view)
{
    const Day& day = *in.day;
    view.shape = VerdictShape::question;
    view.standing = Standing::unknown;
    view.word = "UNKNOWN";
    const bool waits = !day.judged || (day.verdict == Verdict::clear && day.provisional);
    if (waits)
        view.sentence = {"until every source has passed " + in.time(day.check_at),
                         "not yet settled"};
    else
        view.sentence = {first_doubt(in).because, "not everything is known"};
    add_reasons(in, view);
    if (day.open > 0 && view.lines.size() < in.lines_max)
        view.lines.push_back(line_of(messages_text(day.open), "not returned, as far as is known"));
}

void tell_clear(const DayInput& in, EndOfDayView& view)
{
    const Day& day = *in.day;
    view.shape = VerdictShape::ring_tick;
    view.word = "CLEAR";
    view.sentence = {"every message due today is returned", "all returned"};
    if (day.attempted > 0) {
        view.word = fmt::format("CLEAR, {} attempted", count_text(day.attempted));
        // A line below says the number again; a verdict that is cut says nothing.
        view.brief_word =
            day.attempted < 100 ? fmt::format("CLEAR, {} tried", day.attempted) : "CLEAR";
        view.word_size = WordSize::three;
        view.standing = Standing::warning;
        view.sentence = {day.attempted == 1 ? "called back, but one caller was not reached"
                                            : "called back, but not everybody was reached",
                         "not everybody was reached"};
        add_messages(in, in.lines_max, view);
    }
    const std::string passed = ", when every source had passed " + in.time(day.check_at);
    const std::string settled = said(day.settled_at)
                                  ? "settled " + clock_text(day.settled_at, in.location.utc_offset)
                                  : "settled";
    view.notes.push_back(day.late ? Label{settled + ", late, after a restart", settled + " late"}
                                  : Label{settled + passed, settled});
    if (day.due == 0) view.sentence = {"no message was due today", {}};
}

void note_the_rest(const DayInput& in, EndOfDayView& view)
{
    if (in.location.overnight > 0)
        view.notes.push_back({fmt::format("{} came after close, due the next workday",
                                          counted(in.location.overnight, "message", "messages")),
                              fmt::format("{} after close", in.location.overnight)});
}

}  // namespace

std::string DayInput::time(Instant at) const { return hour_minute_text(at, location.utc_offset); }

std::uint32_t violations_of(const Day& day)
{
    const auto overdue = static_cast<std::uint32_t>(
        std::count_if(day.open_messages.begin(), day.open_messages.end(),
                      [](const OpenMessage& message) { return message.overdue; }));
    const std::uint32_t unattempted = day.open > day.attempted ? day.open - day.attempted : 0;
    return std::max({overdue, unattempted, std::uint32_t{1}});
}

void tell_before_check(const DayInput& in, EndOfDayView& view)
{
    const Location& place = in.location;
    const Instant check = check_time(in.day, place);
    view.shape = VerdictShape::dash;
    if (place.hours == Hours::not_yet_monitored) {
        view.word = "NOT YET MONITORED";
        view.brief_word = "NOT MONITORED";
        view.word_size = WordSize::three;
        view.word_tone = Tone::third;
        view.sentence = {"returns are not judged here yet", "not judged"};
        return;
    }
    if (!said(check) || check <= in.now()) {
        view.word = "NO CHECK";
        view.word_tone = Tone::third;
        view.sentence = {"no business hours are known for today", "no hours today"};
        return;
    }
    const Micros left = check - in.now();
    view.word = countdown_text(left);
    view.notes.push_back({"the day is checked at " + in.time(check) + " " + place.zone_abbreviation,
                          "checked at " + in.time(check)});
    if (!is_known(place, in.snapshot)) {
        view.shape = VerdictShape::question;
        view.standing = Standing::unknown;
        view.sentence = {"to close, what is open is not known", "not known"};
        return;
    }
    view.shape = VerdictShape::count;
    view.number = count_text(place.due_today);
    view.sentence =
        place.due_today == 0
            ? Label{"to close, all due today is returned", "all is returned"}
            : Label{"to close, " + counted(place.due_today, "message", "messages") + " to return",
                    counted(place.due_today, "message", "messages") + " to return"};
    view.progress = left >= countdown_from ? 0.0f
                                           : 1.0f - static_cast<float>(left.count()) /
                                                        static_cast<float>(countdown_from.count());
    if (is_at_risk(place, in.now())) {
        view.standing = Standing::warning;
        view.badge = Badge{Standing::warning,
                           fmt::format("AT RISK, {} of work", work_text(work_needed(place))),
                           {}};
    }
    if (place.overdue > 0)
        view.badge = Badge{Standing::action, counted(place.overdue, "overdue", "overdue"), {}};
}

void tell_verdict(const DayInput& in, EndOfDayView& view)
{
    switch (shown_verdict(*in.day)) {
        case Verdict::violations: tell_violations(in, view); break;
        case Verdict::unknown: tell_unknown(in, view); break;
        case Verdict::clear: tell_clear(in, view); break;
    }
    if (view.lines.empty()) note_the_rest(in, view);
}

}  // namespace wallboard
