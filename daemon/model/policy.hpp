#pragma once

#include <optional>
#include <string>

#include "daemon/model/types.hpp"

namespace callwatch {

/// How the standards are read here: config/policy.toml. Every default is explained, and those that
/// a manager should confirm are listed, in config/README.md.
struct Policy {
    // Messages: Telephone Customer Service Standards, item 3.
    enum class AfterHoursDue : std::uint8_t { next_workday, same_calendar_day };
    enum class NoAnswer : std::uint8_t { counts, counts_if_message_left, does_not_count };
    AfterHoursDue after_hours_due = AfterHoursDue::next_workday;
    NoAnswer no_answer = NoAnswer::counts;      ///< Of a ring-out; if_message_left: as does_not.
    std::chrono::seconds min_message{3};        ///< Shorter: a missed call, no duty.
    std::chrono::seconds min_talk{5};           ///< Shorter: not a returned call.
    std::chrono::seconds min_ring{15};          ///< Shorter: not an attempt.
    std::chrono::seconds late_window{15 * 60};  ///< Tagged LATE_ARRIVAL, still due.
    bool internal_messages_are_duties = true;
    std::chrono::seconds claim_lease{15 * 60};  ///< Who claims a message has it for so long.
    bool cross_location_match = false;

    enum class AbsentDue : std::uint8_t { same_workday, promised_return_day };
    AbsentDue absent_due = AbsentDue::same_workday;  ///< Of a message for somebody who is away.

    // Greetings: item 4.
    enum class GreetingRefresh : std::uint8_t { on_status_change, daily };
    GreetingRefresh greeting_refresh = GreetingRefresh::on_status_change;
    std::chrono::seconds absent_greeting_grace{60 * 60};  ///< Then it must speak of the absence.

    // End of day: item 7.
    /// Local clock time of the check, and of deadlines; at close if that is later. Not set: close.
    std::optional<std::chrono::seconds> eod_check_time;
    std::chrono::seconds eod_grace{0};
    std::chrono::seconds settle_wait{15};  ///< After close: then UNKNOWN, provisionally.
    std::chrono::seconds signoff_deadline{60 * 60};
    std::chrono::seconds avg_return{5 * 60};  ///< Item 6: time needed to return one message.
    std::chrono::seconds mailbox_list_max_age{10 * 60};  ///< Older lists prove nothing at close.

    // Absence and departures: items 8 and 9.
    int disconnect_red_after = 1;               ///< Workdays; then a departed mailbox is red.
    std::chrono::seconds cover_grace{30 * 60};  ///< Then an open message of one away is NO_COVER.
    std::chrono::days access_verify{90};        ///< Older: access is not verified any more.

    // Operators: item 1.
    std::chrono::seconds coverage_debounce{60};  ///< Nobody there for so long: an alarm.

    // Queues and the main number: item 2.
    enum class MainToVmScope : std::uint8_t { business_hours, always };
    MainToVmScope main_to_vm_scope = MainToVmScope::business_hours;
    std::chrono::seconds short_abandon{5};

    // Sources.
    std::chrono::seconds source_late{3};    ///< Shown.
    std::chrono::seconds source_stale{15};  ///< Decides: UNKNOWN.
    std::chrono::seconds max_clock_skew{5};

    // Privacy.
    std::chrono::days number_retention{90};    ///< Numbers unused for longer are erased.
    std::chrono::days audit_retention{2'555};  ///< 7 years: months of the record are kept so long.
    int mask_digits_shown = 2;  ///< The last so many digits of a masked number can be read.

    std::string version;  ///< Hex digest of the file it came from.
};

}  // namespace callwatch
