// Do tables for people line up, fit the terminal, and keep strangers' bytes from steering it?
// Figures, marks and colours of callwatchctl as well.

#include <catch2/catch.hpp>

#include <cstdlib>

#include "daemon/ctl/figures.hpp"
#include "daemon/ctl/look.hpp"
#include "daemon/ctl/table.hpp"
#include "daemon/ctl/text.hpp"

using namespace callwatch::ctl;

namespace {

Table people()
{
    Table table{{{"NAME", Column::Kind::name}, {"OPEN", Column::Kind::figure}, {"STATE"}}};
    table.add({{"Zoë Ångström"}, {"3"}, {"OVERDUE", Tone::red}});
    table.add({{"Jo"}, {"1 204"}, {""}});
    return table;
}

}  // namespace

TEST_CASE("accents take one column and figures stand under each other", "[unit][ctl]")
{
    CHECK(people().draw({}) ==
          "NAME           OPEN  STATE\n"
          "Zoë Ångström      3  OVERDUE\n"
          "Jo            1 204\n");
}

TEST_CASE("a narrow terminal cuts names with an ellipsis and never a figure", "[unit][ctl]")
{
    CHECK(people().draw({.colour = false, .width = 25}) ==
          "NAME        OPEN  STATE\n"
          "Zoë Ångs…      3  OVERDUE\n"
          "Jo         1 204\n");
}

TEST_CASE("a long id is cut before any name is", "[unit][ctl]")
{
    Table table{{{"NAME", Column::Kind::name}, {"MESSAGE", Column::Kind::reference}}};
    table.add({{"Zoë Ångström"}, {"pbx1/106@default"}});
    CHECK(table.draw({.colour = false, .width = 24}) ==
          "NAME          MESSAGE\n"
          "Zoë Ångström  pbx1/106@…\n");
    CHECK(table.draw({.colour = false, .width = 20}) ==
          "NAME        MESSAGE\n"
          "Zoë Ångst…  pbx1/10…\n");
}

TEST_CASE("below eight columns a name is not cut any more", "[unit][ctl]")
{
    CHECK(people().draw({.colour = false, .width = 5}) ==
          "NAME       OPEN  STATE\n"
          "Zoë Ång…      3  OVERDUE\n"
          "Jo        1 204\n");
}

TEST_CASE("a column in which nobody has anything to say is left out", "[unit][ctl]")
{
    Table table{{{"A"}, {"FLAGS"}, {"B"}}};
    table.add({{"1"}, {""}, {"2"}});
    CHECK(table.draw({}) == "A  B\n1  2\n");
}

TEST_CASE("colour is put around the words, which stay the same", "[unit][ctl]")
{
    const std::string coloured = people().draw({.colour = true, .width = 0});
    CHECK_THAT(coloured, Catch::Matchers::Contains("\x1b[1;31mOVERDUE\x1b[0m"));
    CHECK(paint("late", Tone::amber, {}) == "late");
}

TEST_CASE("nothing that is no terminal gets colours or is cut", "[unit][ctl]")
{
    std::FILE* file = std::tmpfile();
    const Look look = look_of(fileno(file));
    std::fclose(file);
    CHECK_FALSE(look.colour);
    CHECK(look.width == 0);
}

TEST_CASE("control characters, direction marks and broken UTF-8 never reach the terminal",
          "[unit][ctl]")
{
    CHECK(clean("a\x1b[2Jb\nc") == "a�[2Jb�c");
    CHECK(clean("\xC2\x9B"
                "31m") == "�31m");
    CHECK(clean("\xE2\x80\xAEtxt") == "�txt");
    CHECK(clean("\xFF\xC3") == "��");
    CHECK(clean("\xC0\x80") == "��");
    CHECK(clean("Łódź 日本 \xF0\x9F\x93\x9E") == "Łódź 日本 \xF0\x9F\x93\x9E");
}

TEST_CASE("a cell cannot start a line, nor an escape sequence", "[unit][ctl]")
{
    Table table{{{"NAME", Column::Kind::name}}};
    table.add({{"Ana\x1b[31m\nCLEAR"}});
    CHECK(table.draw({}) == "NAME\nAna�[31m�CLEAR\n");
}

TEST_CASE("width counts what is seen", "[unit][ctl]")
{
    CHECK(display_width("Łódź") == 4);
    CHECK(display_width("e\xCC\x81") == 1);
    CHECK(display_width("日本") == 4);
    CHECK(cut("日本語", 4) == "日…");
    CHECK(cut("abc", 3) == "abc");
    CHECK(cut("abcd", 1) == "…");
    CHECK(cut("abcd", 0).empty());
}

TEST_CASE("durations are whole seconds, and hours appear when there are some", "[unit][ctl]")
{
    CHECK(duration(0) == "0:00");
    CHECK(duration(204'999) == "3:24");
    CHECK(duration(3'599'999) == "59:59");
    CHECK(duration(3'600'000) == "1:00:00");
    CHECK(duration(183'723'000) == "51:02:03");
    CHECK(duration(-5) == "0:00");
}

TEST_CASE("nothing offered is a dash, and only all of them is 100 %", "[unit][ctl]")
{
    CHECK(percent(percentage(0, 0)) == "–");
    CHECK(percent(percentage(0, 7)) == "0.0 %");
    CHECK(percent(percentage(9'999, 10'000)) == "99.9 %");
    CHECK(percent(percentage(7, 7)) == "100.0 %");
    CHECK(percent(percentage(860, 1'040)) == "82.6 %");
}

TEST_CASE("a zero that nobody can vouch for is not shown", "[unit][ctl]")
{
    CHECK(last_known("7") == "7?");
    CHECK(last_known("0") == "?");
    CHECK(last_known("–") == "?");
}

TEST_CASE("thousands are kept apart", "[unit][ctl]")
{
    CHECK(count(0) == "0");
    CHECK(count(999) == "999");
    CHECK(count(48'112) == "48 112");
    CHECK(count(1'234'567) == "1 234 567");
}
