#include <algorithm>

#include <fmt/format.h>

#include "wallboard/model/hours_words.hpp"
#include "wallboard/model/least_quiet.hpp"
#include "wallboard/model/live_parts.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard {
namespace {

constexpr float coverage_most = 70;

/// Squares and number of who can answer. Of some it is only known that their telephone is on.
void show_staff(const Location& location, CoverageRow& row)
{
    const auto staffed = location.operators_staffed;
    const auto weak = std::min(location.operators_weak, staffed);
    const auto sure = staffed - weak;
    if (sure == 0) {
        row.words = counted(weak, "phone on", "phones on");
        row.tone = Tone::second;
        return;
    }
    row.figure = count_text(sure);
    if (weak > 0) row.figure += "+" + count_text(weak);
    row.marks = staff_marks(location);
}

/// Of all locations.
std::optional<CoverageRow> main_number_row(const LiveInput& in)
{
    std::uint64_t sum = 0;
    for (const Location& location : in.snapshot.locations)
        if (is_known(location, in.snapshot)) sum += location.main_to_voicemail;
    const auto badge = main_number_badge(sum);
    if (!badge) return std::nullopt;
    CoverageRow row;
    constexpr std::uint64_t long_from = 10'000;  // Its badge leaves no room for more.
    row.name = {"main number to voicemail", sum < long_from ? "main to voicemail" : "to voicemail"};
    row.badge = badge;
    return row;
}

constexpr float between_columns = 48;

}  // namespace

Box row_box(const Coverage& coverage, std::size_t row)
{
    const auto columns = static_cast<std::size_t>(std::max(1, coverage.columns));
    const std::size_t shown = coverage.rows.size() + (coverage.more.empty() ? 0 : 1);
    if (row >= shown || coverage.box.empty()) return {};
    const std::size_t per_column = (shown + columns - 1) / columns;
    const float inner = coverage.box.w - 2 * tile_padding;
    const float width =
        (inner - between_columns * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const auto column = static_cast<float>(row / per_column);
    const auto line = static_cast<float>(row % per_column);
    return {coverage.box.x + tile_padding + column * (width + between_columns),
            coverage.box.y + hairline_row_pad + coverage_head + line * coverage.pitch, width,
            coverage.pitch};
}

Box row_box(const Coverage& coverage, std::string_view subject)
{
    const auto& rows = coverage.rows;
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const CoverageRow& row) {
        return !subject.empty() && row.subject == subject;
    });
    if (found == rows.end()) return {};
    return row_box(coverage, static_cast<std::size_t>(found - rows.begin()));
}

std::vector<int> quietness_of_locations(const LiveInput& in)
{
    const auto levels = operator_levels(in.alarms, in.snapshot);
    std::vector<int> all;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const Location& location = in.snapshot.locations[i];
        all.push_back(levels[i] != Level::normal         ? 0
                      : !is_known(location, in.snapshot) ? 1
                      : is_without_operator(location)    ? 2
                      : location.hours == Hours::open    ? 3
                                                         : 4);
    }
    return all;
}

std::optional<Badge> main_number_badge(std::uint64_t callers)
{
    if (callers == 0) return std::nullopt;
    return Badge{Standing::action, {}, short_count_text(callers)};
}

StaffMarks staff_marks(const Location& location)
{
    constexpr std::uint32_t most = 5;  // More are not counted at a glance.
    if (location.operators_staffed > most) return {};
    const auto weak = std::min(location.operators_weak, location.operators_staffed);
    const auto sure = location.operators_staffed - weak;
    const auto on_call = std::min(location.operators_on_call, sure);
    return {.on_call = static_cast<int>(on_call),
            .free = static_cast<int>(sure - on_call),
            .weak = static_cast<int>(weak)};
}

CoverageRow make_coverage_row(const LiveInput& in, const Location& location)
{
    CoverageRow row;
    row.name = {location.name.empty() ? location.id : location.name, location.short_name};
    row.subject = location.id;
    if (!is_known(location, in.snapshot)) {
        row.unknown = true;
        row.figure = not_known;
    } else if (location.hours == Hours::not_yet_monitored) {
        row.words = "not yet monitored";
        row.tone = Tone::third;
    } else if (location.hours != Hours::open) {
        row.words = location.hours == Hours::closed ? closed_words(in.snapshot, location, in.now())
                                                    : "hours not known";
        if (location.hours == Hours::closed) row.brief = "closed";
        row.tone = Tone::second;
    } else if (!sees_operators(location)) {
        row.badge = Badge{Standing::unknown, "not known", {}};
    } else if (const Level level = operator_level(location, in.now()); level != Level::normal) {
        row.badge = Badge{level == Level::red ? Standing::action : Standing::warning, "none", {}};
    } else if (is_without_operator(location)) {
        row.words = "nobody, " + duration_text(in.now() - location.no_operator_since);
        row.tone = Tone::second;
    } else {
        show_staff(location, row);
    }
    return row;
}

Coverage make_coverage(const LiveInput& in, const Box& box)
{
    Coverage coverage;
    coverage.box = box;
    coverage.title = "can answer now";
    coverage.legend = "on call";
    coverage.columns = in.layout.upright() ? 2 : 1;
    const auto per_column = static_cast<std::size_t>(coverage.columns);
    const auto& all = in.snapshot.locations;
    const auto main_number = main_number_row(in);
    const std::size_t entries = all.size() + (main_number ? 1 : 0);
    const std::size_t wanted = (entries + per_column - 1) / per_column;
    const float head = in.layout.upright() ? 57 : row_least;
    const Rows rows =
        rows_for(box.h - 2 * hairline_row_pad - head, wanted, row_least, coverage_most);
    coverage.pitch = rows.pitch;
    const std::size_t fit = rows.shown * per_column;
    const std::size_t room = all.size() <= fit ? fit : std::max<std::size_t>(1, fit) - 1;
    const auto shown = least_quiet(all, quietness_of_locations(in), room);
    for (const Location* location : shown)
        coverage.rows.push_back(make_coverage_row(in, *location));
    if (shown.size() < all.size())
        coverage.more = fmt::format("{} more", all.size() - shown.size());
    else if (main_number && all.size() < fit)
        coverage.rows.push_back(*main_number);
    return coverage;
}

}  // namespace wallboard
