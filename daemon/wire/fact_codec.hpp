#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "daemon/model/fact.hpp"
#include "daemon/model/result.hpp"

namespace callwatch {

/// Appends the bytes of a fact that are stored and hashed for ever: one callwatch.journal.v1.Fact,
/// the same bytes that Protobuf would write.
void encode_fact(const DatedFact& dated_fact, std::string& to);
std::string encode_fact(const DatedFact& dated_fact);

/// Reads them back. Refused: `malformed`, or `version` for a kind that this program does not know.
/// Trusts the journal otherwise (its chain has been verified).
Result<DatedFact> decode_fact(std::string_view bytes);

/// decode_fact() for many: the memory of one fact serves the next of its kind.
class FactReader {
public:
    FactReader();
    ~FactReader();

    /// Good until the next call. Refused as decode_fact() says.
    Result<const DatedFact*> read(std::string_view bytes);

private:
    struct Kinds;
    std::unique_ptr<Kinds> kinds_;
};

/// A fact without its envelope, as snapshots keep those that the state remembers.
template <class FactType>
std::string encode_body(const FactType& fact);

/// What cannot be read gets its default value: a snapshot's hashes say that.
template <class FactType>
void decode_body(std::string_view bytes, FactType& fact);

}  // namespace callwatch
