#include "wallboard/model/explain/explainable.hpp"

#include <algorithm>
#include <span>

namespace wallboard {
namespace {

using Ids = std::span<const char* const>;

constexpr const char* live_heroes[] = {"longest-wait", "waiting", "coverage", "operators"};
constexpr const char* live_queue[] = {"waiting", "longest-wait", "answered-share", "abandoned",
                                      "service-level"};
constexpr const char* live_location[] = {"operators", "coverage"};
constexpr const char* live_foot[] = {"main-to-voicemail", "offered",       "answered-share",
                                     "abandoned",         "service-level", "unreturned",
                                     "time-to-close"};
constexpr const char* returns_heroes[] = {"overdue", "due-today", "time-to-close"};
constexpr const char* returns_location[] = {"unreturned", "overdue", "next-due", "work-needed"};
constexpr const char* returns_last[] = {"day-verdict"};
constexpr const char* day_figures[] = {"day-verdict", "time-to-close", "due-today",
                                       "work-needed", "day-returned",  "day-mailboxes",
                                       "day-sources", "day-signature"};
constexpr const char* departures_all[] = {
    "departed-connected", "departed-unanswered", "departed-left", "departed-requested",
    "departed-seen-off",  "departed-confirmed",  "departed-red",  "departed-messages"};
constexpr const char* departures_location[] = {"departed-left", "departed-red",
                                               "departed-unanswered"};
constexpr const char* greetings_all[] = {"bad-routes", "greetings-conform", "required-messages",
                                         "greeting-faults", "mailboxes-full"};
constexpr const char* greetings_location[] = {"greetings-conform", "script"};
constexpr const char* team_all[] = {"operators-free", "coverage", "operators-on-call",
                                    "operators-on-break", "away"};
constexpr const char* team_location[] = {
    "operators-free", "operators-on-call", "operators-on-break", "operators-off", "phone-only",
    "away",           "no-cover",          "unreturned"};
constexpr const char* trends_all[] = {"trend-calls", "trend-service-level", "trend-longest-wait",
                                      "trend-open-messages"};
constexpr const char* health_heroes[] = {"sources-heard", "journal-room"};
constexpr const char* health_source[] = {"source-age",  "source-lag",     "source-sequence",
                                         "source-gaps", "source-fetched", "source-clock"};
constexpr const char* health_foot[] = {"journal-head", "journal-position", "events-accepted",
                                       "events-refused"};
constexpr const char* around = "data-age";

class Walk {
public:
    void add(Ids ids, const std::string& subject = {})
    {
        for (const char* id : ids)
            if (refs_.size() < explainable_max) refs_.push_back({id, subject});
    }
    template <class Rows>
    void add_each(Ids ids, const Rows& rows)
    {
        for (const auto& row : rows) add(ids, row.id);
    }
    std::vector<FigureRef> take() { return std::move(refs_); }

private:
    std::vector<FigureRef> refs_;
};

void add_page(Walk& walk, Page page, const Snapshot& snapshot, const std::string& location)
{
    switch (page) {
        case Page::live:
            walk.add(live_heroes);
            walk.add_each(live_queue, snapshot.queues);
            walk.add_each(live_location, snapshot.locations);
            return walk.add(live_foot);
        case Page::returns:
            walk.add(returns_heroes);
            walk.add_each(returns_location, snapshot.locations);
            return walk.add_each(returns_last, snapshot.locations);
        case Page::end_of_day: return walk.add(day_figures, location);
        case Page::departures:
            walk.add(departures_all);
            return walk.add_each(departures_location, snapshot.locations);
        case Page::greetings:
            walk.add(greetings_all);
            return walk.add_each(greetings_location, snapshot.locations);
        case Page::team:
            walk.add(team_all);
            return walk.add_each(team_location, snapshot.locations);
        case Page::trends: return walk.add(trends_all);
        case Page::health:
            walk.add(health_heroes);
            walk.add_each(health_source, snapshot.sources);
            return walk.add(health_foot);
    }
}

}  // namespace

std::vector<FigureRef> explainable(Page page, const Snapshot& snapshot, const std::string& location)
{
    Walk walk;
    add_page(walk, page, snapshot, location);
    std::vector<FigureRef> refs = walk.take();
    if (refs.size() == explainable_max) refs.pop_back();
    refs.push_back({around, {}});
    return refs;
}

FigureRef next_figure(const std::vector<FigureRef>& figures, const FigureRef& ref)
{
    if (figures.empty()) return ref;
    const auto at = std::find(figures.begin(), figures.end(), ref);
    if (at == figures.end() || at + 1 == figures.end()) return figures.front();
    return *(at + 1);
}

}  // namespace wallboard
