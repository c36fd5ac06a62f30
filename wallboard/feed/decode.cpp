#include "wallboard/feed/decode.hpp"

#include <fmt/format.h>
#include <google/protobuf/util/json_util.h>

#include "callwatch/v1/request.pb.h"
#include "wallboard/feed/decode_rows.hpp"

namespace wallboard {
namespace {

namespace v1 = callwatch::v1;

template <class Message>
std::optional<Refusal> parse(Message& message, std::string_view bytes)
{
    if (bytes.size() > message_bytes_max)
        return Refusal{"too_large", fmt::format("{} bytes", bytes.size())};
    if (!message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())))
        return Refusal{"malformed", fmt::format("{} bytes", bytes.size())};
    return std::nullopt;
}

Health health_of(v1::BoardHeartbeat::Health health)
{
    switch (health) {
        case v1::BoardHeartbeat::OK: return Health::ok;
        case v1::BoardHeartbeat::RECOVERING: return Health::recovering;
        case v1::BoardHeartbeat::STORAGE_FAULT: return Health::storage_fault;
        case v1::BoardHeartbeat::CLOCK_DOUBT: return Health::clock_doubt;
        default: return Health::unspecified;
    }
}

std::variant<BoardImage, Refusal> image_of(const v1::BoardSnapshot& wire)
{
    RowReader reader;
    BoardImage image;
    image.revision = wire.revision();
    image.now = reader.time(wire.now_us());
    image.rows = reader.rows(wire.rows());
    if (reader.refusal()) return *reader.refusal();
    return image;
}

}  // namespace

std::variant<BoardWord, Refusal> decode_board_message(std::string_view bytes)
{
    v1::BoardMessage wire;
    if (auto refusal = parse(wire, bytes)) return *refusal;
    RowReader reader;
    if (wire.has_heartbeat()) {
        const auto& beat = wire.heartbeat();
        const Heartbeat heartbeat{.revision = beat.revision(),
                                  .now = reader.time(beat.now_us()),
                                  .health = health_of(beat.health()),
                                  .rate_milli = beat.rate_milli()};
        if (reader.refusal()) return *reader.refusal();
        // A clock that runs a hundred thousand times as fast as real time is no clock.
        if (heartbeat.rate_milli > 100'000'000) return Refusal{"bad_rate", "rate_milli"};
        return BoardWord{heartbeat};
    }
    if (!wire.has_change_set()) return Refusal{"unknown_kind", "neither rows nor a heartbeat"};
    const auto& changes = wire.change_set();
    RowChanges rows{.revision = changes.revision(),
                    .follows = changes.follows(),
                    .now = reader.time(changes.now_us()),
                    .rows = reader.rows(changes.rows())};
    if (reader.refusal()) return *reader.refusal();
    return BoardWord{std::move(rows)};
}

std::variant<Answer, Refusal> decode_reply(std::string_view bytes)
{
    v1::Reply wire;
    if (auto refusal = parse(wire, bytes)) return *refusal;
    Answer answer{.id = wire.id(), .image = std::nullopt, .refused = {}};
    if (wire.has_refused()) answer.refused = wire.refused().code() + ": " + wire.refused().text();
    if (wire.has_snapshot()) {
        auto image = image_of(wire.snapshot());
        if (const auto* refusal = std::get_if<Refusal>(&image)) return *refusal;
        answer.image = std::get<BoardImage>(std::move(image));
    }
    return answer;
}

std::variant<BoardImage, Refusal> decode_board_snapshot(std::string_view bytes)
{
    v1::BoardSnapshot wire;
    if (auto refusal = parse(wire, bytes)) return *refusal;
    return image_of(wire);
}

std::variant<BoardImage, Refusal> decode_board_json(std::string_view text)
{
    v1::BoardSnapshot wire;
    const auto status =
        google::protobuf::util::JsonStringToMessage({text.data(), text.size()}, &wire);
    if (!status.ok()) return Refusal{"malformed", status.ToString()};
    return image_of(wire);
}

std::string encode_snapshot_query(std::uint64_t id)
{
    v1::Request request;
    request.set_schema_version(1);
    request.set_id(id);
    request.mutable_snapshot();
    return request.SerializeAsString();
}

}  // namespace wallboard
