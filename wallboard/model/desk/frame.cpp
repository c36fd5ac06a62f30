#include "wallboard/model/desk/frame.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "wallboard/model/desk/deeds.hpp"
#include "wallboard/model/desk/form_parts.hpp"
#include "wallboard/model/desk/press_desk.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard::desk {
namespace {

constexpr float tiles_height = 305;
constexpr float panel_wide = 1360;
constexpr float panel_narrow = 1040;
constexpr float narrow_below = 4400;
constexpr std::size_t notices_shown = 3;
constexpr std::size_t chips_max = 6;

const char* title_of(Page page, const Me& me)
{
    switch (page) {
        case Page::live: return "Live";
        case Page::returns: return me.is_staff() ? "My messages" : "Returns";
        case Page::end_of_day: return "End of day";
        case Page::departures: return "Departures";
        case Page::greetings: return "Greetings";
        case Page::team: return "Team";
        case Page::trends: return "Trends";
        case Page::health: return "Health";
    }
    return "";
}

Badge counted(Standing standing, std::uint64_t n)
{
    return {standing, count_text(static_cast<std::int64_t>(n)), {}};
}

template <class Of>
std::uint64_t sum(const Snapshot& board, Of of)
{
    std::uint64_t n = 0;
    for (const Location& location : board.locations) n += of(location);
    return n;
}

/// The worst of a page, by what walls count too.
std::optional<Badge> badge_of(Page page, const Knowledge& known, const Alarms& alarms)
{
    const Snapshot& board = known.board;
    const auto red = std::count_if(
        alarms.active.begin(), alarms.active.end(),
        [&](const Alarm& one) { return one.level == Level::red && explained_by(one) == page; });
    switch (page) {
        case Page::returns: {
            const auto overdue = sum(board, [](const Location& one) { return one.overdue; });
            if (overdue > 0) return counted(Standing::action, overdue);
            const auto at_risk =
                sum(board, [](const Location& one) { return one.at_risk ? 1U : 0U; });
            if (at_risk > 0) return counted(Standing::warning, at_risk);
            return std::nullopt;
        }
        case Page::departures: {
            const auto late = sum(board, [](const Location& one) { return one.departures.red; });
            if (late > 0) return counted(Standing::action, late);
            const auto pending =
                sum(board, [](const Location& one) { return one.departures.pending; });
            if (pending > 0) return counted(Standing::warning, pending);
            return std::nullopt;
        }
        case Page::greetings: {
            if (red > 0) return counted(Standing::action, static_cast<std::uint64_t>(red));
            const auto faults =
                sum(board, [](const Location& one) { return one.greetings.faults; });
            if (faults > 0) return counted(Standing::warning, faults);
            return std::nullopt;
        }
        case Page::end_of_day: {
            const auto unsigned_days =
                std::count_if(board.days.begin(), board.days.end(), [&](const Day& day) {
                    return day.judged && day.monitored && !said(day.signed_at) &&
                           said(day.settled_at) &&
                           known.now - day.settled_at < std::chrono::hours{15};
                });
            if (unsigned_days > 0)
                return counted(Standing::warning, static_cast<std::uint64_t>(unsigned_days));
            return std::nullopt;
        }
        case Page::health: {
            const auto silent =
                std::count_if(board.sources.begin(), board.sources.end(), [](const Source& source) {
                    return source.state != SourceState::fresh && source.state != SourceState::ended;
                });
            if (silent > 0) return counted(Standing::unknown, static_cast<std::uint64_t>(silent));
            return std::nullopt;
        }
        default: break;
    }
    if (red > 0) return counted(Standing::action, static_cast<std::uint64_t>(red));
    return std::nullopt;
}

std::vector<NavEntry> nav_of(const State& state, const Knowledge& known, const Alarms& alarms)
{
    std::vector<NavEntry> all;
    for (const Page page : pages_of(state.me)) {
        const auto key = static_cast<char32_t>(U'1' + static_cast<char32_t>(page));
        all.push_back({.hint = {utf8(key), title_of(page, state.me)},
                       .chosen = page == state.page,
                       .badge = badge_of(page, known, alarms),
                       .touch = letter(key)});
    }
    return all;
}

std::vector<Chip> chips_of(const State& state, const Knowledge& known)
{
    std::vector<Chip> all;
    const bool one_place = is_of_one_location(state.page);
    const std::string shown =
        one_place ? location_shown(state, known) : location_chosen(state, known);
    const auto& places = known.board.locations;
    if (places.size() > 1 && !state.me.is_staff()) {
        if (!one_place) all.push_back({{"all", {}}, shown.empty(), {}, ChooseLocation{}});
        // The one that is shown, and its neighbours: the rest is reached with the arrows.
        const auto at = std::find_if(places.begin(), places.end(),
                                     [&](const Location& one) { return one.id == shown; });
        const auto index = at == places.end() ? 0 : std::distance(places.begin(), at);
        const auto count = std::ssize(places);
        const auto many = static_cast<std::ptrdiff_t>(chips_max);
        const auto first = std::clamp<std::ptrdiff_t>(index - many / 2, 0,
                                                      std::max<std::ptrdiff_t>(0, count - many));
        for (auto i = first; i < std::min(count, first + many); ++i) {
            const Location& place = places[static_cast<std::size_t>(i)];
            all.push_back(
                {{place.name, place.short_name}, place.id == shown, {}, ChooseLocation{place.id}});
        }
    }
    if (state.page == Page::trends) return all;
    const std::string find = std::string{state.find.empty() ? "find" : state.find.text()};
    all.push_back({{find, {}}, state.is_finding || !state.find.empty(), "/", letter(U'/')});
    return all;
}

NoticeLine notice_line(const Notice& notice)
{
    if (!notice.outcome)
        return {Standing::warning, notice.order.said + ": sent, not yet confirmed"};
    if (!notice.outcome->done)
        return {Standing::action, notice.order.said + ": not recorded. " + notice.outcome->text};
    return {Standing::normal,
            fmt::format("{}: recorded, journal entry {}", notice.order.said,
                        count_text(static_cast<std::int64_t>(notice.outcome->position)))};
}

std::vector<KeyHint> form_keys(const Form& form)
{
    if (form.sent != 0) return {{"Esc", "back"}};
    if (form.is_armed()) return {{"Y", "record it", true}, {"Esc", "back"}};
    std::vector<KeyHint> keys{{"Enter", "next"}, {"Esc", "back, words are kept"}};
    if (form.fields[form.at].kind == Field::Kind::choice)
        keys.insert(keys.begin(), {"1-9", "choose"});
    return keys;
}

void add_range_keys(const State& state, const Knowledge& known, std::vector<KeyHint>& keys)
{
    const auto ranges = rows_shown(state, known);
    const std::string range = row_selected(state, known);
    if (ranges.empty()) return;
    if (range != ranges.back()) keys.push_back({"+", std::string{ranges.back()}});
    if (range != ranges.front()) keys.push_back({"-", std::string{ranges.front()}});
}

std::vector<KeyHint> keys_of(const State& state, const Knowledge& known)
{
    if (state.explained) return {{"Tab", "next figure"}, {"Esc", "close"}};
    if (state.form) return form_keys(*state.form);
    if (state.is_finding) return {{"Enter", "keep"}, {"Esc", "clear"}};
    std::vector<KeyHint> keys;
    if (state.page == Page::trends)
        add_range_keys(state, known, keys);
    else if (!row_selected(state, known).empty())
        keys.push_back({"Arrows", "row"});
    if (const auto shown = shown_on(state, known); shown->moved() > 0)
        keys.push_back({"O", "re-order"});
    if (known.board.locations.size() > 1 && !state.me.is_staff())
        keys.push_back({"Left/Right", "location"});
    for (const Choice& choice : deeds_on(state, known))
        keys.push_back({utf8(choice.key - (U'a' - U'A')), choice.word});
    if (!state.notices.empty() || !state.find.empty()) keys.push_back({"Esc", "clear"});
    return keys;
}

std::string reach_of(const State& state, const Knowledge& known)
{
    if (state.me.is_staff()) return "own mailboxes";
    if (state.me.manages() || state.me.person.empty())
        return fmt::format("all {} locations", known.board.locations.size());
    std::string names;
    std::size_t seen = 0;
    for (const Location& place : known.board.locations) {
        if (known.rows.refused.count("staff " + place.id) > 0) continue;
        if (++seen > 2) return fmt::format("{} locations", known.board.locations.size());
        names += (names.empty() ? "" : ", ") +
                 (place.short_name.empty() ? place.name : place.short_name);
    }
    return names;
}

}  // namespace

Places places_for(const Layout& layout, bool has_tiles)
{
    Places places;
    places.narrow = layout.w < narrow_below;
    const float top = head_height + desk_margin;
    const float bottom = layout.h - keys_height - desk_gap;
    const float left = nav_width + desk_margin;
    const float width = layout.w - left - desk_margin;
    places.whole = {left, top, width, bottom - top};
    places.tiles = {left, top, width, has_tiles ? tiles_height : 0};
    const float under = has_tiles ? top + tiles_height + desk_gap : top;
    const float panel = places.narrow ? panel_narrow : panel_wide;
    places.main = {left, under, width - panel - desk_gap, bottom - under};
    places.panel = {layout.w - desk_margin - panel, under, panel, bottom - under};
    return places;
}

Frame make_frame(const State& state, const Knowledge& known, const Moment& moment,
                 const Alarms& alarms)
{
    Frame frame;
    frame.nav = nav_of(state, known, alarms);
    frame.me = state.me.person.empty() ? "no key" : known.rows.name_of(state.me.person);
    frame.role = state.me.person.empty() ? "looks, records nothing" : state.me.role;
    frame.reach = reach_of(state, known);
    frame.head =
        wallboard::make_frame(known.board, moment, alarms, {.page = state.page, .location = {}});
    frame.head.title = {title_of(state.page, state.me), {}};
    frame.head.elsewhere.reset();
    if (const Location* home = home_of(known.board); home != nullptr && known.board.complete)
        frame.date = weekday_date_text(moment.clock, home->utc_offset);
    frame.chips = chips_of(state, known);
    const std::size_t first =
        state.notices.size() > notices_shown ? state.notices.size() - notices_shown : 0;
    for (std::size_t i = first; i < state.notices.size(); ++i)
        frame.notices.push_back(notice_line(state.notices[i]));
    frame.keys = keys_of(state, known);
    return frame;
}

}  // namespace wallboard::desk
