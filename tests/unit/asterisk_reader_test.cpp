// Does the manager interface's framing hold, however the bytes arrive and whatever they are? Limits
// are those of AmiLimits.

#include <catch2/catch.hpp>

#include <fstream>
#include <string>
#include <vector>

#include "daemon/bridges/asterisk/ami_reader.hpp"
#include "daemon/bridges/asterisk/gzip_file.hpp"

using callwatch::asterisk::AmiLimits;
using callwatch::asterisk::AmiReader;

namespace {

/// Every message as one text, headers in order.
std::vector<std::string> messages_of(AmiReader& reader)
{
    std::vector<std::string> out;
    while (const auto* message = reader.next()) {
        std::string text;
        for (const auto& [key, value] : message->headers)
            text += std::string{key} + "=" + std::string{value} + ";";
        out.push_back(text);
    }
    return out;
}

std::vector<std::string> read_in_pieces(const std::string& bytes, std::size_t piece)
{
    AmiReader reader;
    std::vector<std::string> out;
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
        reader.feed(std::string_view{bytes}.substr(at, piece));
        for (auto& message : messages_of(reader)) out.push_back(std::move(message));
    }
    return out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("the banner is one line without an empty line after it", "[unit][ami_reader]")
{
    AmiReader reader;
    reader.feed("Asterisk Call Manager/11.0.0\r\nResponse: Success\r\nActionID: obs-1\r\n\r\n");
    CHECK(messages_of(reader) == Lines{"Response=Success;ActionID=obs-1;"});
    CHECK(reader.banner() == "Asterisk Call Manager/11.0.0");
    CHECK(reader.counters().lines_without_key == 0);
}

TEST_CASE("a new connection begins with a banner again and forgets half a message",
          "[unit][ami_reader]")
{
    AmiReader reader;
    reader.feed("Asterisk Call Manager/11.0.0\r\nEvent: A\r\n\r\nEvent: half\r\nKey: va");
    CHECK(messages_of(reader) == Lines{"Event=A;"});
    CHECK(reader.waiting() > 0);
    reader.restart();
    CHECK(reader.waiting() == 0);
    reader.feed("Asterisk Call Manager/12.0.0\r\nEvent: B\r\n\r\n");
    CHECK(messages_of(reader) == Lines{"Event=B;"});
    CHECK(reader.banner() == "Asterisk Call Manager/12.0.0");
    CHECK(reader.counters().messages == 2);
}

TEST_CASE("an empty value keeps its header, blanks around a value go, those inside stay",
          "[unit][ami_reader]")
{
    AmiReader reader;
    reader.feed(
        "Event: A\r\nExten: \r\nNoBlank:x\r\nCallerIDName: Wendy  Chu \r\nTime: 10:15\r\n\r\n");
    CHECK(messages_of(reader) ==
          Lines{"Event=A;Exten=;NoBlank=x;CallerIDName=Wendy  Chu;Time=10:15;"});
}

TEST_CASE("a bare line feed belongs to the value before it", "[unit][ami_reader]")
{
    AmiReader reader;
    reader.feed("Response: Error\r\nMessage: No Contacts found\n\r\nActionID: 7\r\n\r\n");
    CHECK(messages_of(reader) == Lines{"Response=Error;Message=No Contacts found;ActionID=7;"});
    reader.feed("Output: one\ntwo\r\n\r\n");
    CHECK(messages_of(reader) == Lines{"Output=one\ntwo;"});
}

TEST_CASE("repeated headers are a list, and the first one answers to its name",
          "[unit][ami_reader]")
{
    AmiReader reader;
    reader.feed("Response: Success\r\nOutput: one\r\nOutput: two\r\n\r\n");
    const auto* message = reader.next();
    REQUIRE(message != nullptr);
    CHECK(message->headers.size() == 3);
    CHECK((*message)["Output"] == "one");
    CHECK((*message)["output"].empty());
    CHECK_FALSE(message->has("Missing"));
}

TEST_CASE("reads may end anywhere, inside a line end too", "[unit][ami_reader]")
{
    const std::string bytes =
        "Asterisk Call Manager/11.0.0\r\nEvent: A\r\nKey: value\r\n\r\nEvent: B\r\nOther: \r\n\r\n"
        "Event: C\r\n\r\n";
    const Lines whole = read_in_pieces(bytes, bytes.size());
    CHECK(whole == Lines{"Event=A;Key=value;", "Event=B;Other=;", "Event=C;"});
    for (std::size_t piece = 1; piece < bytes.size(); ++piece) {
        INFO("pieces of " << piece);
        CHECK(read_in_pieces(bytes, piece) == whole);
    }
}

TEST_CASE("the recorded stream gives the same messages in pieces of any size", "[unit][ami_reader]")
{
    const std::string bytes =
        callwatch::asterisk::read_file(RECORDED_DAY "/ami.txt.gz", std::size_t{1} << 30);
    const Lines whole = read_in_pieces(bytes, bytes.size());
    CHECK(whole.size() == 19'134);
    CHECK(read_in_pieces(bytes, 65'536) == whole);
    CHECK(read_in_pieces(bytes, 1'447) == whole);
    CHECK(read_in_pieces(bytes, 61) == whole);
}

TEST_CASE("a message over a limit is counted and skipped, and the next one is read",
          "[unit][ami_reader]")
{
    const AmiLimits limits{.line_bytes_max = 64, .message_bytes_max = 200, .headers_max = 4};
    const std::string good = "Event: Good\r\n\r\n";

    SECTION("a line that is too long")
    {
        AmiReader reader{limits};
        reader.feed("Event: A\r\nLong: " + std::string(64, 'x') + "\r\n\r\n" + good);
        CHECK(messages_of(reader) == Lines{"Event=Good;"});
        CHECK(reader.counters().oversized == 1);
    }
    SECTION("too many headers")
    {
        AmiReader reader{limits};
        reader.feed("A: 1\r\nB: 2\r\nC: 3\r\nD: 4\r\nE: 5\r\n\r\n" + good);
        CHECK(messages_of(reader) == Lines{"Event=Good;"});
        CHECK(reader.counters().oversized == 1);
    }
    SECTION("a message that does not end, in single bytes: what is kept stays small")
    {
        AmiReader reader{limits};
        std::size_t kept = 0;
        const std::string endless = "Event: A\r\n" + std::string(5'000, 'x');
        for (const char byte : endless) {
            reader.feed({&byte, 1});
            CHECK(reader.next() == nullptr);
            kept = std::max(kept, reader.waiting());
        }
        CHECK(kept <= limits.message_bytes_max + 1);
        for (const char byte : "\r\n\r\n" + good) {
            reader.feed({&byte, 1});
            if (const auto* message = reader.next()) CHECK((*message)["Event"] == "Good");
        }
        CHECK(reader.counters().messages == 1);
        CHECK(reader.counters().oversized == 1);
    }
}

TEST_CASE("what is no manager interface is counted", "[unit][ami_reader]")
{
    AmiReader reader;
    reader.feed(
        "\r\n\r\n\r\n\r\nGET / HTTP/1.1\r\n\r\nEvent: A\r\nno colon here\r\n: no key\r\n\r\n");
    CHECK(messages_of(reader) == Lines{"Event=A;"});
    CHECK(reader.counters().malformed == 1);
    CHECK(reader.counters().lines_without_key == 2);
}
