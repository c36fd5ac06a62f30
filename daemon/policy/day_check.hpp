#pragma once

#include <set>

#include "daemon/policy/known.hpp"

namespace callwatch {

/// Telephone Customer Service Standards, item 7 (requirement TS-7): "supervisors check at the end
/// of each day that no calls remain". One check a location and workday, at its close (+ eod_grace).
///
/// VIOLATIONS as soon as one is proved; else UNKNOWN if anything is in doubt; else CLEAR. One is
/// proved when every source that may tell of a return has passed the check and the message was open
/// there, with no call up that may have returned it; also of a message that was overdue before: it
/// may have been returned unseen since. The check is settled when besides no call is up that is too
/// short to tell, and no caller who reached a mailbox shortly before may still be speaking. If it
/// is not settled after settle_wait (from the check, or from the start of the process if that is
/// later), it says UNKNOWN provisionally, and is revised (same check, next revision) when the
/// sources catch up. A settled check is revised by evidence from before it, and by what ends a
/// doubt (a mailbox list, silence), until the signing time is over; what a mailbox holds later does
/// not concern it. `late`: it was settled after a recovery, or only when a source caught up.
///
/// A thing is judged by when it happened: a message returned after the check was open at the check.
///
/// A location is looked at when its next check is due; while a check of its own may yet be revised,
/// also at every news. At other times it costs nothing, however many there are.
class DayJudge {
public:
    /// Appends MonitoringBegan for a location seen for the first time, and every check that is due.
    /// `news`: something a check may rest on has changed since the last call (Engine::judge).
    void judge(const Known& known, bool news, Facts& out);

private:
    /// When a location must be looked at again, if nothing happens before.
    struct Next {
        Instant due = Instant::max();
        bool at_news = false;  ///< Also when there is news.
        void by(Instant at) { due = std::min(due, at); }
    };
    Next judge_location(const Known& known, const Location& location, Facts& out);
    Next check_next(const Known& known, const Location& location, Instant begins, Facts& out);
    void revise(const Known& known, const Location& location, const DayChecked& before, Facts& out);

    bool is_worth_a_look(const Known& known, const DayChecked& before);

    /// What a day's check rested on when it was looked at last, to cost nothing while nothing
    /// changes. Forgetting it changes no result.
    struct Look {
        std::uint64_t messages = 0;
        std::uint64_t sources = 0;
        std::uint64_t mailboxes = 0;
        std::uint64_t passed = 0;
        std::uint64_t calls = 0;
        bool speaks = false;
        bool silence = false;  ///< Who reached a mailbox before the check is done by now.
        bool operator==(const Look&) const = default;
    };
    std::map<std::pair<LocationId, LocalDate>, Look> looked_at_;

    // Locations by their place in the organisation's list.
    bool has_begun_ = false;
    std::set<std::pair<Instant, std::size_t>> due_;
    std::set<std::size_t> at_news_;
    std::vector<Instant> due_at_;  ///< As it stands in due_.
};

/// The check as it stands on what is known now, as revision 1. `before`: an earlier revision of the
/// same check; null: there is none.
DayChecked check_day(const Known& known, const LocationId& location, const BusinessHours& hours,
                     const DayChecked* before = nullptr);

constexpr int days_per_step_max = 40;  ///< Checks made up for in one step, after a long outage.

}  // namespace callwatch
