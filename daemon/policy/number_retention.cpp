#include "daemon/policy/number_retention.hpp"

#include <algorithm>

namespace callwatch {

bool is_number_needed(const Board& board, const NumberToken& number)
{
    const auto messages =
        board.messages().of_caller(caller_key({.number = number, .extension = {}}));
    return std::any_of(messages.begin(), messages.end(),
                       [](const Message* message) { return message->is_open(); });
}

void erase_numbers(const Known& known, const std::vector<NumberToken>& unused, Instant used_before,
                   Facts& out)
{
    NumbersErased erased{.numbers = {}, .reason = "retention", .used_before = used_before};
    for (const auto& number : unused)
        if (erased.numbers.size() < numbers_erased_max && !is_number_needed(known.board, number))
            erased.numbers.push_back(number);
    if (!erased.numbers.empty()) out.push_back(known.fact(std::move(erased)));
}

}  // namespace callwatch
