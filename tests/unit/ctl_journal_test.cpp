// Does callwatchctl read a journal's own file: every fact, beside its owner, and does it notice
// when the file has been touched? Small real journals in a temporary directory.

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "daemon/ctl/command_line.hpp"
#include "daemon/ctl/row_json.hpp"
#include "daemon/journal/open_journal.hpp"
#include "daemon/model/exit_code.hpp"
#include "daemon/wire/fact_codec.hpp"

using namespace callwatch;
using Catch::Matchers::Contains;

namespace {

struct Ended {
    int exit_code;
    std::string out;
    std::string err;
};

/// A journal of three facts in two rows, closed unless a test opens it.
class SmallJournal {
public:
    SmallJournal()
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "ctl-XXXXXX").string();
        directory_ = ::mkdtemp(pattern.data());
        const auto journal = open();
        journal->append({heard("pbx1"), heard("pbx2")});
        journal->append({heard("pbx3-silver")});
    }
    ~SmallJournal() { std::filesystem::remove_all(directory_); }

    std::unique_ptr<Journal> open() const { return open_journal(file()); }
    std::string file() const { return directory_ + "/journal.db"; }

    Ended journal(std::vector<std::string> words) const
    {
        words.insert(words.begin(), "journal");
        words.insert(words.end(), {"--data", directory_});
        std::ostringstream out;
        std::ostringstream err;
        const int exit_code = ctl::run(std::move(words), {out, err, {}});
        return {exit_code, out.str(), err.str()};
    }

    /// Writes over `before`, which the file has, with as many bytes of something else.
    void forge(const std::string& before, const std::string& after) const
    {
        std::stringstream bytes;
        bytes << std::ifstream{file(), std::ios::binary}.rdbuf();
        const auto at = bytes.str().find(before);
        REQUIRE(at != std::string::npos);
        std::fstream stream{file(), std::ios::binary | std::ios::in | std::ios::out};
        stream.seekp(static_cast<std::streamoff>(at));
        stream << after;
    }

private:
    static std::string heard(const std::string& source)
    {
        return encode_fact({.decided_at = Instant{Micros{1'795'215'600'000'000}},
                            .fact = SourceHeard{.source = {source}}});
    }

    std::string directory_;
};

}  // namespace

TEST_CASE("a journal's file is printed fact by fact", "[unit][ctl]")
{
    const SmallJournal small;
    const Ended text = small.journal({"print"});
    CHECK(text.exit_code == exit_ok);
    CHECK_THAT(text.out,
               Contains("       1  ") && Contains("       3  ") && Contains("pbx3-silver"));
    const Ended rest = small.journal({"print", "--json", "--after", "2"});
    CHECK(
        rest.out ==
        R"({"position":3,"decided_at":"2026-11-20T23:00:00.000000Z","source_heard":{"source_id":"pbx3-silver"}})"
        "\n");
}

TEST_CASE("an untouched journal is verified, also while its owner has it open", "[unit][ctl]")
{
    const SmallJournal small;
    const auto owner = small.open();
    const Ended ended = small.journal({"verify"});
    CHECK(ended.exit_code == exit_ok);
    CHECK_THAT(ended.out, Contains("Verified") && Contains("Facts: 3. Rows: 2."));
    CHECK_THAT(ended.out, Contains("head 3:" + to_hex(owner->head().hash)));
}

TEST_CASE("a changed fact ends with 4 and names the first position nobody vouches for",
          "[unit][ctl]")
{
    const SmallJournal small;
    small.forge("pbx3-silver", "pbx3-golden");
    const Ended text = small.journal({"verify"});
    CHECK(text.exit_code == exit_journal);
    CHECK_THAT(text.out, Contains("BROKEN at position 3") && Contains("Facts: 2. Rows: 1."));
    const auto json = ctl::Json::parse(small.journal({"verify", "--json"}).out);
    CHECK(json["verified"] == false);
    CHECK(json["fault"]["position"] == 3);
    const Ended print = small.journal({"print"});
    CHECK(print.exit_code == exit_journal);
    CHECK_THAT(print.out, !Contains("golden"));
}

TEST_CASE("rows that were cut off show against a head that was kept", "[unit][ctl]")
{
    const SmallJournal small;
    const std::string kept = ctl::Json::parse(small.journal({"verify", "--json"}).out)["head"];
    CHECK(small.journal({"verify", "--head", kept}).exit_code == exit_ok);
    CHECK(small.journal({"verify", "--head", "4" + kept.substr(1)}).exit_code == exit_journal);
}

TEST_CASE("a file that is no journal ends with 4 and is not made into one", "[unit][ctl]")
{
    const SmallJournal small;
    std::filesystem::remove(small.file());
    std::ofstream{small.file()} << "not a journal at all, and long enough to be read as something";
    CHECK(small.journal({"verify"}).exit_code == exit_journal);
    std::filesystem::remove(small.file());
    CHECK(small.journal({"print"}).exit_code == exit_journal);
    CHECK_FALSE(std::filesystem::exists(small.file()));
}
