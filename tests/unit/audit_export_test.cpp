// Can a location's record be exported and proved elsewhere, with nothing but the file, and is every
// change to it named? A small real journal and vault, a signed day; the real commands.

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "daemon/audit/signed_head.hpp"
#include "daemon/ctl/command_line.hpp"
#include "daemon/ctl/row_json.hpp"
#include "daemon/journal/open_journal.hpp"
#include "daemon/keys/key_file.hpp"
#include "daemon/model/exit_code.hpp"
#include "daemon/wire/fact_codec.hpp"
#include "tests/support/signed_record.hpp"
#include "tests/support/temporary_folder.hpp"

namespace callwatch::test {
namespace {

using ctl::Json;
using Lines = std::vector<std::string>;

struct Ended {
    int exit_code;
    std::string out;
    std::string err;
    Json json() const { return Json::parse(out); }
};

Ended ctl(const std::vector<std::string>& words)
{
    std::ostringstream out;
    std::ostringstream err;
    const int exit_code = ctl::run(words, {out, err, {}});
    return {exit_code, out.str(), err.str()};
}

/// One fact a row, so that a position names a row; two facts share the row of the signature.
class SignedData {
public:
    using Change = std::function<void(SignedRecord&)>;

    explicit SignedData(const Change& change = [](SignedRecord&) {})
    {
        const auto vault = open_vault(folder.file("vault.db"));
        SignedRecord record{[&](const std::string& text) {
            return RemarkToken{vault->token_for(VaultKind::remark, text)};
        }};
        vault->flush();
        change(record);
        signing = record.signing + 1;
        const auto journal = open_journal(folder.file("journal.db"));
        for (const auto& fact : record.facts) journal->append({encode_fact(fact)});
        head = journal->head();
        daemon = keys::make_key({});
        keys::write_public_key(folder.file("daemon.pub"), daemon.part);
        std::ofstream{folder.file("head")} << to_line(sign_head(head, half_past_five, daemon));
    }

    Ended verify(std::vector<std::string> more = {}) const
    {
        std::vector<std::string> words{"--json", "audit", "verify", "--data", folder.path()};
        words.insert(words.end(), more.begin(), more.end());
        return ctl(words);
    }

    Ended export_to(const std::string& out, std::vector<std::string> more = {}) const
    {
        std::vector<std::string> words{
            "audit",       "export", "northside",       "2026-11-20", "2026-11-20", "--data",
            folder.path(), "--zone", "America/Chicago", "--out",      out};
        words.insert(words.end(), more.begin(), more.end());
        return ctl(words);
    }

    TemporaryFolder folder;
    JournalHead head;
    keys::Key daemon;
    Position signing = 0;
};

constexpr auto name = "/northside-2026-11-20-2026-11-20";

/// An export in a folder where nothing else is.
class Elsewhere {
public:
    explicit Elsewhere(const SignedData& data, std::vector<std::string> more = {})
    {
        const auto ended = data.export_to(folder.path(), std::move(more));
        INFO(ended.err);
        REQUIRE(ended.exit_code == exit_ok);
        std::ifstream stream{file()};
        for (std::string line; std::getline(stream, line);) lines.push_back(line);
    }

    std::string file() const { return folder.path() + name + ".jsonl"; }
    std::string page() const
    {
        std::ifstream stream{folder.path() + name + ".html"};
        return {std::istreambuf_iterator<char>{stream}, {}};
    }
    Ended verify(std::vector<std::string> more = {}) const
    {
        std::ofstream stream{file()};
        for (const auto& line : lines) stream << line << "\n";
        stream.close();
        std::vector<std::string> words{"--json", "audit", "verify", "--export", file()};
        words.insert(words.end(), more.begin(), more.end());
        return ctl(words);
    }
    Position bad_position() const
    {
        const auto ended = verify();
        CHECK(ended.exit_code == exit_journal);
        return ended.json()["fault"]["position"].get<Position>();
    }

    TemporaryFolder folder;
    Lines lines;
};

bool is_row(const std::string& line) { return line.starts_with("{\"first\""); }
Position position_of(const std::string& line) { return Json::parse(line)["first"].get<Position>(); }

/// Every row, by its index in the lines.
std::vector<std::size_t> rows_of(const Lines& lines)
{
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (is_row(lines[i])) rows.push_back(i);
    return rows;
}

std::size_t line_with(const Lines& lines, const std::string& words)
{
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (lines[i].find(words) != std::string::npos) return i;
    FAIL(words << " is in no line");
    return 0;
}

}  // namespace

TEST_CASE("a journal is proved with its signatures and a head kept elsewhere", "[unit][audit]")
{
    const SignedData data;
    const auto ended = data.verify(
        {"--head", data.folder.file("head"), "--daemon-key", data.folder.file("daemon.pub")});
    INFO(ended.err);
    CHECK(ended.exit_code == exit_ok);
    const auto json = ended.json();
    CHECK(json["verified"] == true);
    CHECK(json["signatures"]["proved"] == 3);
    CHECK(json["signatures"]["not_proved"] == 0);
    CHECK(json["signed_head"]["vouched_for"] == true);
    CHECK(data.verify({"--head", describe(data.head)}).exit_code == exit_ok);
}

TEST_CASE("a wrong signature in a good chain ends with 4 and names its record", "[unit][audit]")
{
    const SignedData data{[](SignedRecord& record) {
        record.at<DaySigned>(record.signing).signature = std::string(128, '0');
    }};
    const auto ended = data.verify();
    CHECK(ended.exit_code == exit_journal);
    CHECK(ended.json()["verified"] == false);
    CHECK(ended.json()["fault"]["position"] == data.signing);
    CHECK(ended.json()["signatures"]["refuted"] == 1);
    CHECK_THAT(ctl({"audit", "verify", "--data", data.folder.path()}).out,
               Catch::StartsWith("WRONG SIGNATURE at position " + std::to_string(data.signing)));
}

TEST_CASE("without the vault the chain is verified all the same, and what is missing is said",
          "[unit][audit]")
{
    const SignedData data;
    std::filesystem::remove(data.folder.file("vault.db.key"));
    const auto json = data.verify().json();
    CHECK(json["verified"] == true);
    CHECK(json["signatures"]["proved"] == 2);
    CHECK(json["signatures"]["not_proved_first"][0]["position"] == data.signing);
    CHECK_THAT(ctl({"audit", "verify", "--data", data.folder.path()}).out,
               Catch::Contains("The vault was not read"));
}

TEST_CASE("a hand-over from before they were signed is told, here and in an export, and no fault",
          "[unit][audit]")
{
    Position at = 0;
    const SignedData data{[&](SignedRecord& record) {
        auto& said = record.at<MailboxHandedOver>(record.hand_over);
        said.statement = said.signature = said.sign_key = "";
        at = record.hand_over + 1;
    }};
    const Elsewhere copy{data};
    for (const auto& ended : {data.verify(), copy.verify()}) {
        const auto json = ended.json();
        CHECK(ended.exit_code == exit_ok);
        CHECK(json["verified"] == true);
        CHECK(json["signatures"]["proved"] == 2);
        CHECK(json["signatures"]["not_signed"] == 1);
        CHECK(json["signatures"]["not_signed_first"][0]["position"] == at);
    }
    CHECK_THAT(ctl({"audit", "verify", "--data", data.folder.path()}).out,
               Catch::Contains("Not signed at position " + std::to_string(at)));
    CHECK_THAT(copy.page(), Catch::Contains("Handed over to ben by mia") &&
                                Catch::Contains("not signed: it was recorded before"));
}

TEST_CASE("a head that was changed, or signed by another, is no head", "[unit][audit]")
{
    const SignedData data;
    const SignedData other;
    CHECK(data.verify({"--head", other.folder.file("head")}).exit_code == exit_journal);
    const auto by_other = data.verify(
        {"--head", data.folder.file("head"), "--daemon-key", other.folder.file("daemon.pub")});
    CHECK(by_other.exit_code == exit_negative);
    CHECK_THAT(by_other.err, Catch::Contains("not by the key of --daemon-key"));
    auto line = to_line(sign_head(data.head, half_past_five, data.daemon));
    line.replace(line.find("23:30"), 5, "22:30");
    std::ofstream{data.folder.file("head")} << line;
    CHECK_THAT(data.verify({"--head", data.folder.file("head")}).err,
               Catch::Contains("line 1: the signature is not one of this head"));
    CHECK(data.verify({"--head", data.folder.file("none")}).exit_code == exit_usage);
    CHECK(data.verify({"--daemon-key", data.folder.file("daemon.pub")}).exit_code == exit_usage);
}

TEST_CASE("an export is proved where nothing else is", "[unit][audit]")
{
    const SignedData data;
    const Elsewhere copy{data, {"--head", data.folder.file("head")}};
    const auto ended = copy.verify();
    INFO(ended.out << ended.err);
    REQUIRE(ended.exit_code == exit_ok);
    const auto json = ended.json();
    CHECK(json["head"] == describe(data.head));
    CHECK(json["signatures"]["proved"] == 3);
    CHECK(json["withheld"] > 0);
    CHECK(json["signed_head"]["vouched_for"] == false);
    CHECK(copy.verify({"--daemon-key", data.folder.file("daemon.pub")})
              .json()["signed_head"]["vouched_for"] == true);
    CHECK(copy.verify({"--head", describe(data.head)}).exit_code == exit_ok);
    CHECK(copy.verify({"--head", "9999" + describe(data.head)}).exit_code == exit_negative);
    auto other = describe(data.head);
    other.back() = other.back() == '0' ? '1' : '0';
    CHECK(copy.verify({"--head", other}).exit_code == exit_journal);
}

TEST_CASE("an export tells neither other locations' rows nor what people wrote", "[unit][audit]")
{
    const SignedData data;
    const Elsewhere copy{data};
    for (const auto& line : copy.lines) {
        CHECK_THAT(line, !Catch::Contains("southside") && !Catch::Contains("no answer"));
    }
    CHECK_THAT(copy.page(), !Catch::Contains("southside") && !Catch::Contains("no answer"));
}

TEST_CASE("one changed record of an export is refused with its position", "[unit][audit]")
{
    const SignedData data;
    Elsewhere copy{data};
    const auto untouched = copy.lines;
    for (const auto index : rows_of(untouched)) {
        CAPTURE(index);
        const auto position = position_of(untouched[index]);
        for (const char* member : {"bytes", "digest", "hash", "previous"}) {
            auto json = Json::parse(untouched[index]);
            if (!json.contains(member)) continue;
            auto digits = json[member].get<std::string>();
            digits.back() = digits.back() == '0' ? '1' : '0';
            json[member] = digits;
            copy.lines[index] = json.dump();
            CHECK(copy.bad_position() == position);
        }
        copy.lines = untouched;
    }
}

TEST_CASE(
    "a removed, swapped, repeated or cut off record of an export is refused with its position",
    "[unit][audit]")
{
    const SignedData data;
    Elsewhere copy{data};
    const auto untouched = copy.lines;
    const auto rows = rows_of(untouched);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        CAPTURE(i);
        const auto position = position_of(untouched[rows[i]]);
        const auto here = copy.lines.begin() + static_cast<std::ptrdiff_t>(rows[i]);
        copy.lines.erase(here);
        CHECK(copy.bad_position() == position);
        copy.lines = untouched;
        copy.lines.insert(copy.lines.begin() + static_cast<std::ptrdiff_t>(rows[i]),
                          untouched[rows[i]]);
        CHECK(copy.bad_position() == position + 1);
        copy.lines = untouched;
        copy.lines.resize(rows[i]);
        CHECK(copy.bad_position() == position);
        copy.lines = untouched;
        if (i + 1 == rows.size()) continue;
        std::swap(copy.lines[rows[i]], copy.lines[rows[i + 1]]);
        CHECK(copy.bad_position() == position);
        copy.lines = untouched;
    }
}

TEST_CASE("the readable facts of an export are those of its bytes", "[unit][audit]")
{
    const SignedData data;
    Elsewhere copy{data};
    const auto index = line_with(copy.lines, "\"day_checked\"");
    auto json = Json::parse(copy.lines[index]);
    SECTION("one that says something else")
    {
        json["facts"][0]["day_checked"]["verdict"] = "CLEAR";
    }
    SECTION("another time") { json["facts"][0]["decided_at"] = "2026-11-20T23:30:00.000001Z"; }
    SECTION("one too few") { json["facts"] = Json::array(); }
    SECTION("one too many") { json["facts"].push_back(json["facts"][0]); }
    copy.lines[index] = json.dump();
    CHECK(copy.bad_position() == position_of(copy.lines[index]));
}

TEST_CASE("the hash of what people wrote belongs to the signature", "[unit][audit]")
{
    const SignedData data;
    Elsewhere copy{data};
    const auto index = line_with(copy.lines, "\"remark\"");
    SECTION("another hash refutes it")
    {
        auto json = Json::parse(copy.lines[index]);
        json["sha256"] = std::string(64, '0');
        copy.lines[index] = json.dump();
        CHECK(copy.bad_position() == data.signing);
    }
    SECTION("without it the signature is not proved")
    {
        copy.lines.erase(copy.lines.begin() + static_cast<std::ptrdiff_t>(index));
        const auto json = copy.verify().json();
        CHECK(json["verified"] == true);
        CHECK(json["signatures"]["not_proved_first"][0]["position"] == data.signing);
    }
}

TEST_CASE("the page says of the day what the standards ask", "[unit][audit]")
{
    const SignedData data;
    const auto page = Elsewhere{data, {"--head", data.folder.file("head")}}.page();
    for (const char* words : {"Friday 2026-11-20",
                              "VIOLATIONS",
                              "1 message was not returned by 17:00:00",
                              "UNRETURNED",
                              "call pbx1/2.0",
                              "Signed by sue",
                              "the signature is proved",
                              "reopened",
                              "uncovered",
                              "paused",
                              "pbx1/199@default",
                              "violation",
                              "pbx1/103@default: CONFIRMED",
                              "Disconnection requested by sue",
                              "confirmed by mia",
                              "is no longer in it",
                              "pbx1/104@default: HANDED_OVER",
                              "Handed over to ben by mia",
                              "America/Chicago",
                              "audit verify --export"})
        CHECK_THAT(page, Catch::Contains(words));
    CHECK_THAT(page, !Catch::Contains("<script") && !Catch::Contains("http"));
}

TEST_CASE("the page and the file are named one by one, and --json in front is the answer's",
          "[unit][audit]")
{
    const SignedData data;
    const TemporaryFolder to;
    const auto ended = [&](const std::string& option, const std::string& file) {
        return ctl({"--json", "audit", "export", "northside", "2026-11-20", "2026-11-20", "--data",
                    data.folder.path(), option, to.file(file)});
    };
    const auto file = ended("--json", "day.jsonl").json();
    CHECK(file["file"] == to.file("day.jsonl"));
    CHECK(file["page"] == "");
    CHECK(file["records"] > 10);
    CHECK(ended("--html", "day.html").json()["page"] == to.file("day.html"));
    CHECK(std::filesystem::exists(to.file("day.jsonl")));
    CHECK(std::filesystem::exists(to.file("day.html")));
}

TEST_CASE("what cannot be exported is said in one sentence", "[unit][audit]")
{
    const SignedData data;
    const TemporaryFolder to;
    const auto ended = [&](const std::vector<std::string>& words) {
        std::vector<std::string> all{"audit", "export"};
        all.insert(all.end(), words.begin(), words.end());
        all.insert(all.end(), {"--data", data.folder.path(), "--out", to.path()});
        return ctl(all);
    };
    CHECK(ended({"nowhere", "2026-11-20", "2026-11-20"}).exit_code == exit_negative);
    CHECK(ended({"northside", "2026-11-21", "2026-11-20"}).exit_code == exit_usage);
    CHECK(ended({"northside", "2026-11-20", "yesterday"}).exit_code == exit_usage);
    CHECK(ended({"northside", "2025-11-20", "2026-11-21"}).exit_code == exit_usage);
    CHECK(ended({"northside", "2026-11-20", "2026-11-20", "--zone", "America/Chicgo"}).exit_code ==
          exit_usage);
    CHECK(std::filesystem::is_empty(to.path()));
    CHECK(data.export_to(to.path()).exit_code == exit_ok);
    CHECK_THAT(data.export_to(to.path()).err, Catch::Contains("is there already"));
    std::ofstream{to.file("none.jsonl")} << "{}\n";
    CHECK(ctl({"audit", "verify", "--export", to.file("none.jsonl")}).exit_code == exit_usage);
    CHECK(ctl({"audit", "verify"}).exit_code == exit_usage);
}

}  // namespace callwatch::test
