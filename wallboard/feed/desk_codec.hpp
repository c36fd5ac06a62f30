#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "wallboard/feed/decode.hpp"
#include "wallboard/model/desk/order.hpp"
#include "wallboard/model/desk/rows.hpp"

namespace wallboard {

/// What a desk asks; each is one request of the contract (proto/callwatch/v1/request.proto).
struct Question {
    enum class Kind { messages, day, departures, standards, operators, staff };
    Kind kind = Kind::messages;
    std::string location;      ///< Of all but messages and departures.
    std::uint32_t offset = 0;  ///< Of messages.
    Instant closed_since{};    ///< Messages that were closed since are told, too; not_said: none.
    bool operator==(const Question&) const = default;
};

/// "messages", "day north": the key of desk::Rows::refused.
std::string name_of(const Question& question);

constexpr std::uint32_t messages_a_question = 1'000;
/// A desk shows no more open messages than this; the rest is counted.
constexpr std::size_t desk_messages_max = 10'000;
constexpr std::size_t desk_people_max = 10'000;

/// Where the rest of the messages begins that this question was answered with; 0: all were there,
/// or as many as are shown.
std::uint32_t rest_of(const Question& question, const desk::Rows& rows);

/// What the collector takes in one request (proto/README.md).
constexpr std::size_t request_bytes_max = 65'536;

std::string encode_question(std::uint64_t id, const Question& question);

/// `signature`: 64 bytes, or empty.
std::string encode_order(std::uint64_t id, const desk::Order& order, const std::string& signature);

/// Puts an answer in its place in `rows`. What is refused by the collector leaves a sentence there
/// and forgets what was answered before: rows that may not be seen any more are not shown.
std::optional<Refusal> take_answer(std::string_view bytes, std::uint64_t id,
                                   const Question& question, desk::Rows& rows);

/// The answer to an order; nothing if it is the answer to something else.
std::variant<desk::Outcome, Refusal> take_outcome(std::string_view bytes, std::uint64_t id,
                                                  std::uint64_t order);

}  // namespace wallboard
