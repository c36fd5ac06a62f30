// Is a restart from a snapshot and the facts after it the same as one from all facts? Random days
// of the fake world, a journal with rows of random length, snapshots at random places, good and
// bad.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <thread>

#include <catch2/catch.hpp>

#include "daemon/journal/open_journal.hpp"
#include "daemon/recovery/recovery.hpp"
#include "daemon/recovery/snapshot_maker.hpp"
#include "daemon/recovery/state_hash.hpp"
#include "daemon/wire/fact_codec.hpp"
#include "tests/support/memory_journal.hpp"
#include "tests/support/random_day.hpp"
#include "tests/support/temporary_folder.hpp"

namespace callwatch::test {
namespace {

constexpr std::uint64_t histories = 40;

std::vector<std::string> bytes_of(const Facts& facts)
{
    std::vector<std::string> bytes;
    for (const auto& fact : facts) bytes.push_back(encode_fact(fact));
    return bytes;
}

/// Appends facts [from, to) in rows of random length.
void append_in_rows(Journal& journal, const std::vector<std::string>& facts, std::size_t from,
                    std::size_t to, SeededRandom& random)
{
    while (from < to) {
        FactBytes row;
        for (auto left = 1 + random.below(40); left > 0 && from < to; --left)
            row.push_back(facts[from++]);
        journal.append(row);
    }
}

Board board_of(const Facts& facts, std::size_t count)
{
    Board board;
    for (std::size_t i = 0; i < count; ++i) board.apply(facts[i]);
    return board;
}

/// A journal of one random history, with snapshots at its middle and near its end.
struct World {
    explicit World(std::uint64_t seed) : random{seed}, facts{random_days(random)}
    {
        const auto bytes = bytes_of(facts);
        middle = facts.size() / 4 + random.below(facts.size() / 4);
        late = middle + 1 + random.below(facts.size() - middle - 1);
        append_in_rows(journal, bytes, 0, middle, random);
        write_snapshot(folder.path(), board_of(facts, middle), journal.head());
        append_in_rows(journal, bytes, middle, late, random);
        write_snapshot(folder.path(), board_of(facts, late), journal.head());
        append_in_rows(journal, bytes, late, facts.size(), random);
        whole = board_of(facts, facts.size());
    }

    Recovered recovered() { return recover(journal, folder.path()); }
    std::filesystem::path newest() const { return list_snapshots(folder.path()).front(); }

    void same_as_replay(Position from_snapshot)
    {
        const auto found = recovered();
        CHECK(found.from_snapshot == from_snapshot);
        CHECK(found.replayed == facts.size() - from_snapshot);
        CHECK(found.head == journal.head());
        CHECK(found.board == whole);
        CHECK(ledger_hash(found.board) == ledger_hash(whole));
        CHECK(operational_hash(found.board) == operational_hash(whole));
    }

    SeededRandom random;
    Facts facts;
    TemporaryFolder folder;
    MemoryDisk disk;
    MemoryJournal journal{disk};
    std::size_t middle = 0;
    std::size_t late = 0;
    Board whole;
};

void flip_bit(const std::filesystem::path& path, std::uint64_t bit)
{
    std::fstream file{path, std::ios::binary | std::ios::in | std::ios::out};
    file.seekg(static_cast<std::streamoff>(bit / 8));
    const auto byte = static_cast<char>(file.get() ^ (1 << (bit % 8)));
    file.seekp(static_cast<std::streamoff>(bit / 8));
    file.put(byte);
}

}  // namespace

TEST_CASE("a restart from a snapshot and the facts after it is the same as one from all facts",
          "[property][snapshot]")
{
    const auto first = seed_of_this_run(1);
    for (auto seed = first; seed < first + histories; ++seed) {
        CAPTURE(seed);
        World world{seed};
        world.same_as_replay(world.late);
    }
}

TEST_CASE("a snapshot that is damaged anywhere is passed over for the one before",
          "[property][snapshot]")
{
    const auto seed = seed_of_this_run(2);
    CAPTURE(seed);
    World world{seed};
    const auto newest = world.newest();
    const auto bits = 8 * std::filesystem::file_size(newest);
    for (int draw = 0; draw < 50; ++draw) {
        const auto bit = world.random.below(bits);
        CAPTURE(bit);
        flip_bit(newest, bit);
        REQUIRE_FALSE(read_snapshot(newest));
        flip_bit(newest, bit);
        REQUIRE(read_snapshot(newest));
    }
    std::filesystem::resize_file(newest, bits / 8 - 1 - world.random.below(bits / 8 - 1));
    world.same_as_replay(world.middle);
    std::filesystem::resize_file(list_snapshots(world.folder.path()).back(), 0);
    world.same_as_replay(0);
}

TEST_CASE("a snapshot of another history, or of one that goes on, is passed over",
          "[property][snapshot]")
{
    World world{seed_of_this_run(3)};
    World other{seed_of_this_run(3) + 1'000};
    SECTION("another one, under the name of the newest")
    {
        std::filesystem::copy_file(other.newest(), world.newest(),
                                   std::filesystem::copy_options::overwrite_existing);
        world.same_as_replay(world.middle);
    }
    SECTION("a journal that was put back from a backup before the snapshot")
    {
        const auto bytes = bytes_of(world.facts);
        MemoryDisk disk;
        MemoryJournal journal{disk};
        append_in_rows(journal, bytes, 0, world.middle / 2, world.random);
        const auto found = recover(journal, world.folder.path());
        CHECK(found.from_snapshot == 0);
        CHECK(found.board == board_of(world.facts, world.middle / 2));
    }
    SECTION("the same facts in rows that end elsewhere")
    {
        MemoryDisk disk;
        MemoryJournal journal{disk};
        for (const auto& fact : bytes_of(world.facts)) journal.append({fact});
        const auto found = recover(journal, world.folder.path());
        CHECK(found.from_snapshot == 0);
        CHECK(found.board == world.whole);
    }
}

TEST_CASE("a snapshot made while the journal is written is exactly the state at its place",
          "[property][snapshot]")
{
    const auto seed = seed_of_this_run(7);
    CAPTURE(seed);
    SeededRandom random{seed};
    const auto facts = random_days(random);
    const auto bytes = bytes_of(facts);
    const TemporaryFolder folder;
    const auto journal = open_journal(folder.file("journal.db"));
    SnapshotMaker maker{folder.file("journal.db"), folder.path(), 1, 0};
    std::set<Position> places;
    for (std::size_t from = 0; from < facts.size();) {
        FactBytes row;
        for (auto left = 1 + random.below(5); left > 0 && from < facts.size(); --left)
            row.push_back(bytes[from++]);
        const auto before = list_snapshots(folder.path());
        maker.durable(journal->append(row).position);
        // The maker has the lowest priority: on a busy machine it would see the end only.
        for (int i = 0; i < 400 && places.size() <= 2 && list_snapshots(folder.path()) == before;
             ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds{5});
        for (const auto& file : list_snapshots(folder.path())) {
            const auto made = read_snapshot(file);
            if (!made || !places.insert(made->at.position).second) continue;  // Gone meanwhile.
            CHECK(journal->passes(made->at));
            CHECK(made->board == board_of(facts, made->at.position));
        }
    }
    maker.stop();
    CHECK(places.size() > 2);
}

TEST_CASE("only the newest two snapshots are kept, and what was not finished is none",
          "[property][snapshot]")
{
    World world{seed_of_this_run(4)};
    std::ofstream{world.folder.file("state-99999999999999999999.snapshot.new")} << "half";
    write_snapshot(world.folder.path(), world.whole, world.journal.head());
    const auto files = list_snapshots(world.folder.path());
    REQUIRE(files.size() == snapshots_kept);
    CHECK(read_snapshot(files[0])->at == world.journal.head());
    CHECK(read_snapshot(files[1])->at.position == world.late);
    CHECK_FALSE(
        std::filesystem::exists(world.folder.file("state-99999999999999999999.snapshot.new")));
    world.same_as_replay(world.facts.size());
}

TEST_CASE("the newest facts are told to who asked, however little had to be replayed",
          "[property][snapshot]")
{
    World world{seed_of_this_run(5)};
    std::vector<Position> told;
    const auto found =
        recover(world.journal, world.folder.path(),
                {.recent = world.facts.size() / 2,
                 .on_recent = [&](Position at, std::string_view) { told.push_back(at); },
                 .now_and_then = {}});
    CHECK(found.board == world.whole);
    REQUIRE(told.size() == world.facts.size() / 2);
    CHECK(told.front() == world.facts.size() - told.size() + 1);
    CHECK(told.back() == world.facts.size());
}

TEST_CASE("a snapshot that lacks the last event is seen (canary)", "[property][snapshot]")
{
    World world{seed_of_this_run(6)};
    const auto kept = read_snapshot(world.newest());
    REQUIRE(kept);
    CHECK(kept->board == board_of(world.facts, world.late));
    CHECK_FALSE(kept->board == board_of(world.facts, world.late - 1));
    auto before = world.late - 1;
    while (world.facts[before].fact.as<EventAccepted>() == nullptr) --before;
    CHECK(operational_hash(kept->board) != operational_hash(board_of(world.facts, before)));
}

}  // namespace callwatch::test
