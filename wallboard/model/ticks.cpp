#include "wallboard/model/ticks.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "wallboard/model/words.hpp"

namespace wallboard {
namespace {

constexpr std::uint64_t million = 1'000'000;
constexpr std::size_t ticks_max = 10;

/// Under this three numbers would touch each other.
constexpr float three_numbers_from = 116;

struct Unit {
    std::uint64_t size;
    const char* word;
};

Unit unit_of(std::uint64_t top)
{
    if (top >= million) return {million, " M"};
    return top >= 10'000 ? Unit{1'000, " k"} : Unit{1, ""};
}

std::string tick_text(std::uint64_t n, const Unit& unit)
{
    if (n == 0) return "0";
    std::string text = count_text(static_cast<std::int64_t>(n / unit.size));
    // The half of an odd number of millions.
    if (n % unit.size != 0) text += fmt::format(".{}", n % unit.size * 10 / unit.size);
    return text + unit.word;
}

std::size_t digits_of(const std::string& text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;  // Whole characters.
    }));
}

std::vector<Tick> three(std::string foot, std::string half, std::string top, float height)
{
    if (height < three_numbers_from) half.clear();
    return {{0, std::move(foot)}, {0.5f, std::move(half)}, {1, std::move(top)}};
}

}  // namespace

std::uint64_t axis_top(std::uint64_t most)
{
    for (const std::uint64_t small : {4u, 6u, 8u})
        if (most <= small) return small;
    constexpr std::array<std::uint64_t, 7> steps{10, 20, 30, 40, 50, 60, 80};
    for (std::uint64_t power = 1;; power *= 10)
        for (const std::uint64_t step : steps)
            if (most <= step * power) return step * power;
}

std::vector<Tick> count_ticks(std::uint64_t top, float height)
{
    const Unit unit = unit_of(top);
    return three("0", tick_text(top / 2, unit), tick_text(top, unit), height);
}

std::vector<Tick> percent_ticks(int foot, float height)
{
    return three(std::to_string(foot), std::to_string((foot + 100) / 2), "100", height);
}

float ticks_width(const std::vector<Tick>& ticks)
{
    std::size_t most = 1;
    for (const Tick& tick : ticks) most = std::max(most, digits_of(tick.text));
    return axis_digit * static_cast<float>(most);
}

std::string hour_text(Instant at, std::chrono::seconds utc_offset)
{
    const auto local = at.time_since_epoch() + utc_offset;
    const auto minutes = std::chrono::floor<std::chrono::minutes>(local % std::chrono::days{1});
    const auto m = minutes.count();
    return m % 60 == 0 ? std::to_string(m / 60) : fmt::format("{}:{:02}", m / 60, m % 60);
}

std::vector<Tick> hour_ticks(const TrendHours& hours, float width)
{
    if (hours.slots == 0) return {};
    std::vector<Instant> whole;
    for (std::size_t i = 0; i <= hours.slots; ++i) {
        const Instant at = hours.begin_of(i);
        const Micros local = at.time_since_epoch() + hours.utc_offset;
        if (local % std::chrono::hours{1} == Micros{0}) whole.push_back(at);
    }
    constexpr float apart = 2 * axis_digit + 24;
    const float one = width / (static_cast<float>(hours.slots) / 2);
    const auto fits = [&](std::size_t step) {
        return one * static_cast<float>(step) >= apart &&
               (whole.size() + step - 1) / step <= ticks_max;
    };
    std::size_t step = 0;
    for (const std::size_t s : {1u, 2u, 3u, 4u, 6u, 12u}) {
        if (!fits(s)) continue;
        if (step == 0) step = s;
        // Not many fewer numbers only for the sake of the last one.
        if (s <= 2 * step && !whole.empty() && (whole.size() - 1) % s == 0) {
            step = s;
            break;
        }
    }
    std::vector<Tick> ticks;
    for (std::size_t i = 0; step > 0 && i < whole.size(); i += step)
        ticks.push_back({hours.share(whole[i]), hour_text(whole[i], hours.utc_offset)});
    return ticks;
}

}  // namespace wallboard
