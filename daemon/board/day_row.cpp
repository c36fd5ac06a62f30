#include <algorithm>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "daemon/board/rows.hpp"
#include "daemon/model/day_reasons.hpp"

namespace callwatch {
namespace {

constexpr std::size_t open_shown_max = 200;

std::string local_time(const BoardView& view, const LocationId& location, Instant at)
{
    const auto local = view.directory().calendar(location).local_clock(at).local;
    const auto of_day = local - std::chrono::floor<std::chrono::days>(local);
    return fmt::format("{:%H:%M:%S}", of_day);
}

v1::Verdict to_wire(Verdict verdict)
{
    switch (verdict) {
        case Verdict::unknown: break;
        case Verdict::clear: return v1::VERDICT_CLEAR;
        case Verdict::violations: return v1::VERDICT_VIOLATIONS;
    }
    return v1::VERDICT_UNKNOWN;
}

void add_open(v1::DayRow& row, const BoardView& view, const DayChecked& day)
{
    row.set_open(static_cast<std::uint32_t>(day.open.size()));
    for (const auto& one : day.open) {
        if (static_cast<std::size_t>(row.open_messages_size()) >= open_shown_max) return;
        const auto* message = view.board().messages().find(one.message);
        if (message == nullptr) continue;
        auto& open = *row.add_open_messages();
        open.set_received_at_us(to_us(message->left.received_at));
        open.set_state(one.state);
        open.set_late_arrival(message->left.late_arrival);
        open.set_overdue(one.violation);
        open.set_attempted(one.state == "ATTEMPTED");
        open.set_mailbox_kind(message->left.group.empty() ? "personal" : "shared");
    }
    std::sort(row.mutable_open_messages()->begin(), row.mutable_open_messages()->end(),
              [](const auto& a, const auto& b) { return a.received_at_us() < b.received_at_us(); });
}

void set_signing(v1::DayRow& row, const BoardView& view, const DayChecked& day)
{
    const auto* days = view.board().days().find(day.location);
    if (days == nullptr) return;
    row.set_check_missed(days->missed.contains(day.date));
    if (const auto found = days->signatures.find(day.date); found != days->signatures.end()) {
        row.set_signed_at_us(to_us(found->second.at));
        row.set_exceptions(static_cast<std::uint32_t>(found->second.exceptions.size()));
    }
    if (const auto* amendments = days->amendments_of(day.date))
        row.set_amendments(static_cast<std::uint32_t>(amendments->size()));
}

}  // namespace

std::string reason_text(const BoardView& view, const DayChecked& day, const DayReason& reason)
{
    return describe(reason, local_time(view, day.location, reason.since),
                    local_time(view, day.location, day.check_at));
}

v1::DayRow make_day_row(const BoardView& view, const DayChecked& day)
{
    v1::DayRow row;
    row.set_location_id(day.location.text.str());
    row.set_business_date(describe(day.date));
    row.set_verdict(to_wire(day.verdict));
    row.set_provisional(day.provisional);
    row.set_revision(day.revision);
    row.set_late(day.late);
    row.set_check_at_us(to_us(day.check_at));
    row.set_due(day.due);
    row.set_returned(day.returned);
    row.set_attempted(day.attempted);
    row.set_still_new(day.still_new);
    row.set_mailboxes(day.mailboxes);
    row.set_mailboxes_agree(day.mailboxes_agree);
    row.set_sources(day.sources);
    row.set_sources_fresh(day.sources_fresh);
    row.set_monitored(true);
    for (const auto& reason : day.reasons) {
        auto& said = *row.add_reasons();
        said.set_code(reason.code.str());
        said.set_text(reason_text(view, day, reason));
        // A mailbox's id tells whose it is, a person's even more: not on a wall.
        const bool is_private =
            reason.code.view().starts_with("mailbox") || reason.code == "no_supervisor";
        if (!is_private) said.set_subject(reason.subject.str());
        if (reason.since != Instant{}) said.set_since_us(to_us(reason.since));
    }
    add_open(row, view, day);
    if (const auto* days = view.board().days().find(day.location))
        if (const auto settled = days->settled_at.find(day.date);
            settled != days->settled_at.end()) {
            row.set_settled_at_us(to_us(settled->second));
            row.set_sign_by_us(to_us(settled->second + view.engine.policy().signoff_deadline));
        }
    row.set_resolved(day.resolved);
    row.set_deferred(static_cast<std::uint32_t>(day.deferred.size()));
    set_signing(row, view, day);
    return row;
}

}  // namespace callwatch
