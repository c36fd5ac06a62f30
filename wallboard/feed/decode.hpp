#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "wallboard/model/snapshot.hpp"

namespace wallboard {

/// Bounds of what a collector may send; more is refused, never cut.
constexpr std::size_t rows_max = 5'000;
constexpr std::size_t id_bytes_max = 128;
constexpr std::size_t text_bytes_max = 512;
constexpr std::size_t list_max = 1'000;
constexpr std::size_t half_hours_max = 50;  // A day of 25 hours.
constexpr std::size_t trend_days_max = 5;   // That a wall keeps of one location.
constexpr std::size_t message_bytes_max = std::size_t{4} << 20;

/// Why bytes were not taken. `code` is stable: it labels the counter.
struct Refusal {
    std::string
        code;  ///< "too_large", "malformed", "too_many_rows", "text_too_long", "bad_time", ...
    std::string detail;
};

struct Row {
    std::string id;
    bool removed = false;
    /// Nothing: a removed row of unsaid kind, or a kind of a later version.
    std::variant<std::monostate, Location, Queue, Source, Day, Collector, Trend, AlarmAct> content;
};

struct RowChanges {
    std::uint64_t revision = 0;
    std::uint64_t follows = 0;
    Instant now{};
    std::vector<Row> rows;
};

struct Heartbeat {
    std::uint64_t revision = 0;
    Instant now{};
    Health health = Health::unspecified;
    std::uint32_t rate_milli = 0;
};

/// All rows at one revision.
struct BoardImage {
    std::uint64_t revision = 0;
    Instant now{};
    std::vector<Row> rows;
};

/// An answer of the requests socket.
struct Answer {
    std::uint64_t id = 0;
    std::optional<BoardImage> image;  ///< Nothing: refused, or an answer to something else.
    std::string refused;
};

using BoardWord = std::variant<RowChanges, Heartbeat>;

/// Bytes from a socket or a file. Any bytes give a value or a refusal; nothing throws.
std::variant<BoardWord, Refusal> decode_board_message(std::string_view bytes);
std::variant<Answer, Refusal> decode_reply(std::string_view bytes);
std::variant<BoardImage, Refusal> decode_board_snapshot(std::string_view bytes);

/// The same board as protobuf JSON text, for recorded boards that people can read and edit.
std::variant<BoardImage, Refusal> decode_board_json(std::string_view text);

/// A request for all rows.
std::string encode_snapshot_query(std::uint64_t id);

}  // namespace wallboard
