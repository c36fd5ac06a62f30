#pragma once

#include <iosfwd>

#include "daemon/model/result.hpp"
#include "daemon/state/board.hpp"
#include "tests/property/oracle/told_line.hpp"

namespace callwatch::test {

// What the collector concluded, as JSON, one thing a line. Instants are microseconds since 1970
// UTC, 0 if there is none; messages are named by mailbox, call and msg_id.

/// What a person was answered: "done", or the word of the refusal.
void tell_answer(const ToldLine& asked, const std::optional<Refusal>& refusal, std::ostream& out);
/// Checks, signatures, amendments and violations; other facts say nothing here.
void tell_fact(const DatedFact& fact, const Board& board, std::ostream& out);
/// Every message as it stands in the end.
void tell_messages(const Board& board, std::ostream& out);

}  // namespace callwatch::test
