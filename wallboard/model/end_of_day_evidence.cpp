#include <algorithm>

#include <fmt/format.h>

#include "wallboard/model/days.hpp"
#include "wallboard/model/end_of_day_parts.hpp"
#include "wallboard/model/levels.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard {
namespace {

Evidence make(Standing standing, std::string title, std::string text)
{
    return {.box = {},
            .standing = standing,
            .title = std::move(title),
            .mark = standing == Standing::normal ? Mark::tick : mark_of(standing),
            .aside = {},
            .text = {std::move(text), {}}};
}

Evidence returned(const Day& day)
{
    const bool doubt = shown_verdict(day) == Verdict::unknown;
    const std::string text = share_text(day.returned, day.due);
    if (shown_verdict(day) == Verdict::violations) return make(Standing::action, "returned", text);
    if (doubt) return make(Standing::unknown, "returned", text + " known");
    if (day.attempted > 0) {
        const std::string tried = short_count_text(day.attempted) + " tried";
        Evidence evidence = make(Standing::warning, "returned", text + ", " + tried);
        evidence.text.brief = tried;
        return evidence;
    }
    return make(Standing::normal, "returned", text);
}

Evidence mailboxes(const Day& day)
{
    if (day.mailboxes == 0) {
        Evidence none = make(Standing::normal, "mailbox lists", "no mailbox");
        none.mark = Mark::none;
        return none;
    }
    const std::string text = share_text(day.mailboxes_agree, day.mailboxes) + " agree";
    if (day.mailboxes_agree < day.mailboxes) return make(Standing::unknown, "mailbox lists", text);
    if (day.still_new > 0)
        return make(Standing::warning, "still new in INBOX",
                    fmt::format("{} returned", short_count_text(day.still_new)));
    return make(Standing::normal, "mailbox lists", text);
}

Evidence sources(const Day& day)
{
    const auto standing =
        day.sources_fresh < day.sources || day.sources == 0 ? Standing::unknown : Standing::normal;
    return make(standing, "sources", fmt::format("{} of {} fresh", day.sources_fresh, day.sources));
}

Evidence signature(const DayInput& in)
{
    const Day& day = *in.day;
    if (said(day.signed_at))
        return make(Standing::normal, "signature",
                    "signed " + clock_text(day.signed_at, in.location.utc_offset));
    Evidence open = make(Standing::normal, "signature", "unsigned");
    open.mark = Mark::none;
    if (!said(day.sign_by)) return open;
    open.aside = "by " + in.time(day.sign_by);
    if (in.now() >= day.sign_by) {
        // Requirement TS-7b: nobody signed in time. It is a breach of the check itself.
        open.standing = Standing::action;
        open.text = {"not signed in time", "not signed"};
        return open;
    }
    open.text = {"unsigned, " + countdown_text(day.sign_by - in.now()) + " left", "unsigned"};
    return open;
}

}  // namespace

bool is_after_check(const Day* day, const Location& location, Instant now)
{
    if (day == nullptr || location.hours == Hours::not_yet_monitored || !day->monitored)
        return false;
    return said(day->check_at) ? now >= day->check_at : day->judged;
}

std::vector<Evidence> make_evidence(const DayInput& in)
{
    return {returned(*in.day), mailboxes(*in.day), sources(*in.day), signature(in)};
}

Office make_office(const Snapshot& snapshot, const Location& location, Instant now)
{
    Office office;
    office.name = {location.short_name.empty() ? location.name : location.short_name,
                   location.short_name};
    const Day* day = day_of(snapshot, location, now);
    if (is_after_check(day, location, now)) {
        switch (shown_verdict(*day)) {
            case Verdict::violations:
                office.shape = VerdictShape::number;
                office.number = count_text(violations_of(*day));
                break;
            case Verdict::unknown: office.shape = VerdictShape::question; break;
            case Verdict::clear: office.shape = VerdictShape::ring_tick; break;
        }
    } else if (location.hours == Hours::open && is_known(location, snapshot)) {
        office.shape = VerdictShape::count;
        office.number = count_text(location.due_today);
    } else if (location.hours == Hours::open) {
        office.shape = VerdictShape::question;
    }
    return office;
}

}  // namespace wallboard
