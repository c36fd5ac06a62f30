// Do the rows that are made one by one, as facts touch them, come to the same as making all of them
// from the whole state? And is a location's check looked at whenever there is something to say?
// Random histories of two locations, a few weeks each, with restarts.

#include <catch2/catch.hpp>

#include "daemon/board/board_book.hpp"
#include "daemon/board/live_rows.hpp"
#include "tests/support/collector.hpp"
#include "tests/support/seeded_random.hpp"

using namespace callwatch;
using namespace std::chrono_literals;
using test::Collector;
using test::SeededRandom;

namespace {

/// What walls show, by kind and id, without revisions.
using Shown = std::map<std::pair<int, std::string>, std::string>;

Shown shown(const std::vector<v1::BoardRow>& rows)
{
    Shown all;
    for (auto row : rows) {
        row.set_revision(0);
        all[{row.content_case(), row.id()}] = row.DebugString();
    }
    return all;
}

Shown shown(const BoardBook& book)
{
    const auto snapshot = book.snapshot({});
    return shown(std::vector<v1::BoardRow>{snapshot.rows().begin(), snapshot.rows().end()});
}

/// A collector to which something happens, and a board that is kept up to date beside it.
class History {
public:
    explicit History(std::uint64_t seed) : random_{seed}
    {
        world_.at("07:30:00").has_key("sue", Role::supervisor).beat();
        start();
    }

    void go_on()
    {
        happen();
        for (; noted_ < world_.facts().size(); ++noted_) rows_->note(world_.facts()[noted_]);
        book_.update(rows_->take(view(), uptime_), world_.now());
    }

    /// Sources' own rows and "as of" are allowed to be late; then nothing is.
    void catch_up()
    {
        uptime_ += LiveRows::sources_every;
        book_.update(rows_->take(view(), uptime_), world_.now());
    }

    Shown kept() const { return shown(book_); }
    Shown from_scratch() const { return shown(make_rows(view())); }
    /// What a judge that looks at everything would say now: nothing, if none was left out.
    Facts left_unsaid() const
    {
        Facts unsaid;
        DayJudge{}.judge(world_.engine().known(world_.now()), true, unsaid);
        ReturnJudge{}.judge(world_.engine().known(world_.now()), true, unsaid);
        return unsaid;
    }
    Collector& world() { return world_; }

private:
    BoardView view() const { return {world_.engine(), world_.now(), health_}; }

    void start()
    {
        rows_.emplace(world_.engine());
        noted_ = world_.facts().size();
    }

    std::string number() { return "555" + std::to_string(random_.below(6)); }
    std::string box()
    {
        static const std::vector<std::string> boxes{"101", "102", "103", "199", "201", "299"};
        return boxes[random_.below(boxes.size())];
    }
    std::string phone()
    {
        static const std::vector<std::string> phones{"101", "102", "103", "201"};
        return phones[random_.below(phones.size())];
    }
    std::string queue() { return random_.below(2) == 0 ? "main" : "east"; }
    std::string new_name() { return "n" + std::to_string(++names_); }
    /// One of the last messages.
    std::string a_message()
    {
        return messages_[messages_.size() - 1 -
                         random_.below(std::min<std::size_t>(messages_.size(), 8))];
    }

    void happen()
    {
        const auto what = random_.below(26);
        if (what < 6) return pass_time();
        if (what < 12) return happen_to_messages(what);
        if (what < 18) return happen_in_queues(what);
        if (what < 20) return call_out();
        if (what >= 24) return happen_to_alarms();
        happen_to_sources(what);
    }

    void pass_time()
    {
        static const std::vector<Micros> spans{1us, 700ms, 13s, 60s, 17min, 2h, 9h};
        world_.after(spans[random_.below(spans.size())]);
        world_.tick();
        if (random_.below(4) != 0) world_.beat();
    }

    void happen_to_messages(std::uint64_t what)
    {
        if (what < 8 || messages_.empty()) {
            messages_.push_back(new_name());
            const auto caller = random_.below(5) == 0 ? test::withheld() : test::from(number());
            world_.message(messages_.back(), caller, box());
            listed_.push_back(false);
            return;
        }
        if (what == 8) {
            if (!listed_.back()) world_.listed(messages_.back());
            listed_.back() = true;
            return;
        }
        if (what == 11) {
            world_.reaches_greeting(new_name(), box());
            return;
        }
        const auto name = a_message();
        if (what == 9)
            world_.heard(name, phone());
        else
            world_.deleted(name);
    }

    void happen_in_queues(std::uint64_t what)
    {
        if (what == 12 || (what == 13 && calls_.empty())) {
            calls_.emplace_back(new_name(), queue());
            world_.joins(calls_.back().first, calls_.back().second);
        } else if (what == 13) {
            world_.leaves(calls_.back().first, DequeueCause::answered, calls_.back().second);
            calls_.pop_back();
        } else if (what == 14) {
            world_.says(AgentLoggedOn{test::phone(phone()), {test::queue(queue())}});
        } else if (what == 15) {
            world_.says(AgentNotReady{test::phone(phone()), test::queue(queue()), "break"});
        } else if (what == 16) {
            world_.says(AgentReady{test::phone(phone()), {}});
        } else {
            world_.says(AgentLoggedOff{test::phone(phone()), {}});
        }
    }

    void call_out()
    {
        if (random_.below(2) == 0)
            world_.calls_back(phone(), number(), random_.below(2) == 0 ? 30s : 2s);
        else
            world_.rings_out(phone(), number(), 20s);
    }

    void happen_to_alarms()
    {
        const auto alarm = "queue/pbx1/" + queue();
        if (random_.below(3) == 0)
            world_.unshelves("sue", alarm);
        else if (random_.below(2) == 0)
            world_.acknowledges("sue", alarm);
        else
            world_.asks("sue", ActOnAlarm{alarm, AlarmAct::shelve, world_.now() + 1h});
    }

    void happen_to_sources(std::uint64_t what)
    {
        auto& state = health_.at({"pbx1"}).state;
        if (what == 20) {
            world_.loses(1 + random_.below(3));
        } else if (what == 21 && state == v1::SourceRow::FRESH) {
            world_.source_silent();
            state = v1::SourceRow::SILENT;
        } else if (what == 21) {
            world_.source_speaks();
            state = v1::SourceRow::FRESH;
        } else if (what == 22) {
            world_.lists();
        } else if (random_.below(8) == 0) {
            world_.restart();
            start();
            world_.tick();
        }
    }

    SeededRandom random_;
    Collector world_;
    std::map<SourceId, SourceHealth> health_{{{"pbx1"}, {v1::SourceRow::FRESH, {}}}};
    std::optional<LiveRows> rows_;
    BoardBook book_;
    std::size_t noted_ = 0;
    std::chrono::microseconds uptime_{};
    std::vector<std::string> messages_;
    std::vector<bool> listed_;
    std::vector<std::pair<std::string, std::string>> calls_;
    int names_ = 0;
};

/// "As of" follows watermarks, and is allowed to be late; so are half hours, and everything about
/// sources.
Shown without_sources(const Shown& all)
{
    Shown rest;
    for (const auto& [key, text] : all) {
        if (key.first == v1::BoardRow::kSource || key.first == v1::BoardRow::kTrend) continue;
        auto kept = text;
        if (const auto at = kept.find("  data_as_of_us:"); at != std::string::npos)
            kept.erase(at, kept.find('\n', at) + 1 - at);
        rest[key] = kept;
    }
    return rest;
}

/// The first row that is not the same, both ways; empty: none.
std::string difference(const Shown& kept, const Shown& made)
{
    for (const auto* one : {&kept, &made})
        for (const auto& [key, text] : *one) {
            const auto have = kept.find(key);
            const auto want = made.find(key);
            const auto kept_text = have == kept.end() ? "nothing" : have->second;
            const auto made_text = want == made.end() ? "nothing" : want->second;
            if (kept_text != made_text)
                return key.second + "\nkept:\n" + kept_text + "from the whole state:\n" + made_text;
        }
    return {};
}

constexpr int histories = 30;
constexpr int steps = 250;

}  // namespace

TEST_CASE("rows made as they are touched are those made from the whole state", "[property][board]")
{
    const auto seed = test::seed_of_this_run(20261126);
    for (int nth = 0; nth < histories; ++nth) {
        INFO("CALLWATCH_SEED=" << seed << ", history " << nth);
        History history{seed + static_cast<std::uint64_t>(nth)};
        for (int step = 0; step < steps; ++step) {
            INFO("step " << step);
            history.go_on();
            REQUIRE(difference(without_sources(history.kept()),
                               without_sources(history.from_scratch())) == "");
            if (step % 5 != 0) continue;
            history.catch_up();
            REQUIRE(difference(history.kept(), history.from_scratch()) == "");
        }
    }
}

TEST_CASE("nothing is left unsaid by looking only where something happened", "[property][day]")
{
    const auto seed = test::seed_of_this_run(20261127);
    for (int nth = 0; nth < histories; ++nth) {
        INFO("CALLWATCH_SEED=" << seed << ", history " << nth);
        History history{seed + static_cast<std::uint64_t>(nth)};
        for (int step = 0; step < steps; ++step) {
            INFO("step " << step);
            history.go_on();
            history.world().tick();  // What was decided last is applied now.
            REQUIRE(history.left_unsaid().empty());
        }
    }
}

TEST_CASE("totals of a location are those of counting its messages", "[property][board]")
{
    const auto seed = test::seed_of_this_run(20261128);
    for (int nth = 0; nth < histories; ++nth) {
        INFO("CALLWATCH_SEED=" << seed << ", history " << nth);
        History history{seed + static_cast<std::uint64_t>(nth)};
        for (int step = 0; step < steps; ++step) {
            history.go_on();
            std::map<LocationId, MessageTotals> counted;
            for (const auto& [id, message] : history.world().board().messages().all())
                counted[message.left.location].add(message);
            for (const auto* location : {"eastside", "northside"})
                REQUIRE(history.world().board().messages().totals({location}) ==
                        counted[{location}]);
        }
    }
}

TEST_CASE("a row that an event touched does not wait for those that follow the clock",
          "[property][board]")
{
    Collector world;
    world.at("08:00:00").beat();
    LiveRows rows{world.engine()};
    const std::map<SourceId, SourceHealth> health;
    const auto take = [&](Micros uptime) {
        return rows.take({world.engine(), world.now(), health}, uptime);
    };
    const auto has = [](const std::vector<v1::BoardRow>& made, v1::BoardRow::ContentCase kind) {
        return std::any_of(made.begin(), made.end(),
                           [&](const auto& row) { return row.content_case() == kind; });
    };
    std::size_t noted = world.facts().size();
    const auto joins = [&](const std::string& caller) {
        world.joins(caller, "main");
        for (; noted < world.facts().size(); ++noted) rows.note(world.facts()[noted]);
    };
    joins("first");
    CHECK(has(take(0s), v1::BoardRow::kSource));

    rows.rest_until(10s);
    world.after(3s);
    joins("second");
    CHECK_FALSE(rows.is_round_due(world.now(), 9s));
    CHECK(rows.is_due(world.now(), 9s));
    const auto touched = take(9s);
    CHECK(has(touched, v1::BoardRow::kQueue));
    CHECK_FALSE(has(touched, v1::BoardRow::kSource));
    CHECK_FALSE(rows.is_due(world.now(), 9s));

    CHECK(rows.is_round_due(world.now(), 10s));
    const auto round = take(10s);
    CHECK(has(round, v1::BoardRow::kSource));
    CHECK(has(round, v1::BoardRow::kLocation));
}
