#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace callwatch {

// Numbers and words of proto/callwatch/v1/{event,source}.proto that both ends need. Header only, so
// that a source need not link the collector's side.

constexpr std::uint32_t source_schema_version = 1;
constexpr std::size_t batch_events_max = 256;
constexpr std::size_t batch_bytes_max = 64u << 10;
constexpr std::size_t source_id_bytes_max = 64;
constexpr std::size_t software_bytes_max = 128;
constexpr std::size_t source_kind_bytes_max = 64;
constexpr std::uint32_t window_max = 65'536;

/// [a-z0-9._-]{1,64}
inline bool is_source_id(std::string_view text)
{
    return !text.empty() && text.size() <= source_id_bytes_max &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
                      c == '-';
           });
}

/// First frame of every batch.
constexpr std::string_view event_topic_prefix = "event.";
inline std::string event_topic(std::string_view source_id)
{
    return std::string{event_topic_prefix}.append(source_id);
}

/// Whether nothing beyond this machine can be reached or can reach us there: ipc://, tcp://127.…:,
/// tcp://[::1]:. Any other address needs CURVE, which this version does not have.
inline bool is_local_endpoint(std::string_view endpoint)
{
    constexpr std::string_view loopback = "tcp://127.";
    if (endpoint.starts_with("ipc://") || endpoint.starts_with("tcp://[::1]:")) return true;
    if (!endpoint.starts_with(loopback)) return false;
    // Digits and dots up to the port: "127.0.0.1.example.org" is a name, and could be anywhere.
    const auto address = endpoint.substr(loopback.size(), endpoint.rfind(':') - loopback.size());
    return !address.empty() && address.find_first_not_of("0123456789.") == std::string_view::npos;
}

}  // namespace callwatch
