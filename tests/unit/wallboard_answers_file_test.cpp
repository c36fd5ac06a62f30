// Are recorded answers read, and is each fault told with its line?

#include <fstream>

#include <catch2/catch.hpp>

#include "tests/support/temporary_directory.hpp"
#include "wallboard/feed/answers_file.hpp"

using namespace wallboard;

namespace {

/// "code: detail" of a fault; empty if there is none.
std::string fault(const std::variant<RecordedAnswers, Refusal>& read)
{
    const auto* refusal = std::get_if<Refusal>(&read);
    return refusal == nullptr ? "" : refusal->code + ": " + refusal->detail;
}

}  // namespace

TEST_CASE("recorded answers are read, with comments and empty lines between", "[unit][desk]")
{
    const auto read = read_answers(
        "# a day\n"
        "\n"
        "me supervisor sam\n"
        "staff north {\"staff\":{\"people\":[{\"person\":\"ada\",\"name\":\"Ada "
        "Ruiz\",\"locationId\":\"north\"}]}}\n"
        "messages {\"messages\":{\"total\":1,\"messages\":[{\"message\":\"m1\"}]}}\n"
        "day north {\"day\":{\"day\":{\"revision\":2}}}\n"
        "departures {\"departures\":{\"departures\":[{\"mailboxId\":\"box\"}]}}\n"
        "standards north {\"standards\":{\"scriptState\":\"OUTDATED\"}}\n"
        "operators north {\"coverage\":{\"operators\":[{\"deviceId\":\"sw1/401\"}]}}\n"
        "day harbor {\"refused\":{\"code\":\"not_allowed\",\"text\":\"not for this key\"}}");
    CHECK(fault(read).empty());
    const auto& answers = std::get<RecordedAnswers>(read);
    CHECK(answers.me.role == "supervisor");
    CHECK(answers.me.person == "sam");
    CHECK(answers.rows.name_of("ada") == "Ada Ruiz");
    CHECK(answers.rows.message("m1") != nullptr);
    CHECK(answers.rows.days.at("north").revision == 2);
    CHECK(answers.rows.departure("box") != nullptr);
    CHECK(answers.rows.standards.at("north").script_state == "OUTDATED");
    CHECK(answers.rows.operators.at("north").at(0).device == "sw1/401");
    CHECK(answers.rows.refused.at("day harbor") == "not for this key");
    CHECK(answers.rows.days.count("harbor") == 0);
}

TEST_CASE("nothing recorded is nothing known", "[unit][desk]")
{
    const auto answers = std::get<RecordedAnswers>(read_answers(""));
    CHECK(answers.me.person.empty());
    CHECK_FALSE(answers.rows.messages_known);
}

TEST_CASE("each fault is told with its line", "[unit][desk]")
{
    using Catch::Matchers::StartsWith;
    CHECK(fault(read_answers("# one\nweather north {}")) == "unknown_kind: line 2: weather");
    CHECK_THAT(fault(read_answers("\n\nmessages {\"messages\":")),
               StartsWith("malformed: line 3: "));
    CHECK_THAT(fault(read_answers("messages {\"posts\":{}}")), StartsWith("malformed: line 1: "));
    CHECK(fault(read_answers("me staff sam\nmessages {\"staff\":{}}")) ==
          "unknown_kind: line 2: messages");
    CHECK(fault(read_answers("day north {\"messages\":{}}")) == "unknown_kind: line 1: day north");
    CHECK(fault(read_answers("messages {\"messages\":{\"messages\":[{\"state\":\"" +
                             std::string(2'049, 'x') + "\"}]}}")) == "text_too_long: line 1: 2049");
}

TEST_CASE("a file that is not there or too large is told", "[unit][desk]")
{
    const callwatch::test::TemporaryDirectory folder;
    CHECK(fault(read_answers_file((folder.path() / "none").string())) ==
          "unreadable: " + (folder.path() / "none").string());
    const auto large = folder.write("large", std::string((std::size_t{8} << 20) + 1, '#'));
    CHECK(fault(read_answers_file(large.string())) == "too_large: more than 8 MiB");
    const auto good = folder.write("good", "me staff sam\n");
    CHECK(std::get<RecordedAnswers>(read_answers_file(good.string())).me.person == "sam");
}
