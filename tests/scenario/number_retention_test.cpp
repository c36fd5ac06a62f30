// Privacy: when does a caller's number go? When nobody used it for pii_retention_days, and never
// while a message of the caller is still to be returned.

#include <catch2/catch.hpp>

#include "tests/support/collector.hpp"

namespace callwatch::test {
namespace {

const std::string ann = "0217000021";
const std::string bob = "0217000022";

std::vector<std::string> tokens_erased(const Facts& facts)
{
    std::vector<std::string> tokens;
    for (const auto& fact : facts)
        if (const auto* erased = fact.fact.as<NumbersErased>())
            for (const auto& number : erased->numbers) tokens.push_back(number.text.str());
    return tokens;
}

}  // namespace

TEST_CASE("a number nobody used for long is erased, and that is on record", "[scenario][privacy]")
{
    Collector collector;
    collector.at("09:00:00").numbers_unused({ann, bob});
    CHECK(tokens_erased(collector.facts()) == std::vector{ann, bob});
    CHECK(collector.told_about("erased") ==
          std::vector<std::string>{"15:00:00.000 2 numbers erased from the vault: retention"});
}

TEST_CASE("a number is kept while a message of its caller is open, and goes when it was returned",
          "[scenario][privacy]")
{
    Collector collector;
    collector.at("09:00:00").message("m1", from(ann), "101");
    collector.at("09:01:00").numbers_unused({ann, bob});
    CHECK(tokens_erased(collector.facts()) == std::vector{bob});
    collector.at("10:00:00").calls_back("101", ann, std::chrono::seconds{60});
    CHECK(collector.state("m1") == "RETURNED");
    collector.at("10:05:00").numbers_unused({ann});
    CHECK(tokens_erased(collector.facts()) == std::vector{bob, ann});
}

TEST_CASE("nothing to erase is no fact, and a restart knows the same", "[scenario][privacy]")
{
    Collector collector;
    collector.at("09:00:00").message("m1", from(ann), "101");
    const auto facts = collector.facts().size();
    collector.numbers_unused({}).numbers_unused({ann});
    CHECK(collector.facts().size() == facts);
    collector.numbers_unused({bob}).restart();
}

TEST_CASE("a fact names so many numbers and no more", "[scenario][privacy]")
{
    Collector collector;
    std::vector<std::string> many;
    for (int i = 0; i < 100; ++i) many.push_back("n" + std::to_string(i));
    collector.at("09:00:00").numbers_unused(many);
    CHECK(tokens_erased(collector.facts()).size() == numbers_erased_max);
}

}  // namespace callwatch::test
