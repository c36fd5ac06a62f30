#pragma once

#include <string>
#include <variant>

#include "wallboard/feed/decode.hpp"

namespace wallboard {

/// Reads a recorded board: a serialized callwatch.v1.BoardSnapshot, or the same as protobuf JSON
/// text if the name ends in ".json". At most message_bytes_max bytes; a file that cannot be read is
/// a refusal with the code "unreadable".
std::variant<Snapshot, Refusal> read_board_file(const std::string& path);

}  // namespace wallboard
