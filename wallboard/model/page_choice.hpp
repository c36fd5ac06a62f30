#pragma once

#include <string>
#include <vector>

#include "wallboard/model/alarms.hpp"
#include "wallboard/model/moment.hpp"

namespace wallboard {

enum class Page { live, end_of_day };

struct PagePolicy {
    std::vector<Page> pages{Page::live, Page::end_of_day};
    std::chrono::seconds rotation{12};
};

/// Which page is up, and why.
struct PageChoice {
    Page page = Page::live;
    std::string location;  ///< Whose day, on the end-of-day page.
    bool held = false;     ///< An alarm holds the page.
    int index = 0;         ///< Of `count` pages in the rotation.
    int count = 1;
    bool operator==(const PageChoice&) const = default;
};

/// In this order: a red alarm of the last 30 s cuts to Live; an end-of-day check that is due within
/// ten minutes, or is made and unsigned for less than half an hour, takes the screen; a red alarm
/// holds Live until 30 s after it is over; else the pages rotate. End of day takes part in the
/// rotation from an hour before close, as long as it has something to say.
PageChoice choose_page(const PagePolicy& policy, const Snapshot& snapshot, const Alarms& alarms,
                       const Moment& moment);

/// Whose day the end-of-day page shows now: those whose check needs somebody take turns; without
/// any, all do. Empty without locations.
std::string end_of_day_location(const PagePolicy& policy, const Snapshot& snapshot,
                                const Moment& moment);

}  // namespace wallboard
