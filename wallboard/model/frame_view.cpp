#include "wallboard/model/frame_view.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "wallboard/model/days.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard {
namespace {

struct Heard {
    std::string share;  ///< "8 of 9"; empty without sources.
    std::string word;   ///< "sources", "no sources"
    bool all = false;

    std::string text() const { return share.empty() ? word : share + " " + word; }
};

Heard sources_heard(const Snapshot& snapshot)
{
    const auto heard =
        std::count_if(snapshot.sources.begin(), snapshot.sources.end(), [](const Source& source) {
            return source.state == SourceState::fresh || source.state == SourceState::ended;
        });
    const auto all = std::ssize(snapshot.sources);
    if (all == 0) return {.share = {}, .word = "no sources"};
    return {.share = fmt::format("{} of {}", heard, all),
            .word = all == 1 ? "source" : "sources",
            .all = heard == all};
}

std::optional<Banner> banner_of(const Snapshot& snapshot, const Moment& moment,
                                std::chrono::seconds offset)
{
    const Label why = words_of(moment.hearing);
    if (!snapshot.complete)
        return Banner{
            .word = "NO DATA",
            .sentence = why.full.empty()
                          ? Label{"nothing has been heard from the collector", "nothing heard yet"}
                          : why,
            .figure = duration_text(moment.age),
            .unit = "waiting"};
    if (moment.stale) {
        const std::string from = "figures are from " + clock_text(snapshot.as_of, offset);
        return Banner{
            .word = "NO DATA",
            .sentence = why.full.empty() ? Label{from, {}} : Label{from + ": " + why.full, from},
            .figure = duration_text(moment.age),
            .unit = "old"};
    }
    if (snapshot.health == Health::storage_fault)
        return Banner{.word = "STORAGE FAULT",
                      .sentence = {"the collector cannot record: nothing below can be trusted",
                                   "the collector cannot record"},
                      .figure = {},
                      .unit = {}};
    if (snapshot.health == Health::recovering)
        return Banner{.word = "RECOVERING",
                      .sentence = {"the collector reads its journal: figures are not complete",
                                   "figures are not complete"},
                      .figure = {},
                      .unit = {}};
    return std::nullopt;
}

void fill_freshness(FrameView& frame, const Snapshot& snapshot, const Moment& moment)
{
    if (frame.banner) return;  // The banner says it, and larger.
    const Heard sources = sources_heard(snapshot);
    if (snapshot.health == Health::clock_doubt) {
        frame.doubt = Badge{Standing::unknown, "in doubt", "clock"};
    } else if (!sources.all) {
        frame.doubt = Badge{Standing::unknown, sources.word, sources.share};
    } else {
        const std::string age = age_text(moment.age) + " old";
        frame.freshness = {
            fmt::format("{}{}, {}", snapshot.collector.from_recording ? "recording, " : "",
                        sources.text(), age),
            age};
    }
}

std::optional<Badge> alarm_elsewhere(const Alarms& alarms, Page page)
{
    const auto red =
        std::find_if(alarms.active.begin(), alarms.active.end(), [&](const Alarm& alarm) {
            // Team says it itself, and larger.
            if (page == Page::team && alarm.subject.rfind("operators/", 0) == 0) return false;
            return alarm.level == Level::red && explained_by(alarm) == Page::live;
        });
    if (red == alarms.active.end()) return std::nullopt;
    const bool at_queue = red->subject.rfind("queue/", 0) == 0;
    return Badge{Standing::action, at_queue ? "callers wait too long" : "no operator", {}};
}

/// The date, and when the day's check was settled, once it is.
Label date_of(const Snapshot& snapshot, const Location& place, const Moment& moment)
{
    const std::string date = weekday_date_text(moment.clock, place.utc_offset);
    const Day* day = day_of(snapshot, place, moment.figures);
    const bool settled = day != nullptr && is_settled(*day) && said(day->settled_at) &&
                         day->settled_at <= moment.figures;
    if (!settled) return {date, {}};
    return {date + ", settled " + clock_text(day->settled_at, place.utc_offset), date};
}

/// What the page is called; whose day it is, on the end-of-day page.
Label title_of(Page page, const Location* place)
{
    switch (page) {
        case Page::live: return {"Live", {}};
        case Page::returns: return {"Returns", {}};
        case Page::departures: return {"Departures", {}};
        case Page::greetings: return {"Greetings and scripts", "Greetings"};
        case Page::team: return {"Team", {}};
        case Page::trends: return {"Trends", {}};
        case Page::health: return {"Health", {}};
        case Page::end_of_day: break;
    }
    if (place == nullptr) return {"End of day", {}};
    return {"End of day, " + place->name,
            place->short_name.empty() ? place->name : place->short_name};
}

}  // namespace

const Location* home_of(const Snapshot& snapshot)
{
    if (snapshot.locations.empty()) return nullptr;
    const Location* chosen = find_location(snapshot, snapshot.clock_location);
    return chosen == nullptr ? &snapshot.locations.front() : chosen;
}

FrameView make_frame(const Snapshot& snapshot, const Moment& moment, const Alarms& alarms,
                     const PageChoice& choice)
{
    const bool a_day = choice.page == Page::end_of_day;
    const Location* place = a_day ? find_location(snapshot, choice.location) : nullptr;
    if (place == nullptr) place = home_of(snapshot);
    const auto offset = place == nullptr ? std::chrono::seconds{0} : place->utc_offset;

    FrameView frame;
    frame.title = title_of(choice.page, place);
    if (a_day && place != nullptr) frame.date = date_of(snapshot, *place, moment);
    if (choice.held) frame.held = "held by alarm";
    if (choice.picked) frame.held = "chosen by key";
    frame.index = choice.index;
    frame.count = choice.count;
    frame.clock = snapshot.complete ? clock_text(moment.clock, offset) : std::string{not_known};
    if (snapshot.complete) frame.zone = place == nullptr ? "UTC" : place->zone_abbreviation;
    frame.banner = banner_of(snapshot, moment, offset);
    frame.grey = frame.banner.has_value();
    frame.empty = !snapshot.complete;
    fill_freshness(frame, snapshot, moment);
    if (choice.page != Page::live && !frame.grey)
        frame.elsewhere = alarm_elsewhere(alarms, choice.page);
    return frame;
}

Footline make_footline(const Snapshot& snapshot, const Moment& moment, const Box& box,
                       FrameView& frame)
{
    Footline foot{.box = box, .left = frame.freshness.full, .right = {}};
    if (const Location* home = home_of(snapshot); home != nullptr && snapshot.complete)
        foot.right = weekday_date_text(moment.clock, home->utc_offset);
    if (!frame.doubt) frame.freshness = {};
    return foot;
}

}  // namespace wallboard
