#include "wallboard/feed/board_file.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

#include "wallboard/feed/board_mirror.hpp"

namespace wallboard {

std::variant<Snapshot, Refusal> read_board_file(const std::string& path)
{
    std::ifstream file{path, std::ios::binary | std::ios::ate};
    if (!file) return Refusal{"unreadable", std::strerror(errno)};
    const auto size = static_cast<std::streamoff>(file.tellg());
    if (size < 0) return Refusal{"unreadable", "not a regular file"};
    if (static_cast<std::size_t>(size) > message_bytes_max)
        return Refusal{"too_large", "over 4 MiB"};
    std::string bytes(static_cast<std::size_t>(size), '\0');
    file.seekg(0);
    if (!file.read(bytes.data(), size)) return Refusal{"unreadable", "cannot read all of it"};

    auto image = path.ends_with(".json") ? decode_board_json(bytes) : decode_board_snapshot(bytes);
    if (const auto* refusal = std::get_if<Refusal>(&image)) return *refusal;
    BoardMirror mirror;
    mirror.take(std::get<BoardImage>(std::move(image)));
    Snapshot snapshot = mirror.snapshot();
    snapshot.health = Health::ok;
    return snapshot;
}

}  // namespace wallboard
