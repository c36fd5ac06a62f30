#include "wallboard/model/desk/list_window.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "wallboard/model/desk/local_times.hpp"
#include "wallboard/model/levels.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard::desk {
namespace {

/// "28 min", "23 h 31", "4 d 2 h"
std::string spoken_minutes(std::chrono::minutes span)
{
    const auto h = std::chrono::floor<std::chrono::hours>(span);
    if (h.count() == 0) return fmt::format("{} min", span.count());
    if (h.count() < 48) return fmt::format("{} h {:02}", h.count(), (span - h).count());
    return fmt::format("{} d {} h", h.count() / 24, h.count() % 24);
}

}  // namespace

Window window_of(const List& list, const std::vector<std::string_view>& ids,
                 std::string_view selected)
{
    float room = list.box.h;
    if (!list.is_brief) room -= list_head;
    if (!list.title.empty()) room -= list_head;
    if (!list.legend.empty()) room -= list_pitch;
    auto fits = static_cast<std::size_t>(std::max(0.0f, std::floor(room / list_pitch)));
    if (ids.size() + (list.moved > 0 ? 1 : 0) <= fits) return {0, ids.size()};
    fits = std::max<std::size_t>(1, fits);
    // The last line says which rows these are, and how many would stand elsewhere.
    if (fits > 1 && (!list.is_brief || list.moved > 0)) --fits;
    const auto at = std::find(ids.begin(), ids.end(), selected);
    const auto index =
        at == ids.end() ? std::size_t{0} : static_cast<std::size_t>(std::distance(ids.begin(), at));
    const std::size_t first = index / fits * fits;
    return {first, std::min(fits, ids.size() - first)};
}

void finish(List& list, const Window& window, std::size_t all, const std::string& selected)
{
    for (std::size_t i = 0; i < list.rows.size(); ++i)
        if (list.rows[i].id == selected) list.selected = i;
    if (window.count < all)
        (list.is_brief ? list.aside : list.more) =
            fmt::format("rows {} to {} of {}", window.first + 1, window.first + window.count,
                        count_text(static_cast<std::int64_t>(all)));
    if (list.moved == 0) return;
    list.more += (list.more.empty() ? "" : "; ") + counted(list.moved, "row", "rows") +
                 " changed, press O to re-order";
    list.more_touch = letter(U'o');
}

bool shows_many_places(const State& state, const Knowledge& known)
{
    return known.board.locations.size() > 1 && location_chosen(state, known).empty();
}

std::string local_time(const Knowledge& known, const std::string& location, Instant at)
{
    return said(at) ? when_text(at, known.now, offset_at(known, location, at))
                    : std::string{nothing_offered};
}

std::string local_clock(const Knowledge& known, const std::string& location, Instant at)
{
    return said(at) ? hour_minute_text(at, offset_at(known, location, at))
                    : std::string{nothing_offered};
}

std::string deadline_words(const Knowledge& known, const std::string& location, Instant deadline)
{
    if (!said(deadline)) return std::string{nothing_offered};
    const Micros left = deadline - known.now;
    const auto minutes = [](Micros span) {
        return spoken_minutes(std::chrono::floor<std::chrono::minutes>(span));
    };
    if (left <= Micros{0}) return minutes(-left) + " late";
    if (left < std::chrono::hours{10}) return minutes(left) + " left";
    return local_time(known, location, deadline);
}

Label place_label(const Knowledge& known, const std::string& location)
{
    const Location* place = find_location(known.board, location);
    if (place == nullptr) return {location, {}};
    return {place->name, place->short_name};
}

}  // namespace wallboard::desk
