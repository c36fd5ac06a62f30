#include <fmt/chrono.h>
#include <fmt/format.h>

#include "daemon/board/rows.hpp"

namespace callwatch {
namespace {

using Item = v1::DayReply::Item;

constexpr const char* kept = "KEPT";
constexpr const char* broken = "BROKEN";
constexpr const char* not_known = "NOT_KNOWN";
constexpr const char* open = "OPEN";

Item item(const char* number, const char* standard)
{
    Item made;
    made.set_item(number);
    made.set_standard(standard);
    made.set_state(kept);
    return made;
}

void say(Item& item, const char* state, std::string finding, const char* action)
{
    item.set_state(state);
    item.set_finding(std::move(finding));
    item.set_action(action);
}

std::string seconds(Micros span)
{
    return fmt::format("{:%H:%M:%S}", std::chrono::floor<std::chrono::seconds>(span));
}

std::string many(std::size_t count, const char* one, const char* several)
{
    return fmt::format("{} {}", count, count == 1 ? one : several);
}

/// Null: nothing was seen of the day's business hours.
const CoverageDay* hours_of(const BoardView& view, const DayChecked& day)
{
    const auto* coverage = view.board().coverage().find(day.location);
    return coverage == nullptr ? nullptr : coverage->find(day.date);
}

void say_what_was_not_seen(Item& said, const CoverageDay* hours)
{
    if (hours == nullptr)
        say(said, not_known, "nothing was seen of this day", "callwatchctl sources");
    else if (hours->not_known > Micros{0})
        say(said, not_known, "not seen for " + seconds(hours->not_known),
            "callwatchctl coverage says when");
}

Item operators(const BoardView& view, const DayChecked& day)
{
    auto said = item("1", "an operator answers telephone calls at every instant of business hours");
    const auto* hours = hours_of(view, day);
    if (hours != nullptr && hours->uncovered > Micros{0})
        say(said, broken, "nobody could answer for " + seconds(hours->uncovered),
            "callwatchctl coverage says when and why");
    else
        say_what_was_not_seen(said, hours);
    return said;
}

Item main_line(const BoardView& view, const DayChecked& day)
{
    auto said = item("2", "callers of the main number, and of option 0, do not go to voice mail");
    const auto* reached = view.board().main_line().find(day.location, day.date);
    if (reached != nullptr && reached->violations > 0)
        say(said, broken, many(reached->violations, "caller reached it", "callers reached it"),
            "callwatchctl main-line says how they got there");
    else if (reached != nullptr && !reached->unseen.empty())
        say(said, not_known,
            many(reached->unseen.size(), "caller whose way was not seen whole",
                 "callers whose way was not seen whole"),
            "callwatchctl main-line says who");
    else  // Who was not seen may have reached it.
        say_what_was_not_seen(said, hours_of(view, day));
    return said;
}

Item returns(const DayChecked& day)
{
    auto said = item("3", "every telephone message is returned the same workday");
    std::size_t violations = 0;
    for (const auto& one : day.open) violations += one.violation ? 1 : 0;
    if (violations > 0)
        say(said, day.verdict == Verdict::violations ? broken : not_known,
            many(violations, "message was not returned", "messages were not returned"),
            "call back; what is carried over is the next day's first");
    else if (day.verdict == Verdict::unknown)
        say(said, not_known, "the data is in doubt", "mend what is named as the reason");
    return said;
}

Item greetings(const BoardView& view, const v1::LocationRow& row, const LocationId& location)
{
    auto said = item("4", "voice mail is kept current, and what a greeting promises is kept");
    if (row.mailboxes_barred() > 0)
        say(said, broken,
            many(row.mailboxes_barred(), "mailbox takes no messages", "mailboxes take no messages"),
            "empty them; callwatchctl standards names them");
    else if (row.greeting_faults() > 0 || row.promises_missed() > 0)
        say(said, broken,
            fmt::format("{}, {}",
                        many(row.greeting_faults(), "greeting is wrong", "greetings are wrong"),
                        many(row.promises_missed(), "promise was missed", "promises were missed")),
            "record the greetings again and attest them; callwatchctl standards names them");
    else if (const auto unheard = count_greetings_not_known(view, location); unheard > 0)
        say(said, not_known,
            "nobody has said what " + many(unheard, "greeting says", "greetings say"),
            "listen to them: callwatchctl greeting attest");
    return said;
}

Item end_of_day(const BoardView& view, const DayChecked& day)
{
    auto said = item("7", "a supervisor checks that no calls remain");
    const auto* days = view.board().days().find(day.location);
    if (days != nullptr && days->signatures.contains(day.date)) {
        if (days->missed.contains(day.date)) say(said, broken, "it was signed too late", "");
        return said;
    }
    if (days != nullptr && days->missed.contains(day.date))
        say(said, broken, "nobody signed in time (CHECK_MISSED)",
            "callwatchctl day sign; a manager may sign on behalf");
    else
        say(said, open, "nobody has signed yet", "callwatchctl day sign");
    return said;
}

Item absence(const BoardView& view, const v1::LocationRow& row, const LocationId& location)
{
    auto said = item("8", "calls left for an absent employee are returned by somebody");
    if (row.no_cover() > 0)
        say(said, broken,
            many(row.no_cover(), "absent employee with open messages has no cover (NO_COVER)",
                 "absent employees with open messages have no cover (NO_COVER)"),
            "callwatchctl departure cover MAILBOX PERSON names who answers");
    else if (const auto untried = count_access_due(view, location); untried > 0)
        say(said, not_known,
            "nobody has tried lately whether management can open " +
                many(untried, "mailbox", "mailboxes"),
            "callwatchctl access verify MAILBOX, after opening it");
    return said;
}

constexpr auto departed_standard =
    "voice mail of who left is disconnected, and answered until then";

Item departures(const v1::LocationRow& row)
{
    auto said = item("9", departed_standard);
    if (row.departed_red() > 0)
        say(said, broken,
            many(row.departed_red(), "mailbox is still connected", "mailboxes are still connected"),
            "callwatchctl departure list");
    else if (row.departed_pending() > 0)
        say(said, open,
            fmt::format("{}, {}",
                        many(row.departed_pending(), "mailbox has to be disconnected",
                             "mailboxes have to be disconnected"),
                        many(row.departed_unanswered(), "of them with nobody who answers",
                             "of them with nobody who answers")),
            "callwatchctl departure list");
    return said;
}

/// As its record has it: who answered what had not been disconnected.
Item departures(const DayChecked& day)
{
    auto said = item("9", departed_standard);
    const auto nobody = static_cast<std::uint32_t>(
        std::count_if(day.departed.begin(), day.departed.end(),
                      [](const DayDeparture& one) { return one.cover.empty(); }));
    std::uint32_t open_in_them = 0;
    for (const auto& one : day.departed) open_in_them += one.open;
    if (nobody > 0)
        say(said, broken,
            many(nobody, "mailbox of somebody who left was answered by nobody",
                 "mailboxes of people who left were answered by nobody"),
            "");
    else if (open_in_them > 0)
        say(said, broken,
            many(open_in_them, "message in mailboxes of people who left was not returned",
                 "messages in mailboxes of people who left were not returned"),
            "");
    else if (!day.departed.empty())
        say(said, open,
            many(static_cast<std::uint32_t>(day.departed.size()),
                 "mailbox was still to be disconnected, and was answered",
                 "mailboxes were still to be disconnected, and were answered"),
            "");
    return said;
}

}  // namespace

std::vector<Item> make_day_items(const BoardView& view, const Location& location,
                                 const DayChecked& day)
{
    std::vector<Item> items{operators(view, day), main_line(view, day), returns(day)};
    const bool is_today = view.directory().calendar(location.id).local_date(view.now) == day.date;
    v1::LocationRow row;
    if (is_today) {
        set_standards(row, view, location);
        items.push_back(greetings(view, row, location.id));
    }
    items.push_back(end_of_day(view, day));
    if (is_today) {
        items.push_back(absence(view, row, location.id));
        items.push_back(departures(row));
    } else {
        items.push_back(departures(day));
    }
    return items;
}

}  // namespace callwatch
