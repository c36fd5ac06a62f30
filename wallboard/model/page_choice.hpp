#pragma once

#include <string>
#include <vector>

#include "wallboard/model/alarms.hpp"
#include "wallboard/model/moment.hpp"
#include "wallboard/model/page.hpp"

namespace wallboard {

struct PagePolicy {
    std::vector<Page> pages{all_pages.begin(), all_pages.end()};
    std::chrono::seconds rotation{12};
};

/// Which page is up, and why.
struct PageChoice {
    Page page = Page::live;
    std::string location;  ///< Whose day, on the end-of-day page.
    bool held = false;     ///< An alarm holds the page.
    bool picked = false;   ///< Somebody chose it with a key.
    int index = 0;         ///< Of `count` pages in the rotation.
    int count = 1;
    std::size_t turn = 0;  ///< Counts half rotations of this page: which part of a long table.
    bool tables = false;   ///< Plots are shown as tables of the same numbers.
    bool operator==(const PageChoice&) const = default;
};

/// A page that somebody chose with a key. It stays for a minute, or until a new red alarm.
struct Pick {
    Page page = Page::live;
    Micros running{};   ///< Moment::running when the key was pressed.
    Instant figures{};  ///< The board's time then.
};
constexpr Micros picked_for = std::chrono::seconds{60};

/// In this order: a page picked by key; a red alarm of the last 30 s cuts to Live; an end-of-day
/// check that is due within ten minutes, or is made and unsigned for less than half an hour, takes
/// the screen; a red alarm holds Live until 30 s after it is over; messages that became overdue
/// hold Returns for 30 s, then mailboxes that became red Departures, then bad routes Greetings;
/// else the pages rotate. End of day takes part from an hour before close, as long as it has
/// something to say; Departures while a mailbox is to be switched off, or was today; Team
/// while a location is open and its operators are seen; Trends where the board tells half hours;
/// Greetings and Health as long as something is not as it should be.
PageChoice choose_page(const PagePolicy& policy, const Snapshot& snapshot, const Alarms& alarms,
                       const Moment& moment, const std::optional<Pick>& pick = std::nullopt);

/// The page `by` places further in the configured order; for the arrow keys.
Page neighbour(const PagePolicy& policy, Page page, int by);

/// Whose day the end-of-day page shows at its `visit`-th showing: those whose check needs somebody
/// take turns; without any, all do. Empty without locations.
std::string end_of_day_location(const Snapshot& snapshot, Instant now, std::size_t visit);

/// How often a page that is one of `of` in the rotation has been up, and its half rotations.
struct Pace {
    std::size_t visit = 0;
    std::size_t turn = 0;
};
Pace pace_of(const PagePolicy& policy, Micros running, std::size_t of);

}  // namespace wallboard
