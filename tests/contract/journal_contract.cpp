// The promises of daemon/journal/journal.hpp, for every implementation. Nine facts in four rows
// (1-2, 3, 4-8, 9) are enough for every place where a row can be damaged: first, middle, last.

#include "tests/contract/journal_contract.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <catch2/catch.hpp>

namespace callwatch::test {
namespace {

struct Replayed {
    Position first = 0;
    FactBytes facts;
    std::string failure;  ///< Empty: none.
    bool in_order = true;
};

Replayed replayed(Journal& journal, Position after = 0)
{
    Replayed found;
    try {
        journal.replay(after, [&](Position position, std::string_view fact) {
            if (found.facts.empty()) found.first = position;
            if (position != found.first + found.facts.size()) found.in_order = false;
            found.facts.push_back(fact);
        });
    } catch (const JournalError& error) {
        found.failure = error.what();
    }
    return found;
}

void write_history(JournalStore& store)
{
    const auto journal = store.open();
    journal->append(facts_of_history(1, 2));
    journal->append(facts_of_history(3, 3));
    journal->append(facts_of_history(4, 8));
    journal->append(facts_of_history(9, 9));
}

/// What opening and replaying says. Damage to the last row is already noticed when it is opened.
Replayed replayed_after_damage(JournalStore& store)
{
    try {
        return replayed(*store.open());
    } catch (const JournalError& error) {
        return {.first = 0, .facts = {}, .failure = error.what(), .in_order = true};
    }
}

/// Damages the history and expects the first bad position in the message, and no fact from there
/// on.
void check_damage(JournalStore& store, Position bad,
                  const std::function<void(std::vector<OwnedRow>&)>& damage)
{
    store.put({});
    write_history(store);
    auto rows = store.rows();
    REQUIRE(rows.size() == 4);
    damage(rows);
    store.put(rows);
    const Replayed found = replayed_after_damage(store);
    CHECK_THAT(found.failure, Catch::Contains(fmt::format("position {}:", bad)));
    CHECK(found.facts.size() < bad);
}

void rehash(OwnedRow& row) { row.hash = bytes_of(hash_of(row.view())); }

void check_growth(JournalStore& store)
{
    SECTION("an empty journal has nothing to tell")
    {
        const auto journal = store.open();
        CHECK(journal->head() == JournalHead{});
        CHECK(replayed(*journal).facts.empty());
        CHECK(replayed(*journal).failure.empty());
    }
    SECTION("facts come back in order, byte for byte, at positions without a gap")
    {
        write_history(store);
        const Replayed found = replayed(*store.open());
        CHECK(found.first == 1);
        CHECK(found.in_order);
        CHECK(found.facts == facts_of_history(1, 9));
        CHECK(found.failure.empty());
    }
    SECTION("append says where the journal ends, and opening it again says the same")
    {
        JournalHead head;
        {
            const auto journal = store.open();
            CHECK(journal->append(facts_of_history(1, 3)).position == 3);
            head = journal->append(facts_of_history(4, 4));
            CHECK(head.position == 4);
            CHECK(journal->head() == head);
        }
        const auto journal = store.open();
        CHECK(journal->head() == head);
        CHECK(journal->append(facts_of_history(5, 6)).position == 6);
        CHECK(replayed(*journal).facts == facts_of_history(1, 6));
    }
    SECTION("every row changes the hash, also one with the same facts")
    {
        const auto journal = store.open();
        const auto one = journal->append(facts_of_history(1, 1));
        CHECK(one.hash != ChainHash{});
        CHECK(journal->append(facts_of_history(1, 1)).hash != one.hash);
    }
    SECTION("a fact may hold any bytes, and as many as the limit")
    {
        const FactBytes facts{std::string("\0\xff\n", 3), std::string(fact_bytes_max, 'x'),
                              "'; DROP"};
        store.open()->append(facts);
        CHECK((replayed(*store.open()).facts == facts));
    }
    SECTION("a row takes as many facts as the limit")
    {
        FactBytes facts;
        while (facts.size() < facts_per_row_max) facts.push_back("x");
        CHECK(store.open()->append(facts).position == facts_per_row_max);
        CHECK((replayed(*store.open()).facts == facts));
    }
}

void check_replay_from_the_middle(JournalStore& store)
{
    SECTION("a replay after any position begins with the next, within rows and between")
    {
        write_history(store);
        const auto journal = store.open();
        for (Position after = 0; after <= 9; ++after) {
            const Replayed found = replayed(*journal, after);
            CHECK(found.facts == facts_of_history(after + 1, 9));
            CHECK(found.in_order);
            CHECK(found.first == (after < 9 ? after + 1 : 0));
            CHECK(found.failure.empty());
        }
    }
    SECTION("a replay after a position that was never reached is refused")
    {
        CHECK_THAT(replayed(*store.open(), 1).failure, Catch::Contains("position 1:"));
        write_history(store);
        CHECK_THAT(replayed(*store.open(), 10).failure, Catch::Contains("position 10:"));
    }
    SECTION("a replay after a position whose row is gone is refused")
    {
        write_history(store);
        auto rows = store.rows();
        rows.erase(rows.begin());
        store.put(rows);
        CHECK_FALSE(replayed(*store.open(), 1).failure.empty());
        CHECK_FALSE(replayed(*store.open(), 2).failure.empty());
    }
}

void check_damage_to_rows(JournalStore& store)
{
    SECTION("a changed byte is noticed in every row")
    {
        const auto row = GENERATE(0u, 1u, 2u, 3u);
        const std::vector<Position> begins{1, 3, 4, 9};
        check_damage(store, begins[row], [&](auto& rows) { rows[row].bytes[5] ^= 1; });
    }
    SECTION("a changed hash is noticed")
    {
        check_damage(store, 4, [](auto& rows) { rows[2].hash[31] ^= 1; });
    }
    SECTION("a changed count is noticed")
    {
        check_damage(store, 4, [](auto& rows) { rows[2].count = 4; });
    }
    SECTION("a changed row with a hash to match breaks the next")
    {
        check_damage(store, 9, [](auto& rows) {
            rows[2].bytes[5] ^= 1;
            rehash(rows[2]);
        });
    }
    SECTION("a deleted row is noticed")
    {
        const auto row = GENERATE(0, 1, 2);
        const std::vector<Position> begins{1, 3, 4};
        check_damage(store, begins[static_cast<std::size_t>(row)],
                     [&](auto& rows) { rows.erase(rows.begin() + row); });
    }
    SECTION("swapped rows are noticed")
    {
        check_damage(store, 3, [](auto& rows) {
            std::swap(rows[1], rows[2]);
            rows[1].first = 3;
            rows[2].first = 8;
        });
    }
    SECTION("an inserted row is noticed, though its hash is right")
    {
        check_damage(store, 5, [](auto& rows) {
            OwnedRow row = rows[1];
            row.first = 4;
            row.previous = rows[1].hash;
            rehash(row);
            rows[2].first = 5;
            rows.insert(rows.begin() + 2, row);
        });
    }
}

void check_forged_rows(JournalStore& store)
{
    SECTION("a row of an unknown format is refused, though its hash is right")
    {
        check_damage(store, 9, [](auto& rows) {
            rows[3].format = row_format + 1;
            rehash(rows[3]);
        });
    }
    SECTION("a row whose facts do not fill it is refused, though its hash is right")
    {
        check_damage(store, 9, [](auto& rows) {
            rows[3].bytes += '\0';
            rehash(rows[3]);
        });
    }
    SECTION("a row of no facts is refused, though its hash is right")
    {
        check_damage(store, 9, [](auto& rows) {
            rows[3].bytes.clear();
            rows[3].count = 0;
            rehash(rows[3]);
        });
    }
    SECTION("a row that begins before the first position is refused")
    {
        check_damage(store, 1, [](auto& rows) {
            rows[0].first = -1;
            rehash(rows[0]);
        });
    }
    SECTION("hashes that are no hashes are refused")
    {
        check_damage(store, 3, [](auto& rows) { rows[1].hash = "x"; });
        check_damage(store, 3, [](auto& rows) { rows[1].previous.clear(); });
    }
}

void check_places(JournalStore& store)
{
    SECTION("the chain passes through the ends of its rows and nothing else")
    {
        const auto journal = store.open();
        CHECK(journal->passes({}));
        std::vector<JournalHead> ends;
        for (const auto& [from, to] : {std::pair{1, 2}, {3, 3}, {4, 8}})
            ends.push_back(journal->append(
                facts_of_history(static_cast<Position>(from), static_cast<Position>(to))));
        for (const auto& end : ends) CHECK(journal->passes(end));
        CHECK(journal->passes({}));
        CHECK_FALSE(journal->passes({2, ends[1].hash}));
        CHECK_FALSE(journal->passes({5, ends[2].hash}));
        CHECK_FALSE(journal->passes({9, ends[2].hash}));
        CHECK_FALSE(journal->passes({0, ends[0].hash}));
    }
    SECTION("a new month changes nothing that is told, and months never go back")
    {
        JournalHead second;
        {
            const auto journal = store.open();
            journal->begin_segment("2026-11");
            CHECK(journal->head() == JournalHead{});
            journal->append(facts_of_history(1, 2));
            journal->begin_segment("2026-12");
            journal->begin_segment("2026-12");
            second = journal->append(facts_of_history(3, 3));
            journal->begin_segment("2026-11");
            journal->append(facts_of_history(4, 8));
            journal->begin_segment("2027-01");
        }
        const auto journal = store.open();
        CHECK(journal->head().position == 8);
        CHECK(journal->passes(second));
        CHECK(journal->passes(journal->head()));
        journal->append(facts_of_history(9, 9));
        for (Position after = 0; after <= 9; ++after) {
            FactBytes facts;
            journal->replay(after, [&](Position, std::string_view fact) { facts.push_back(fact); });
            CHECK(facts == facts_of_history(after + 1, 9));
        }
    }
}

}  // namespace

FactBytes facts_of_history(Position from, Position to)
{
    FactBytes facts;
    for (Position position = from; position <= to; ++position)
        facts.push_back(fmt::format("fact {} {}", position, std::string(position * 37 % 101, '.')));
    return facts;
}

void check_journal_contract(JournalStore& store)
{
    check_growth(store);
    check_replay_from_the_middle(store);
    check_damage_to_rows(store);
    check_forged_rows(store);
    check_places(store);
}

}  // namespace callwatch::test
