#include "daemon/ctl/export_maker.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "daemon/calendar/business_calendar.hpp"
#include "daemon/ctl/failure.hpp"
#include "daemon/ctl/text.hpp"
#include "daemon/journal/journal_file.hpp"

namespace callwatch::ctl {

ExportMaker::ExportMaker(const std::string& data_directory, ExportScope scope, std::string zone,
                         const KeptHeads& kept)
    : journal_path_{data_directory + "/journal.db"},
      selection_{scope},
      kept_{kept},
      hashes_{data_directory},
      report_{scope}
{
    auto& header = made_.header;
    header.location = scope.location.text;
    header.from = describe(scope.from);
    header.to = describe(scope.to);
    header.zone = std::move(zone);
    header.software = "callwatchctl " CALLWATCH_VERSION;
    header.signed_head = kept_.newest;
}

ExportMade ExportMaker::make(const WriteLine& write)
{
    write_ = &write;
    select();
    const auto found = verify_journal(journal_path_, std::vector{made_.header.head},
                                      [this](const StoredRow& row) { take(row); });
    if (found.fault)
        throw Failure{exit_journal, fmt::format("the journal is broken at position {}: {}",
                                                found.fault->position, found.fault->what)};
    if (!check_)
        throw Failure{exit_negative, fmt::format("the journal has no record of {} from {} to {}",
                                                 clean(made_.header.location), made_.header.from,
                                                 made_.header.to)};
    return made_;
}

/// The first walk: what belongs to it, and where the journal ends.
void ExportMaker::select()
{
    bool fits = true;
    const auto found = verify_journal(journal_path_, kept_.heads, [&](const StoredRow& row) {
        for_each_fact(row, [&](Position, std::string_view bytes) {
            if (const auto fact = reader_.read(bytes); fact && fits)
                fits = selection_.note((*fact)->fact);
        });
    });
    if (found.fault)
        throw Failure{exit_journal,
                      fmt::format("the journal is broken at position {}: {}: see callwatchctl "
                                  "audit verify",
                                  found.fault->position, found.fault->what)};
    if (!fits)
        throw Failure{exit_negative,
                      fmt::format("the location has had more than {} messages: move the oldest "
                                  "segments away first",
                                  Selection::messages_max)};
    selection_.finish();
    made_.header.head = found.head;
}

void ExportMaker::take(const StoredRow& row)
{
    // The daemon goes on writing meanwhile.
    if (static_cast<Position>(row.first) > made_.header.head.position) return;
    const bool has_one = has_record(row);
    if (!check_ && !has_one) return;
    if (!check_) begin(row);
    if (has_one || row.format == row_format_of_bytes) return tell(row);
    (*write_)(withheld_line(row));
    ++made_.withheld;
}

void ExportMaker::begin(const StoredRow& row)
{
    made_.header.begins_after = claimed_end_before(row);
    check_.emplace([this](const auto& token) { return hashes_.of(token); },
                   made_.header.begins_after.position);
    (*write_)(header_line(made_.header));
}

bool ExportMaker::has_record(const StoredRow& row)
{
    bool found = false;
    for_each_fact(row, [&](Position, std::string_view bytes) {
        if (found) return;
        const auto fact = reader_.read(bytes);
        found = fact && selection_.wants((*fact)->fact);
    });
    return found;
}

void ExportMaker::tell(const StoredRow& row)
{
    for_each_fact(row, [this](Position position, std::string_view bytes) {
        ++made_.told;
        const auto fact = reader_.read(bytes);
        if (!fact) return;
        const auto outcome = check_->take(**fact);
        if (!selection_.wants((*fact)->fact)) return;
        ++made_.records;
        report_.take(position, (*fact)->fact, outcome);
        tell_remarks((*fact)->fact);
    });
    (*write_)(told_line(row));
}

void ExportMaker::tell_remarks(const Fact& fact)
{
    if (const auto* day = fact.as<DaySigned>()) {
        for (const auto& exception : day->exceptions) tell_remark(exception.remark);
        tell_remark(day->remark);
    }
    if (const auto* confirmed = fact.as<DisconnectionConfirmed>()) tell_remark(confirmed->remark);
}

void ExportMaker::tell_remark(const RemarkToken& token)
{
    if (token.empty()) return;
    if (const auto hash = hashes_.of(token)) (*write_)(remark_line({token.text.str(), *hash}));
}

}  // namespace callwatch::ctl
