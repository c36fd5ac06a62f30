// Does this program make of a fixed history what every program of the same Board::format makes of
// it? If not, a snapshot written by the one is wrong for the other: then raise Board::format, and
// put the new pair here. The history is tests/data/state_format.facts; the hidden test makes
// another one.

#include <fstream>

#include <catch2/catch.hpp>

#include "daemon/journal/chain.hpp"
#include "daemon/journal/sha256.hpp"
#include "daemon/wire/board_codec.hpp"
#include "daemon/wire/fact_codec.hpp"
#include "tests/support/random_day.hpp"

namespace callwatch::test {
namespace {

constexpr std::uint32_t known_format = 8;
constexpr auto known_hash = "6142cceed83cda697550d372e69513f710254aeb91f6a67e9a0b0fac292e7773";

std::string hash_of_state(const Board& board)
{
    Sha256 hash;
    BoardCodec::write(
        board, [&](const BoardCodec::Record& record) { hash.add(record.SerializeAsString()); });
    return to_hex(hash.finish());
}

}  // namespace

TEST_CASE("what is made of the facts has changed only with the state format", "[unit][snapshot]")
{
    std::ifstream file{STATE_FORMAT_FACTS, std::ios::binary};
    const std::string bytes{std::istreambuf_iterator<char>{file}, {}};
    REQUIRE(bytes.size() > 1'000);
    Board board;
    const StoredRow row{.first = 1, .count = 0, .format = row_format, .bytes = bytes};
    for_each_fact(row, [&](Position, std::string_view fact) {
        const auto read = decode_fact(fact);
        REQUIRE(read);
        board.apply(*read);
    });
    INFO("raise Board::format, and write its hash into this test");
    CHECK(Board::format == known_format);
    CHECK(hash_of_state(board) == known_hash);
}

TEST_CASE("a history for the test above is written", "[.make]")
{
    SeededRandom random{7};
    FactBytes facts;
    for (const auto& fact : random_days(random)) facts.push_back(encode_fact(fact));
    std::ofstream{STATE_FORMAT_FACTS, std::ios::binary} << facts.bytes();
}

}  // namespace callwatch::test
