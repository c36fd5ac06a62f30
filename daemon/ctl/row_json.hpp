#pragma once

#include <nlohmann/json.hpp>

#include "callwatch/v1/request.pb.h"

namespace callwatch::ctl {

/// JSON whose keys stay in the order written here.
using Json = nlohmann::ordered_json;

// The rows of the contract as JSON. README.md of this folder lists every key; keys are never
// renamed, removed or given another meaning. A key is the field's name in proto/callwatch/v1, but a
// time loses
// `_us` and is RFC 3339 UTC with microseconds or null; a location, mailbox, queue or source is
// named without `_id`; an enum is its word, or null if nothing was said.

/// An RFC 3339 text, or null.
Json json_time(std::int64_t time_us);

/// {"from", "to"}; "to" is null while it is not over.
Json span_json(const callwatch::v1::TimeSpan& span);
Json location_json(const callwatch::v1::LocationRow& row);
Json queue_json(const callwatch::v1::QueueRow& row);
Json source_json(const callwatch::v1::SourceRow& row);
Json message_json(const callwatch::v1::MessageRow& row, bool with_history);

/// Indented by two, with a line end. Bytes that are not UTF-8 become U+FFFD, so it is always JSON.
std::string pretty(const Json& json);

/// The same on one line, for JSON lines.
std::string one_line(const Json& json);

}  // namespace callwatch::ctl
