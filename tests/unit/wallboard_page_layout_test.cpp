// Do the views draw any board at any size without a text over another, or cut by its tile? They run
// here without a window or GPU: ImGui lays out on its own, and its asserts catch an unbalanced
// Begin or Push.

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <imgui.h>
#include <catch2/catch.hpp>

#include "tests/unit/wallboard_vocabulary.hpp"
#include "wallboard/views/wall.hpp"

using namespace wallboard;
using namespace wallboard::test;

namespace {

struct Size {
    int w, h;
};

constexpr float tolerance = 1.5f;  // In u, where a pixel is not larger.

/// An ImGui context without a renderer, for one size and distance.
class Headless {
public:
    Headless(Size size, float distance_m = 4.2f) : scale_{{distance_m, 55}, size.w, size.h}
    {
        ImGui::CreateContext();
        ImGui::GetIO().IniFilename = nullptr;
        ImGui::GetIO().DisplaySize = {static_cast<float>(size.w), static_cast<float>(size.h)};
        fonts_.build(scale_);
    }
    ~Headless() { ImGui::DestroyContext(); }
    Headless(const Headless&) = delete;
    Headless& operator=(const Headless&) = delete;

    /// Widths are those of fonts that were rasterised: half a pixel here or there.
    float slack() const { return std::max(tolerance, 1.0f / scale_.u()); }
    Layout layout() const { return layout_for(scale_.width_u(), scale_.height_u()); }

    std::vector<DrawnText> draw(const PageView& page)
    {
        std::vector<DrawnText> texts;
        ImGui::GetIO().DeltaTime = 1.0f;
        ImGui::NewFrame();
        draw_wall(page, {scale_, fonts_, ThemeName::dark}, &texts);
        ImGui::Render();
        CHECK(ImGui::GetDrawData()->Valid);
        return texts;
    }

private:
    Scale scale_;
    Fonts fonts_;
};

bool overlap(const Box& a, const Box& b, float slack)
{
    return a.x + slack < b.right() && b.x + slack < a.right() && a.y + slack < b.bottom() &&
           b.y + slack < a.bottom();
}

bool inside(const Box& a, const Box& tile, float slack)
{
    return a.x >= tile.x - slack && a.right() <= tile.right() + slack && a.y >= tile.y - slack &&
           a.bottom() <= tile.bottom() + slack;
}

/// One line for each text that is over another or not in its tile; empty is right.
std::vector<std::string> faults(const std::vector<DrawnText>& texts, float slack = tolerance)
{
    std::vector<std::string> all;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (!inside(texts[i].box, texts[i].tile, slack)) all.push_back("cut: " + texts[i].text);
        for (std::size_t k = i + 1; k < texts.size(); ++k)
            if (texts[i].layer == texts[k].layer && overlap(texts[i].box, texts[k].box, slack))
                all.push_back("over each other: " + texts[i].text + " | " + texts[k].text);
    }
    return all;
}

std::string long_name(std::size_t n)
{
    std::string name =
        "Überlingen Workforce and Employers Service Center Wide " + std::to_string(n);
    name.resize(61, 'M');  // 60 characters: "Ü" has two bytes.
    return name;
}

/// One of each kind of trouble, over and over, with names as long as they may be.
std::vector<Source> crowd_of_sources(std::size_t n)
{
    std::vector<Source> all;
    for (std::size_t i = 0; i < n; ++i) {
        Source one = source(long_name(i), SourceState::fresh, {"l0"});
        one.kind = "asterisk";
        one.sequence = 12'345'678'901;
        one.lag_known = true;
        one.lag = std::chrono::hours{30};
        one.lag_by_10s_ms.assign(60, 4'000'000'000u);
        one.fetched_again = 7'654'321;
        one.gaps_healed_today = i % 2 == 0 ? 1'234'567 : 0;
        one.clock_known = true;
        one.clock_skew = std::chrono::hours{-123};
        one.spool_watched = true;
        switch (i % 8) {
            case 1: one.state = SourceState::never_seen; break;
            case 2:
                one.state = SourceState::silent;
                one.silent_since = at("08:00:01") - 48h;
                break;
            case 3: one.upstream_lost_since = at("08:00:01"); break;
            case 4: one.clock_doubt = true; break;
            case 5: one.gaps_open = 20; break;
            case 6: one.trouble = long_name(1) + long_name(2) + long_name(3); break;
            case 7: one.state = SourceState::catching_up; break;
            default: break;
        }
        all.push_back(one);
    }
    return all;
}

/// Days with numbers of seven digits, things that were not seen, and holes.
std::vector<Trend> crowd_of_trends(std::size_t locations)
{
    std::vector<Trend> all;
    for (std::size_t i = 0; i < std::min<std::size_t>(locations, 8); ++i)
        for (const int back : {0, 1, 4, 6, 7}) {
            Trend day = half_hours("l" + std::to_string(i), 18, back);
            for (HalfHour& one : day.half_hours) {
                one.offered = 7'654'321;
                one.answered = 5'432'101;
                one.messages_open = 6'543'210;
                one.longest_wait = std::chrono::seconds{20 * (i + 1)};
            }
            if (i % 4 == 1) day.service_level_variant = "SL3";
            if (i % 2 == 0)
                for (const auto from : {0h, 2h, 5h})
                    day.unseen.push_back({day.first + from, day.first + from + 20min});
            all.push_back(day);
        }
    return all;
}

/// Counts of seven digits, and each state of departures, greetings and scripts.
void crowd_standards(Location& location, std::size_t i)
{
    constexpr std::uint32_t many = 1'234'567;
    const bool few = i % 6 == 5;
    const std::uint32_t n = few ? 1 : many;
    people_left(location, {n, 2 * n, few ? 0 : n, 3, static_cast<std::uint32_t>(i % 4), n});
    Departures& departures = location.departures;
    departures.unanswered = i % 4 == 1 ? n : 0;
    departures.requested = departures.pending - n;
    departures.seen_off = 2 * n;
    departures.confirmed_today = departures.unverified = n;
    departures.reopened = i % 7 == 0 ? departures.red : 0;
    departures.open_messages = many;
    departures.next_promise = at("15:30:00") + 24h * (i % 3);
    departures.red_after_workdays = i < 6 ? static_cast<std::uint32_t>(i == 0 ? 60 : 1) : 3;
    if (i == 6) departures.by_workdays.reset();
    greets(location, 6 * n + 1, n);
    Greetings& greetings = location.greetings;
    greetings.by_kind = {{"GREETING_STALE", n / 2}, {"GREETING_OF_A_LATER_VERSION", n}};
    greetings.not_known = i % 3 == 0 ? n : 0;
    greetings.barred = many;
    greetings.script_version = "2026-11-24";
    constexpr std::array scripts{ScriptState::unknown,  ScriptState::not_asked,
                                 ScriptState::outdated, ScriptState::not_attested,
                                 ScriptState::good,     ScriptState::not_approved};
    greetings.script = scripts.at(i % scripts.size());
    if (i % 5 != 0) return;
    greetings.bad_routes = few ? 1 : many;
    greetings.bad_route_first = {.option = few ? "" : "12345678", .fault = "departed"};
}

/// Operators of each kind, a few or millions; one office without any.
void crowd_staff(Location& location, std::size_t i)
{
    constexpr std::uint32_t many = 1'234'567;
    const auto n = static_cast<std::uint32_t>(i);
    works(location, {.staffed = i == 1 ? 0 : n % 8,
                     .on_call = n % 2,
                     .weak = n % 3,
                     .paused = n % 4,
                     .unreachable = many});
    if (i % 9 == 8) works(location, {4 * many, many, many, many, many});
    location.operators_known = i % 7 != 5;
    location.staff_away = i % 5 == 0 ? 7'654'321 : n;
    location.no_cover = i % 5 == 0 ? many : 0;
}

/// Everything that can be long or wrong at once.
Snapshot crowded(const std::string& time, std::size_t locations, std::size_t queues)
{
    Snapshot snapshot = board(time);
    snapshot.locations.clear();
    snapshot.queues.clear();
    snapshot.days.clear();
    for (std::size_t i = 0; i < locations; ++i) {
        Location location = office("l" + std::to_string(i), long_name(i));
        location.unreturned = i == 0 ? 7'654'321 : 1'234;
        location.due_today = i == 0 ? 6'543'210 : 987;
        location.due_today_all = 7'000'000;
        location.work_needed = std::chrono::seconds{300} * (i % 7) * location.due_today;
        location.at_risk = i % 3 == 0;
        location.overdue = i % 5 == 0 ? 1'234'567 : 0;
        location.overdue_oldest_at = at("15:42:00") - (i == 0 ? 30 * 24h : 24h);
        location.next_deadline = at("17:00:00") + 24h * (i % 9);
        location.promises_missed = i % 4 == 1 ? 1'234'567 : i % 4 == 0 && locations > 1 ? 2 : 0;
        location.main_to_voicemail = 1'234'567;
        crowd_staff(location, i);
        if (i % 2 == 1) location.zone_abbreviation = "AKDT";
        location.no_operator_since = at("08:00:01");
        location.data_known = i != 2;
        crowd_standards(location, i);
        if (i == 3) location.hours = Hours::closed;
        if (i == 4) location.hours = Hours::not_yet_monitored;
        snapshot.locations.push_back(location);
    }
    snapshot.sources = crowd_of_sources(locations == 0 ? 0 : locations == 1 ? 1 : 30);
    snapshot.collector = {.said = true,
                          .position = 123'456'789'012,
                          .chain_head = "9e417c0255a0f3d8",
                          .written_at = at(time),
                          .room_left_bytes = locations == 6 ? 1u : std::uint64_t{61} << 40,
                          .events_accepted = 9'876'543'210,
                          .refused = 1'234'567,
                          .clock_doubt = locations == 40};
    snapshot.trends = crowd_of_trends(locations);
    for (std::size_t i = 0; i < queues; ++i) {
        Queue queue = line("q" + std::to_string(i), long_name(i), "l0");
        if (i % 3 == 0) caller_waits(queue, i == 0 ? "08:00:00" : "16:58:30", 12);
        queue.answered = queue.offered = 123'456;
        queue.abandoned = 6'543;
        queue.waiting_by_minute.assign(30, 7);
        queue.data_known = i != 1;
        snapshot.queues.push_back(queue);
    }
    return snapshot;
}

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
