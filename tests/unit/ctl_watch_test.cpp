// Does `watch` show what is wrong, say when its figures are old, and fit the terminal?

#include <catch2/catch.hpp>

#include <sstream>

#include "daemon/ctl/board_json.hpp"
#include "daemon/ctl/command_line.hpp"
#include "daemon/ctl/text.hpp"
#include "daemon/ctl/watch_view.hpp"
#include "daemon/model/exit_code.hpp"
#include "tests/unit/ctl_fake_daemon.hpp"
#include "tests/unit/ctl_rows.hpp"

using namespace callwatch::test;
using namespace std::chrono_literals;
using callwatch::ctl::BoardMirror;
using callwatch::ctl::Look;
using callwatch::ctl::WatchView;
using Catch::Matchers::Contains;
namespace v1 = callwatch::v1;

namespace {

constexpr std::int64_t now_us = 1'795'215'483'000'000;  // 16:58:03 CST.

v1::BoardSnapshot board_of_friday()
{
    v1::BoardSnapshot board;
    board.set_revision(7);
    board.set_now_us(now_us);
    const auto status = status_of_friday();
    for (const auto& location : status.locations()) {
        auto& row = *board.add_rows();
        row.set_id(location.location_id());
        *row.mutable_location() = location;
    }
    for (const auto& source : status.sources()) {
        auto& row = *board.add_rows();
        row.set_id(source.source_id());
        *row.mutable_source() = source;
    }
    auto& queue = *board.add_rows();
    queue.set_id("pbx1/main");
    *queue.mutable_queue() = proto<v1::QueueRow>(R"(queue_id: "pbx1/main" name: "Main line"
        location_id: "northside" waiting: 2 oldest_joined_at_us: 1795215279000000 offered: 40
        answered: 37 abandoned: 1 red_wait_s: 180 data_known: true)");
    auto& day = *board.add_rows();
    day.set_id("northside/2026-11-19");
    *day.mutable_day() = proto<v1::DayRow>(R"(location_id: "northside"
        business_date: "2026-11-19" verdict: VERDICT_CLEAR monitored: true revision: 1 due: 9
        returned: 7 attempted: 2 settled_at_us: 1795129209000000)");
    return board;
}

v1::BoardMessage heartbeat()
{
    v1::BoardMessage message;
    auto& beat = *message.mutable_heartbeat();
    beat.set_revision(7);
    beat.set_now_us(now_us);
    beat.set_health(v1::BoardHeartbeat::OK);
    beat.set_rate_milli(1'000);
    return message;
}

struct Friday {
    Friday()
    {
        mirror.take(board_of_friday());
        mirror.take(heartbeat());
    }
    std::string text(std::chrono::milliseconds age) const
    {
        return callwatch::ctl::watch_text({.mirror = mirror, .age = age, .look = {}});
    }
    v1::LocationRow& northside() { return *board.mutable_rows(0)->mutable_location(); }
    std::string changed()
    {
        mirror.take(board);
        return text(400ms);
    }

    BoardMirror mirror;
    v1::BoardSnapshot board = board_of_friday();
};

/// A line of the terminal without its colours.
std::string plain(const std::string& line)
{
    std::string text;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] != '\x1b') {
            text += line[i];
            continue;
        }
        i = line.find('m', i);
    }
    return text;
}

}  // namespace

TEST_CASE("queues, coverage, returns, the day and the sources are all there", "[unit][ctl]")
{
    const std::string text = Friday{}.text(400ms);
    CHECK_THAT(text, Contains("2026-11-20 16:58:03 CST") && Contains("0.4 s old") &&
                         Contains("1 of 2 sources heard"));
    CHECK_THAT(text, Contains("Main line") && Contains("over 3:24"));
    CHECK_THAT(text, Contains("1, 1 on a call, 1 phone on"));
    CHECK_THAT(text, Contains("? not known, a source is silent"));
    CHECK_THAT(text, Contains("CLEAR, 2 attempted") && Contains("settled 2026-11-19"));
    CHECK_THAT(text, Contains("? SILENT"));
    CHECK_THAT(text, !Contains("NOT CURRENT") && !Contains("\x1b"));
}

TEST_CASE("three seconds without a word and nothing is called current", "[unit][ctl]")
{
    const Friday friday;
    CHECK_THAT(friday.text(3'000ms), !Contains("NO DATA"));
    const std::string text = friday.text(3'001ms);
    CHECK_THAT(text, Contains("? NO DATA for 0:03") && Contains("from 2026-11-20 16:58:03 CST"));
    CHECK_THAT(text, Contains("LIVE: queues (NOT CURRENT)") && Contains("SOURCES (NOT CURRENT)"));
    CHECK_THAT(friday.text(60s), Contains("over 3:24"));  // Durations stop.
}

TEST_CASE("before anything was heard nothing is shown but that", "[unit][ctl]")
{
    const BoardMirror nothing;
    const auto text =
        callwatch::ctl::watch_text({.mirror = nothing, .age = std::nullopt, .look = {}});
    CHECK_THAT(text, Contains("NO DATA: nothing has been heard"));
    CHECK_THAT(text, !Contains("LIVE"));
}

TEST_CASE("nobody at the telephones is a word, then an alarm; a phone that is on is neither",
          "[unit][ctl]")
{
    Friday friday;
    auto& northside = friday.northside();
    northside.set_operators_on_call(0);
    northside.set_operators_weak(2);
    CHECK_THAT(friday.changed(), Contains("2 phones on"));
    northside.set_operators_staffed(0);
    northside.set_no_operator_since_us(now_us - 59'000'000);
    CHECK_THAT(friday.changed(), Contains("nobody, 0:59"));
    northside.set_no_operator_since_us(now_us - 60'000'000);
    CHECK_THAT(friday.changed(), Contains("NO OPERATOR for 1:00"));
    northside.add_unseen()->set_from_us(now_us - 30'000'000);
    CHECK_THAT(friday.changed(), Contains("? not known since 16:57:33"));
}

TEST_CASE("every page fits the terminal, and every row is on one of them", "[unit][ctl]")
{
    Friday friday;
    for (int i = 0; i < 60; ++i) {
        auto& row = *friday.board.add_rows();
        row.set_id("q" + std::to_string(i));
        row.mutable_queue()->set_name("queue <" + std::to_string(i) + ">");
        row.mutable_queue()->set_data_known(true);
    }
    friday.mirror.take(friday.board);
    for (const std::size_t height : {8u, 24u, 50u}) {
        const WatchView view{.mirror = friday.mirror, .age = 400ms, .look = {true, 80}};
        std::string all;
        const std::size_t pages = callwatch::ctl::watch_page(view, 0, height).pages;
        CHECK(pages > 1);
        for (std::size_t page = 0; page < pages; ++page) {
            const auto shown = callwatch::ctl::watch_page(view, page, height);
            CHECK(shown.lines.size() == height);
            CHECK_THAT(plain(shown.lines.back()), Contains("q quit"));
            for (const auto& line : shown.lines) all += plain(line) + "\n";
        }
        for (int i = 0; i < 60; ++i) CHECK_THAT(all, Contains("queue <" + std::to_string(i) + ">"));
        CHECK_THAT(all, Contains("(continued)"));
    }
    CHECK(callwatch::ctl::watch_page({friday.mirror, 400ms, {}}, 99, 200).page == 0);
}

TEST_CASE("colours are only on a terminal, and words say the same", "[unit][ctl]")
{
    const Friday friday;
    const auto shown =
        callwatch::ctl::watch_page({friday.mirror, 400ms, {.colour = true, .width = 80}}, 0, 60);
    std::string all;
    for (const auto& line : shown.lines) all += line + "\n";
    CHECK_THAT(all, Contains("\x1b[1;31mover 3:24\x1b[0m"));
}

TEST_CASE("a changed row is one JSON object, a removed one has no content", "[unit][ctl]")
{
    auto row = board_of_friday().rows(4);
    const auto json = callwatch::ctl::board_row_json(row);
    CHECK(json["kind"] == "queue");
    CHECK(json["row"]["waiting"] == 2);
    row.set_removed(true);
    CHECK(callwatch::ctl::board_row_json(row)["row"].is_null());
}

namespace {

/// A collector of which only the board is there.
class FakeBoard {
public:
    FakeBoard()
        : daemon_{[](const v1::Request& request) {
              v1::Reply reply;
              reply.set_id(request.id());
              *reply.mutable_snapshot() = board_of_friday();
              return answer_with(reply);
          }}
    {
        socket_.set(zmq::sockopt::linger, 0);
        socket_.bind("ipc://" + daemon_.directory() + "/board");
        thread_ = std::thread{[this] {
            while (!stop_) {
                socket_.send(zmq::buffer(std::string{"board"}), zmq::send_flags::sndmore);
                socket_.send(zmq::buffer(heartbeat().SerializeAsString()), zmq::send_flags::none);
                std::this_thread::sleep_for(20ms);
            }
        }};
    }
    ~FakeBoard()
    {
        stop_ = true;
        thread_.join();
    }
    const std::string& directory() const { return daemon_.directory(); }

private:
    FakeDaemon daemon_;
    zmq::context_t context_;
    zmq::socket_t socket_{context_, zmq::socket_type::pub};
    std::atomic<bool> stop_{false};
    std::thread thread_;
};

struct Ended {
    int exit_code;
    std::string out;
    std::string err;
};

Ended callwatchctl(std::vector<std::string> arguments)
{
    std::ostringstream out;
    std::ostringstream err;
    const int exit_code = callwatch::ctl::run(std::move(arguments), {out, err, {}});
    return {exit_code, out.str(), err.str()};
}

}  // namespace

TEST_CASE("once, or without a terminal, it writes one frame as plain text", "[unit][ctl]")
{
    const FakeBoard board;
    for (const auto& extra : {std::vector<std::string>{"--once"}, std::vector<std::string>{}}) {
        std::vector<std::string> words{"watch", "--ipc", board.directory()};
        words.insert(words.end(), extra.begin(), extra.end());
        const auto ended = callwatchctl(words);
        CHECK(ended.exit_code == 0);
        CHECK_THAT(ended.out, Contains("Main line") && Contains("END OF DAY"));
        CHECK(ended.err.empty());
    }
    const auto json = callwatchctl({"watch", "--once", "--json", "--ipc", board.directory()});
    CHECK(json.exit_code == 0);
    CHECK(std::count(json.out.begin(), json.out.end(), '\n') == 6);
    CHECK_THAT(json.out, Contains(R"("kind":"location","id":"northside")"));
}

TEST_CASE("without a collector it ends with a sentence and no picture", "[unit][ctl]")
{
    const auto ended =
        callwatchctl({"watch", "--once", "--timeout", "0.2", "--ipc", "/nonexistent/callwatch"});
    CHECK(ended.exit_code == callwatch::exit_network);
    CHECK(ended.out.empty());
    CHECK_THAT(ended.err, Contains("nothing of the board within 0.2 s"));
}
