#include "wallboard/model/desk/greetings.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "wallboard/model/desk/form_parts.hpp"
#include "wallboard/model/desk/frame.hpp"
#include "wallboard/model/desk/greeting_life.hpp"
#include "wallboard/model/desk/list_window.hpp"
#include "wallboard/model/desk/panel_form.hpp"
#include "wallboard/model/desk/script_checks.hpp"
#include "wallboard/model/levels.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard::desk {
namespace {

constexpr float check_pitch = 122;
constexpr std::size_t routes_told = 8;

/// What the page is made from; `there` is null while it was not answered.
struct Input {
    const State& state;
    const Knowledge& known;
    std::string place;
    const Standards* there;
    bool narrow;
};

std::vector<ListColumn> columns_of(bool narrow)
{
    if (narrow) return {{"greeting", 410}, {"person", 0}, {"it says", 480}};
    return {{"greeting", 410}, {"person", 0}, {"it says", 560}, {"attested", 510}, {"access", 510}};
}

Cell greeting_cell(const Input& in, const Mailbox& mailbox)
{
    if (in.state.pending(mailbox.id) != nullptr) return text_cell("pending \u2026", Tone::second);
    const auto troubles = troubles_of(in.known, in.place, mailbox);
    if (!troubles.empty())
        return badge_cell({troubles.front().standing, troubles.front().word, {}});
    return mailbox.person.empty() ? text_cell("shared", Tone::second)
                                  : text_cell("good", Tone::second);
}

/// "Ada Ruiz" over "Mon 15:42"; a dash where nobody has.
Cell said_by_cell(const Input& in, const std::string& by, Instant at)
{
    if (by.empty()) return nothing_cell();
    Cell cell = text_cell(person_words(in.known.rows, by), Tone::second);
    cell.unit = local_time(in.known, in.place, at);
    return cell;
}

Cell access_cell(const Input& in, const Mailbox& mailbox)
{
    if (mailbox.access_due)
        return badge_cell(
            {Standing::warning, mailbox.access_by.empty() ? "not tried" : "due again", {}});
    return said_by_cell(in, mailbox.access_by, mailbox.access_at);
}

ListRow row_of(const Input& in, const Mailbox& mailbox)
{
    const auto troubles = troubles_of(in.known, in.place, mailbox);
    ListRow row;
    row.id = mailbox.id;
    if (!troubles.empty()) row.standing = troubles.front().standing;
    row.quiet = troubles.empty();
    row.cells.push_back(greeting_cell(in, mailbox));
    Cell person = text_cell(whose(in.known.rows, mailbox));
    if (!mailbox.person.empty()) person.unit = mailbox.id;
    row.cells.push_back(person);
    row.cells.push_back(text_cell(says_words(in.known, in.place, mailbox)));
    if (in.narrow) return row;
    row.cells.push_back(mailbox.greeting == "not_known"
                            ? nothing_cell()
                            : said_by_cell(in, mailbox.attested_by, mailbox.attested_at));
    row.cells.push_back(access_cell(in, mailbox));
    return row;
}

std::string empty_words(const Input& in)
{
    const auto refused = in.known.rows.refused.find("standards " + in.place);
    if (refused != in.known.rows.refused.end()) return refused->second;
    if (in.there == nullptr) return "not known yet: no answer from the collector";
    return in.state.find.empty() ? "this location has no mailboxes"
                                 : "nothing is found: Esc shows all";
}

List list_of(const Input& in, const Box& box)
{
    List list;
    list.box = box;
    list.columns = columns_of(in.narrow);
    list.empty = empty_words(in);
    const auto shown = shown_on(in.state, in.known);
    fill_rows(
        list, shown->lists[0], shown->selected,
        [&](std::string_view id) { return in.known.rows.mailbox_at(in.place, id); },
        [&](const Mailbox& one) { return row_of(in, one); });
    if (in.there != nullptr && in.there->mailboxes_total > in.there->mailboxes.size())
        list.more = fmt::format("{}; the collector tells {} of {} mailboxes",
                                list.more.empty() ? "all rows" : list.more,
                                count_text(std::ssize(in.there->mailboxes)),
                                count_text(in.there->mailboxes_total));
    return list;
}

template <class Test>
std::size_t count(const std::vector<Mailbox>& all, Test test)
{
    return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), test));
}

Tile tile(Label word, std::size_t n, std::string context, Standing wrong)
{
    return {std::move(word),
            count_text(static_cast<std::int64_t>(n)),
            {std::move(context), {}},
            n == 0 ? Standing::normal : wrong};
}

std::vector<Tile> tiles_of(const Input& in)
{
    const Label wrong{"greetings at fault", "at fault"}, unknown{"not known", {}},
        barred{"take no messages", "no messages"}, routes{"bad routes", {}},
        access{"access not tried", "access"};
    if (in.there == nullptr) {
        std::vector<Tile> all;
        for (const Label& word : {wrong, unknown, barred, routes, access})
            all.push_back({word, std::string{not_known}, {}, Standing::unknown});
        return all;
    }
    const auto& boxes = in.there->mailboxes;
    const Location* place = find_location(in.known.board, in.place);
    const bool unwatched = place != nullptr && place->hours == Hours::not_yet_monitored;
    const std::size_t bad = count_bad_routes(*in.there);
    std::vector<Tile> all{
        tile(wrong, count(boxes, [](const Mailbox& one) { return !one.fault.empty(); }),
             unwatched ? "not yet watched" : fmt::format("of {}", boxes.size()), Standing::warning),
        tile(unknown,
             count(boxes,
                   [](const Mailbox& one) {
                       return one.greeting == "not_known" && one.fault.empty() &&
                              !one.person.empty();
                   }),
             in.narrow ? "" : "nobody attested", Standing::unknown),
        tile(barred, count(boxes, [](const Mailbox& one) { return said(one.barred_since); }),
             in.narrow ? "" : "full, or only speak", Standing::warning),
        tile(routes, bad, bad == 0 ? "" : first_bad_option(*in.there), Standing::warning),
        tile(access, count(boxes, [](const Mailbox& one) { return one.access_due; }),
             in.narrow ? "" : "never, or long ago", Standing::warning)};
    all[0].figures = {{"greeting-faults", in.place}, {"greetings-conform", in.place}};
    all[2].figures = {{"mailboxes-full", in.place}};
    all[3].figures = {{"bad-routes", in.place}};
    return all;
}

void add_routes(const Input& in, std::vector<PanelItem>& items)
{
    std::vector<std::string> all = bad_route_words(*in.there);
    if (all.empty()) return;
    items.emplace_back(Rule{});
    const std::size_t more = all.size() > routes_told ? all.size() - routes_told : 0;
    all.resize(all.size() - more);
    for (std::string& text : all) items.emplace_back(Sentence{std::move(text), Tone::text, true});
    if (more > 0)
        items.emplace_back(Sentence{"and " + counted(more, "other", "others"), Tone::second});
}

}  // namespace

PageParts make_greetings(const State& state, const Knowledge& known, const Layout& layout)
{
    const Places places = places_for(layout, true);
    const std::string place = location_shown(state, known);
    const Input in{state, known, place, known.rows.standards_at(place), places.narrow};
    PageParts page;
    page.tiles_box = places.tiles;
    page.tiles = tiles_of(in);
    Box rows = places.main;
    if (in.there != nullptr) {
        Checklist list;
        list.checks = script_checks(known, place, *in.there);
        const float height = check_pitch * static_cast<float>(list.checks.size());
        rows.h -= height + desk_gap;
        list.box = {rows.x, rows.bottom() + desk_gap, rows.w, height};
        page.checklist = std::move(list);
    }
    page.lists.push_back(list_of(in, rows));
    if (state.form) {
        page.panel = form_panel(state, known, places.panel);
        return page;
    }
    page.panel.box = places.panel;
    if (const Mailbox* mailbox = known.rows.mailbox_at(place, row_selected(state, known)))
        page.panel.items = life_of(known, place, *mailbox);
    if (in.there != nullptr) add_routes(in, page.panel.items);
    page.panel.buttons = deed_buttons(state, known);
    return page;
}

}  // namespace wallboard::desk
