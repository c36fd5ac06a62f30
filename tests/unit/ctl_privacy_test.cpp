// Does callwatchctl erase numbers only when it is meant, leave nothing of them, and keep it on
// record?

#include <filesystem>
#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>

#include "daemon/ctl/command_line.hpp"
#include "daemon/ctl/row_json.hpp"
#include "daemon/journal/journal_file.hpp"
#include "daemon/journal/open_journal.hpp"
#include "daemon/model/exit_code.hpp"
#include "daemon/wire/fact_codec.hpp"
#include "tests/support/temporary_folder.hpp"

namespace callwatch::test {
namespace {

const std::string ann = "+15125550142";
const std::string bob = "+15125550143";
constexpr VaultDay long_ago = 18'262;  // 2020-01-01.

/// A data folder with a journal and two numbers; ann's message is still to be returned.
class DataFolder {
public:
    DataFolder()
    {
        const auto vault = open_vault(folder.file("vault.db"));
        vault->set_day(long_ago);
        ann_token = vault->token_for(VaultKind::number, ann);
        bob_token = vault->token_for(VaultKind::number, bob);
        const auto changes = vault->take_changes();
        vault->write(changes);
        for (const auto& change : changes) sealed.push_back(change.sealed);
        MessageLeft left{.message = {"m1"}, .mailbox = {"pbx1/101"}, .location = {"north"}};
        left.caller.number = {ann_token};
        const std::string fact = encode_fact({Instant{std::chrono::hours{500'000}}, left});
        open_journal(folder.file("journal.db"))->append({fact});
    }

    struct Ended {
        int exit_code;
        std::string out;
        std::string err;
    };
    Ended privacy(std::vector<std::string> words, const std::string& answer = {}) const
    {
        words.insert(words.begin(), "privacy");
        words.insert(words.end(), {"--data", folder.path()});
        std::istringstream in{answer};
        std::ostringstream out;
        std::ostringstream err;
        const int exit_code = ctl::run(std::move(words), {out, err, {}, &in});
        return {exit_code, out.str(), err.str()};
    }

    bool somewhere(const std::string& bytes) const
    {
        for (const auto& entry : std::filesystem::directory_iterator{folder.path()}) {
            std::ifstream file{entry.path(), std::ios::binary};
            const std::string all{std::istreambuf_iterator<char>{file}, {}};
            if (all.find(bytes) != std::string::npos) return true;
        }
        return false;
    }

    std::optional<NumbersErased> record() const
    {
        std::optional<NumbersErased> found;
        read_journal(folder.file("journal.db"), 0, [&](Position, std::string_view bytes) {
            const auto fact = decode_fact(bytes);
            if (const auto* erased = fact->fact.as<NumbersErased>()) found = *erased;
        });
        return found;
    }

    const TemporaryFolder folder;
    std::string ann_token;
    std::string bob_token;
    std::vector<std::string> sealed;  ///< ann's, bob's.
};

}  // namespace

TEST_CASE("privacy show counts without a key and beside the collector", "[unit][ctl][privacy]")
{
    const DataFolder data;
    const auto journal = open_journal(data.folder.file("journal.db"));
    const auto vault = open_vault(data.folder.file("vault.db"));
    const auto said = ctl::Json::parse(data.privacy({"show", "--json"}).out);
    CHECK(said["numbers"] == 2);
    CHECK(said["oldest_use"] == "2020-01-01");
    CHECK(said["unused"] == 2);
    CHECK(data.privacy({"erase", "--number", bob, "--yes"}).exit_code == exit_journal);
}

TEST_CASE("a number is erased when the word is given, and not before", "[unit][ctl][privacy]")
{
    const DataFolder data;
    REQUIRE(data.somewhere(data.sealed[1]));
    for (const std::string answer : {"", "yes\n", "erase it\n"}) {
        const auto ended = data.privacy({"erase", "--number", bob}, answer);
        CHECK(ended.exit_code == exit_negative);
        CHECK(ended.err.find(bob) == std::string::npos);
        CHECK(data.somewhere(data.sealed[1]));
    }
    CHECK_FALSE(data.record());
    CHECK(data.privacy({"erase", "--number", "(512) 555-0199"}, "erase\n").exit_code ==
          exit_negative);
    const auto ended = data.privacy({"erase", "--number", "+1 (512) 555-0143"}, "erase\n");
    CHECK(ended.exit_code == exit_ok);
    CHECK_FALSE(data.somewhere(data.sealed[1]));
    CHECK(data.somewhere(data.sealed[0]));
    REQUIRE(data.record());
    CHECK(data.record()->numbers == std::vector<NumberToken>{{data.bob_token}});
    CHECK(data.record()->reason == "asked");
    CHECK_FALSE(verify_journal(data.folder.file("journal.db")).fault);
}

TEST_CASE(
    "a caller who is still to be called back keeps the number, unless it is asked for by name",
    "[unit][ctl][privacy]")
{
    const DataFolder data;
    const auto said =
        ctl::Json::parse(data.privacy({"erase", "--older-than", "30", "--yes", "--json"}).out);
    CHECK(said["erased"] == 1);
    CHECK(said["still_needed"] == 1);
    CHECK(data.somewhere(data.sealed[0]));
    CHECK_FALSE(data.somewhere(data.sealed[1]));

    const auto asked = data.privacy({"erase", "--number", ann}, "erase\n");
    CHECK_THAT(asked.err, Catch::Contains("still to be returned"));
    CHECK(asked.exit_code == exit_ok);
    CHECK_FALSE(data.somewhere(data.sealed[0]));
}

TEST_CASE("what to erase must be said, and one thing only", "[unit][ctl][privacy]")
{
    const DataFolder data;
    CHECK(data.privacy({"erase", "--yes"}).exit_code == exit_usage);
    CHECK(data.privacy({"erase", "--yes", "--number", bob, "--older-than", "3"}).exit_code ==
          exit_usage);
    CHECK(data.privacy({"erase", "--yes", "--older-than", "0"}).exit_code == exit_usage);
    CHECK(data.somewhere(data.sealed[1]));
}

}  // namespace callwatch::test
