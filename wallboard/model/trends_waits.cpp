#include <algorithm>

#include <fmt/format.h>

#include "wallboard/model/trend_workdays.hpp"
#include "wallboard/model/trends_parts.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard {
namespace {

constexpr float row_least_height = 42;
constexpr float beside_map = 12;

/// From here on a cell is as bright as it gets.
constexpr Micros brightest = std::chrono::seconds{75};

/// "1 min", "90 s", "1:40"
std::string limit_words(std::uint32_t s)
{
    if (s % 60 == 0) return fmt::format("{} min", s / 60);
    return s < 100 ? fmt::format("{} s", s) : duration_text(std::chrono::seconds{s});
}

std::vector<LegendEntry> legend_of(const WaitLimits& limits)
{
    using Swatch = LegendEntry::Swatch;
    std::vector<LegendEntry> legend;
    const bool marks = limits.amber_s > 0 || limits.red_s > 0;
    legend.push_back({Swatch::heat, marks ? Label{} : Label{"0\u201375 s", {}}});
    if (limits.amber_s > 0)
        legend.push_back({Swatch::amber, {"over " + limit_words(limits.amber_s), {}}});
    if (limits.red_s == 0) return legend;
    std::string red = limit_words(limits.red_s);
    const bool minutes = limits.amber_s > 0 && limits.amber_s % 60 == 0 && limits.red_s % 60 == 0;
    if (minutes) red = std::to_string(limits.red_s / 60);  // The unit was just said.
    legend.push_back({Swatch::red, {"over " + red, {}}});
    return legend;
}

HeatCell cell_of(const WaitCell& cell, const WaitLimits& limits)
{
    switch (cell.state) {
        case WaitCell::State::blank: return {};
        case WaitCell::State::unseen: return {.state = HeatCell::State::unseen};
        case WaitCell::State::ahead: return {.state = HeatCell::State::ahead};
        case WaitCell::State::waited: break;
    }
    HeatCell out{.state = HeatCell::State::filled};
    out.heat = std::min(
        1.0f, static_cast<float>(cell.longest.count()) / static_cast<float>(brightest.count()));
    const auto over = [&](std::uint32_t limit_s) {
        return limit_s > 0 && cell.longest >= std::chrono::seconds{limit_s};
    };
    if (over(limits.red_s))
        out.mark = Mark::square;
    else if (over(limits.amber_s))
        out.mark = Mark::triangle;
    return out;
}

/// "Tue", and with the day of the month where two rows are of the same weekday.
std::vector<std::string> names_of(const std::vector<Workday>& days)
{
    std::vector<std::string> names;
    bool twice = false;
    for (const Workday& day : days) {
        std::string name =
            weekday_date_text(Instant{day.date}, std::chrono::seconds{0}).substr(0, 3);
        twice = twice || std::find(names.begin(), names.end(), name) != names.end();
        names.push_back(std::move(name));
    }
    for (std::size_t i = 0; twice && i < days.size(); ++i)
        names[i] += fmt::format(
            " {}", static_cast<unsigned>(std::chrono::year_month_day{days[i].date}.day()));
    return names;
}

/// "Wed", "Wed 18"
float names_width(const std::vector<Workday>& days)
{
    constexpr float weekday = 78;
    constexpr float day_of_month = 56;
    const auto names = names_of(days);
    const bool dated =
        std::any_of(names.begin(), names.end(), [](auto& n) { return n.size() > 3; });
    return dated ? weekday + day_of_month : weekday;
}

std::string number_of(const WaitCell& cell)
{
    if (cell.state == WaitCell::State::unseen) return std::string{not_known};
    if (cell.state != WaitCell::State::waited) return {};
    return duration_text(cell.longest);
}

void fill_rows(const TrendsInput& in, const std::vector<Workday>& days, WaitsPlot& plot)
{
    const WaitLimits limits = wait_limits(in.snapshot);
    const auto names = names_of(days);
    PlotNumbers& numbers = plot.tile.numbers;
    numbers.heads = {"day"};
    for (std::size_t i = 0; i < in.day.hours.slots; ++i)
        numbers.heads.push_back(slot_name(in.day.hours, i));
    for (std::size_t d = 0; d < days.size(); ++d) {
        HeatRow row{.name = names[d], .today = days[d].today};
        std::vector<std::string> texts{names[d]};
        std::vector<bool> unseen;
        for (const WaitCell& cell : days[d].cells) {
            row.cells.push_back(cell_of(cell, limits));
            unseen.push_back(cell.state == WaitCell::State::unseen);
            texts.push_back(number_of(cell));
        }
        row.questions = gaps_of(unseen, in.day.hours.slots, plot.tile.frame.field.w);
        const bool ahead = !row.cells.empty() && row.cells.front().state == HeatCell::State::ahead;
        if (!days[d].told && !ahead)
            row.words = days[d].today ? no_calls_words(in).full : "no data";
        plot.map.rows.push_back(std::move(row));
        numbers.rows.push_back(std::move(texts));
    }
}

}  // namespace

WaitsPlot make_waits_plot(const TrendsInput& in, const Box& box)
{
    WaitsPlot plot;
    plot.tile.box = box;  // Never hatched as a whole: the days before are known.
    if (box.empty()) return plot;
    const auto fit = static_cast<std::size_t>(field_height(box) / row_least_height);
    const std::size_t most = std::clamp<std::size_t>(fit, 1, workdays_most);
    plot.tile.title = {
        "longest wait, " + (most == 1 ? "today" : fmt::format("last {} workdays", most)),
        most == 1 ? "longest wait" : fmt::format("longest wait, {} days", most)};
    const bool told = !in.snapshot.locations.empty() && in.day.locations > 0;
    const auto days =
        told ? make_workdays(in.snapshot, in.day, in.now, most) : std::vector<Workday>{};
    place_field(in.day.hours, names_width(days) + beside_map, plot.tile);
    plot.tile.legend = legend_of(wait_limits(in.snapshot));
    fill_rows(in, days, plot);
    if (days.empty()) plot.tile.frame.words = told ? Label{"no data", {}} : no_calls_words(in);
    return plot;
}

}  // namespace wallboard
