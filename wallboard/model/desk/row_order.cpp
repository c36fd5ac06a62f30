#include "wallboard/model/desk/row_order.hpp"

#include <algorithm>
#include <utility>

#include "wallboard/model/places.hpp"

namespace wallboard::desk {
namespace {

/// Queues and ranges stand in an order of their own, which never changes by itself.
bool keeps_order(Page page) { return page != Page::live && page != Page::trends; }

bool is_answered(const State& state, const Knowledge& known)
{
    const Rows& rows = known.rows;
    const std::string place = location_shown(state, known);
    switch (state.page) {
        case Page::returns: return rows.messages_known && !rows.messages_partial;
        case Page::end_of_day: return rows.days.count(place) > 0;
        case Page::departures: return rows.departures_known;
        case Page::greetings: return rows.standards.count(place) > 0;
        // By name: a list of ids would be kept, while names are on their way.
        case Page::team: return rows.people_known.count(place) > 0;
        case Page::health: return known.board.complete;
        case Page::live:
        case Page::trends: break;
    }
    return false;
}

std::string place_of(const State& state, const Knowledge& known)
{
    return is_of_one_location(state.page) ? location_shown(state, known)
                                          : location_chosen(state, known);
}

bool is_of(const KeptOrder& kept, const State& state, const Knowledge& known)
{
    return kept.page == state.page && kept.find == state.find.text() &&
           kept.location == place_of(state, known);
}

/// A form is looked at for as long as it is open.
bool is_left_alone(const State& state, Instant now)
{
    return !state.form && now - state.touched_at >= left_alone_after;
}

template <class Ids>
bool holds_row(const Ids& ids, std::string_view id)
{
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// Of numbers that are all different: the length of the longest rising row of them, by the least
/// number that one of each length can end with.
std::size_t longest_rise(const std::vector<std::uint32_t>& numbers)
{
    std::vector<std::uint32_t> ends;
    for (const std::uint32_t number : numbers) {
        const auto at = std::lower_bound(ends.begin(), ends.end(), number);
        if (at == ends.end())
            ends.push_back(number);
        else
            *at = number;
    }
    return ends.size();
}

/// Where the rows of before stand in `ordered`; then those that are new.
std::vector<std::uint32_t> places_in(const std::vector<std::string_view>& ordered,
                                     const std::vector<std::string>& before)
{
    const auto by_id = places_in_order<std::uint32_t>(
        ordered.size(), [&](auto a, auto b) { return ordered[a] < ordered[b]; });
    std::vector<bool> taken(ordered.size());
    std::vector<std::uint32_t> places;
    for (const std::string& id : before) {
        auto at = std::lower_bound(
            by_id.begin(), by_id.end(), id,
            [&](std::uint32_t i, const std::string& one) { return ordered[i] < one; });
        if (at == by_id.end() || ordered[*at] != id || taken[*at]) continue;
        taken[*at] = true;
        places.push_back(*at);
    }
    for (std::uint32_t i = 0; i < ordered.size(); ++i)
        if (!taken[i]) places.push_back(i);
    return places;
}

/// True if the rows of before are all there are, and stand in `ordered` where they stood then: the
/// usual case, which needs no order of ids.
bool stands_as_kept(const std::vector<std::string_view>& ordered, const KeptList& before)
{
    if (ordered.size() != before.ids.size()) return false;
    for (std::size_t i = 0; i < ordered.size(); ++i)
        if (ordered[before.places.empty() ? i : before.places[i]] != before.ids[i]) return false;
    return true;
}

std::vector<std::string_view> at_places(const std::vector<std::string_view>& ordered,
                                        const std::vector<std::uint32_t>& places)
{
    std::vector<std::string_view> ids;
    ids.reserve(places.size());
    for (const std::uint32_t place : places) ids.push_back(ordered[place]);
    return ids;
}

/// Most often the same as before: then no text is copied.
void keep(const ListRows& rows, KeptList& list)
{
    const bool same =
        std::equal(list.ids.begin(), list.ids.end(), rows.ids.begin(), rows.ids.end());
    if (!same) list.ids.assign(rows.ids.begin(), rows.ids.end());
    list.places = rows.places;
    list.moved = rows.moved;
}

}  // namespace

ListRows merged(std::vector<std::string_view> ordered, const KeptList& before)
{
    ListRows rows;
    const bool same = stands_as_kept(ordered, before);
    rows.places = same ? before.places : places_in(ordered, before.ids);
    rows.moved = same ? before.moved : rows.places.size() - longest_rise(rows.places);
    rows.ids = rows.places.empty() ? std::move(ordered) : at_places(ordered, rows.places);
    return rows;
}

Shown in_kept_order(const State& state, const Knowledge& known, RowLists ordered)
{
    std::string selected;
    if (state.kept && is_of(*state.kept, state, known)) {
        selected = state.selection();
        if (!holds_row(ordered[0], selected) && !holds_row(ordered[1], selected))
            selected = state.kept->selected;
    }
    Shown shown;
    for (std::size_t i = 0; i < ordered.size(); ++i)
        if (!selected.empty() && holds_row(ordered[i], selected))
            shown.lists[i] = merged(std::move(ordered[i]), state.kept->lists[i]);
        else
            shown.lists[i].ids = std::move(ordered[i]);
    return shown;
}

Shown keep_order(State& state, const Knowledge& known)
{
    if (!keeps_order(state.page)) state.kept.reset();
    if (!is_answered(state, known)) return make_shown(state, known);
    if (!said(state.touched_at)) state.touched_at = known.now;
    std::optional<KeptOrder> before;
    const auto set_aside = [&] { before = std::exchange(state.kept, std::nullopt); };
    if (is_left_alone(state, known.now)) set_aside();
    Shown shown = make_shown(state, known);
    const bool was_closed = state.page == Page::returns && state.kept &&
                            is_of(*state.kept, state, known) &&
                            holds_row(state.kept->lists[0].ids, shown.selected) &&
                            holds_row(shown.lists[1].ids, shown.selected);
    if (was_closed) {
        state.selected.erase(state.page);
        set_aside();
        shown = make_shown(state, known);
    }
    if (!before) set_aside();
    if (!before || !is_of(*before, state, known))
        before = KeptOrder{.page = state.page,
                           .location = place_of(state, known),
                           .find = std::string{state.find.text()},
                           .lists = {},
                           .selected = {}};
    before->selected = shown.selected;
    for (std::size_t i = 0; i < shown.lists.size(); ++i) keep(shown.lists[i], before->lists[i]);
    state.kept = std::move(before);
    return shown;
}

void order_anew(State& state, const Knowledge& known)
{
    state.selected[state.page] = row_selected(state, known);
    state.kept.reset();
}

}  // namespace wallboard::desk
