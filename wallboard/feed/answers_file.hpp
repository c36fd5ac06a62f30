#pragma once

#include <string>
#include <variant>

#include "wallboard/feed/decode.hpp"
#include "wallboard/model/desk/state.hpp"

namespace wallboard {

/// Answers that a desk got once, for pictures and tests.
struct RecordedAnswers {
    desk::Me me;
    desk::Rows rows;
};

/// Reads a file of lines "me ROLE PERSON" and "QUESTION [LOCATION] JSON" (app/desk_picture.hpp);
/// "#" begins a comment. At most 8 MiB.
std::variant<RecordedAnswers, Refusal> read_answers_file(const std::string& path);
std::variant<RecordedAnswers, Refusal> read_answers(std::string_view text);

}  // namespace wallboard
