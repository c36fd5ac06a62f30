#include "wallboard/model/frame_view.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "wallboard/model/words.hpp"

namespace wallboard {
namespace {

std::string sources_text(const Snapshot& snapshot, bool& all_heard)
{
    const auto heard =
        std::count_if(snapshot.sources.begin(), snapshot.sources.end(), [](const Source& source) {
            return source.state == SourceState::fresh || source.state == SourceState::ended;
        });
    const auto all = std::ssize(snapshot.sources);
    all_heard = heard == all && all > 0;
    if (all == 0) return "no sources";
    return fmt::format("{} of {} {}", heard, all, all == 1 ? "source" : "sources");
}

std::optional<Banner> banner_of(const Snapshot& snapshot, const Moment& moment,
                                std::chrono::seconds offset)
{
    if (!snapshot.complete)
        return Banner{
            .word = "NO DATA",
            .sentence = {"nothing has been heard from the collector", "nothing heard yet"},
            .figure = duration_text(moment.age),
            .unit = "waiting"};
    if (moment.stale)
        return Banner{.word = "NO DATA",
                      .sentence = {"figures are from " + clock_text(snapshot.as_of, offset), {}},
                      .figure = duration_text(moment.age),
                      .unit = "old"};
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
    bool all_heard = false;
    const std::string sources = sources_text(snapshot, all_heard);
    if (snapshot.health == Health::clock_doubt) {
        frame.doubt = Badge{Standing::unknown, "clock in doubt", {}};
    } else if (!all_heard) {
        frame.doubt = Badge{Standing::unknown, sources, {}};
    } else {
        const std::string age = age_text(moment.age) + " old";
        frame.freshness = {
            fmt::format("{}{}, {}", snapshot.from_recording ? "recording, " : "", sources, age),
            age};
    }
}

std::optional<Badge> alarm_elsewhere(const Alarms& alarms)
{
    const auto red = std::find_if(alarms.active.begin(), alarms.active.end(),
                                  [](const Alarm& a) { return a.level == Level::red; });
    if (red == alarms.active.end()) return std::nullopt;
    const bool at_queue = red->subject.rfind("queue/", 0) == 0;
    return Badge{Standing::action, at_queue ? "callers wait too long" : "no operator", {}};
}

}  // namespace

const Location* home_of(const Snapshot& snapshot)
{
    return snapshot.locations.empty() ? nullptr : &snapshot.locations.front();
}

FrameView make_frame(const Snapshot& snapshot, const Moment& moment, const Alarms& alarms,
                     const PageChoice& choice)
{
    const bool live = choice.page == Page::live;
    const Location* place = live ? nullptr : find_location(snapshot, choice.location);
    if (place == nullptr) place = home_of(snapshot);
    const auto offset = place == nullptr ? std::chrono::seconds{0} : place->utc_offset;

    FrameView frame;
    frame.title = {live ? "Live" : "End of day", {}};
    if (!live && place != nullptr) {
        frame.title = {"End of day, " + place->name,
                       place->short_name.empty() ? place->name : place->short_name};
        frame.date = weekday_date_text(moment.clock, offset);
    }
    frame.held = choice.held;
    frame.index = choice.index;
    frame.count = choice.count;
    frame.clock = snapshot.complete ? clock_text(moment.clock, offset) : std::string{not_known};
    if (snapshot.complete) frame.zone = place == nullptr ? "UTC" : place->zone_abbreviation;
    frame.banner = banner_of(snapshot, moment, offset);
    frame.grey = frame.banner.has_value();
    fill_freshness(frame, snapshot, moment);
    if (!live && !frame.grey) frame.elsewhere = alarm_elsewhere(alarms);
    return frame;
}

}  // namespace wallboard
