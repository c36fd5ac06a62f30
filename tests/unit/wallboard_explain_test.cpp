// Does a card say what the page says, and how it came to be? Expected values are reckoned by hand
// from the counts, or are those of the view models.

#include <catch2/catch.hpp>

#include "tests/unit/wallboard_vocabulary.hpp"
#include "wallboard/model/explain/explainable.hpp"
#include "wallboard/model/explain/make_explanation.hpp"

using namespace wallboard;
using namespace wallboard::test;
using Terms = std::vector<ExplainTerm>;

namespace {

Layout wide() { return {Shape::wide, 1920, 1080}; }

struct Explained {
    Snapshot snapshot = board("14:07:42");

    ExplainCard card(const std::string& figure, const std::string& subject = {}) const
    {
        return make_explanation({figure, subject}, snapshot, moment());
    }
    Moment moment() const { return moment_of(snapshot, Micros{400'000}); }
    Queue& north() { return snapshot.queues[0]; }
    Queue& harbor() { return snapshot.queues[1]; }
    Location& north_office() { return snapshot.locations[0]; }
    Location& harbor_office() { return snapshot.locations[1]; }
};

/// The counts of the example in the visual system's picture.
void busy(Queue& queue)
{
    queue.offered = 95;
    queue.answered = 84;
    queue.abandoned = 11;
    queue.answered_in_threshold = 58;
    queue.abandoned_in_threshold = 2;
    queue.short_abandoned = 1;
}

std::string value_of(const std::vector<ExplainRow>& rows, const std::string& name)
{
    for (const ExplainRow& row : rows)
        if (row.name == name) return row.value;
    return "no such row";
}

}  // namespace

TEST_CASE("a service level is told as its sum, by its variant", "[unit][explain]")
{
    Explained at_work;
    busy(at_work.north());
    const ExplainCard card = at_work.card("service-level", "q-north");
    CHECK(card.title == "Service level SL4, 20 s");
    CHECK(card.as_of == "Northside, as of 14:07:42");
    CHECK(card.figure == "62.4");
    CHECK(card.unit == "%");
    CHECK(card.sentence ==
          "Of the calls that could count, the share that a person answered within 20 seconds. A "
          "caller who gave up within that time counts neither way.");
    CHECK(card.sum == Terms{{"", "58", "answered within 20 s"},
                            {"/", "84", "answered"},
                            {"+", "11", "abandoned"},
                            {"\u2212", "2", "abandoned within 20 s"},
                            {"=", "62.4 %", "58 of 93"}});
    CHECK(card.source == "from pbx-north, fresh, no open gap");
}

TEST_CASE("the same calls are told by the other definitions", "[unit][explain]")
{
    Explained at_work;
    busy(at_work.north());
    const auto variants = at_work.card("service-level", "q-north").variants;
    CHECK(variants ==
          std::vector<ExplainRow>{{"SL1, early abandons are good", "63.2 %", false},
                                  {"SL2, answered calls only", "69.0 %", false},
                                  {"SL3, every abandon hurts", "61.1 %", false},
                                  {"SL4, early abandons neutral", "62.4 %, shown", true}});
    at_work.north().service_level_variant = "SL6";
    const auto sixth = at_work.card("service-level", "q-north").variants;
    CHECK(sixth.size() == 4);
    CHECK(sixth.back() == ExplainRow{"SL6, short calls neutral", "61.7 %, shown", true});
}

TEST_CASE("the card of queues that are measured differently has no common service level",
          "[unit][explain]")
{
    Explained at_work;
    busy(at_work.north());
    at_work.harbor().service_level_variant = "SL2";
    const ExplainCard card = at_work.card("service-level");
    CHECK(card.title == "Service level");
    CHECK(card.figure == "\u2013");
    CHECK(card.unit.empty());
    CHECK(card.sum.empty());
    CHECK(card.variants.empty());
}

TEST_CASE("a variant that is not known is not guessed", "[unit][explain]")
{
    Explained at_work;
    busy(at_work.north());
    at_work.north().service_level_variant = "SL9";
    CHECK(at_work.card("service-level", "q-north").figure == "?");
}

TEST_CASE("nothing offered is a dash, not known a question mark", "[unit][explain]")
{
    Explained at_work;
    CHECK(at_work.card("answered-share", "q-north").figure == "\u2013");
    CHECK(at_work.card("longest-wait", "q-north").figure == "\u2013");
    busy(at_work.north());
    at_work.snapshot.sources[0].state = SourceState::silent;
    const ExplainCard silent = at_work.card("answered-share", "q-north");
    CHECK(silent.figure == "?");
    CHECK(silent.sum.front().value == "?");
    CHECK(silent.source == "from pbx-north, silent, no open gap");
    CHECK(at_work.card("answered-share", "no-such-queue").figure == "\u2013");
}

TEST_CASE("all together are told without those that are not known", "[unit][explain]")
{
    Explained at_work;
    busy(at_work.north());
    at_work.harbor().waiting = 4;
    at_work.north().waiting = 2;
    const ExplainCard both = at_work.card("waiting");
    CHECK(both.figure == "6");
    CHECK(both.as_of == "all 2 queues, as of 14:07:42");
    CHECK(both.sum == Terms{{"", "4", "Harbor line"}, {"+", "2", "Northside"}, {"=", "6", ""}});
    at_work.snapshot.sources[1].state = SourceState::silent;
    const ExplainCard one = at_work.card("waiting");
    CHECK(one.figure == "2");
    CHECK(one.as_of == "1 of 2 queues, as of 14:07:42");
    CHECK(one.source == "from 2 sources, 1 not heard");
}

TEST_CASE("a wait is the time since the caller joined, and its limits are told", "[unit][explain]")
{
    Explained at_work;
    caller_waits(at_work.north(), "14:05:00");
    caller_waits(at_work.harbor(), "14:04:18");
    const ExplainCard card = at_work.card("longest-wait");
    CHECK(card.figure == "3:24");
    CHECK(card.as_of == "Harbor line, of 2 queues, as of 14:07:42");
    CHECK(card.sum == Terms{{"", "14:07:42", "now"},
                            {"\u2212", "14:04:18", "the first one joined"},
                            {"=", "3:24", ""}});
    CHECK(value_of(card.limits, "amber from") == "60 s");
    CHECK(value_of(card.limits, "red from") == "180 s");
    CHECK(value_of(card.limits, "set in") == "organisation.toml, amber_wait_s");
    CHECK(value_of(card.limits, "else in") == "policy.toml, queue_amber_wait_s");
    at_work.north().red_wait_s = at_work.harbor().red_wait_s = 0;
    CHECK(value_of(at_work.card("longest-wait").limits, "red from") == "none set, so not judged");
    at_work.north().amber_wait_s = 30;
    CHECK(value_of(at_work.card("longest-wait").limits, "amber from") == "not the same for all");
}

TEST_CASE("an office without an operator is told since when", "[unit][explain]")
{
    Explained at_work;
    at_work.harbor_office().operators_staffed = at_work.harbor_office().operators_on_call = 0;
    at_work.harbor_office().no_operator_since = at("14:03:10");
    const ExplainCard card = at_work.card("coverage", "harbor");
    CHECK(card.figure == "4:32");
    CHECK(value_of(card.limits, "red from") == "60 s");
    CHECK(at_work.card("coverage", "north").figure == "\u2013");
    at_work.harbor_office().no_operator_since = not_said;
    CHECK(at_work.card("coverage", "harbor").figure == "?");
    CHECK(at_work.card("operators").figure == "2");
    at_work.harbor_office().hours = Hours::closed;
    CHECK(at_work.card("coverage", "harbor").figure == "\u2013");
}

TEST_CASE("a card has the figure of its page", "[unit][explain]")
{
    Explained at_work;
    busy(at_work.north());
    caller_waits(at_work.north(), "14:04:18", 3);
    owes(at_work.north_office(), 12, 2);
    owes(at_work.harbor_office(), 5);
    at_work.north_office().staff_away = 2;
    at_work.snapshot.trends = {half_hours("north", 13)};
    const Moment moment = at_work.moment();
    const Alarms alarms = next_alarms({}, at_work.snapshot, moment);
    const LiveView live = make_live(at_work.snapshot, moment, alarms, {}, wide());
    const ReturnsView returns = make_returns(at_work.snapshot, moment, alarms, {}, wide());
    const TeamView team = make_team(at_work.snapshot, moment, alarms, {}, wide());
    const TrendsView trends = make_trends(at_work.snapshot, moment, alarms, {}, wide());

    CHECK(at_work.card("longest-wait").figure == live.waiting.figures[0].figure);
    CHECK(at_work.card("operators").figure == live.answering.figures[0].figure);
    const auto& row = live.queues.rows[0].cells;
    CHECK(at_work.card("answered-share", "q-north").figure == row[2].text);
    CHECK(at_work.card("abandoned", "q-north").figure == row[3].text);
    CHECK(at_work.card("service-level", "q-north").figure == row[4].text);
    CHECK(at_work.card("offered").figure == live.day.figures[0].figure);
    CHECK(at_work.card("service-level").figure == live.day.figures[3].figure);
    CHECK(at_work.card("unreturned").figure == live.unreturned.open.figure);
    CHECK(at_work.card("overdue").figure == returns.overdue.figures[0].figure);
    CHECK(at_work.card("due-today").figure == returns.due.figures[0].figure + " of 35");
    CHECK(at_work.card("time-to-close").figure == returns.close.figures[0].figure);
    CHECK(at_work.card("operators-free").figure == team.free.figures[0].figure);
    CHECK(at_work.card("away").figure == team.away.figures[0].figure);
    CHECK(at_work.card("trend-service-level").figure + " now" == trends.service.tile.figure);
    CHECK(at_work.card("data-age").figure == "0.4 s");
}

TEST_CASE("a verdict is told in the word of the page, with what is open", "[unit][explain]")
{
    Explained at_work;
    at_work.snapshot.as_of = at("17:10:00");
    for (Location& location : at_work.snapshot.locations) location.hours = Hours::closed;
    Day day = checked("north", Verdict::violations);
    day.due = 15;
    day.returned = 10;
    day.open = 5;
    day.attempted = 1;
    at_work.snapshot.days = {day, checked("harbor", Verdict::unknown)};
    at_work.snapshot.days[1].reasons = {{.code = "source_silent", .text = "a source is silent"}};
    const ExplainCard card = at_work.card("day-verdict", "north");
    CHECK(card.figure == "VIOLATIONS");
    CHECK(card.sum == Terms{{"", "5", "still open"},
                            {"\u2212", "1", "tried, nobody reached"},
                            {"=", "4", "to be counted"}});
    CHECK(at_work.card("day-returned", "north").figure == "10 of 15");
    CHECK(at_work.card("day-verdict", "harbor").figure == "UNKNOWN");
    CHECK(at_work.card("day-verdict", "harbor").source == "a source is silent");
    CHECK(at_work.card("day-signature", "north").figure == "\u2013");
}

TEST_CASE("greetings never round to all while one is missing", "[unit][explain]")
{
    Explained at_work;
    Greetings& greetings = at_work.north_office().greetings;
    greetings.asked = 3'000;
    greetings.faults = 1;
    CHECK(at_work.card("greetings-conform", "north").figure == "99.9");
    greetings.faults = 0;
    CHECK(at_work.card("greetings-conform", "north").figure == "100");
    greetings.faults = 4'000;  // More than there are: never below nothing.
    CHECK(at_work.card("greetings-conform", "north").figure == "0.0");
}

TEST_CASE("an id that is not in the file is said to be none", "[unit][explain]")
{
    const ExplainCard card = Explained{}.card("no-such-figure");
    CHECK(card.title == "no such figure");
    CHECK(card.figure == "?");
}

TEST_CASE("Tab walks from the first figure of a page to the last, and begins again",
          "[unit][explain]")
{
    const Snapshot snapshot = board("10:00:00");
    const auto figures = explainable(Page::live, snapshot);
    CHECK(figures.front() == FigureRef{"longest-wait", ""});
    CHECK(figures.back() == FigureRef{"data-age", ""});
    FigureRef at = figures.front();
    for (std::size_t i = 1; i < figures.size(); ++i) {
        at = next_figure(figures, at);
        CHECK(at == figures[i]);
    }
    CHECK(next_figure(figures, at) == figures.front());
    CHECK(next_figure(figures, {"overdue", "north"}) == figures.front());
    Snapshot crowd = snapshot;
    crowd.queues.resize(1'000, crowd.queues.front());
    CHECK(explainable(Page::live, crowd).size() == explainable_max);
}
