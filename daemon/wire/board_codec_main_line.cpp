#include "daemon/wire/board_codec.hpp"
#include "daemon/wire/board_fields.hpp"

// Who was where, what was covered, and callers of the main number: dull on purpose.

namespace callwatch {
namespace {

using Record = BoardCodec::Record;

void encode(const CoverageStretch& stretch, fields::LocationCoverage::Stretch& wire)
{
    const auto& [state, cause, from, until, alarmed] = stretch;
    wire.set_state(static_cast<std::uint32_t>(state));
    wire.set_cause(static_cast<std::uint32_t>(cause));
    wire.set_from_us(micros_of(from));
    if (until) wire.set_until_us(micros_of(*until));
    wire.set_alarmed(alarmed);
}

CoverageStretch decoded(const fields::LocationCoverage::Stretch& wire)
{
    CoverageStretch stretch{.state = static_cast<Coverage>(wire.state()),
                            .cause = static_cast<CoverageCause>(wire.cause()),
                            .from = instant_of(wire.from_us()),
                            .until = {},
                            .alarmed = wire.alarmed()};
    if (wire.has_until_us()) stretch.until = instant_of(wire.until_us());
    return stretch;
}

void encode(LocalDate date, const CoverageDay& day, fields::LocationCoverage::Day& wire)
{
    const auto& [stretches, covered, uncovered, not_known, times_uncovered, alarms] = day;
    wire.set_date(days_of(date));
    for (const auto& stretch : stretches) encode(stretch, *wire.add_stretches());
    wire.set_covered_us(covered.count());
    wire.set_uncovered_us(uncovered.count());
    wire.set_not_known_us(not_known.count());
    wire.set_times_uncovered(times_uncovered);
    wire.set_alarms(alarms);
}

CoverageDay decoded(const fields::LocationCoverage::Day& wire)
{
    CoverageDay day{.stretches = {},
                    .covered = Micros{wire.covered_us()},
                    .uncovered = Micros{wire.uncovered_us()},
                    .not_known = Micros{wire.not_known_us()},
                    .times_uncovered = wire.times_uncovered(),
                    .alarms = wire.alarms()};
    for (const auto& stretch : wire.stretches()) day.stretches.push_back(decoded(stretch));
    return day;
}

void encode(const MainLineDay& day, fields::MainLineDay& wire)
{
    const auto& [reached, outcomes, unseen, violations, after_hours, via_operator] = day;
    for (const auto& one : reached) wire.add_reached(encode_body(one));
    for (const auto& [call, outcome] : outcomes) {
        auto& said = *wire.add_outcomes();
        said.set_call_id(call.text.str());
        said.set_outcome(static_cast<std::uint32_t>(outcome));
    }
    for (const auto& [call, one] : unseen) wire.add_unseen(encode_body(one));
    wire.set_violations(violations);
    wire.set_after_hours(after_hours);
    wire.set_via_operator(via_operator);
}

MainLineDay decoded(const fields::MainLineDay& wire)
{
    MainLineDay day;
    for (const auto& one : wire.reached()) decode_body(one, day.reached.emplace_back());
    for (const auto& one : wire.outcomes())
        day.outcomes[{one.call_id()}] = static_cast<MainOutcome>(one.outcome());
    for (const auto& one : wire.unseen()) {
        MainLineUnseen unseen;
        decode_body(one, unseen);
        day.unseen.emplace(unseen.call, std::move(unseen));
    }
    day.violations = wire.violations();
    day.after_hours = wire.after_hours();
    day.via_operator = wire.via_operator();
    return day;
}

}  // namespace

void BoardCodec::write_book(const AttendanceBook& book, const Put& put)
{
    const auto& [queues, devices] = book;
    for (const auto& [id, queue] : queues) {
        const auto& [members, listed, complete_since, changes] = queue;
        Record record;
        auto& wire = *record.mutable_queue_attendance();
        wire.set_queue_id(id.text.str());
        for (const auto& [device, entries] : members) {
            auto& member = *wire.add_members();
            member.set_device_id(device.text.str());
            for (const auto& [at, membership] : entries) {
                auto& said = *member.add_said();
                said.set_at_us(micros_of(at));
                said.set_membership(static_cast<std::uint32_t>(membership));
            }
        }
        for (const auto& at : listed) wire.add_listed_us(micros_of(at));
        wire.set_complete_since_us(micros_of(complete_since));
        wire.set_changes(changes);
        put(record);
    }
    for (const auto& [id, device] : devices) {
        const auto& [reachable, changes] = device;
        Record record;
        auto& wire = *record.mutable_device_attendance();
        wire.set_device_id(id.text.str());
        for (const auto& [at, can_be_rung] : reachable) {
            auto& said = *wire.add_said();
            said.set_at_us(micros_of(at));
            said.set_reachable(can_be_rung);
        }
        wire.set_changes(changes);
        put(record);
    }
}

bool BoardCodec::take_attendance(const Record& record, AttendanceBook& book)
{
    if (record.has_queue_attendance()) {
        const auto& wire = record.queue_attendance();
        auto& queue = book.queues_[{wire.queue_id()}];
        for (const auto& member : wire.members()) {
            auto& entries = queue.members[{member.device_id()}];
            for (const auto& said : member.said())
                entries[instant_of(said.at_us())] = static_cast<Membership>(said.membership());
        }
        for (const auto at : wire.listed_us()) queue.listed.insert(instant_of(at));
        queue.complete_since = instant_of(wire.complete_since_us());
        queue.changes = wire.changes();
        return true;
    }
    if (!record.has_device_attendance()) return false;
    const auto& wire = record.device_attendance();
    auto& device = book.devices_[{wire.device_id()}];
    for (const auto& said : wire.said())
        device.reachable[instant_of(said.at_us())] = said.reachable();
    device.changes = wire.changes();
    return true;
}

void BoardCodec::write_book(const CoverageBook& book, const Put& put)
{
    const auto& [locations] = book;
    for (const auto& [id, coverage] : locations) {
        const auto& [judged_until, days] = coverage;
        Record record;
        auto& wire = *record.mutable_coverage();
        wire.set_location_id(id.text.str());
        wire.set_judged_until_us(micros_of(judged_until));
        for (const auto& [date, day] : days) encode(date, day, *wire.add_days());
        put(record);
    }
}

void BoardCodec::take_coverage(const fields::LocationCoverage& wire, CoverageBook& book)
{
    auto& coverage = book.locations_[{wire.location_id()}];
    coverage.judged_until = instant_of(wire.judged_until_us());
    for (const auto& day : wire.days()) coverage.days[date_at(day.date())] = decoded(day);
}

void BoardCodec::write_book(const MainLineBook& book, const Put& put)
{
    // When calls are forgotten follows from the calls.
    const auto& [calls, by_end, days] = book;
    for (const auto& [id, call] : calls) {
        const auto& [entered, steps, chose_operator, forget_at] = call;
        Record record;
        auto& wire = *record.mutable_call_on_the_way();
        wire.set_entered(encode_body(entered));
        for (const auto& step : steps) wire.add_steps(encode_body(step));
        wire.set_chose_operator(chose_operator);
        wire.set_forget_at_us(micros_of(forget_at));
        put(record);
    }
    for (const auto& [location, of_location] : days)
        for (const auto& [date, day] : of_location) {
            Record record;
            auto& wire = *record.mutable_main_line_day();
            wire.set_location_id(location.text.str());
            wire.set_date(days_of(date));
            encode(day, wire);
            put(record);
        }
}

bool BoardCodec::take_main_line(const Record& record, MainLineBook& book)
{
    if (record.has_main_line_day()) {
        const auto& wire = record.main_line_day();
        book.days_[{wire.location_id()}][date_at(wire.date())] = decoded(wire);
        return true;
    }
    if (!record.has_call_on_the_way()) return false;
    const auto& wire = record.call_on_the_way();
    CallOnTheWay call;
    decode_body(wire.entered(), call.entered);
    for (const auto& step : wire.steps()) decode_body(step, call.steps.emplace_back());
    call.chose_operator = wire.chose_operator();
    call.forget_at = instant_of(wire.forget_at_us());
    book.by_end_.emplace(call.forget_at, call.entered.call);
    const auto id = call.entered.call;
    book.calls_.emplace(id, std::move(call));
    return true;
}

}  // namespace callwatch
