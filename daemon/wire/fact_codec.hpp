#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "daemon/model/fact.hpp"
#include "daemon/model/result.hpp"

namespace callwatch {

/// The bytes of a fact that are stored and hashed for ever: one callwatch.journal.v1.Fact.
std::string encode_fact(const DatedFact& dated_fact);

/// Reads them back. Refused: `malformed`, or `version` for a kind that this program does not know.
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

/// A check as the journal keeps it, without when it was decided: what a signature is about.
std::string encode_day_record(const DayChecked& day);

}  // namespace callwatch
