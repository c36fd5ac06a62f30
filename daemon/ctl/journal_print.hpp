#pragma once

#include <string>
#include <string_view>

#include "daemon/ctl/row_json.hpp"
#include "daemon/journal/journal.hpp"

namespace callwatch::ctl {

/// {"position": n, "decided_at": "…", "<fact_kind>": {…}}: the stored fact in the JSON mapping of
/// Protobuf with the field names of proto/callwatch/journal/v1/facts.proto (64-bit numbers are
/// texts there, every field is present). A fact of a kind this version does not know has no third
/// key.
Json fact_json(Position position, std::string_view bytes);

/// "1234  17:00:00.000 … overdue": position and describe().
std::string fact_line(Position position, std::string_view bytes);

}  // namespace callwatch::ctl
