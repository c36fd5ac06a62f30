// Does callwatchctl ask the daemon safely: what if nobody answers, the wrong one answers, or the
// daemon refuses? The other side is a ROUTER in this process; time-outs here are 0.2 s.

#include <catch2/catch.hpp>

#include "daemon/ctl/failure.hpp"
#include "daemon/ctl/request_client.hpp"
#include "tests/unit/ctl_fake_daemon.hpp"

using namespace std::chrono_literals;
using callwatch::ctl::Failure;
using callwatch::ctl::RequestClient;
using callwatch::test::answer_with;
using callwatch::test::FakeDaemon;
using Catch::Matchers::Contains;
namespace v1 = callwatch::v1;

namespace {

v1::Request status_question()
{
    v1::Request request;
    request.mutable_status();
    return request;
}

v1::Reply status_answer(std::uint64_t id)
{
    v1::Reply reply;
    reply.set_id(id);
    reply.mutable_status()->set_software("callwatchd 0.1.0");
    return reply;
}

// Silence has to be waited out; an answer is there long before, also on a machine that is busy.
constexpr auto silence = 200ms;
constexpr auto answered = 20s;

/// How asking ends: exit code and sentence.
Failure failure_of(const std::string& endpoint, std::chrono::milliseconds timeout = silence)
{
    try {
        RequestClient client{endpoint, timeout};
        client.ask(status_question());
    } catch (const Failure& failure) {
        return failure;
    }
    return {callwatch::exit_ok, "it was answered"};
}

Failure failure_when(FakeDaemon::Answer answer, std::chrono::milliseconds timeout = answered)
{
    const FakeDaemon daemon{std::move(answer)};
    return failure_of(daemon.endpoint(), timeout);
}

Failure failure_when_refused(const std::string& code)
{
    return failure_when([&](const v1::Request& request) {
        v1::Reply reply;
        reply.set_id(request.id());
        reply.mutable_refused()->set_code(code);
        reply.mutable_refused()->set_text(
            "there is no location \x1b[2Jx; ask for one of: northside");
        return answer_with(reply);
    });
}

}  // namespace

TEST_CASE("an answer is the one to the question that was asked", "[unit][ctl]")
{
    std::vector<std::uint32_t> versions;
    const FakeDaemon daemon{[&](const v1::Request& request) {
        versions.push_back(request.schema_version());
        return answer_with(status_answer(request.id()));
    }};
    RequestClient client{daemon.endpoint(), answered};
    CHECK(client.ask(status_question()).status().software() == "callwatchd 0.1.0");
    CHECK(client.ask(status_question()).id() == 2);
    CHECK(versions == std::vector<std::uint32_t>{1, 1});
}

TEST_CASE("silence ends after the time-out and says what to check", "[unit][ctl]")
{
    const auto began = std::chrono::steady_clock::now();
    const Failure failure =
        failure_when([](const v1::Request&) { return std::vector<FakeDaemon::Frames>{}; }, silence);
    const auto took = std::chrono::steady_clock::now() - began;
    CHECK(failure.exit_code() == callwatch::exit_network);
    CHECK_THAT(failure.what(),
               Contains("within 0.2 s") && Contains("check that callwatchd is running"));
    CHECK(took >= 200ms);
    CHECK(took < 5s);
}

TEST_CASE("nobody at the endpoint is the same as silence", "[unit][ctl]")
{
    const Failure failure = failure_of("ipc:///nonexistent-callwatch/requests");
    CHECK(failure.exit_code() == callwatch::exit_network);
}

TEST_CASE("an answer to an earlier question is dropped, not taken for this one", "[unit][ctl]")
{
    const FakeDaemon daemon{[](const v1::Request& request) {
        auto late = status_answer(request.id() + 7);
        late.mutable_status()->set_software("another question's answer");
        return std::vector<FakeDaemon::Frames>{{late.SerializeAsString()},
                                               {status_answer(request.id()).SerializeAsString()}};
    }};
    RequestClient client{daemon.endpoint(), answered};
    CHECK(client.ask(status_question()).status().software() == "callwatchd 0.1.0");
}

TEST_CASE("answers with a wrong id only are silence", "[unit][ctl]")
{
    const Failure failure = failure_when(
        [](const v1::Request& request) { return answer_with(status_answer(request.id() + 1)); },
        silence);
    CHECK(failure.exit_code() == callwatch::exit_network);
    CHECK_THAT(failure.what(), Contains("no answer"));
}

TEST_CASE("what is not the requests protocol is said to be a stranger", "[unit][ctl]")
{
    const auto garbage = GENERATE(FakeDaemon::Frames{"\xff\xff\xff not protobuf"},
                                  FakeDaemon::Frames{"", "two frames"});
    const Failure failure =
        failure_when([&](const v1::Request&) { return std::vector<FakeDaemon::Frames>{garbage}; });
    CHECK(failure.exit_code() == callwatch::exit_network);
    CHECK_THAT(failure.what(), Contains("does not speak the requests protocol"));
}

TEST_CASE("the right id with another kind of answer is a stranger as well", "[unit][ctl]")
{
    const Failure failure = failure_when([](const v1::Request& request) {
        v1::Reply reply;
        reply.set_id(request.id());
        reply.mutable_queues();
        return answer_with(reply);
    });
    CHECK_THAT(failure.what(), Contains("does not speak the requests protocol"));
}

TEST_CASE("a wrong question is a matter of usage, a question without answer is not", "[unit][ctl]")
{
    CHECK(failure_when_refused("unknown_location").exit_code() == callwatch::exit_usage);
    CHECK(failure_when_refused("malformed").exit_code() == callwatch::exit_usage);
    CHECK(failure_when_refused("no_such_day").exit_code() == callwatch::exit_negative);
    CHECK(failure_when_refused("not_available").exit_code() == callwatch::exit_negative);
    CHECK(failure_when_refused("a code of tomorrow").exit_code() == callwatch::exit_negative);
}

TEST_CASE("a refusal is printed as the daemon words it, without escape sequences", "[unit][ctl]")
{
    const Failure failure = failure_when_refused("unknown_location");
    CHECK_THAT(failure.what(), Contains("refused (unknown_location): there is no location"));
    CHECK_THAT(failure.what(), !Contains("\x1b"));
}

TEST_CASE("a daemon that cannot read the question refuses it without an id", "[unit][ctl]")
{
    const Failure failure = failure_when([](const v1::Request&) {
        v1::Reply reply;
        reply.mutable_refused()->set_code("version");
        return answer_with(reply);
    });
    CHECK(failure.exit_code() == callwatch::exit_usage);
}

TEST_CASE("an endpoint that is none is a matter of usage, with an example", "[unit][ctl]")
{
    const Failure failure = failure_of("northside");
    CHECK(failure.exit_code() == callwatch::exit_usage);
    CHECK_THAT(failure.what(), Contains("tcp://127.0.0.1:7705"));
}
