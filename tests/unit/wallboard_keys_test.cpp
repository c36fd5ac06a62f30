// Does a key show its page for a while, and give the wall back to itself?

#include <catch2/catch.hpp>

#include "tests/unit/wallboard_vocabulary.hpp"
#include "wallboard/app/keys.hpp"

using namespace wallboard;
using namespace wallboard::test;

namespace {

// GLFW's codes of printable keys are their ASCII; these are its arrows.
constexpr int right = 262, left = 263, escape = 256, tab = 258, f1 = 290;

struct Watched {
    Watched() { after(0s); }
    PageChoice after(Micros running)
    {
        maker.look(std::make_shared<const Snapshot>(board("13:00:00")), Micros{0}, running);
        return maker.choice();
    }
    PageChoice pressed(int key)
    {
        press(maker, key);
        return maker.choice();
    }

    PageMaker maker{Settings{}};
};

}  // namespace

TEST_CASE("each page has its number, and stays for a minute", "[unit][wallboard]")
{
    Watched wall;
    CHECK(wall.pressed('2').page == Page::returns);
    CHECK(wall.pressed('3').page == Page::end_of_day);
    CHECK(wall.pressed('4').page == Page::departures);
    CHECK(wall.pressed('5').page == Page::greetings);
    CHECK(wall.pressed('6').page == Page::team);
    CHECK(wall.pressed('7').page == Page::trends);
    CHECK(wall.pressed('8').page == Page::health);
    CHECK(wall.after(59s).page == Page::health);
    CHECK(wall.after(60s).page != Page::health);
    CHECK(wall.pressed('1').page == Page::live);
}

TEST_CASE("arrows turn to the neighbours, and the space bar resumes", "[unit][wallboard]")
{
    Watched wall;
    CHECK(wall.pressed(right).page == Page::returns);
    CHECK(wall.pressed(right).page == Page::end_of_day);
    CHECK(wall.pressed(left).page == Page::returns);
    CHECK(wall.pressed(left).page == Page::live);
    CHECK(wall.pressed(left).page == Page::health);
    CHECK(wall.pressed(' ').page == Page::live);
    CHECK_FALSE(wall.pressed(' ').picked);
    CHECK_FALSE(wall.pressed('x').picked);
}

TEST_CASE("F1 explains the first figure, Tab the next, Esc closes the card and not the wall",
          "[unit][wallboard][explain]")
{
    Watched wall;
    CHECK_FALSE(wall.maker.explanation());
    CHECK(press(wall.maker, tab));
    CHECK_FALSE(wall.maker.explanation());
    CHECK(press(wall.maker, f1));
    REQUIRE(wall.maker.explanation());
    CHECK(wall.maker.explanation()->of.figure == "longest-wait");
    CHECK(press(wall.maker, tab));
    CHECK(wall.maker.explanation()->of.figure == "waiting");
    CHECK(press(wall.maker, escape));
    CHECK_FALSE(wall.maker.explanation());
    CHECK_FALSE(press(wall.maker, escape));
    CHECK(ends_wall(escape));
    CHECK_FALSE(ends_wall(tab));
}

TEST_CASE("a card holds its page for a minute, and closing it gives the wall back",
          "[unit][wallboard][explain]")
{
    Watched wall;
    const Page page = wall.maker.choice().page;
    wall.pressed(f1);
    CHECK(wall.after(59s).page == page);
    CHECK(wall.maker.explanation());
    wall.pressed(tab);
    wall.after(118s);
    CHECK(wall.maker.explanation());
    wall.after(120s);
    CHECK_FALSE(wall.maker.explanation());
    wall.pressed(f1);
    CHECK_FALSE(wall.pressed(f1).picked);
    wall.pressed('2');
    wall.pressed(f1);
    CHECK(wall.pressed(escape).page == Page::returns);
}

TEST_CASE("another page closes the card", "[unit][wallboard][explain]")
{
    Watched wall;
    wall.pressed(f1);
    wall.pressed('7');
    CHECK_FALSE(wall.maker.explanation());
}

TEST_CASE("V shows plots as tables, and as pictures again", "[unit][wallboard][plots]")
{
    Watched wall;
    CHECK_FALSE(wall.maker.choice().tables);
    CHECK(wall.pressed('V').tables);
    CHECK(wall.pressed('7').tables);
    CHECK_FALSE(wall.pressed('V').tables);
}
