// Is every mistake in the configuration and on the command line said where it is, with what is
// allowed?

#include <catch2/catch.hpp>

#include "tests/unit/wallboard_vocabulary.hpp"
#include "wallboard/app/command_line.hpp"
#include "wallboard/app/errors.hpp"
#include "wallboard/app/exit_code.hpp"
#include "wallboard/app/monitors.hpp"
#include "wallboard/app/settings.hpp"

using namespace wallboard;
using namespace wallboard::test;

namespace {

std::string complaint(const std::string& text)
{
    try {
        read_settings(text, "wallboard.toml");
    } catch (const SettingsError& error) {
        return error.what();
    }
    return "nothing";
}

CommandLine parsed(std::vector<const char*> words)
{
    words.insert(words.begin(), "callwatch-wallboard");
    return parse_command_line(static_cast<int>(words.size()), words.data());
}

}  // namespace

TEST_CASE("the configuration that is shipped says what the program does without one",
          "[unit][wallboard]")
{
    const Settings shipped = load_settings(CALLWATCH_CONFIG_DIR "/wallboard.toml");
    const Settings none = read_settings("", "empty");
    CHECK(shipped.viewing.distance_m == none.viewing.distance_m);
    CHECK(shipped.viewing.diagonal_inch == none.viewing.diagonal_inch);
    CHECK(shipped.monitor == none.monitor);
    CHECK(shipped.pages.pages == none.pages.pages);
    CHECK(shipped.pages.rotation == none.pages.rotation);
    CHECK(shipped.sound.on == none.sound.on);
    CHECK(shipped.sound.when == none.sound.when);
    CHECK(shipped.feed.board == none.feed.board);
    CHECK(shipped.feed.requests == none.feed.requests);
}

TEST_CASE("each mistake is named with file, line, key, value and what is allowed",
          "[unit][wallboard]")
{
    CHECK(complaint("[screen]\ndistance_m = -3") ==
          "wallboard.toml:2: distance_m = -3: must be a number 0.3..30");
    CHECK(complaint("[screen]\ntheme = \"green\"") ==
          "wallboard.toml:2: theme = 'green': must be \"dark\" or \"light\"");
    CHECK(complaint("[pages]\npages = [\"live\", \"seats\"]").find("wallboard.toml:2: pages") == 0);
    CHECK(complaint("[pages]\nrotation_s = 1") ==
          "wallboard.toml:2: rotation_s = 1: must be a number 5..600");
    CHECK(complaint("[sound]\non = 1") == "wallboard.toml:2: on = 1: must be true or false");
    CHECK(complaint("[sound]\nwhen = \"nights\"") ==
          "wallboard.toml:2: when = 'nights': must be \"open_hours\" or \"always\"");
    CHECK(complaint("[feed]\nboard = \"7703\"").find("must be \"tcp://HOST:PORT\"") !=
          std::string::npos);
    CHECK(complaint("[screen]\ndistanse_m = 4") ==
          "wallboard.toml:2: screen.distanse_m = 4: no such key; config/README.md lists them");
    CHECK(complaint("[screen").find("wallboard.toml:1: ") == 0);
}

TEST_CASE("sound is on in open hours, until the file says otherwise", "[unit][wallboard][sound]")
{
    CHECK(read_settings("", "empty").sound.on);
    CHECK(read_settings("", "empty").sound.when == SoundWhen::open_hours);
    const Settings other = read_settings("[sound]\non = false\nwhen = \"always\"", "other");
    CHECK_FALSE(other.sound.on);
    CHECK(other.sound.when == SoundWhen::always);
}

TEST_CASE("all mistakes are said at once", "[unit][wallboard]")
{
    const std::string all =
        complaint("[screen]\ndistance_m = \"far\"\ndiagonal_inch = 0\n[feed]\nboard = 1");
    CHECK(std::count(all.begin(), all.end(), '\n') == 2);
}

TEST_CASE("a bad command line ends with 2 and help with 0", "[unit][wallboard]")
{
    CHECK(parsed({"--page", "calls"}).exit_code == exit_usage);
    CHECK(parsed({"--size", "1920"}).exit_code == exit_usage);
    CHECK(parsed({"--now", "yesterday"}).exit_code == exit_usage);
    CHECK(parsed({"--mode", "shelf"}).exit_code == exit_usage);
    CHECK(parsed({"--help"}).exit_code == exit_ok);
    CHECK(parsed({"--help"}).done);
    CHECK_FALSE(parsed({"--windowed", "1280x720"}).done);
}

TEST_CASE("an instant is read with its offset, and nothing else is", "[unit][wallboard]")
{
    CHECK(parse_instant("2026-11-24T20:07:42Z") == at("14:07:42"));
    CHECK(parse_instant("2026-11-24T14:07:42-06:00") == at("14:07:42"));
    for (const char* bad :
         {"", "2026-11-24", "2026-02-30T00:00:00Z", "2026-11-24T24:00:00Z", "2026-11-24T20:07:42",
          "2026-11-24T20:07:42Zz", "2026-11-24T20:07:42+6"})
        CHECK_FALSE(parse_instant(bad));
}

TEST_CASE("the monitor is found by number or name, and a missing one is the first",
          "[unit][wallboard]")
{
    const std::vector<std::string> names{"eDP-1", "HDMI-1", "DP-2"};
    CHECK(choose_monitor(names, "2") == 1);
    CHECK(choose_monitor(names, "HDMI") == 1);
    CHECK(choose_monitor(names, "9") == 0);
    CHECK(choose_monitor(names, "0") == 0);
    CHECK(choose_monitor(names, "VGA") == 0);
    CHECK(choose_monitor(names, "") == 0);
}

TEST_CASE("the command line explains figures that there are", "[unit][settings][explain]")
{
    CHECK(parse_figure("coverage") == FigureRef{"coverage", ""});
    CHECK(parse_figure("service-level:pbx1/main:2") == FigureRef{"service-level", "pbx1/main:2"});
    CHECK_FALSE(parse_figure("no-such-figure"));
    CHECK_FALSE(parse_figure(""));
    CHECK(parsed({"--explain", "coverage", "--tables"}).explain);
    CHECK(parsed({"--explain", "coverages"}).exit_code == 2);
}
