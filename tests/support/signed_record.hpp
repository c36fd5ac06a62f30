#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "daemon/keys/key.hpp"
#include "daemon/model/fact.hpp"

namespace callwatch::test {

/// Half past five on the workday of the record, in Chicago.
constexpr Instant half_past_five{Micros{1'795'217'400'000'000}};

/// What a person wrote, as the vault gives and takes it.
using TokenFor = std::function<RemarkToken(const std::string&)>;

/// The record of one workday of northside, signed as people do it: m1 is returned, m2 stays open
/// and is signed with a reason, carla's mailbox is switched off by two people, dora's is handed
/// over to ben. Southside has facts in between.
class SignedRecord {
public:
    explicit SignedRecord(TokenFor token_for);

    /// In the order of the journal.
    Facts facts;
    /// Where they stand in `facts`.
    std::size_t check = 0;
    std::size_t signing = 0;
    std::size_t confirmation = 0;
    std::size_t hand_over = 0;

    /// Her key, and the keys as they were admitted at the beginning.
    keys::Key sue;
    keys::Key mia;

    template <class Kind>
    Kind& at(std::size_t index)
    {
        return std::get<Kind>(facts.at(index).fact.any());
    }
    void insert(std::size_t index, Fact fact)
    {
        facts.insert(facts.begin() + static_cast<std::ptrdiff_t>(index),
                     DatedFact{half_past_five, std::move(fact)});
    }

private:
    std::size_t add(Fact fact);
    void add_keys();
    void add_day(const TokenFor& token_for);
    void add_departure(const TokenFor& token_for);
    void add_hand_over();
};

}  // namespace callwatch::test
