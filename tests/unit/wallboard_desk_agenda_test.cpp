// Is the right question asked next, soon enough, and never too often?

#include <catch2/catch.hpp>

#include "wallboard/feed/desk_agenda.hpp"

using namespace wallboard;
using namespace std::chrono_literals;

namespace {

using Kind = Question::Kind;

/// An agenda with a clock that is set by hand, on a board of two locations.
struct Asking {
    DeskAgenda agenda;
    DeskWish wish{.page = Page::returns,
                  .location = "north",
                  .locations = {"north", "harbor"},
                  .revision = 1};
    DeskAgenda::Time now{1h};

    Asking& after(std::chrono::milliseconds span)
    {
        now += span;
        return *this;
    }
    std::optional<Question> next()
    {
        agenda.look_at(wish);
        return agenda.next(now);
    }
    /// Answers all that is asked now, and says what it was.
    std::string answer_all(bool refused = false)
    {
        std::string names;
        while (const auto question = next()) {
            names += (names.empty() ? "" : ", ") + name_of(*question);
            agenda.answered(*question, now, refused);
            if (names.size() > 500) break;  // It would go on for ever.
        }
        return names;
    }
    Asking& on(Page page)
    {
        wish.page = page;
        return *this;
    }
    Asking& changed()
    {
        ++wish.revision;
        return *this;
    }
};

}  // namespace

TEST_CASE("nothing is asked before the board is there", "[unit][desk]")
{
    Asking asking;
    asking.wish.locations.clear();
    CHECK_FALSE(asking.next());
    CHECK_FALSE(DeskAgenda{}.next(DeskAgenda::Time{1h}));
}

TEST_CASE("messages come first, then what the page shows, then who works where", "[unit][desk]")
{
    const auto asked = [](Page page) { return Asking{}.on(page).answer_all(); };
    const std::string staff = ", staff north, staff harbor";
    for (const Page page : {Page::live, Page::returns, Page::trends, Page::health})
        CHECK(asked(page) == "messages" + staff);
    CHECK(asked(Page::end_of_day) == "messages, day north" + staff);
    CHECK(asked(Page::departures) == "messages, departures" + staff);
    CHECK(asked(Page::greetings) == "messages, standards north" + staff);
    CHECK(asked(Page::team) == "messages, standards north, operators north" + staff);

    Asking nowhere;
    nowhere.wish.location.clear();
    CHECK(nowhere.on(Page::end_of_day).answer_all() == "messages" + staff);
}

TEST_CASE("a question is asked again until it is answered", "[unit][desk]")
{
    Asking asking;
    CHECK(asking.next() == Question{.kind = Kind::messages, .location = {}});
    CHECK(asking.next() == Question{.kind = Kind::messages, .location = {}});
}

TEST_CASE("after a change of the board rows are asked for again, a second apart at least",
          "[unit][desk]")
{
    Asking asking;
    asking.on(Page::end_of_day).answer_all();
    CHECK(asking.answer_all().empty());
    CHECK(asking.changed().after(999ms).answer_all().empty());
    CHECK(asking.after(1ms).answer_all() == "messages, day north");
    CHECK(asking.changed().answer_all().empty());
    CHECK(asking.after(1s).answer_all() == "messages, day north");
}

TEST_CASE("without a change rows are asked for every half minute, and people every five",
          "[unit][desk]")
{
    Asking asking;
    asking.answer_all();
    CHECK(asking.after(29'999ms).answer_all().empty());
    CHECK(asking.after(1ms).answer_all() == "messages");
    asking.after(5min - 30s - 1ms).answer_all();
    CHECK(asking.after(1ms).answer_all() == "staff north, staff harbor");
}

TEST_CASE("another page or location is asked for at once", "[unit][desk]")
{
    Asking asking;
    asking.answer_all();
    CHECK(asking.on(Page::end_of_day).answer_all() == "day north");
    asking.wish.location = "harbor";
    CHECK(asking.answer_all() == "day harbor");
    asking.wish.location = "north";
    CHECK(asking.answer_all().empty());
}

TEST_CASE("a refused question is asked again after a minute, whatever the board says",
          "[unit][desk]")
{
    Asking asking;
    asking.wish.locations = {"north"};
    asking.on(Page::end_of_day).answer_all(true);
    CHECK(asking.changed().after(59'999ms).answer_all().empty());
    CHECK(asking.after(1ms).answer_all(true) == "messages, day north, staff north");
}

TEST_CASE("after an order everything but people is asked for again at once", "[unit][desk]")
{
    Asking asking;
    asking.on(Page::end_of_day).answer_all();
    asking.agenda.stir();
    CHECK(asking.answer_all() == "messages, day north");
    CHECK(asking.answer_all().empty());
}

TEST_CASE("an answer that was on its way when an order was recorded is asked for again",
          "[unit][desk]")
{
    Asking asking;
    asking.answer_all();
    const auto question = asking.changed().after(1s).next();
    REQUIRE(question);
    asking.agenda.stir();
    asking.agenda.answered(*question, asking.now, false);
    CHECK(asking.answer_all() == "messages");
    CHECK(asking.answer_all().empty());
}

TEST_CASE("an answer that was on its way when the board changed is asked for again", "[unit][desk]")
{
    Asking asking;
    asking.answer_all();
    const auto question = asking.changed().after(1s).next();
    REQUIRE(question);
    asking.changed();
    asking.agenda.look_at(asking.wish);
    asking.agenda.answered(*question, asking.now, false);
    CHECK(asking.after(1s).answer_all() == "messages");
}

TEST_CASE("the rest of a long list is asked for before anything else", "[unit][desk]")
{
    Asking asking;
    auto question = asking.next().value();
    asking.agenda.answered(question, asking.now, false, 1'000);
    question = asking.next().value();
    CHECK(question == Question{.kind = Kind::messages, .location = {}, .offset = 1'000});
    asking.agenda.answered(question, asking.now, false, 2'000);
    CHECK(asking.next()->offset == 2'000);
    asking.agenda.answered(*asking.next(), asking.now, false, 0);
    CHECK(asking.answer_all() == "staff north, staff harbor");
    CHECK(asking.changed().after(1s).next()->offset == 0);
}

TEST_CASE("messages that were closed in the last hour of the board are asked for too",
          "[unit][desk]")
{
    Asking asking;
    asking.wish.now = Instant{100h};
    auto question = asking.next().value();
    CHECK(question.closed_since == Instant{99h});
    // All parts of one list are of one hour.
    asking.agenda.answered(question, asking.now, false, 1'000);
    asking.wish.now += 10s;
    CHECK(asking.next()->closed_since == Instant{99h});
    asking.agenda.answered(*asking.next(), asking.now, false, 0);
    asking.answer_all();
    CHECK(asking.after(30s).next()->closed_since == Instant{99h + 10s});
}

TEST_CASE("no more than ten thousand messages are asked for", "[unit][desk]")
{
    Asking asking;
    asking.agenda.answered(asking.next().value(), asking.now, false, desk_messages_max);
    CHECK(asking.answer_all() == "staff north, staff harbor");
}
