#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "wallboard/model/departures.hpp"
#include "wallboard/model/greetings.hpp"
#include "wallboard/model/instant.hpp"
#include "wallboard/model/trend.hpp"
#include "wallboard/model/trend_sums.hpp"

namespace wallboard {

/// Some of the places in a list of links: from `first` on, without `end`.
struct LinkRun {
    std::uint32_t first = 0;
    std::uint32_t end = 0;
};

enum class Hours { unspecified, open, closed, not_yet_monitored };

/// A place with its own hours, zone and duties. Text is checked and bounded by the feed.
struct Location {
    std::string id;
    std::string name;
    std::string short_name;
    std::string zone;               ///< IANA: "America/Chicago".
    std::string zone_abbreviation;  ///< "CST", as of now.
    std::chrono::seconds utc_offset{};
    Hours hours = Hours::unspecified;
    Instant opens_at{};  ///< The current business hours or the next to come; not_said if none.
    Instant closes_at{};
    std::string business_date;  ///< "2026-11-20", local.

    std::uint32_t unreturned = 0;  ///< Open duties, attempted ones included.
    std::uint32_t due_today = 0;
    std::uint32_t overdue = 0;
    std::uint32_t overnight = 0;         ///< Received after close, due on the next workday.
    std::uint32_t due_today_all = 0;     ///< Closed ones included.
    std::chrono::seconds work_needed{};  ///< To return what is due; 0 where the board does not say.
    bool at_risk = false;
    std::uint32_t promises_missed = 0;  ///< Call-back hours that greetings promised for today.
    Instant overdue_oldest_at{};
    Instant next_deadline{};

    bool operators_known = false;  ///< False: shown as "?", never as 0.
    std::uint32_t operators_staffed = 0;
    std::uint32_t operators_on_call = 0;
    std::uint32_t operators_weak = 0;    ///< Of those staffed: a telephone that is on, no more.
    std::uint32_t operators_paused = 0;  ///< On a break; not staffed.
    std::uint32_t operators_unreachable = 0;  ///< Their telephones are off; not staffed.
    std::uint32_t staff_away = 0;             ///< People whose absence is recorded, now.
    std::uint32_t no_cover = 0;  ///< Of those: with open messages and nobody who answers.
    Instant no_operator_since{};
    bool no_operator_alarm = false;  ///< It has lasted coverage_debounce.
    /// Requirement TS-1 [C]: nobody at the telephones for so long is an alarm. The default stands
    /// where the board does not say.
    std::chrono::seconds coverage_debounce{60};
    Instant unseen_since{};  ///< Coverage is not known since then, now; not_said: it is seen.
    std::uint32_t main_to_voicemail = 0;  ///< Callers of the main number today.

    Departures departures;
    Greetings greetings;

    bool data_known = false;  ///< False: a source of this location is silent.

    // Where the board is linked (links.hpp).
    bool source_unheard = false;  ///< One that serves it is late, silent or was never seen.
    Instant sources_lost_at{};    ///< The first of those; not_said: never heard, or nobody says.
    LinkRun days;                 ///< In Links::days.
    LinkRun trends;               ///< In Links::trends.
};

/// One queue: who waits now, and the raw counts of the location's day. Percentages are ours to
/// compute.
struct Queue {
    std::string id;
    std::string name;
    std::string location_id;
    std::uint32_t waiting = 0;
    Instant oldest_joined_at{};
    std::uint32_t offered = 0;
    std::uint32_t answered = 0;
    std::uint32_t abandoned = 0;  ///< Short ones included.
    std::uint32_t short_abandoned = 0;
    std::uint32_t answered_in_threshold = 0;
    std::uint32_t abandoned_in_threshold = 0;
    std::uint32_t left_otherwise = 0;  ///< Timed out, left by key, redirected.
    std::string service_level_variant;
    std::uint32_t service_level_s = 0;
    std::uint32_t amber_waiting = 0;  ///< 0: not configured; never judged.
    std::uint32_t amber_wait_s = 0;
    std::uint32_t red_waiting = 0;
    std::uint32_t red_wait_s = 0;
    std::vector<std::uint32_t> waiting_by_minute;  ///< Deepest of each minute, oldest first.
    bool data_known = false;
    // Where the board is linked (links.hpp).
    std::size_t location_at = 0;  ///< In Snapshot::locations.
    bool known = false;           ///< Its data and its location's (levels.hpp).
};

enum class SourceState { unspecified, fresh, late, silent, catching_up, ended, never_seen };

struct Source {
    std::string id;
    std::string kind;
    SourceState state = SourceState::unspecified;
    std::vector<std::string> location_ids;
    Instant silent_since{};
    std::uint64_t sequence = 0;  ///< Of its newest event.
    bool lag_known = false;
    Micros lag{};                              ///< The collector's time less how far it has told.
    std::vector<std::uint32_t> lag_by_10s_ms;  ///< The worst of each, oldest first.
    bool clock_known = false;
    Micros clock_skew{};  ///< Its clock less the collector's.
    bool clock_doubt = false;
    std::uint32_t gaps_open = 0;  ///< The board tells the newest 20.
    Instant gap_since{};          ///< Where the newest open one begins.
    std::uint32_t gaps_healed_today = 0;
    std::uint64_t fetched_again = 0;
    Instant upstream_lost_since{};  ///< It does not see its telephone system; not_said: it does.
    bool spool_watched = false;
    std::string trouble;  ///< What it says itself, a sentence.
};

/// The collector's own state; an older one tells less of it.
struct Collector {
    bool said = false;
    bool from_recording = false;  ///< Its time follows a recording.
    std::uint64_t position = 0;   ///< Of the journal's newest fact.
    std::string chain_head;       ///< First 16 hex digits.
    Instant written_at{};
    std::uint64_t room_left_bytes = 0;  ///< 0: not said.
    std::uint64_t events_accepted = 0;
    std::uint64_t refused = 0;
    bool clock_doubt = false;
};

/// How a day stands. Unknown comes first and is the default: what is not said is not known.
enum class Verdict { unknown, clear, violations };

struct DayReason {
    std::string code;
    std::string text;
    std::string subject;
    Instant since{};
};

struct OpenMessage {
    Instant received_at{};
    std::string state;  ///< "NEW", "HEARD", "ATTEMPTED"
    bool late_arrival = false;
    bool overdue = false;
    bool attempted = false;
};

/// One location's end-of-day check.
struct Day {
    std::string location_id;
    std::string business_date;
    Verdict verdict = Verdict::unknown;
    bool judged = false;       ///< False: no verdict was said at all.
    bool provisional = false;  ///< A source had not passed the check yet.
    bool late = false;
    bool monitored = false;
    Instant check_at{};
    Instant settled_at{};
    Instant sign_by{};
    Instant signed_at{};
    std::uint32_t due = 0;
    std::uint32_t returned = 0;
    std::uint32_t attempted = 0;
    std::uint32_t open = 0;
    std::uint32_t still_new = 0;  ///< Returned, and still new in the INBOX.
    std::uint32_t mailboxes = 0;
    std::uint32_t mailboxes_agree = 0;
    std::uint32_t sources = 0;
    std::uint32_t sources_fresh = 0;
    std::vector<DayReason> reasons;
    std::vector<OpenMessage> open_messages;  ///< Oldest first; `open` has the whole number.
};

/// What people did about an alarm; who did it is for the desk.
struct AlarmAct {
    std::string alarm;          ///< Its subject (model/alarms.hpp).
    Instant acknowledged_at{};  ///< The last time; not_said: never.
    Instant shelved_until{};    ///< not_said, or past: it is not shelved.
};

/// What the rows say of one another and together (links.hpp).
struct Links {
    bool made = false;
    std::vector<std::uint32_t> locations;  ///< Places, by id.
    std::vector<std::uint32_t> days;       ///< By location; those of one in the board's order.
    std::vector<std::uint32_t> trends;     ///< Likewise.
    TrendSums sums;
};

enum class Health { unspecified, ok, recovering, storage_fault, clock_doubt };

/// What the board says of itself, beside its rows.
struct BoardHead {
    bool complete = false;  ///< False: nothing has been received yet.
    std::uint64_t revision = 0;
    Instant as_of{};  ///< The collector's time in the last message.
    std::uint32_t rate_milli =
        1000;  ///< How that time runs, in thousandths of real time; 0: it stands.
    Health health = Health::unspecified;
    Collector collector;
    std::string clock_location;  ///< Whose clock is shown; empty, or not there: the first one's.
};

/// What the wall shows, as of one moment. Never changed once published: the feed makes a new one
/// and the frame keeps the old one while it draws.
struct Snapshot : BoardHead {
    std::vector<Location> locations;
    std::vector<Queue> queues;
    std::vector<Source> sources;
    std::vector<Day> days;
    std::vector<Trend> trends;
    std::vector<AlarmAct> alarm_acts;
    Links links;
};

}  // namespace wallboard
