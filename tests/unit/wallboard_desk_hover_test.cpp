// Is a figure explained while the pointer rests on it, and never in anybody's way?

#include <catch2/catch.hpp>

#include "tests/unit/desk_vocabulary.hpp"
#include "wallboard/model/desk/desk_view.hpp"
#include "wallboard/model/desk/explained.hpp"
#include "wallboard/model/desk/hover.hpp"

using namespace wallboard;
using namespace wallboard::desk;
using namespace wallboard::desk::test;
using Desk = wallboard::desk::test::Desk;

namespace {

constexpr Box tile{100, 100, 400, 200};
constexpr Box row{100, 400, 800, 60};
constexpr Box cell{700, 400, 100, 60};
constexpr Spot on_tile{300, 200};
constexpr Spot on_cell{750, 430};
constexpr Spot on_row{200, 430};

/// A desk with a tile and one cell of a row that are explained, under a pointer.
struct Pointed : Desk {
    FigurePlaces places{{tile, tile, {{"waiting", {}}, {"longest-wait", {}}}},
                        {cell, row, {{"abandoned", "q-north"}}}};
    Micros clock{5'000'000};

    Pointed& rests(std::optional<Spot> spot, Micros time)
    {
        point(state, spot, clock);
        clock += time;
        point(state, spot, clock);
        hover(state, places, clock);
        return *this;
    }
    std::string shown() const
    {
        return state.hovered ? state.hovered->figure + ":" + state.hovered->subject : "";
    }
};

}  // namespace

TEST_CASE("a figure is explained once the pointer has rested on it for 600 ms", "[unit][desk]")
{
    Pointed desk;
    CHECK(desk.rests(on_tile, 599ms).shown().empty());
    CHECK(desk.rests(on_tile, 1ms).shown() == "waiting:");
    CHECK(desk.rests(on_cell, 600ms).shown() == "abandoned:q-north");
    CHECK(desk.rests(on_row, 600ms).shown().empty());
    CHECK(desk.rests(on_tile, 600ms).shown() == "waiting:");
    CHECK(desk.rests(std::nullopt, 600ms).shown().empty());
}

TEST_CASE("nothing is explained while the pointer moves, however long", "[unit][desk]")
{
    Pointed desk;
    for (int i = 0; i < 20; ++i) {
        const float x = tile.x + 20 + static_cast<float>(i % 2) * 100;
        CHECK(desk.rests(Spot{x, 200}, 100ms).shown().empty());
    }
    REQUIRE(desk.rests(on_tile, 600ms).shown() == "waiting:");
    CHECK(desk.rests(Spot{on_tile.x + 60, on_tile.y}, 0ms).shown().empty());
}

TEST_CASE("a hand that trembles rests", "[unit][desk]")
{
    Pointed desk;
    for (int i = 0; i < 6; ++i) {
        const float by = i % 2 == 0 ? 0.0f : hover_slack - 1;
        desk.rests(Spot{on_tile.x + by, on_tile.y}, 100ms);
    }
    CHECK(desk.shown() == "waiting:");
    // Slow as it is, a move is one: it is measured from where the rest began.
    desk.rests(Spot{on_tile.x + hover_slack - 1, on_tile.y}, 10ms);
    CHECK(desk.rests(Spot{on_tile.x + hover_slack + 1, on_tile.y}, 10ms).shown().empty());
}

TEST_CASE("a key or a click puts the card away until the pointer moves", "[unit][desk]")
{
    Pointed desk;
    desk.left("m1");
    for (const Touch& touch :
         {Touch{Press{Key::down}}, Touch{Press{Key::escape}}, Touch{letter(U'x')},
          Touch{Press{Key::escape}}, Touch{ChooseRow{"m1"}}, Touch{ChooseLocation{"north"}}}) {
        REQUIRE(desk.rests(std::nullopt, 1ms).rests(on_tile, 600ms).shown() ==
                (desk.state.form ? "" : "waiting:"));
        desk.touch(touch);
        CHECK(desk.shown().empty());
        CHECK(desk.rests(on_tile, 5s).shown().empty());
    }
    CHECK(desk.rests(on_cell, 600ms).shown() == "abandoned:q-north");
}

TEST_CASE("a form that is being filled is never covered", "[unit][desk]")
{
    Pointed desk;
    desk.left("m1");
    desk.press("r");
    REQUIRE(desk.state.form);
    CHECK(desk.rests(on_tile, 5s).shown().empty());
    CHECK_FALSE(hover_wait(desk.state, desk.clock));
    desk.escape();
    CHECK(desk.rests(on_cell, 600ms).shown() == "abandoned:q-north");
}

TEST_CASE("a card that F1 opened stays, whatever the pointer rests on", "[unit][desk]")
{
    Pointed desk;
    desk.touch(Press{Key::f1});
    REQUIRE(desk.state.explained);
    const FigureRef opened = *desk.state.explained;
    CHECK(desk.rests(on_cell, 5s).shown().empty());
    const View view = make_view(desk.state, desk.known(), {}, {}, {Shape::wide, 5000, 2800});
    REQUIRE(view.card);
    CHECK(view.card->of == opened);
    CHECK_FALSE(view.card->keys.empty());
}

TEST_CASE("a hovered figure's card has no keys: each one puts it away", "[unit][desk]")
{
    Pointed desk;
    desk.rests(on_cell, 600ms);
    const View view = make_view(desk.state, desk.known(), {}, {}, {Shape::wide, 5000, 2800});
    REQUIRE(view.card);
    CHECK(view.card->of == FigureRef{"abandoned", "q-north"});
    CHECK(view.card->keys.empty());
}

TEST_CASE("what lies over a figure hides it from the pointer", "[unit][desk]")
{
    Pointed desk;
    desk.places.push_back({tile, tile, {}});
    CHECK(desk.rests(on_tile, 600ms).shown().empty());
    desk.places.push_back({cell, cell, {{"offered", {}}}});
    CHECK(desk.rests(on_cell, 600ms).shown() == "offered:");
}

TEST_CASE("a desk sleeps no longer than until the pointer has rested, and then as ever",
          "[unit][desk]")
{
    Pointed desk;
    CHECK_FALSE(hover_wait(desk.state, desk.clock));
    desk.rests(on_tile, 250ms);
    CHECK(hover_wait(desk.state, desk.clock) == Micros{350ms});
    desk.rests(on_tile, 350ms);
    CHECK_FALSE(hover_wait(desk.state, desk.clock));
    desk.rests(on_cell, 0ms).touch(Press{Key::down});
    CHECK_FALSE(hover_wait(desk.state, desk.clock));
}

TEST_CASE("F1 and the pointer explain the figures of the location that is shown", "[unit][desk]")
{
    Desk desk;
    desk.board.locations[0].overdue = 3;
    desk.board.locations[1].overdue = 4;
    const auto figure = [&] {
        desk.state.hovered = FigureRef{"overdue", {}};
        const auto view = make_view(desk.state, desk.known(), {}, {}, {Shape::wide, 5000, 2800});
        return view.card->figure;
    };
    CHECK(figure() == "7");
    desk.touch(ChooseLocation{"harbor"});
    CHECK(figure() == "4");
    // A page of one location names each figure once.
    desk.touch(ChooseLocation{"north"});
    desk.press("6");
    const auto all = figures_of(desk.state, desk.known());
    CHECK(std::count(all.begin(), all.end(), FigureRef{"away", "north"}) == 1);
    CHECK(std::count(all.begin(), all.end(), FigureRef{"away", {}}) == 0);
    CHECK(std::none_of(all.begin(), all.end(),
                       [](const FigureRef& one) { return one.subject == "harbor"; }));
}
