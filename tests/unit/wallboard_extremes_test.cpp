// Are the extremes legible on every page? 200 queues, 40 offices, 2 000 open messages, names of 60
// characters, counts of seven digits: nothing is cut or over something else, no type is smaller,
// and what does not fit comes in pages that leave out nothing.

#include <algorithm>
#include <functional>
#include <set>

#include "tests/unit/wallboard_crowd.hpp"
#include "tests/unit/wallboard_headless.hpp"
#include "tests/unit/wallboard_vocabulary.hpp"
#include "wallboard/model/words.hpp"

using namespace wallboard;
using namespace wallboard::test;

namespace {

constexpr Size screens[] = {{1280, 720}, {1920, 1080}, {3840, 2160}, {720, 1280}};
constexpr ThemeName themes[] = {ThemeName::dark, ThemeName::light};
constexpr std::size_t turns_max = 60;

/// The day was checked and 2 000 messages are open: as many as a board may list, told one by one.
void leave_open(Snapshot& snapshot, std::uint32_t open)
{
    for (Location& location : snapshot.locations) {
        Day day = checked(location.id, Verdict::violations);
        day.due = day.open = open;
        for (std::size_t i = 0; i < 1'000; ++i)
            day.open_messages.push_back({.received_at = at("09:12:00") - 20 * 24h,
                                         .state = "HEARD",
                                         .late_arrival = i % 2 == 0,
                                         .overdue = i % 3 == 0,
                                         .attempted = i % 5 == 0});
        snapshot.days.push_back(std::move(day));
        location.unreturned = location.overdue = open;
    }
}

struct Extreme {
    const char* what;
    std::function<Snapshot()> board;
};

/// Every source is heard, so that nothing is unknown because of one.
Snapshot all_heard(Snapshot snapshot)
{
    for (Source& one : snapshot.sources) one.state = SourceState::fresh;
    return snapshot;
}

const Extreme extremes[] = {
    {"200 queues in 40 offices", [] { return crowded("16:31:42", 40, 200); }},
    {"200 queues in 40 offices, all heard", [] { return all_heard(crowded("16:31:42", 40, 200)); }},
    {"200 queues in one office", [] { return crowded("10:00:00", 1, 200); }},
    {"the collector's clock is in doubt",
     [] {
         Snapshot snapshot = crowded("16:31:42", 40, 200);
         snapshot.health = Health::clock_doubt;
         return snapshot;
     }},
    {"40 offices, all with a missed promise",
     [] {
         Snapshot snapshot = crowded("16:31:42", 40, 1);
         for (Location& location : snapshot.locations) location.promises_missed = 7'654'321;
         return snapshot;
     }},
    {"40 offices without a promise missed",
     [] {
         Snapshot snapshot = crowded("16:59:59", 40, 1);
         for (Location& location : snapshot.locations) location.promises_missed = 0;
         return snapshot;
     }},
    {"40 offices with brief names",
     [] {
         Snapshot snapshot = crowded("14:00:00", 40, 40);
         for (std::size_t i = 0; i < snapshot.locations.size(); ++i)
             snapshot.locations[i].short_name = "Überl. " + std::to_string(i);
         return snapshot;
     }},
    {"2 000 open messages in each of 40 offices",
     [] {
         Snapshot snapshot = crowded("17:01:00", 40, 200);
         leave_open(snapshot, 2'000);
         return snapshot;
     }},
    {"everything is closed",
     [] {
         Snapshot snapshot = crowded("17:01:00", 40, 200);
         leave_open(snapshot, 7'654'321);
         for (Location& location : snapshot.locations) location.hours = Hours::closed;
         return snapshot;
     }},
};

struct NamedPage {
    const char* name;
    std::function<PageView(Wall&, Micros age, std::size_t turn)> make;
};

const NamedPage pages[] = {
    {"live", [](Wall& wall, Micros age, std::size_t) { return PageView{wall.live(age)}; }},
    {"returns",
     [](Wall& wall, Micros age, std::size_t turn) { return PageView{wall.returns(age, turn)}; }},
    {"end of day",
     [](Wall& wall, Micros age, std::size_t) { return PageView{wall.end_of_day("l0", age)}; }},
    {"departures",
     [](Wall& wall, Micros age, std::size_t turn) { return PageView{wall.departures(age, turn)}; }},
    {"greetings",
     [](Wall& wall, Micros age, std::size_t turn) { return PageView{wall.greetings(age, turn)}; }},
    {"team",
     [](Wall& wall, Micros age, std::size_t turn) { return PageView{wall.team(age, turn)}; }},
    {"trends",
     [](Wall& wall, Micros age, std::size_t turn) { return PageView{wall.trends(age, turn)}; }},
    {"health",
     [](Wall& wall, Micros age, std::size_t turn) { return PageView{wall.health(age, turn)}; }},
};

/// Texts smaller than a label's capitals.
std::vector<std::string> small(const std::vector<DrawnText>& texts)
{
    std::vector<std::string> all;
    for (const DrawnText& one : texts)
        if (one.box.h < label_cap_u) all.push_back(one.text);
    return all;
}

/// Texts with an ellipsis in which something else than a name is cut: no word of ours is too long.
/// A name begins with one of these, and what is said about it comes before it.
std::vector<std::string> cut_words(const std::vector<DrawnText>& texts)
{
    static const std::string ellipsis = "\u2026";
    std::vector<std::string> all;
    for (const DrawnText& one : texts) {
        if (!one.text.ends_with(ellipsis)) continue;
        const std::size_t name = one.text.find("Über");
        if (name == std::string::npos || (name > 0 && one.text.substr(name - 2, 2) != ": "))
            all.push_back(one.text);
    }
    return all;
}

std::set<std::string> names_of(const Table& table)
{
    std::set<std::string> names;
    for (const TableRow& row : table.rows) names.insert(row.name.full);
    return names;
}

/// What the rows, their head and their last line need, less what there is.
float too_high(const Table& table)
{
    const std::size_t rows =
        table.rows.size() + (table.has_head ? 1 : 0) + (table.more.empty() ? 0 : 1);
    return static_cast<float>(rows) * table.pitch + 2 * hairline_row_pad - table.box.h;
}

/// All names that a table shows in turn, and that each of its pages fits.
std::set<std::string> shown_in_turns(const std::function<Table(std::size_t turn)>& table)
{
    std::set<std::string> names;
    for (std::size_t turn = 0; turn < turns_max; ++turn) {
        const Table page = table(turn);
        if (page.box.empty()) return names;
        CHECK(too_high(page) <= 1.0f);
        names.merge(names_of(page));
    }
    return names;
}

}  // namespace

TEST_CASE("the extremes are legible on every page, screen and theme", "[unit][wallboard][extremes]")
{
    for (const Size size : screens)
        for (const ThemeName theme : themes) {
            Headless screen{size, 4.2f, theme};
            for (const Extreme& extreme : extremes)
                for (const NamedPage& page : pages) {
                    Wall wall{extreme.board(), screen.layout()};
                    for (const Micros age : {Micros{0}, Micros{200s}})
                        for (const std::size_t turn : {0u, 3u}) {
                            INFO(page.name << " at " << size.w << "x" << size.h << ": "
                                           << extreme.what << ", turn " << turn);
                            const auto texts = screen.draw(page.make(wall, age, turn));
                            CHECK(texts.size() > 5);
                            CHECK(faults(texts, screen.slack()) == std::vector<std::string>{});
                            CHECK(small(texts) == std::vector<std::string>{});
                            CHECK(cut_words(texts) == std::vector<std::string>{});
                        }
                }
        }
}

TEST_CASE("tables of forty offices leave out none in their turns", "[unit][wallboard][extremes]")
{
    const Snapshot snapshot = crowded("16:31:42", 40, 200);
    for (const Size size : screens) {
        INFO(size.w << "x" << size.h);
        const Scale scale{{4.2f, 55}, size.w, size.h};
        Wall wall{snapshot, layout_for(scale.width_u(), scale.height_u())};
        const auto age = Micros{0};
        CHECK(shown_in_turns([&](std::size_t turn) {
                  return wall.returns(age, turn).table;
              }).size() == 40);
        CHECK(shown_in_turns([&](std::size_t turn) {
                  return wall.greetings(age, turn).table;
              }).size() == 40);
        CHECK(shown_in_turns([&](std::size_t turn) { return wall.team(age, turn).table; }).size() ==
              40);
        CHECK(shown_in_turns([&](std::size_t turn) {
                  return wall.health(age, turn).table;
              }).size() == 30);
    }
}

TEST_CASE("of two hundred queues those are shown that need somebody, and the rest are counted",
          "[unit][wallboard][extremes]")
{
    Snapshot snapshot = all_heard(crowded("10:00:00", 2, 200));
    for (Queue& queue : snapshot.queues) queue.waiting = 0;
    for (const std::size_t late : {3u, 120u, 199u}) {
        caller_waits(snapshot.queues[late], "09:30:00");
        snapshot.queues[late].data_known = true;
    }
    for (const Size size : screens) {
        INFO(size.w << "x" << size.h);
        const Scale scale{{4.2f, 55}, size.w, size.h};
        Wall wall{snapshot, layout_for(scale.width_u(), scale.height_u())};
        const Table table = wall.live().queues;
        CHECK(too_high(table) <= 1.0f);
        const auto names = names_of(table);
        for (const std::size_t late : {3u, 120u, 199u}) CHECK(names.contains(long_name(late)));
        CHECK(table.more == std::to_string(200 - names.size()) + " more, none waiting");
    }
}

TEST_CASE("two thousand open messages are told one by one as far as there is room, then counted",
          "[unit][wallboard][extremes]")
{
    Snapshot snapshot = crowded("17:01:00", 3, 1);
    leave_open(snapshot, 2'000);
    for (const Size size : screens) {
        INFO(size.w << "x" << size.h);
        const Scale scale{{4.2f, 55}, size.w, size.h};
        Wall wall{snapshot, layout_for(scale.width_u(), scale.height_u())};
        const EndOfDayView view = wall.end_of_day("l0");
        CHECK(view.number == count_text(2'000));
        REQUIRE(view.lines.size() > 1);
        CHECK(view.lines.back().subject ==
              short_count_text(2'000 - (view.lines.size() - 1)) + " more");
    }
}

TEST_CASE("a text that is too small or cut is noticed", "[unit][wallboard][extremes][canary]")
{
    const Box tile{0, 0, 500, 200};
    CHECK(small({{"tiny", {0, 0, 100, label_cap_u - 1}, tile}}).size() == 1);
    CHECK(small({{"label", {0, 0, 100, 1.3f * label_cap_u}, tile}}).empty());
    CHECK(cut_words({{"Überlingen Work\u2026", {0, 0, 100, 40}, tile}}).empty());
    CHECK(cut_words({{"work against\u2026", {0, 0, 100, 40}, tile}}).size() == 1);
    Table table;
    table.box = {0, 0, 500, 200};
    table.rows.resize(3);
    CHECK(too_high(table) > 1.0f);
}
