#include "wallboard/model/hours_words.hpp"

#include "wallboard/model/frame_view.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard {

std::string zone_suffix(const Snapshot& snapshot, const Location& location)
{
    const Location* home = home_of(snapshot);
    if (home == nullptr || home->zone_abbreviation == location.zone_abbreviation) return {};
    return " " + location.zone_abbreviation;
}

std::string closed_words(const Snapshot& snapshot, const Location& location, Instant now)
{
    const std::string zone = zone_suffix(snapshot, location);
    if (said(location.closes_at) && location.closes_at <= now)
        return "closed " + when_text(location.closes_at, now, location.utc_offset) + zone;
    if (said(location.opens_at) && location.opens_at > now)
        return "opens " + when_text(location.opens_at, now, location.utc_offset) + zone;
    return "closed";
}

Label closed_label(const Snapshot& snapshot, const Location& location, Instant now)
{
    return {closed_words(snapshot, location, now), "closed"};
}

}  // namespace wallboard
