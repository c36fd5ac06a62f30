#include <algorithm>
#include <array>

#include "wallboard/model/explain/read_fields.hpp"
#include "wallboard/model/explain/row_values.hpp"
#include "wallboard/model/levels.hpp"
#include "wallboard/model/work.hpp"

namespace wallboard {
namespace {

template <class Row>
struct Reader {
    std::string_view field;
    RowValue (*read)(const Row&);
};

template <class Row, std::size_t N>
const Reader<Row>* find(const std::array<Reader<Row>, N>& readers, std::string_view field)
{
    const auto found = std::find_if(readers.begin(), readers.end(),
                                    [&](const Reader<Row>& one) { return one.field == field; });
    return found == readers.end() ? nullptr : &*found;
}

RowValue waiting_since(const Queue& queue)
{
    if (queue.waiting == 0) return nothing_value();
    return said(queue.oldest_joined_at) ? time_value(queue.oldest_joined_at) : RowValue{};
}

RowValue alone_since(const Location& location)
{
    if (!is_without_operator(location)) return nothing_value();
    return said(location.no_operator_since) ? time_value(location.no_operator_since) : RowValue{};
}

RowValue word_or_nothing(const std::string& word)
{
    return word.empty() ? nothing_value() : text_value(word);
}

std::uint32_t weak(const Location& l) { return std::min(l.operators_weak, l.operators_staffed); }

RowValue script_words(const Location& location)
{
    switch (location.greetings.script) {
        case ScriptState::not_asked: return text_value("not asked");
        case ScriptState::not_attested: return text_value("not attested");
        case ScriptState::outdated: return text_value("outdated");
        case ScriptState::not_approved: return text_value("not approved");
        case ScriptState::good: return text_value("good");
        case ScriptState::unknown: break;
    }
    return {};
}

template <class Row>
constexpr Reader<Row> reader_of(std::string_view field, RowValue (*read)(const Row&))
{
    return {field, read};
}

template <auto Member>
struct CountOf;
template <class Row, std::uint32_t Row::*Member>
struct CountOf<Member> {
    static RowValue read(const Row& row) { return number_value(std::int64_t{row.*Member}); }
};

/// A field that is a plain count of the row.
template <auto Member>
constexpr auto count(std::string_view field)
{
    return reader_of(field, CountOf<Member>::read);
}

/// The same, of a part of a location.
template <auto Part, auto Member>
constexpr Reader<Location> nested(std::string_view field)
{
    return {field, [](const Location& location) {
                return number_value(std::int64_t{location.*Part.*Member});
            }};
}

constexpr std::array queue_fields{
    count<&Queue::waiting>("QueueRow.waiting"),
    Reader<Queue>{"QueueRow.oldest_joined_at_us", waiting_since},
    count<&Queue::offered>("QueueRow.offered"),
    count<&Queue::answered>("QueueRow.answered"),
    count<&Queue::abandoned>("QueueRow.abandoned"),
    count<&Queue::short_abandoned>("QueueRow.short_abandoned"),
    count<&Queue::answered_in_threshold>("QueueRow.answered_in_threshold"),
    count<&Queue::abandoned_in_threshold>("QueueRow.abandoned_in_threshold"),
    count<&Queue::left_otherwise>("QueueRow.left_otherwise"),
    count<&Queue::service_level_s>("QueueRow.service_level_s"),
    count<&Queue::amber_waiting>("QueueRow.amber_waiting"),
    count<&Queue::red_waiting>("QueueRow.red_waiting"),
    count<&Queue::amber_wait_s>("QueueRow.amber_wait_s"),
    count<&Queue::red_wait_s>("QueueRow.red_wait_s"),
    Reader<Queue>{"QueueRow.service_level_variant",
                  [](const Queue& q) { return word_or_nothing(q.service_level_variant); }},
};

constexpr std::array location_fields{
    count<&Location::operators_staffed>("LocationRow.operators_staffed"),
    count<&Location::operators_on_call>("LocationRow.operators_on_call"),
    count<&Location::operators_paused>("LocationRow.operators_paused"),
    count<&Location::operators_unreachable>("LocationRow.operators_unreachable"),
    Reader<Location>{"LocationRow.operators_weak",
                     [](const Location& l) { return number_value(std::int64_t{weak(l)}); }},
    Reader<Location>{"LocationRow.no_operator_since_us", alone_since},
    Reader<Location>{"LocationRow.coverage_debounce_s",
                     [](const Location& l) { return number_value(l.coverage_debounce.count()); }},
    count<&Location::main_to_voicemail>("LocationRow.main_to_voicemail"),
    count<&Location::staff_away>("LocationRow.staff_away"),
    count<&Location::no_cover>("LocationRow.no_cover"),
    count<&Location::unreturned>("LocationRow.unreturned"),
    count<&Location::overdue>("LocationRow.overdue"),
    count<&Location::due_today>("LocationRow.due_today"),
    Reader<Location>{"LocationRow.due_today_all",
                     [](const Location& l) {
                         return number_value(std::int64_t{std::max(l.due_today_all, l.due_today)});
                     }},
    Reader<Location>{"LocationRow.next_deadline_us",
                     [](const Location& l) { return time_value(l.next_deadline); }},
    Reader<Location>{"LocationRow.work_needed_s",
                     [](const Location& l) {
                         return number_value(
                             std::chrono::ceil<std::chrono::seconds>(work_needed(l)).count());
                     }},
    Reader<Location>{"LocationRow.closes_at_us",
                     [](const Location& l) { return time_value(l.closes_at); }},
    nested<&Location::departures, &Departures::pending>("LocationRow.departed_pending"),
    nested<&Location::departures, &Departures::red>("LocationRow.departed_red"),
    nested<&Location::departures, &Departures::unanswered>("LocationRow.departed_unanswered"),
    nested<&Location::departures, &Departures::requested>("LocationRow.departed_requested"),
    nested<&Location::departures, &Departures::seen_off>("LocationRow.departed_seen_off"),
    nested<&Location::departures, &Departures::confirmed_today>(
        "LocationRow.departed_confirmed_today"),
    nested<&Location::departures, &Departures::open_messages>("LocationRow.departed_open_messages"),
    nested<&Location::departures, &Departures::red_after_workdays>(
        "LocationRow.departed_red_after_workdays"),
    nested<&Location::greetings, &Greetings::asked>("LocationRow.greetings_asked"),
    nested<&Location::greetings, &Greetings::not_known>("LocationRow.greetings_not_known"),
    nested<&Location::greetings, &Greetings::faults>("LocationRow.greeting_faults"),
    nested<&Location::greetings, &Greetings::bad_routes>("LocationRow.bad_routes"),
    nested<&Location::greetings, &Greetings::barred>("LocationRow.mailboxes_barred"),
    Reader<Location>{"LocationRow.script_state", script_words},
    Reader<Location>{"LocationRow.script_version",
                     [](const Location& l) { return word_or_nothing(l.greetings.script_version); }},
};

constexpr std::array day_fields{
    count<&Day::due>("DayRow.due"),
    count<&Day::returned>("DayRow.returned"),
    count<&Day::attempted>("DayRow.attempted"),
    count<&Day::open>("DayRow.open"),
    count<&Day::mailboxes>("DayRow.mailboxes"),
    count<&Day::mailboxes_agree>("DayRow.mailboxes_agree"),
    count<&Day::sources>("DayRow.sources"),
    count<&Day::sources_fresh>("DayRow.sources_fresh"),
    Reader<Day>{"DayRow.signed_at_us", [](const Day& d) { return time_value(d.signed_at); }},
    Reader<Day>{"DayRow.sign_by_us", [](const Day& d) { return time_value(d.sign_by); }},
    Reader<Day>{"DayRow.check_at_us", [](const Day& d) { return time_value(d.check_at); }},
};

constexpr std::string_view heard_field = "BoardHeartbeat.now_us";

/// Followed by the code of a fault.
constexpr std::string_view faults_prefix = "LocationRow.greeting_faults_by_kind.";
constexpr std::array<std::string_view, 5> fault_codes{"GREETING_STALE", "GREETING_NOT_CHANGED",
                                                      "GREETING_AWAY_INCOMPLETE",
                                                      "GREETING_NO_HOURS", not_recorded_code};

/// The code of the fault that the field counts; empty if it is no such field.
std::string_view fault_code(std::string_view field)
{
    if (field.substr(0, faults_prefix.size()) != faults_prefix) return {};
    const std::string_view code = field.substr(faults_prefix.size());
    const bool known = std::find(fault_codes.begin(), fault_codes.end(), code) != fault_codes.end();
    return known ? code : std::string_view{};
}

}  // namespace

RowValue time_value(Instant at)
{
    return said(at) ? number_value(at.time_since_epoch().count()) : nothing_value();
}

bool reads_field(std::string_view field)
{
    return field == heard_field || find(queue_fields, field) != nullptr ||
           !fault_code(field).empty() || find(location_fields, field) != nullptr ||
           find(day_fields, field) != nullptr || reads_half_hour(field) || reads_source(field) ||
           reads_collector(field);
}

RowValue read_field(std::string_view field, const FigureRow& row, const Snapshot& snapshot,
                    const Moment& moment)
{
    if (row.queue != nullptr)
        if (const auto* reader = find(queue_fields, field)) return reader->read(*row.queue);
    if (row.day != nullptr)
        if (const auto* reader = find(day_fields, field)) return reader->read(*row.day);
    if (row.location != nullptr && !fault_code(field).empty())
        return number_value(
            static_cast<std::int64_t>(faults_of(row.location->greetings, fault_code(field))));
    if (row.location != nullptr)
        if (const auto* reader = find(location_fields, field)) return reader->read(*row.location);
    if (row.source != nullptr && reads_source(field))
        return read_source(field, *row.source, snapshot);
    // The clock less the age, so that both make the age that the page shows.
    if (field == heard_field && snapshot.complete) return time_value(moment.clock - moment.age);
    if (reads_collector(field)) return read_collector(field, snapshot.collector);
    if (reads_half_hour(field)) return read_half_hour(field, snapshot, moment);
    return {};
}

}  // namespace wallboard
