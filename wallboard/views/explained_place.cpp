#include "wallboard/views/explained_place.hpp"

#include <algorithm>
#include <string_view>

namespace wallboard {
namespace {

using Id = std::string_view;

bool is_one_of(Id id, std::initializer_list<Id> ids)
{
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

Box place_in(const LiveView& view, Id id)
{
    if (is_one_of(id, {"longest-wait", "waiting"})) return view.waiting.box;
    if (is_one_of(id, {"coverage", "operators"})) return view.answering.box;
    if (id == "main-to-voicemail") return view.coverage.box;
    return is_one_of(id, {"unreturned", "time-to-close"}) ? view.unreturned.box : view.day.box;
}

Box place_in(const ReturnsView& view, Id id)
{
    if (id == "overdue") return view.overdue.box;
    return id == "due-today" ? view.due.box : view.close.box;
}

Box place_in(const EndOfDayView& view, Id id)
{
    constexpr Id in_order[] = {"day-returned", "day-mailboxes", "day-sources", "day-signature"};
    for (std::size_t i = 0; i < std::min(std::size(in_order), view.evidence.size()); ++i)
        if (id == in_order[i]) return view.evidence[i].box;
    return view.panel;
}

Box place_in(const DeparturesView& view, Id id)
{
    constexpr Id in_order[] = {"departed-left", "departed-requested", "departed-seen-off",
                               "departed-confirmed"};
    for (std::size_t i = 0; i < std::min(std::size(in_order), view.stages.size()); ++i)
        if (id == in_order[i]) return view.stages[i].box;
    if (id == "departed-unanswered") return view.answered.box;
    if (id == "departed-messages") return view.messages.box;
    return id == "departed-red" && !view.days.box.empty() ? view.days.box : view.connected.box;
}

Box place_in(const GreetingsView& view, Id id)
{
    if (id == "bad-routes") return view.routes.box;
    if (id == "greetings-conform") return view.greetings.box;
    return id == "required-messages" ? view.messages.box : view.kinds.box;
}

Box place_in(const TeamView& view, Id id)
{
    if (id == "operators-on-call") return view.on_call.box;
    if (id == "operators-on-break") return view.on_break.box;
    return is_one_of(id, {"away", "no-cover"}) ? view.away.box : view.free.box;
}

Box place_in(const TrendsView& view, Id id)
{
    if (id == "trend-calls") return view.calls.tile.box;
    if (id == "trend-service-level") return view.service.tile.box;
    return id == "trend-longest-wait" ? view.waits.tile.box : view.open.tile.box;
}

Box place_in(const HealthView& view, Id id)
{
    if (id == "sources-heard") return view.sources.box;
    return id == "journal-room" ? view.journal.box : view.record.box;
}

const Table& rows_of_page(const LiveView& view) { return view.queues; }
const Table& rows_of_page(const ReturnsView& view) { return view.table; }
const Table& rows_of_page(const DeparturesView& view) { return view.table; }
const Table& rows_of_page(const GreetingsView& view) { return view.table; }
const Table& rows_of_page(const TeamView& view) { return view.table; }
const Table& rows_of_page(const HealthView& view) { return view.table; }

/// Offices of Live stand in a tile of their own: their line is the figure.
Lit place_of_office(const Coverage& coverage, const FigureRef& ref)
{
    Box line = row_box(coverage, ref.subject);
    if (!line.empty()) line = {line.x - 16, line.y, line.w + 32, line.h};
    return {coverage.box, line};
}

template <class View>
Lit place_of_row(const View& view, const FigureRef& ref)
{
    if constexpr (requires { rows_of_page(view); }) {
        if constexpr (std::is_same_v<View, LiveView>)
            if (is_one_of(ref.figure, {"operators", "coverage"}))
                return place_of_office(view.coverage, ref);
        const Table& table = rows_of_page(view);
        return {row_box(table, ref.subject), cell_box(table, ref.subject, ref.figure)};
    } else {
        return {place_in(view, ref.figure), {}};
    }
}

}  // namespace

Lit explained_place(const PageView& page, const FigureRef& ref)
{
    if (ref.figure == "data-age") return {};
    return std::visit(
        [&](const auto& view) {
            return ref.subject.empty() ? Lit{place_in(view, ref.figure), {}}
                                       : place_of_row(view, ref);
        },
        page);
}

void draw_explanation(Canvas& canvas, const PageView& page, const ExplainCard& card)
{
    const Layout& layout =
        std::visit([](const auto& view) -> const Layout& { return view.layout; }, page);
    const Box below{0, header_height, layout.w, layout.h - header_height};
    const Box room{page_margin, below_header, layout.w - 2 * page_margin,
                   layout.h - page_bottom - below_header};
    draw_card_beside(canvas, card, explained_place(page, card.of), below, room);
}

}  // namespace wallboard
