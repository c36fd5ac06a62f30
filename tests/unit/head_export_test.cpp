// Is the journal's head written elsewhere, signed, as the journal grows and when it stops, and is
// one that the journal does not pass through kept?

#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include <catch2/catch.hpp>

#include "daemon/app/head_export.hpp"
#include "daemon/journal/open_journal.hpp"
#include "tests/support/temporary_folder.hpp"

namespace callwatch::test {
namespace {

using namespace std::chrono_literals;

constexpr Instant noon{Micros{1'795'215'600'000'000}};

struct World {
    World() : key{keys::make_key({})} {}

    std::string journal_path() const { return folder.file("journal.db"); }
    std::string file() const { return folder.file("head"); }
    HeadExport::Parts parts(std::chrono::milliseconds every) const
    {
        return {.file = file(),
                .journal_path = journal_path(),
                .key = {.part = key.part,
                        .secret = keys::Secret{key.secret.bytes()},
                        .sign_seed = keys::Secret{key.sign_seed.bytes()}},
                .now = [] { return noon; },
                .every = every};
    }
    std::string text() const
    {
        std::ifstream stream{file()};
        return {std::istreambuf_iterator<char>{stream}, {}};
    }
    std::optional<SignedHead> exported() const { return parse_signed_head(text()); }
    /// Until the file says so; the thread is another one.
    bool comes_to(const JournalHead& head) const
    {
        for (int tries = 0; tries < 500; ++tries, std::this_thread::sleep_for(10ms))
            if (const auto found = exported(); found && found->head == head) return true;
        return false;
    }

    TemporaryFolder folder;
    keys::Key key;
};

}  // namespace

TEST_CASE("a head is written after a commit, and then no sooner than it may", "[unit][head_export]")
{
    const World world;
    const auto journal = open_journal(world.journal_path());
    HeadExport heads{world.parts(1h)};
    const auto first = journal->append({"one"});
    heads.durable(first);
    REQUIRE(world.comes_to(first));
    const auto found = *world.exported();
    CHECK(is_signed(found));
    CHECK(found.sign_key == world.key.part.sign_key);
    CHECK(found.time == "2026-11-20T23:00:00.000000Z");

    const auto second = journal->append({"two"});
    heads.durable(second);
    std::this_thread::sleep_for(50ms);
    CHECK(world.exported()->head == first);
    heads.stop(second);
    CHECK(world.exported()->head == second);
}

TEST_CASE("what was committed meanwhile is written when it may, without a further commit",
          "[unit][head_export]")
{
    const World world;
    const auto journal = open_journal(world.journal_path());
    HeadExport heads{world.parts(20ms)};
    heads.durable(journal->append({"one"}));
    const auto second = journal->append({"two"});
    heads.durable(second);
    CHECK(world.comes_to(second));
}

TEST_CASE("where nothing can be written it is tried again, and nobody is stopped",
          "[unit][head_export]")
{
    const World world;
    const auto journal = open_journal(world.journal_path());
    auto parts = world.parts(10ms);
    const auto share = world.folder.file("share");
    parts.file = share + "/head";
    HeadExport heads{std::move(parts)};
    const auto head = journal->append({"one"});
    heads.durable(head);
    std::this_thread::sleep_for(50ms);
    std::filesystem::create_directory(share);
    std::string text;
    for (int tries = 0; tries < 500 && text.empty(); ++tries, std::this_thread::sleep_for(10ms)) {
        std::ifstream stream{share + "/head"};
        std::getline(stream, text);
    }
    REQUIRE(parse_signed_head(text));
    CHECK(parse_signed_head(text)->head == head);
}

TEST_CASE("a head that the journal does not pass through is the proof of it, and stays",
          "[unit][head_export]")
{
    const World world;
    {
        const auto journal = open_journal(world.journal_path());
        journal->append({"one"});
        HeadExport heads{world.parts(1h)};
        heads.stop(journal->append({"two"}));
    }
    const auto before = world.text();
    SECTION("another start goes on from it")
    {
        const auto journal = open_journal(world.journal_path());
        HeadExport heads{world.parts(1h)};
        const auto third = journal->append({"three"});
        heads.stop(third);
        CHECK(world.exported()->head == third);
    }
    SECTION("a journal that was put in its place does not write over it")
    {
        for (const char* name : {"journal.db", "journal.db.head"})
            std::filesystem::remove(world.folder.file(name));
        const auto journal = open_journal(world.journal_path());
        HeadExport heads{world.parts(1h)};
        heads.stop(journal->append({"another"}));
        CHECK(world.text() == before);
    }
    SECTION("nor does another collector")
    {
        const World other;
        const auto journal = open_journal(world.journal_path());
        auto parts = other.parts(1h);
        parts.file = world.file();
        parts.journal_path = world.journal_path();
        HeadExport heads{std::move(parts)};
        heads.stop(journal->append({"three"}));
        CHECK(world.text() == before);
    }
}

TEST_CASE("a signed head that was changed is signed no more", "[unit][head_export]")
{
    const auto key = keys::make_key({});
    const auto line = to_line(sign_head({.position = 12, .hash = {1}}, noon, key));
    REQUIRE(parse_signed_head(line));
    CHECK(is_signed(*parse_signed_head(line)));
    for (const auto& [before, after] :
         {std::pair{"12,", "13,"}, {"\"01", "\"02"}, {"23:00", "22:00"}}) {
        auto other = line;
        other.replace(other.find(before), std::string_view{before}.size(), after);
        REQUIRE(parse_signed_head(other));
        CHECK_FALSE(is_signed(*parse_signed_head(other)));
    }
    CHECK_FALSE(parse_signed_head(line.substr(1)));
    CHECK_FALSE(parse_signed_head("{}"));
}

}  // namespace callwatch::test
