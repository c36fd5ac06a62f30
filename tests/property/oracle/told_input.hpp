#pragma once

#include <optional>

#include "daemon/engine/input.hpp"
#include "daemon/state/board.hpp"
#include "tests/property/oracle/told_line.hpp"

namespace callwatch::test {

/// What a line of a told history says to the engine; nothing if the line says no input. Messages
/// are named by mailbox and call, or by mailbox and msg_id, since the collector's ids are its own:
/// `board` knows them.
std::optional<Input> read_input(const ToldLine& line, const Board& board);

/// One message of the mailbox list that the line before began.
MailboxSnapshot::Item read_item(const ToldLine& line);

/// A made-up key of a person.
KeyId key_of(const PersonId& person);

}  // namespace callwatch::test
