#include "wallboard/model/explain/read_fields.hpp"

#include <algorithm>
#include <array>

#include "wallboard/model/health.hpp"
#include "wallboard/model/trend_day.hpp"

namespace wallboard {
namespace {

constexpr std::array half_hour_fields{std::string_view{"HalfHour.offered"},
                                      std::string_view{"HalfHour.answered"},
                                      std::string_view{"HalfHour.abandoned"},
                                      std::string_view{"HalfHour.short_abandoned"},
                                      std::string_view{"HalfHour.answered_in_threshold"},
                                      std::string_view{"HalfHour.abandoned_in_threshold"},
                                      std::string_view{"HalfHour.left_otherwise"},
                                      std::string_view{"HalfHour.longest_wait_ms"},
                                      std::string_view{"HalfHour.messages_open"},
                                      std::string_view{"TrendRow.service_level_variant"},
                                      std::string_view{"TrendRow.service_level_s"}};

constexpr std::array source_fields{
    std::string_view{"SourceRow.source_id"},     std::string_view{"SourceRow.state"},
    std::string_view{"SourceRow.lag_ms"},        std::string_view{"SourceRow.lag_by_10s_ms"},
    std::string_view{"SourceRow.head"},          std::string_view{"SourceRow.gaps"},
    std::string_view{"SourceRow.fetched_again"}, std::string_view{"SourceRow.clock_skew_ms"}};

constexpr std::array collector_fields{
    std::string_view{"CollectorRow.room_left_bytes"},
    std::string_view{"CollectorRow.journal_position"}, std::string_view{"CollectorRow.chain_head"},
    std::string_view{"CollectorRow.events_accepted"}, std::string_view{"CollectorRow.refused"}};

template <std::size_t N>
bool is_among(const std::array<std::string_view, N>& fields, std::string_view field)
{
    return std::find(fields.begin(), fields.end(), field) != fields.end();
}

/// A count of the board is at most a 64-bit one; more is told as the most.
RowValue count_value(std::uint64_t n)
{
    constexpr std::uint64_t most = INT64_MAX;
    return number_value(static_cast<std::int64_t>(std::min(n, most)));
}

RowValue duration_value(Micros d) { return number_value(d.count()); }

RowValue read_counts(std::string_view field, const HalfHour& counts)
{
    if (field == "HalfHour.offered") return number_value(counts.offered);
    if (field == "HalfHour.answered") return number_value(counts.answered);
    if (field == "HalfHour.abandoned") return number_value(counts.abandoned);
    if (field == "HalfHour.short_abandoned") return number_value(counts.short_abandoned);
    if (field == "HalfHour.answered_in_threshold")
        return number_value(counts.answered_in_threshold);
    if (field == "HalfHour.abandoned_in_threshold")
        return number_value(counts.abandoned_in_threshold);
    if (field == "HalfHour.left_otherwise") return number_value(counts.left_otherwise);
    return duration_value(counts.longest_wait);
}

}  // namespace

bool reads_half_hour(std::string_view field) { return is_among(half_hour_fields, field); }
bool reads_source(std::string_view field) { return is_among(source_fields, field); }
bool reads_collector(std::string_view field) { return is_among(collector_fields, field); }

RowValue read_half_hour(std::string_view field, const Snapshot& snapshot, const Moment& moment)
{
    const TrendDay day = make_trend_day(snapshot, moment.figures);
    if (field == "TrendRow.service_level_s" || field == "TrendRow.service_level_variant") {
        if (day.service_level_variant.empty()) return nothing_value();
        return field == "TrendRow.service_level_s" ? number_value(day.service_level_s)
                                                   : text_value(day.service_level_variant);
    }
    if (day.slots.empty()) return nothing_value();
    if (field == "HalfHour.messages_open") return count_value(day.open_now);
    if (day.slots.back().unseen) return {};
    if (!day.told) return nothing_value();
    return read_counts(field, day.slots.back().counts);
}

RowValue read_source(std::string_view field, const Source& source, const Snapshot& snapshot)
{
    const Trouble trouble = trouble_of(source, snapshot);
    if (field == "SourceRow.source_id") return number_value(1);
    if (field == "SourceRow.state") return number_value(is_unknown(trouble) ? 1 : 0);
    if (trouble == Trouble::never_seen) return {};
    if (field == "SourceRow.lag_ms") {
        if (source.state == SourceState::ended) return nothing_value();
        if (said(source.silent_since)) return duration_value(snapshot.as_of - source.silent_since);
        return source.lag_known ? duration_value(source.lag) : RowValue{};
    }
    if (field == "SourceRow.lag_by_10s_ms") {
        if (source.lag_by_10s_ms.empty()) return {};
        const auto worst =
            std::max_element(source.lag_by_10s_ms.begin(), source.lag_by_10s_ms.end());
        return duration_value(std::chrono::milliseconds{*worst});
    }
    if (field == "SourceRow.head") return count_value(source.sequence);
    // As the page says it: what a silent source has missed meanwhile nobody knows.
    if (trouble == Trouble::silent) return {};
    if (field == "SourceRow.gaps") return number_value(source.gaps_open);
    if (field == "SourceRow.fetched_again") return count_value(source.fetched_again);
    return source.clock_known ? duration_value(source.clock_skew) : nothing_value();
}

RowValue read_collector(std::string_view field, const Collector& collector)
{
    if (!collector.said) return {};
    if (field == "CollectorRow.room_left_bytes")
        return collector.room_left_bytes == 0 ? RowValue{} : count_value(collector.room_left_bytes);
    if (field == "CollectorRow.journal_position") return count_value(collector.position);
    if (field == "CollectorRow.chain_head")
        return collector.chain_head.empty() ? nothing_value() : text_value(collector.chain_head);
    if (field == "CollectorRow.events_accepted") return count_value(collector.events_accepted);
    return count_value(collector.refused);
}

}  // namespace wallboard
