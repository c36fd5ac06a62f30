// Does the desk's line bring an order to the collector once and only once, whatever happens on the
// way, and does it stop when it is told to? Real sockets, ipc://.

#include <atomic>
#include <csignal>
#include <map>
#include <thread>

#include <pthread.h>
#include <unistd.h>
#include <catch2/catch.hpp>
#include <zmq.hpp>

#include "callwatch/v1/request.pb.h"
#include "tests/support/temporary_directory.hpp"
#include "wallboard/feed/desk_line.hpp"

using namespace wallboard;
using namespace std::chrono_literals;
using Steady = std::chrono::steady_clock;

namespace {

namespace v1 = callwatch::v1;

/// Just enough of a collector: hears requests, and answers when it is told to.
class FakeCollector {
public:
    explicit FakeCollector(const std::string& endpoint)
    {
        requests_.set(zmq::sockopt::linger, 0);
        requests_.bind(endpoint);
    }

    /// Takes what has come; rows are answered at once, commands are kept.
    void hear()
    {
        zmq::message_t who, body;
        while (requests_.recv(who, zmq::recv_flags::dontwait)) {
            REQUIRE(requests_.recv(body, zmq::recv_flags::none));
            v1::Request request;
            REQUIRE(request.ParseFromArray(body.data(), static_cast<int>(body.size())));
            who_ = who.to_string();
            if (request.has_command())
                commands.push_back(request);
            else
                answer_rows(request);
        }
    }
    void record(const v1::Request& command, std::uint64_t position)
    {
        v1::Reply reply;
        reply.set_id(command.id());
        reply.mutable_command_done()->set_position(position);
        send(reply);
    }
    void refuse(const v1::Request& command)
    {
        v1::Reply reply;
        reply.set_id(command.id());
        reply.mutable_refused()->set_code("already_closed");
        reply.mutable_refused()->set_text("m1 is RETURNED");
        send(reply);
    }
    void send(const v1::Reply& reply)
    {
        requests_.send(zmq::buffer(who_), zmq::send_flags::sndmore);
        requests_.send(zmq::buffer(reply.SerializeAsString()), zmq::send_flags::none);
    }

    std::vector<v1::Request> commands;
    std::map<int, int> asked;  ///< By the field number of the question: how often.
    std::uint32_t total = 1;   ///< Of messages.

private:
    void answer_rows(const v1::Request& request)
    {
        ++asked[request.what_case()];
        v1::Reply reply;
        reply.set_id(request.id());
        if (request.has_messages()) {
            reply.mutable_messages()->set_total(total);
            const auto end =
                std::min(total, request.messages().offset() + request.messages().limit());
            for (auto i = request.messages().offset(); i < end; ++i)
                reply.mutable_messages()->add_messages()->set_message("m" + std::to_string(i));
        } else if (request.has_staff()) {
            reply.mutable_staff();
        } else {
            reply.mutable_refused()->set_text("not here");
        }
        send(reply);
    }

    zmq::context_t context_{1};
    zmq::socket_t requests_{context_, zmq::socket_type::router};
    std::string who_;
};

desk::Order claim(std::uint64_t number)
{
    desk::Order order;
    order.number = number;
    order.command_id = "command-" + std::to_string(number);
    order.subject = "m1";
    return order;
}

/// A line to a collector that may not be there yet.
struct Seat {
    callwatch::test::TemporaryDirectory folder;
    std::string endpoint = "ipc://" + (folder.path() / "requests").string();
    std::atomic<int> woken{0};
    std::vector<desk::Outcome> outcomes;
    DeskLine line;

    explicit Seat(SignText sign = [](const auto&, const auto&) { return Signed{}; })
        : line{
              {.board = {}, .requests = endpoint, .keys = {}}, std::move(sign), [this] { ++woken; }}
    {
    }
    /// Looks at the board of one location.
    void look(std::uint64_t revision = 1)
    {
        line.look_at({.location = "north", .locations = {"north"}, .revision = revision});
    }
    /// Lets the line talk with `collector` until `done`, at most ten seconds.
    template <class Done>
    bool talk(FakeCollector* collector, Done done)
    {
        const auto until = Steady::now() + 10s;
        while (Steady::now() < until) {
            if (collector != nullptr) collector->hear();
            for (auto& one : line.take_outcomes()) outcomes.push_back(std::move(one));
            if (done()) return true;
            std::this_thread::sleep_for(10ms);
        }
        return false;
    }
    /// The same for a while, whatever happens.
    void talk_for(FakeCollector& collector, std::chrono::milliseconds span)
    {
        const auto until = Steady::now() + span;
        talk(&collector, [&] { return Steady::now() >= until; });
    }
};

}  // namespace

TEST_CASE("an order is sent again with the same command id until it is answered", "[unit][desk]")
{
    Seat seat;
    FakeCollector collector{seat.endpoint};
    seat.line.give(claim(1));
    REQUIRE(seat.talk(&collector, [&] { return collector.commands.size() == 2; }));
    const auto& first = collector.commands[0];
    const auto& again = collector.commands[1];
    CHECK(first.command().command_id() == "command-1");
    CHECK(again.SerializeAsString() == first.SerializeAsString());
    CHECK(seat.outcomes.empty());

    const int woken = seat.woken;
    collector.record(again, 77);
    REQUIRE(seat.talk(&collector, [&] { return !seat.outcomes.empty(); }));
    CHECK(seat.outcomes[0].number == 1);
    CHECK(seat.outcomes[0].done);
    CHECK(seat.outcomes[0].position == 77);
    CHECK(seat.talk(&collector, [&] { return seat.woken > woken; }));
    seat.talk_for(collector, 2'300ms);
    CHECK(collector.commands.size() == 2);
}

TEST_CASE("an answer that comes twice counts once", "[unit][desk]")
{
    Seat seat;
    FakeCollector collector{seat.endpoint};
    seat.line.give(claim(1));
    REQUIRE(seat.talk(&collector, [&] { return !collector.commands.empty(); }));
    collector.record(collector.commands[0], 77);
    collector.record(collector.commands[0], 77);
    seat.talk_for(collector, 300ms);
    CHECK(seat.outcomes.size() == 1);
}

TEST_CASE("orders are answered each by its own answer, in any order", "[unit][desk]")
{
    Seat seat;
    FakeCollector collector{seat.endpoint};
    seat.line.give(claim(1));
    seat.line.give(claim(2));
    REQUIRE(seat.talk(&collector, [&] { return collector.commands.size() == 2; }));
    collector.refuse(collector.commands[1]);
    collector.record(collector.commands[0], 5);
    REQUIRE(seat.talk(&collector, [&] { return seat.outcomes.size() == 2; }));
    CHECK(seat.outcomes[0].number == 2);
    CHECK_FALSE(seat.outcomes[0].done);
    CHECK(seat.outcomes[0].code == "already_closed");
    CHECK(seat.outcomes[0].text == "m1 is RETURNED");
    CHECK(seat.outcomes[1].number == 1);
    CHECK(seat.outcomes[1].done);
}

TEST_CASE("an order that was given while the collector is away is recorded when it is back",
          "[unit][desk]")
{
    Seat seat;
    seat.line.give(claim(1));
    std::this_thread::sleep_for(200ms);
    FakeCollector collector{seat.endpoint};
    REQUIRE(seat.talk(&collector, [&] { return !collector.commands.empty(); }));
    collector.record(collector.commands[0], 5);
    CHECK(seat.talk(&collector, [&] { return seat.outcomes.size() == 1; }));
}

TEST_CASE("what is signed goes with the order, and the passphrase to the signer only",
          "[unit][desk]")
{
    Seat seat{[](const std::string& text, std::string_view passphrase) {
        return Signed{.signature = text + "/" + std::string{passphrase}, .fault = {}};
    }};
    FakeCollector collector{seat.endpoint};
    auto order = claim(1);
    order.deed = desk::Deed::sign_day;
    order.to_sign = {.text = "statement", .passphrase = "sesame"};
    seat.line.give(order);
    REQUIRE(seat.talk(&collector, [&] { return !collector.commands.empty(); }));
    CHECK(collector.commands[0].command().day_sign().signature() == "statement/sesame");
}

TEST_CASE("a signature that cannot be made is an outcome, and nothing is sent", "[unit][desk]")
{
    Seat seat{[](const auto&, const auto&) {
        return Signed{.signature = {}, .fault = "this passphrase does not open the key"};
    }};
    FakeCollector collector{seat.endpoint};
    auto order = claim(1);
    order.to_sign = {.text = "statement", .passphrase = "wrong"};
    seat.line.give(order);
    REQUIRE(seat.talk(&collector, [&] { return !seat.outcomes.empty(); }));
    CHECK(seat.outcomes[0].number == 1);
    CHECK(seat.outcomes[0].code == "not_signed");
    CHECK(seat.outcomes[0].text == "this passphrase does not open the key");
    seat.talk_for(collector, 200ms);
    CHECK(collector.commands.empty());
}

TEST_CASE("an order larger than the collector takes is an outcome, and cuts no connection",
          "[unit][desk]")
{
    Seat seat;
    FakeCollector collector{seat.endpoint};
    auto order = claim(1);
    order.deed = desk::Deed::sign_day;
    for (int i = 0; i < 200; ++i)
        order.exceptions.push_back({"m" + std::to_string(i), std::string(500, 'x')});
    seat.line.give(order);
    REQUIRE(seat.talk(&collector, [&] { return !seat.outcomes.empty(); }));
    CHECK(seat.outcomes[0].code == "too_large");
    CHECK(collector.commands.empty());
}

TEST_CASE("at most 64 orders wait, and more are refused at once", "[unit][desk]")
{
    Seat seat;
    for (std::uint64_t i = 1; i <= 70; ++i) {
        seat.line.give(claim(i));
        if (i == 30) std::this_thread::sleep_for(200ms);  // Some are on their way already.
    }
    REQUIRE(seat.talk(nullptr, [&] { return seat.outcomes.size() >= 6; }));
    CHECK(seat.outcomes.size() == 6);
    CHECK(seat.outcomes[0].number == 65);
    CHECK(seat.outcomes[0].code == "too_many");

    FakeCollector collector{seat.endpoint};
    REQUIRE(seat.talk(&collector, [&] { return collector.commands.size() >= 64; }));
    collector.record(collector.commands[0], 5);
    REQUIRE(seat.talk(&collector, [&] { return seat.outcomes.size() == 7; }));
    std::this_thread::sleep_for(200ms);
    seat.line.give(claim(71));
    seat.line.give(claim(72));
    REQUIRE(seat.talk(&collector, [&] { return seat.outcomes.size() == 8; }));
    CHECK(seat.outcomes[7].number == 72);
}

TEST_CASE("rows come after the board, and again after an order", "[unit][desk]")
{
    Seat seat;
    FakeCollector collector{seat.endpoint};
    seat.talk_for(collector, 200ms);
    CHECK(collector.asked.empty());

    seat.look();
    const auto messages = [&] { return collector.asked[v1::Request::kMessages]; };
    REQUIRE(seat.talk(&collector, [&] { return !seat.line.rows()->messages.empty(); }));
    CHECK(seat.line.rows()->messages[0].id == "m0");
    CHECK(messages() == 1);
    seat.talk_for(collector, 1'200ms);
    CHECK(messages() == 1);

    seat.line.give(claim(1));
    REQUIRE(seat.talk(&collector, [&] { return !collector.commands.empty(); }));
    collector.record(collector.commands[0], 5);
    REQUIRE(seat.talk(&collector, [&] { return seat.outcomes.size() == 1; }));
    CHECK(seat.talk(&collector, [&] { return messages() == 2; }));

    seat.look(2);
    CHECK(seat.talk(&collector, [&] { return messages() == 3; }));
}

TEST_CASE("a list longer than one answer comes whole", "[unit][desk]")
{
    Seat seat;
    FakeCollector collector{seat.endpoint};
    collector.total = 2'500;
    seat.look();
    REQUIRE(seat.talk(&collector, [&] { return seat.line.rows()->messages.size() == 2'500; }));
    CHECK(collector.asked[v1::Request::kMessages] == 3);
    CHECK(seat.line.rows()->messages.back().id == "m2499");
}

TEST_CASE("rubbish and answers to nothing change nothing", "[unit][desk]")
{
    Seat seat;
    FakeCollector collector{seat.endpoint};
    seat.look();
    seat.line.give(claim(1));
    REQUIRE(seat.talk(&collector, [&] {
        return !collector.commands.empty() && !seat.line.rows()->messages.empty();
    }));
    v1::Reply other;
    other.set_id(999);
    other.mutable_command_done()->set_position(1);
    collector.send(other);
    v1::Reply wrong_kind;
    wrong_kind.set_id(collector.commands[0].id());
    wrong_kind.mutable_staff();
    collector.send(wrong_kind);
    seat.talk_for(collector, 300ms);
    CHECK(seat.outcomes.empty());
    CHECK(seat.line.rows()->messages.size() == 1);
    collector.record(collector.commands[0], 5);
    CHECK(seat.talk(&collector, [&] { return seat.outcomes.size() == 1; }));
}

TEST_CASE("a signal does not silence the line", "[unit][desk]")
{
    struct sigaction quiet {};
    struct sigaction before {};
    quiet.sa_handler = [](int) {};
    REQUIRE(sigaction(SIGUSR1, &quiet, &before) == 0);
    {
        Seat seat;
        FakeCollector collector{seat.endpoint};
        // Not to this thread, so that it comes to the line's.
        sigset_t one, old;
        sigemptyset(&one);
        sigaddset(&one, SIGUSR1);
        REQUIRE(pthread_sigmask(SIG_BLOCK, &one, &old) == 0);
        for (int i = 0; i < 5; ++i) {
            std::this_thread::sleep_for(30ms);
            kill(getpid(), SIGUSR1);
        }
        seat.line.give(claim(1));
        CHECK(seat.talk(&collector, [&] { return !collector.commands.empty(); }));
        REQUIRE(pthread_sigmask(SIG_SETMASK, &old, nullptr) == 0);
    }
    REQUIRE(sigaction(SIGUSR1, &before, nullptr) == 0);
}

TEST_CASE("the line stops at once, with orders on their way or without a collector", "[unit][desk]")
{
    const bool is_there = GENERATE(true, false);
    auto seat = std::make_unique<Seat>();
    std::optional<FakeCollector> collector;
    if (is_there) collector.emplace(seat->endpoint);
    seat->look();
    for (std::uint64_t i = 1; i < 10; ++i) seat->line.give(claim(i));
    std::this_thread::sleep_for(100ms);
    const auto before = Steady::now();
    seat.reset();
    // 100 ms are promised; a loaded machine may need more.
    CHECK(Steady::now() - before < 1s);
}

TEST_CASE("the line stops when the key that is being opened is open, not when all are",
          "[unit][desk]")
{
    std::atomic<int> opened{0};
    auto seat = std::make_unique<Seat>([&](const auto&, const auto&) {
        ++opened;
        std::this_thread::sleep_for(300ms);
        return Signed{};
    });
    for (std::uint64_t i = 1; i < 20; ++i) {
        auto order = claim(i);
        order.to_sign = {.text = "statement", .passphrase = "sesame"};
        seat->line.give(order);
    }
    while (opened == 0) std::this_thread::sleep_for(1ms);
    const auto before = Steady::now();
    seat.reset();
    CHECK(Steady::now() - before < 1s);
    CHECK(opened <= 2);
}
