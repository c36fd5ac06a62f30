// Do the newest facts stay within their bounds, in lines and in bytes, and does every answer stay
// within the 4 MiB of the contract?

#include <catch2/catch.hpp>

#include "daemon/app/recent_facts.hpp"
#include "daemon/wire/fact_codec.hpp"

namespace callwatch::test {
namespace {

std::string fact_of(std::size_t bytes)
{
    return encode_fact({Instant{}, SourceHeard{{std::string(bytes, 's')}}});
}

void add(RecentFacts& recent, Position position, std::size_t bytes)
{
    recent.add(position, {fact_of(bytes)});
}

v1::Reply ask(const RecentFacts& recent, Position after, Position durable, std::uint32_t limit = 0)
{
    v1::JournalQuery query;
    query.set_after(after);
    query.set_limit(limit);
    v1::Reply reply;
    recent.answer(query, durable, reply);
    return reply;
}

constexpr std::size_t reply_bytes_of_the_contract = 4u << 20;

}  // namespace

TEST_CASE("the newest facts are told up to what is durable, after any position", "[unit][journal]")
{
    RecentFacts recent;
    for (Position position = 11; position <= 20; ++position) add(recent, position, 3);
    const auto reply = ask(recent, 12, 18, 3);
    CHECK(reply.journal().head() == 18);
    REQUIRE(reply.journal().lines_size() == 3);
    CHECK(reply.journal().lines(0).position() == 13);
    CHECK(ask(recent, 10, 18).journal().lines_size() == 8);
    CHECK(ask(recent, 18, 18).journal().lines_size() == 0);
    CHECK(ask(recent, 9, 18).refused().code() == "not_available");
}

TEST_CASE("many facts are bounded by their number, large ones by their bytes", "[unit][journal]")
{
    RecentFacts recent;
    Position position = 0;
    SECTION("many")
    {
        for (; position < 2 * RecentFacts::kept;) add(recent, ++position, 50);
        const Position a_block = RecentFacts::block_bytes / 50;
        CHECK(ask(recent, position - RecentFacts::kept - a_block, position).has_refused());
        CHECK_FALSE(ask(recent, position - RecentFacts::kept, position).has_refused());
    }
    SECTION("large")
    {
        constexpr std::size_t large = 1'000'000;
        for (; position < 40;) add(recent, ++position, large);
        const auto kept = RecentFacts::bytes_kept / large;
        CHECK(ask(recent, 40 - kept - 2, position).has_refused());
        CHECK_FALSE(ask(recent, 40 - kept, position).has_refused());
    }
}

TEST_CASE("an answer stays within the contract, and always goes on", "[unit][journal]")
{
    const auto size = GENERATE(std::size_t{3}, std::size_t{5'000}, std::size_t{300'000},
                               std::size_t{fact_bytes_max - 100});
    RecentFacts recent;
    constexpr Position all = 20;
    for (Position position = 1; position <= all; ++position) add(recent, position, size);
    Position after = all - std::min<Position>(all, RecentFacts::bytes_kept / (size + 64));
    int told = 0;
    while (after < all) {
        const auto reply = ask(recent, after, all);
        REQUIRE(reply.journal().lines_size() > 0);
        CHECK(reply.ByteSizeLong() <= reply_bytes_of_the_contract);
        told += reply.journal().lines_size();
        after += static_cast<Position>(reply.journal().lines_size());
    }
    CHECK(told > 0);
}

}  // namespace callwatch::test
