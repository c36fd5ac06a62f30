// Whatever order, number of times or epoch a source's messages come in: does the collector hear
// every event once and in order, ask for what is missing when it should, and say what will never
// come? Pure: no socket, time by hand.

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "daemon/wire/source_session.hpp"

using namespace std::chrono_literals;
using callwatch::Refusal;
using callwatch::SourceSession;
using callwatch::SteadyTime;
namespace heard = callwatch::heard;
namespace v1 = callwatch::v1;
using Lines = std::vector<std::string>;

namespace {

/// The pair of them: a source that says what the case wants, and the session that hears it.
class Conversation {
public:
    explicit Conversation(std::uint32_t window = 100) : session_{{"pbx1"}, window} {}

    Conversation& resume(std::uint64_t epoch, std::uint64_t durable)
    {
        session_.resume(epoch, durable);
        return *this;
    }
    Conversation& hello(std::int64_t epoch, std::uint64_t first_kept, std::uint64_t head,
                        std::uint64_t instance = 1)
    {
        v1::Hello hello;
        hello.set_schema_version(version);
        hello.set_source_id("pbx1");
        hello.set_source_epoch_us(epoch);
        hello.set_first_kept(first_kept);
        hello.set_head(head);
        hello.set_instance(instance);
        hello.set_kind("asterisk");
        note(session_.greet(hello, inputs_));
        return *this;
    }
    Conversation& events(std::uint64_t first, std::uint64_t last, std::int64_t epoch = 7)
    {
        v1::EventBatch batch;
        batch.set_schema_version(version);
        batch.set_source_id("pbx1");
        batch.set_source_epoch_us(epoch);
        for (auto sequence = first; sequence <= last; ++sequence)
            batch.add_events()->set_sequence(sequence);
        note(session_.take(batch, inputs_));
        return *this;
    }
    Conversation& heartbeat(std::uint64_t head, std::int64_t clock = 0, std::int64_t epoch = 7)
    {
        v1::Heartbeat heartbeat;
        heartbeat.set_source_id("pbx1");
        heartbeat.set_source_epoch_us(epoch);
        heartbeat.set_head(head);
        heartbeat.set_source_clock_us(clock);
        note(session_.take(heartbeat, inputs_));
        return *this;
    }
    Conversation& batch(const v1::EventBatch& sent)
    {
        auto copy = sent;
        note(session_.take(copy, inputs_));
        return *this;
    }
    Conversation& after(std::chrono::milliseconds passed)
    {
        now_ += passed;
        return *this;
    }

    /// What came out since the last question, a line each.
    Lines heard()
    {
        Lines lines = std::exchange(refusals_, {});
        for (const auto& input : std::exchange(inputs_, {}))
            lines.push_back(std::visit(describe, input));
        return lines;
    }
    /// What is asked for now: "3-5", or "".
    std::string asks()
    {
        const auto request = session_.wanted(now_);
        return request ? fmt::format("{}-{}", request->first(), request->last()) : "";
    }
    SourceSession& session() { return session_; }

    std::uint32_t version = 1;

private:
    struct Describe {
        std::string operator()(const heard::Announced& a) const
        {
            return fmt::format("announced {}: {}-{}", a.epoch, a.first_kept, a.head);
        }
        std::string operator()(const heard::Events& e) const
        {
            for (int i = 1; i < e.events.size(); ++i)
                if (e.events[i].sequence() != e.events[i - 1].sequence() + 1)
                    return "events with a hole";
            return fmt::format("events {}-{}", e.events[0].sequence(),
                               e.events[e.events.size() - 1].sequence());
        }
        std::string operator()(const heard::Heartbeat& h) const
        {
            return fmt::format("heartbeat {} at {}", h.head, h.source_clock_us);
        }
        std::string operator()(const heard::Gap& g) const
        {
            return fmt::format("gap {}: {}-{}", g.epoch, g.first, g.last);
        }
        std::string operator()(const heard::SignOfLife&) const { return "alive"; }
    };
    static constexpr Describe describe{};

    void note(const std::optional<Refusal>& refusal)
    {
        if (refusal)
            refusals_.push_back(fmt::format("refused: {}", callwatch::word(refusal->code)));
    }

    SourceSession session_;
    SteadyTime now_{};
    std::vector<heard::Input> inputs_;
    Lines refusals_;
};

}  // namespace

TEST_CASE("events in order are heard as they come", "[unit][source]")
{
    Conversation source;
    source.hello(7, 1, 0).events(1, 3).events(4, 4).heartbeat(4, 99);
    CHECK(source.heard() ==
          Lines{"announced 7: 1-0", "events 1-3", "events 4-4", "heartbeat 4 at 99"});
    CHECK(source.asks().empty());
}

TEST_CASE("an event that comes twice is heard once", "[unit][source]")
{
    Conversation source;
    source.hello(7, 1, 0).events(1, 3).events(1, 3).events(2, 5);
    CHECK(source.heard() == Lines{"announced 7: 1-0", "events 1-3", "events 4-5"});
    CHECK(source.session().duplicates() == 5);
}

TEST_CASE("a hole in the stream is asked for at once, and what came after it is kept",
          "[unit][source]")
{
    Conversation source;
    source.hello(7, 1, 0).events(1, 2).events(6, 8);
    CHECK(source.heard() == Lines{"announced 7: 1-0", "events 1-2"});
    CHECK(source.asks() == "3-5");
    CHECK(source.events(3, 5).heard() == Lines{"events 3-8"});
    CHECK(source.asks().empty());
}

TEST_CASE("a hole is asked for again with back-off while nothing comes", "[unit][source]")
{
    Conversation source;
    source.hello(7, 1, 0).events(2, 2);
    CHECK(source.asks() == "1-1");
    CHECK(source.after(499ms).asks().empty());
    CHECK(source.after(1ms).asks() == "1-1");
    CHECK(source.after(999ms).asks().empty());
    CHECK(source.after(1ms).asks() == "1-1");
    CHECK(source.after(2'000ms).asks() == "1-1");
    CHECK(source.after(4'000ms).asks() == "1-1");
    CHECK(source.after(3'999ms).asks().empty());
    CHECK(source.after(1ms).asks() == "1-1");
}

TEST_CASE("an answer in several parts is not asked for again as it comes in", "[unit][source]")
{
    Conversation source;
    source.hello(7, 1, 0).events(10, 10);
    CHECK(source.asks() == "1-9");
    source.events(1, 3);
    CHECK(source.asks().empty());
    CHECK(source.after(499ms).asks().empty());
    CHECK(source.after(1ms).asks() == "4-9");
}

TEST_CASE("a second hole is asked for as soon as the first is filled", "[unit][source]")
{
    Conversation source;
    source.hello(7, 1, 0).events(2, 2).events(4, 4);
    CHECK(source.asks() == "1-1");
    source.events(1, 1);
    CHECK(source.heard() == Lines{"announced 7: 1-0", "events 1-2"});
    CHECK(source.asks() == "3-3");
}

TEST_CASE("a loss at the tail, known only from a heartbeat, is asked for after half a second",
          "[unit][source]")
{
    Conversation source;
    source.hello(7, 1, 0).events(1, 2).heartbeat(5, 50);
    CHECK(source.asks().empty());
    CHECK(source.after(499ms).asks().empty());
    CHECK(source.after(1ms).asks() == "3-5");
    source.events(3, 5);
    CHECK(source.heard() ==
          Lines{"announced 7: 1-0", "events 1-2", "events 3-5", "heartbeat 5 at 50"});
}

TEST_CASE("while events keep coming, a heartbeat that overtook them asks for nothing",
          "[unit][source]")
{
    Conversation source;
    source.hello(7, 1, 0).heartbeat(5);
    for (std::uint64_t sequence = 1; sequence <= 5; ++sequence) {
        CHECK(source.asks().empty());
        source.after(400ms).events(sequence, sequence);
    }
    CHECK(source.after(10s).asks().empty());
}

TEST_CASE("a heartbeat is heard only when every event up to its head has been", "[unit][source]")
{
    Conversation source;
    source.hello(7, 1, 0).heartbeat(2, 20).heartbeat(3, 30).heartbeat(9, 90);
    CHECK(source.heard() == Lines{"announced 7: 1-0"});
    CHECK(source.events(1, 3).heard() == Lines{"events 1-3", "heartbeat 3 at 30"});
}

TEST_CASE("heartbeats that are always ahead do not starve the oldest", "[unit][source]")
{
    Conversation source;
    source.hello(7, 1, 0);
    for (std::uint64_t head = 10; head < 60; ++head)
        source.heartbeat(head, static_cast<std::int64_t>(head));
    source.heard();
    CHECK(source.events(1, 10).heard() == Lines{"events 1-10", "heartbeat 10 at 10"});
    CHECK(source.events(11, 59).heard() == Lines{"events 11-59", "heartbeat 59 at 59"});
}

TEST_CASE("what the source no longer keeps is a gap, said once", "[unit][source]")
{
    Conversation source;
    source.resume(7, 3).hello(7, 6, 9);
    CHECK(source.heard() == Lines{"announced 7: 6-9", "gap 7: 4-5"});
    CHECK(source.hello(7, 6, 9).events(6, 9).heard() == Lines{"events 6-9"});
}

TEST_CASE("a gap leaves out what was heard from inside it", "[unit][source]")
{
    Conversation source;
    source.hello(7, 1, 0).events(1, 1).events(4, 5).hello(7, 8, 9);
    CHECK(source.heard() ==
          Lines{"announced 7: 1-0", "events 1-1", "gap 7: 2-3", "events 4-5", "gap 7: 6-7"});
}

TEST_CASE("a new epoch replaces the old one, and what the old one still owed is a gap",
          "[unit][source]")
{
    Conversation source;
    source.hello(7, 1, 4).events(1, 2).hello(9, 1, 0, 2).events(1, 1, 9);
    CHECK(source.heard() ==
          Lines{"announced 7: 1-4", "events 1-2", "gap 7: 3-4", "announced 9: 1-0", "events 1-1"});
    CHECK(source.session().durable() == 0);
}

TEST_CASE("a new epoch that has already lost its beginning says so", "[unit][source]")
{
    Conversation source;
    CHECK(source.hello(7, 4, 6).heard() == Lines{"announced 7: 4-6", "gap 7: 1-3"});
}

TEST_CASE("a smaller epoch is refused in every message", "[unit][source]")
{
    Conversation source;
    source.resume(7, 2).hello(7, 1, 2);
    source.heard();
    source.hello(6, 1, 9, 2).events(3, 3, 6).heartbeat(9, 0, 6);
    CHECK(source.heard() ==
          Lines{"refused: old_epoch", "refused: old_epoch", "refused: old_epoch"});
    CHECK(source.events(3, 3).heard() == Lines{"events 3-3"});
}

TEST_CASE("an older copy of the same spool is refused, a greeting overtaken by events is not",
          "[unit][source]")
{
    Conversation source;
    source.hello(7, 1, 0).events(1, 5).hello(7, 1, 3);
    CHECK(source.heard() == Lines{"announced 7: 1-0", "events 1-5"});
    CHECK(source.hello(7, 1, 3, 2).heard() == Lines{"refused: old_epoch"});
}

TEST_CASE("a restarted source is announced again and goes on where it was", "[unit][source]")
{
    Conversation source;
    source.hello(7, 1, 0, 1).events(1, 2).events(5, 6).heartbeat(6).hello(7, 1, 4, 2).events(3, 4);
    CHECK(source.heard() ==
          Lines{"announced 7: 1-0", "events 1-2", "announced 7: 1-4", "events 3-4"});
    CHECK(source.after(10s).asks().empty());
}

TEST_CASE("nothing counts before the greeting", "[unit][source]")
{
    Conversation source;
    source.resume(7, 2).events(3, 3).heartbeat(9);
    CHECK(source.heard() == Lines{"refused: out_of_order", "refused: out_of_order"});
    CHECK(source.after(10s).asks().empty());
    CHECK(source.hello(7, 1, 3).events(3, 3).heard() == Lines{"announced 7: 1-3", "events 3-3"});
}

TEST_CASE("another schema version is refused, not guessed at", "[unit][source]")
{
    Conversation source;
    source.hello(7, 1, 0);
    source.version = 2;
    source.events(1, 1).hello(8, 1, 0);
    CHECK(source.heard() == Lines{"refused: version", "refused: version", "announced 7: 1-0"});
}

TEST_CASE("a batch that is not what the contract says is refused whole", "[unit][source]")
{
    const auto [last, outcome] = GENERATE(table<std::uint64_t, std::string>(
        {{0, "refused: malformed"}, {257, "refused: oversized"}, {256, "events 1-256"}}));
    Conversation source;
    source.hello(7, 1, 0);
    source.heard();
    source.events(1, last);
    CHECK(source.heard() == Lines{outcome});
}

TEST_CASE("a batch whose sequences do not rise by one is refused whole", "[unit][source]")
{
    v1::EventBatch batch;
    batch.set_schema_version(1);
    batch.set_source_id("pbx1");
    batch.set_source_epoch_us(7);
    for (const auto sequence : {1u, 2u, 4u}) batch.add_events()->set_sequence(sequence);
    Conversation source;
    source.hello(7, 1, 0).batch(batch);
    CHECK(source.heard() == Lines{"refused: malformed", "announced 7: 1-0"});
    CHECK(source.events(1, 1).heard() == Lines{"events 1-1"});
}

TEST_CASE("greetings that cannot be are refused", "[unit][source]")
{
    Conversation source;
    source.hello(0, 1, 0).hello(-1, 1, 0).hello(7, 0, 0).hello(7, 5, 3).hello(7, 1, ~0ull);
    CHECK(source.heard() == Lines(5, "refused: malformed"));
}

TEST_CASE("no more is held beyond a hole than the window, and a request never exceeds it",
          "[unit][source]")
{
    Conversation source{10};
    source.hello(7, 1, 0).events(2, 200);
    CHECK(source.asks() == "1-1");
    source.heard();
    CHECK(source.events(1, 1).heard() == Lines{"events 1-10"});
    CHECK(source.asks().empty());
    CHECK(source.after(500ms).asks() == "11-20");
}

TEST_CASE("a long row of held events comes out in batches", "[unit][source]")
{
    Conversation source{1'000};
    source.hello(7, 1, 0).events(2, 200).events(201, 400).events(401, 600).events(1, 1);
    CHECK(source.heard() ==
          Lines{"announced 7: 1-0", "events 1-256", "events 257-512", "events 513-600"});
}

TEST_CASE("only progress in the current epoch is worth an acknowledgement", "[unit][source]")
{
    Conversation source;
    source.resume(7, 2).hello(7, 1, 2).events(3, 6);
    CHECK_FALSE(source.session().settle(7, 2));
    CHECK(source.session().settle(7, 5));
    CHECK_FALSE(source.session().settle(7, 4));
    CHECK_FALSE(source.session().settle(6, 9));
    CHECK(source.session().durable() == 5);
}
