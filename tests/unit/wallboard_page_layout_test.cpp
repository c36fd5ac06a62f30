// Do the views draw any board at any size without a text over another, or cut by its tile? They run
// here without a window or GPU: ImGui lays out on its own, and its asserts catch an unbalanced
// Begin or Push.

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/unit/wallboard_crowd.hpp"
#include "tests/unit/wallboard_headless.hpp"
#include "tests/unit/wallboard_vocabulary.hpp"

using namespace wallboard;
using namespace wallboard::test;

namespace {

constexpr Size sizes[] = {{1280, 720}, {1920, 1080}, {3840, 2160}, {720, 1280}, {320, 180}};

void check_faultless(Headless& screen, Wall& wall, const std::string& location)
{
    for (const Micros age : {Micros{0}, Micros{200s}}) {
        CHECK(faults(screen.draw(wall.live(age)), screen.slack()) == std::vector<std::string>{});
        CHECK(faults(screen.draw(wall.end_of_day(location, age)), screen.slack()) ==
              std::vector<std::string>{});
        for (const std::size_t turn : {0u, 1u, 6u}) {
            CHECK(faults(screen.draw(wall.returns(age, turn)), screen.slack()) ==
                  std::vector<std::string>{});
            CHECK(faults(screen.draw(wall.health(age, turn)), screen.slack()) ==
                  std::vector<std::string>{});
            CHECK(faults(screen.draw(wall.trends(age, turn)), screen.slack()) ==
                  std::vector<std::string>{});
            CHECK(faults(screen.draw(wall.departures(age, turn)), screen.slack()) ==
                  std::vector<std::string>{});
            CHECK(faults(screen.draw(wall.greetings(age, turn)), screen.slack()) ==
                  std::vector<std::string>{});
            CHECK(faults(screen.draw(wall.team(age, turn)), screen.slack()) ==
                  std::vector<std::string>{});
        }
    }
}

}  // namespace

TEST_CASE("no text is cut or over another at any size, with the longest names", "[unit][wallboard]")
{
    for (const Size size : sizes) {
        Headless screen{size};
        for (const auto& [locations, queues] :
             {std::pair<std::size_t, std::size_t>{0, 0}, {1, 1}, {6, 8}, {40, 60}}) {
            INFO(size.w << "x" << size.h << " with " << locations << " locations");
            Wall wall{crowded("16:59:00", locations, queues), screen.layout()};
            check_faultless(screen, wall, "l0");
        }
    }
}

TEST_CASE("no text is cut or over another on a screen that is too far away", "[unit][wallboard]")
{
    for (const float distance : {5.0f, 5.6f, 6.5f, 8.0f, 10.0f}) {
        INFO(distance << " m");
        Headless screen{{1920, 1080}, distance};
        Wall wall{crowded("16:59:00", 6, 8), screen.layout()};
        check_faultless(screen, wall, "l0");
    }
}

TEST_CASE("before anything was heard no page says none, nobody or 0 of what is not known",
          "[unit][wallboard]")
{
    for (const Size size : sizes) {
        Headless screen{size};
        Wall wall{Snapshot{}, screen.layout()};
        const auto words = [&](const PageView& page) {
            std::vector<std::string> all;
            for (const DrawnText& text : screen.draw(page))
                if (text.text != frame_of(page).title.full) all.push_back(text.text);
            std::sort(all.begin(), all.end());
            return all;
        };
        const auto live = words(wall.live(5s));
        CHECK(std::find(live.begin(), live.end(), "NO DATA") != live.end());
        CHECK(live.size() == 6);  // The band with its mark and age, and a clock that is not known.
        for (const PageView& page : std::vector<PageView>{
                 wall.returns(5s, 0), wall.end_of_day("", 5s), wall.departures(5s, 0),
                 wall.greetings(5s, 0), wall.team(5s, 0), wall.trends(5s, 0), wall.health(5s, 0)})
            CHECK(words(page) == live);
    }
}

TEST_CASE("every verdict fits every screen", "[unit][wallboard]")
{
    for (const Size size : sizes) {
        Headless screen{size};
        for (const Verdict verdict : {Verdict::clear, Verdict::violations, Verdict::unknown}) {
            for (const std::uint32_t open : {0u, 1u, 12u, 123u, 1234u}) {
                INFO(size.w << "x" << size.h << ", " << open << " open");
                Wall wall{crowded("17:01:00", 9, 3), screen.layout()};
                for (Location& location : wall.snapshot.locations) {
                    Day day = checked(location.id, verdict);
                    day.due = 54'321;
                    day.returned = 54'321 - open;
                    day.open = open;
                    day.attempted = verdict == Verdict::clear ? open : 0;
                    day.still_new = open;
                    for (std::uint32_t i = 0; i < std::min(open, 200u); ++i) {
                        OpenMessage message;
                        message.received_at = at("09:12:00") - 20 * 24h;
                        message.state = "HEARD";
                        message.late_arrival = true;
                        day.open_messages.push_back(message);
                    }
                    day.reasons = {{"source_silent", "", long_name(1), at("16:41:07")},
                                   {"gap", long_name(2) + long_name(3), "", not_said}};
                    wall.snapshot.days.push_back(day);
                }
                check_faultless(screen, wall, "l0");
            }
        }
    }
}

TEST_CASE("the plots have room for their words at every time of the day", "[unit][wallboard]")
{
    for (const Size size : sizes) {
        Headless screen{size};
        for (const char* time : {"07:00:00", "08:00:00", "08:04:00", "11:29:00", "13:10:00",
                                 "15:40:00", "16:59:59", "17:00:00", "19:00:00"}) {
            INFO(size.w << "x" << size.h << " at " << time);
            for (const std::size_t locations : {0u, 1u, 2u, 6u}) {
                Wall wall{crowded(time, locations, 3), screen.layout()};
                CHECK(faults(screen.draw(wall.trends()), screen.slack()) ==
                      std::vector<std::string>{});
                wall.snapshot.trends.clear();
                CHECK(faults(screen.draw(wall.trends()), screen.slack()) ==
                      std::vector<std::string>{});
                for (Location& location : wall.snapshot.locations) location.data_known = false;
                CHECK(faults(screen.draw(wall.trends()), screen.slack()) ==
                      std::vector<std::string>{});
            }
        }
    }
}

TEST_CASE("departures and greetings of every size are told in full, without an ellipsis",
          "[unit][wallboard]")
{
    for (const Size size : {Size{1280, 720}, Size{1920, 1080}, Size{3840, 2160}, Size{720, 1280}}) {
        Headless screen{size};
        for (const std::uint32_t n : {0u, 1u, 3u, 12u, 99u, 999u, 9'999u, 99'999u, 7'654'321u}) {
            INFO(size.w << "x" << size.h << ", " << n);
            Wall wall{board("14:00:00"), screen.layout()};
            for (Location& location : wall.snapshot.locations) {
                people_left(location, {n, n, n, n / 2, n / 3, n});
                location.departures.unanswered = location.departures.open_messages = n;
                location.departures.unverified = location.departures.confirmed_today = n;
                location.departures.reopened = location.departures.red / 2;
                location.departures.next_promise = at("15:30:00") + 24h;
                greets(location, 6 * n, n);
                location.greetings.not_known = n;
                location.greetings.script = ScriptState::not_attested;
                location.greetings.bad_routes = n;
                location.greetings.bad_route_first = {.option = "3", .fault = "departed"};
            }
            wall.snapshot.locations.push_back(office("quiet", "Mill Street"));
            wall.snapshot.locations.back().hours = Hours::not_yet_monitored;
            wall.snapshot.locations.push_back(office("silent", "Eastgate"));
            wall.snapshot.locations.back().data_known = false;
            for (const PageView& page : {PageView{wall.departures()}, PageView{wall.greetings()}})
                for (const DrawnText& text : screen.draw(page)) {
                    INFO(text.text);
                    CHECK(text.text.find("\u2026") == std::string::npos);
                }
        }
    }
}

TEST_CASE("a verdict of every size is told in full, without an ellipsis", "[unit][wallboard]")
{
    for (const Size size : {Size{1280, 720}, Size{1920, 1080}, Size{3840, 2160}, Size{720, 1280}}) {
        Headless screen{size};
        for (const std::uint32_t n : {1u, 12u, 999u, 9'999u, 7'654'321u}) {
            INFO(size.w << "x" << size.h << ", " << n);
            Wall wall{board("17:01:00"), screen.layout()};
            Location quiet = office("quiet", "Mill Street");
            quiet.hours = Hours::not_yet_monitored;
            wall.snapshot.locations.push_back(quiet);
            Day day = checked("north", Verdict::clear);
            day.due = n + 7;
            day.returned = 7;
            day.open = day.attempted = n;
            wall.snapshot.days.push_back(day);
            for (const char* location : {"north", "quiet"})
                for (const DrawnText& text : screen.draw(wall.end_of_day(location))) {
                    INFO(text.text);
                    CHECK(text.text.find("\u2026") == std::string::npos);
                }
        }
    }
}

TEST_CASE("a badge leaves room for the word of its figure", "[unit][wallboard][returns]")
{
    for (const Size size : {Size{1280, 720}, Size{1920, 1080}, Size{3840, 2160}, Size{720, 1280}}) {
        Headless screen{size};
        for (const bool is_at_risk : {true, false}) {
            INFO(size.w << "x" << size.h << (is_at_risk ? ", at risk" : ", not known"));
            Wall wall{board("16:31:00"), screen.layout()};
            for (int i = 0; i < 40; ++i)
                wall.snapshot.locations.push_back(office("o" + std::to_string(i), "Harbor"));
            for (Location& location : wall.snapshot.locations) {
                location.unreturned = location.due_today = location.overdue = 3;
                location.due_today_all = 4;
                location.at_risk = is_at_risk;
            }
            Location silent = office("silent", "Eastgate");
            silent.data_known = false;
            wall.snapshot.locations.push_back(silent);
            const auto texts = screen.draw(wall.returns());
            CHECK(std::any_of(texts.begin(), texts.end(), [](const DrawnText& text) {
                return text.text == "due today" || text.text == "due";
            }));
        }
    }
}

TEST_CASE("a team of every size is told in full, without an ellipsis", "[unit][wallboard][team]")
{
    for (const Size size :
         {Size{1280, 720}, Size{1920, 1080}, Size{3840, 2160}, Size{720, 1280}, Size{640, 480}}) {
        Headless screen{size};
        for (const std::uint32_t n : {0u, 1u, 3u, 12u, 99u, 999u, 9'999u, 99'999u, 7'654'321u})
            for (const bool is_calm : {true, false}) {
                INFO(size.w << "x" << size.h << ", " << n << (is_calm ? ", calm" : ""));
                Wall wall{board("14:00:00"), screen.layout()};
                for (Location& location : wall.snapshot.locations) {
                    works(location, {2 * n + 1, is_calm ? n : 2 * n + 1, n, n, n});
                    location.staff_away = location.unreturned = n;
                    location.no_cover = is_calm ? 0 : n;
                }
                Location quiet = office("quiet", "Mill Street");
                quiet.hours = Hours::not_yet_monitored;
                Location closed = office("closed", "Eastgate");
                closed.hours = Hours::closed;
                closed.closes_at = at("17:00:00") - 24h;
                closed.zone_abbreviation = "AKDT";
                wall.snapshot.locations.push_back(quiet);
                wall.snapshot.locations.push_back(closed);
                for (const bool is_known : {true, false}) {
                    wall.snapshot.locations[0].operators_known = is_known;
                    for (const DrawnText& text : screen.draw(wall.team())) {
                        INFO(text.text);
                        CHECK(text.text.find("\u2026") == std::string::npos);
                    }
                }
            }
    }
}

TEST_CASE("a threshold is dotted under its word", "[unit][wallboard]")
{
    Headless screen{{1920, 1080}};
    Wall wall{board("14:07:00"), screen.layout()};
    wall.snapshot.trends = {half_hours("north", 13)};
    TrendsView view = wall.trends();
    view.service.tile.frame.threshold = PlotThreshold{0.6f, "target 80"};
    const auto texts = screen.draw(view);
    CHECK(faults(texts).empty());
    CHECK(std::any_of(texts.begin(), texts.end(),
                      [](const DrawnText& one) { return one.text == "target 80"; }));
}

TEST_CASE("a page with a text that does not fit is noticed", "[unit][wallboard]")
{
    Headless screen{{1280, 720}};
    Wall wall{board("10:00:00"), screen.layout()};
    LiveView live = wall.live();
    REQUIRE(faults(screen.draw(live)).empty());
    live.day.figures[0].label =
        "a label that is as long as the whole of the tile it has to stand in, and more";
    CHECK_FALSE(faults(screen.draw(live)).empty());
}

TEST_CASE("all ten digits are equally wide, so that columns stand in line", "[unit][wallboard]")
{
    Headless screen{{1920, 1080}};
    Fonts fonts;
    fonts.build(Scale{{4.2f, 55}, 1920, 1080});
    if (!fonts.is_roboto()) {
        WARN("Roboto is not installed; skipped");
        return;
    }
    for (const Face face : {Face::medium, Face::bold, Face::condensed_bold}) {
        const ImFont* font = fonts.get(face, Step::one);
        for (ImWchar digit = '0'; digit <= '9'; ++digit)
            CHECK(font->FindGlyph(digit)->AdvanceX == Approx(font->FindGlyph('0')->AdvanceX));
    }
}

TEST_CASE("without Roboto the wall still draws", "[unit][wallboard]")
{
    Headless screen{{1280, 720}};
    Fonts fonts;
    fonts.build(Scale{{4.2f, 55}, 1280, 720}, "/nonexistent");
    CHECK_FALSE(fonts.is_roboto());
    CHECK(fonts.get(Face::bold, Step::three) != nullptr);
}
