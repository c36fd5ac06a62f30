// Can a script rely on the command line: exit codes, where the output goes, and the same answer
// wherever an option stands? Whole commands, against a ROUTER in this process.

#include <catch2/catch.hpp>

#include <sstream>

#include "daemon/ctl/command_line.hpp"
#include "daemon/ctl/messages.hpp"
#include "daemon/model/exit_code.hpp"
#include "tests/unit/ctl_fake_daemon.hpp"
#include "tests/unit/ctl_rows.hpp"

using namespace callwatch::test;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;
namespace v1 = callwatch::v1;

namespace {

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

/// A daemon that knows one Friday, and `messages` messages.
std::vector<FakeDaemon::Frames> friday(const v1::Request& request, v1::Verdict verdict,
                                       std::uint32_t messages = 0)
{
    v1::Reply reply;
    reply.set_id(request.id());
    if (request.has_status()) *reply.mutable_status() = status_of_friday();
    if (request.has_queues()) reply.mutable_queues();
    if (request.has_sources())
        *reply.mutable_sources()->mutable_sources() = status_of_friday().sources();
    if (request.has_day()) {
        *reply.mutable_day() = violations_of_friday();
        reply.mutable_day()->mutable_day()->set_verdict(verdict);
    }
    if (request.has_journal()) {
        reply.mutable_journal()->set_head(3);
        for (auto at = request.journal().after() + 1; at <= 3; ++at) {
            auto* line = reply.mutable_journal()->add_lines();
            line->set_position(at);
            line->set_text("17:00:00.000 fact " + std::to_string(at));
            if (reply.journal().lines_size() == 2) break;
        }
    }
    if (request.has_messages()) {
        reply.mutable_messages()->set_total(messages);
        const auto end =
            std::min(messages, request.messages().offset() + request.messages().limit());
        for (auto i = request.messages().offset(); i < end; ++i) {
            auto* row = reply.mutable_messages()->add_messages();
            row->set_message(std::to_string(i));
            row->set_state("NEW");
        }
    }
    return answer_with(reply);
}

FakeDaemon friday_daemon(v1::Verdict verdict, std::uint32_t messages = 0)
{
    return FakeDaemon{
        [=](const v1::Request& request) { return friday(request, verdict, messages); }};
}

std::size_t lines_of(const std::string& text)
{
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

TEST_CASE("only a clear day ends with 0", "[unit][ctl]")
{
    const auto exit_code = [](v1::Verdict verdict) {
        const auto daemon = friday_daemon(verdict);
        return callwatchctl({"day", "northside", "2026-11-20", "--ipc", daemon.directory()})
            .exit_code;
    };
    CHECK(exit_code(v1::VERDICT_CLEAR) == callwatch::exit_ok);
    CHECK(exit_code(v1::VERDICT_VIOLATIONS) == callwatch::exit_negative);
    CHECK(exit_code(v1::VERDICT_UNKNOWN) == callwatch::exit_negative);
    CHECK(exit_code(v1::VERDICT_UNSPECIFIED) == callwatch::exit_negative);
}

TEST_CASE("a common option may stand before or after the command", "[unit][ctl]")
{
    const auto daemon = friday_daemon(v1::VERDICT_CLEAR);
    const Ended after = callwatchctl({"status", "--json", "--ipc", daemon.directory()});
    const Ended before = callwatchctl({"--requests", daemon.endpoint(), "--json", "status"});
    CHECK(after.exit_code == callwatch::exit_ok);
    CHECK_THAT(after.out, StartsWith("{\n  \"software\": \"callwatchd 0.1.0\""));
    CHECK(after.out == before.out);
    CHECK(after.err.empty());
}

TEST_CASE("every question has a table and JSON", "[unit][ctl]")
{
    const auto daemon = friday_daemon(v1::VERDICT_CLEAR, 2);
    const auto command = GENERATE(as<std::string>{}, "status", "queues", "messages", "sources");
    const Ended table = callwatchctl({command, "--ipc", daemon.directory()});
    CHECK(table.exit_code == callwatch::exit_ok);
    CHECK_FALSE(table.out.empty());
    const Ended json = callwatchctl({command, "--json", "--ipc", daemon.directory()});
    CHECK(json.exit_code == callwatch::exit_ok);
    CHECK(callwatch::ctl::Json::accept(json.out));
}

TEST_CASE("more messages than one reply holds are fetched page by page", "[unit][ctl]")
{
    const auto daemon = friday_daemon(v1::VERDICT_CLEAR, 2'345);
    const Ended ended = callwatchctl({"messages", "--json", "--ipc", daemon.directory()});
    const auto json = callwatch::ctl::Json::parse(ended.out);
    CHECK(json["total"] == 2'345);
    CHECK(json["messages"].size() == 2'345);
}

TEST_CASE("a list that changes with every page is refused, not shown in part", "[unit][ctl]")
{
    std::uint32_t total = 2'000;
    const FakeDaemon daemon{
        [&](const v1::Request& request) { return friday(request, v1::VERDICT_CLEAR, ++total); }};
    const Ended ended = callwatchctl({"messages", "--ipc", daemon.directory()});
    CHECK(ended.exit_code == callwatch::exit_negative);
    CHECK(ended.out.empty());
    CHECK_THAT(ended.err, Contains("changed"));
}

TEST_CASE("the live journal is read to where it ended when asked", "[unit][ctl]")
{
    const auto daemon = friday_daemon(v1::VERDICT_CLEAR);
    const Ended all = callwatchctl({"journal", "print", "--ipc", daemon.directory()});
    CHECK(all.out ==
          "       1  17:00:00.000 fact 1\n"
          "       2  17:00:00.000 fact 2\n"
          "       3  17:00:00.000 fact 3\n");
    const Ended rest =
        callwatchctl({"journal", "print", "--after", "2", "--json", "--ipc", daemon.directory()});
    CHECK(rest.out == "{\"position\":3,\"text\":\"17:00:00.000 fact 3\"}\n");
    CHECK(callwatchctl({"journal", "print", "--after", "3", "--ipc", daemon.directory()})
              .out.empty());
}

TEST_CASE("a command line that cannot be read is one sentence and exit code 2", "[unit][ctl]")
{
    using Arguments = std::vector<std::string>;
    const auto arguments =
        GENERATE(Arguments{"day", "sign"}, Arguments{"statsu"},
                 Arguments{"status", "--timeout", "0"}, Arguments{"status", "--timeout", "soon"},
                 Arguments{"journal"}, Arguments{"journal", "verify"},
                 Arguments{"status", "--ipc", "/tmp", "--requests", "tcp://127.0.0.1:7705"},
                 Arguments{"journal", "verify", "--data", "/tmp", "--head", "12:ab"},
                 Arguments{"--completion", "fish"});
    const Ended ended = callwatchctl(arguments);
    CHECK(ended.exit_code == callwatch::exit_usage);
    CHECK(ended.out.empty());
    CHECK(lines_of(ended.err) == 1);
}

TEST_CASE("no command at all shows the help and is wrong usage", "[unit][ctl]")
{
    const Ended ended = callwatchctl({});
    CHECK(ended.exit_code == callwatch::exit_usage);
    CHECK_THAT(ended.err, Contains("Example:"));
}

TEST_CASE("help of every command has an example", "[unit][ctl]")
{
    using Arguments = std::vector<std::string>;
    const auto command =
        GENERATE(Arguments{}, Arguments{"status"}, Arguments{"queues"}, Arguments{"messages"},
                 Arguments{"day"}, Arguments{"sources"}, Arguments{"journal"},
                 Arguments{"journal", "print"}, Arguments{"journal", "verify"});
    Arguments arguments = command;
    arguments.push_back("--help");
    const Ended ended = callwatchctl(arguments);
    CHECK(ended.exit_code == callwatch::exit_ok);
    CHECK_THAT(ended.out, Contains("Example"));
    CHECK_THAT(ended.out, Contains("  callwatchctl "));
}

TEST_CASE("the version is that of the project", "[unit][ctl]")
{
    const Ended ended = callwatchctl({"--version"});
    CHECK(ended.exit_code == callwatch::exit_ok);
    CHECK(ended.out == "callwatchctl " CALLWATCH_VERSION "\n");
}

TEST_CASE("the completion knows every command and option", "[unit][ctl]")
{
    const Ended ended = callwatchctl({"--completion", "bash"});
    CHECK(ended.exit_code == callwatch::exit_ok);
    CHECK_THAT(ended.out, Contains("'/journal') words='print verify "));
    CHECK_THAT(ended.out, Contains("'/messages') words=") && Contains("--history"));
    CHECK_THAT(ended.out, Contains("complete -F _callwatchctl callwatchctl"));
}

TEST_CASE("a journal that is not there is said with its path", "[unit][ctl]")
{
    const auto command = GENERATE(as<std::string>{}, "verify", "print");
    const Ended ended = callwatchctl({"journal", command, "--data", "/nonexistent-callwatch"});
    CHECK(ended.exit_code == callwatch::exit_journal);
    CHECK_THAT(ended.err, Contains("/nonexistent-callwatch/journal.db"));
}
