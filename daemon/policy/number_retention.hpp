#pragma once

#include "daemon/policy/known.hpp"

namespace callwatch {

/// Privacy (requirements, section 7): a caller's number is kept no longer than it is needed. Of
/// `unused`, numbers that nobody used since `used_before`, those go of which no message is open;
/// an open one still has to be returned. At most numbers_erased_max at a time.
void erase_numbers(const Known& known, const std::vector<NumberToken>& unused, Instant used_before,
                   Facts& out);

/// Is a message of this number still to be returned?
bool is_number_needed(const Board& board, const NumberToken& number);

}  // namespace callwatch
