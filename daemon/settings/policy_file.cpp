#include "daemon/settings/policy_file.hpp"

#include "daemon/settings/time_of_day.hpp"

namespace callwatch {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::pair<std::string_view, Policy::AfterHoursDue> after_hours_words[] = {
    {"next_workday", Policy::AfterHoursDue::next_workday},
    {"same_calendar_day", Policy::AfterHoursDue::same_calendar_day},
};
constexpr std::pair<std::string_view, Policy::NoAnswer> no_answer_words[] = {
    {"counts", Policy::NoAnswer::counts},
    {"counts_if_message_left", Policy::NoAnswer::counts_if_message_left},
    {"does_not_count", Policy::NoAnswer::does_not_count},
};
constexpr std::pair<std::string_view, Policy::MainToVmScope> main_to_vm_words[] = {
    {"business_hours", Policy::MainToVmScope::business_hours},
    {"always", Policy::MainToVmScope::always},
};
constexpr std::pair<std::string_view, Policy::AbsentDue> absent_due_words[] = {
    {"same_workday", Policy::AbsentDue::same_workday},
    {"promised_return_day", Policy::AbsentDue::promised_return_day},
};
constexpr std::pair<std::string_view, Policy::GreetingRefresh> greeting_refresh_words[] = {
    {"on_status_change", Policy::GreetingRefresh::on_status_change},
    {"daily", Policy::GreetingRefresh::daily},
};
constexpr std::pair<std::string_view, bool> internal_words[] = {{"duty", true}, {"info", false}};

seconds in_minutes(TomlTable& table, std::string_view key, WholeRange range, seconds fallback)
{
    return table.duration(key, range, std::chrono::duration_cast<minutes>(fallback));
}

void read_messages(TomlTable& table, Policy& policy)
{
    policy.after_hours_due = table.choice<Policy::AfterHoursDue>(
        "after_hours_due", after_hours_words, policy.after_hours_due);
    policy.no_answer =
        table.choice<Policy::NoAnswer>("no_answer_policy", no_answer_words, policy.no_answer);
    policy.internal_messages_are_duties = table.choice<bool>("internal_messages", internal_words,
                                                             policy.internal_messages_are_duties);
    policy.cross_location_match = table.flag("cross_location_match", policy.cross_location_match);
    policy.min_message = table.duration("min_message_s", {.min = 0, .max = 60}, policy.min_message);
    policy.min_talk = table.duration("min_talk_s", {.min = 1, .max = 600}, policy.min_talk);
    policy.min_ring = table.duration("min_ring_s", {.min = 1, .max = 120}, policy.min_ring);
    policy.late_window =
        in_minutes(table, "late_window_min", {.min = 0, .max = 480}, policy.late_window);
}

void read_greetings(TomlTable& table, Policy& policy)
{
    policy.absent_due =
        table.choice<Policy::AbsentDue>("absent_due", absent_due_words, policy.absent_due);
    policy.greeting_refresh = table.choice<Policy::GreetingRefresh>(
        "greeting_refresh", greeting_refresh_words, policy.greeting_refresh);
    policy.absent_greeting_grace = in_minutes(
        table, "absent_greeting_grace_min", {.min = 0, .max = 1440}, policy.absent_greeting_grace);
}

/// "close", or a local clock time.
void read_check_time(TomlTable& table, Policy& policy)
{
    const auto text = table.text("eod_check_time", "close");
    if (text == "close") return;
    policy.eod_check_time = parse_time_of_day(text);
    if (!policy.eod_check_time)
        table.refuse("eod_check_time", "must be \"close\" or a time of day: \"17:30\"");
}

void read_end_of_day(TomlTable& table, Policy& policy)
{
    read_check_time(table, policy);
    policy.eod_grace = in_minutes(table, "eod_grace_min", {.min = 0, .max = 120}, policy.eod_grace);
    policy.settle_wait =
        table.duration("settle_wait_s", {.min = 1, .max = 600}, policy.settle_wait);
    policy.signoff_deadline =
        in_minutes(table, "signoff_deadline_min", {.min = 1, .max = 720}, policy.signoff_deadline);
    policy.avg_return =
        in_minutes(table, "avg_return_min", {.min = 1, .max = 60}, policy.avg_return);
    policy.mailbox_list_max_age = in_minutes(table, "mailbox_list_max_age_min",
                                             {.min = 1, .max = 1440}, policy.mailbox_list_max_age);
}

void read_staff(TomlTable& table, Policy& policy)
{
    policy.claim_lease =
        in_minutes(table, "claim_lease_min", {.min = 1, .max = 240}, policy.claim_lease);
    policy.disconnect_red_after = static_cast<int>(table.whole(
        "disconnect_red_after_workdays", {.min = 1, .max = 60}, policy.disconnect_red_after));
    policy.cover_grace =
        in_minutes(table, "cover_grace_min", {.min = 1, .max = 1440}, policy.cover_grace);
    policy.access_verify =
        table.duration("access_verify_days", {.min = 1, .max = 3650}, policy.access_verify);
}

void read_main_line(TomlTable& table, Policy& policy)
{
    policy.coverage_debounce =
        table.duration("coverage_debounce_s", {.min = 1, .max = 3600}, policy.coverage_debounce);
    policy.main_to_vm_scope = table.choice<Policy::MainToVmScope>(
        "main_to_vm_scope", main_to_vm_words, policy.main_to_vm_scope);
    policy.short_abandon =
        table.duration("short_abandon_s", {.min = 0, .max = 60}, policy.short_abandon);
}

void read_sources(TomlTable& table, Policy& policy)
{
    policy.source_late = table.duration("source_late_s", {.min = 1, .max = 60}, policy.source_late);
    policy.source_stale =
        table.duration("source_stale_s", {.min = 1, .max = 3600}, policy.source_stale);
    if (policy.source_stale < policy.source_late)
        table.refuse("source_stale_s",
                     "must be at least source_late_s: what decides is shown first");
    policy.max_clock_skew =
        table.duration("max_clock_skew_s", {.min = 1, .max = 3600}, policy.max_clock_skew);
}

}  // namespace

PolicyFile read_policy(TomlFile& file)
{
    PolicyFile read;
    TomlTable root = file.root();
    read_messages(root, read.policy);
    read_greetings(root, read.policy);
    read_end_of_day(root, read.policy);
    read_main_line(root, read.policy);
    read_staff(root, read.policy);
    read.queues = read_queue_limits(root, "queue_", read.queues);
    read_sources(root, read.policy);
    read.policy.number_retention =
        root.duration("pii_retention_days", {.min = 1, .max = 3650}, read.policy.number_retention);
    read.policy.audit_retention = root.duration("audit_retention_days", {.min = 365, .max = 36'500},
                                                read.policy.audit_retention);
    read.policy.mask_digits_shown = static_cast<int>(
        root.whole("mask_digits_shown", {.min = 0, .max = 4}, read.policy.mask_digits_shown));
    read.policy.version = file.digest();
    return read;
}

QueueDefaults read_queue_limits(TomlTable& table, const std::string& prefix,
                                const QueueDefaults& fallback)
{
    constexpr WholeRange callers{.min = 0, .max = 1000};
    constexpr WholeRange wait{.min = 0, .max = 7200};
    QueueDefaults read;
    auto& limits = read.thresholds;
    const auto& other = fallback.thresholds;
    limits.amber_waiting =
        static_cast<int>(table.whole(prefix + "amber_waiting", callers, other.amber_waiting));
    limits.red_waiting =
        static_cast<int>(table.whole(prefix + "red_waiting", callers, other.red_waiting));
    limits.amber_wait = table.duration(prefix + "amber_wait_s", wait, other.amber_wait);
    limits.red_wait = table.duration(prefix + "red_wait_s", wait, other.red_wait);
    read.service_level =
        table.duration(prefix + "service_level_s", {.min = 1, .max = 600}, fallback.service_level);

    if (limits.red_waiting != 0 && limits.red_waiting < limits.amber_waiting)
        table.refuse(prefix + "red_waiting", "must be at least the amber one, or 0 for never");
    if (limits.red_wait != seconds{0} && limits.red_wait < limits.amber_wait)
        table.refuse(prefix + "red_wait_s", "must be at least the amber one, or 0 for never");
    return read;
}

}  // namespace callwatch
