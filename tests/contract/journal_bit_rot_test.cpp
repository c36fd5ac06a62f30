// Is one wrong bit anywhere in a closed journal noticed, or without effect? Every bit at the
// beginning of every page, where SQLite's structure is, and bits drawn from everywhere else. A
// wrong bit must never show as another fact, or as a journal that merely ends earlier.

#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>

#include "daemon/journal/open_journal.hpp"
#include "tests/contract/journal_contract.hpp"
#include "tests/support/seeded_random.hpp"
#include "tests/support/temporary_folder.hpp"

namespace callwatch::test {
namespace {

constexpr std::size_t page_bytes = 4'096;
constexpr std::size_t structure_bytes = 48;
constexpr int bits_drawn = 300;
constexpr Position facts_written = 12;

std::string content_of(const std::string& path)
{
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

void put(const std::string& path, const std::string& content)
{
    std::ofstream{path, std::ios::binary | std::ios::trunc} << content;
}

std::vector<std::size_t> bits_to_flip(std::size_t bytes, SeededRandom& random)
{
    std::vector<std::size_t> bits;
    for (std::size_t page = 0; page < bytes; page += page_bytes)
        for (std::size_t bit = 0; bit < structure_bytes * 8; ++bit) bits.push_back(page * 8 + bit);
    for (int draw = 0; draw < bits_drawn; ++draw) bits.push_back(random.below(bytes * 8));
    return bits;
}

enum class Outcome { refused, unharmed, deceived };

Outcome read_back(const std::string& path)
{
    FactBytes facts;
    try {
        open_journal(path)->replay(0,
                                   [&](Position, std::string_view fact) { facts.push_back(fact); });
    } catch (const JournalError&) {
        return Outcome::refused;
    }
    return facts == facts_of_history(1, facts_written) ? Outcome::unharmed : Outcome::deceived;
}

}  // namespace

TEST_CASE("one wrong bit is noticed or without effect", "[contract][journal]")
{
    const TemporaryFolder folder;
    const std::string path = folder.file("journal.db");
    for (Position row = 1; row <= facts_written; ++row)
        open_journal(path)->append(facts_of_history(row, row));
    const std::string whole = content_of(path);
    const std::string head = content_of(path + ".head");
    const std::uint64_t seed = seed_of_this_run(4);
    CAPTURE(seed);
    SeededRandom random{seed};

    int refused = 0;
    std::vector<std::size_t> deceiving;
    for (const std::size_t bit : bits_to_flip(whole.size(), random)) {
        std::string damaged = whole;
        damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << (bit % 8)));
        for (const char* beside : {"-wal", "-shm"}) std::filesystem::remove(path + beside);
        put(path, damaged);
        put(path + ".head", head);
        const Outcome outcome = read_back(path);
        if (outcome == Outcome::deceived) deceiving.push_back(bit);
        refused += outcome == Outcome::refused;
    }
    CHECK(deceiving == std::vector<std::size_t>{});
    CHECK(refused > 100);
}

}  // namespace callwatch::test
