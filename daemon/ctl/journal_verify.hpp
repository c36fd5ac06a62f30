#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "daemon/ctl/row_json.hpp"
#include "daemon/journal/journal_file.hpp"

namespace callwatch::ctl {

/// Reads "POSITION:HASH", as `journal verify` and `status` show it: the 64 hex digits in either
/// case.
std::optional<JournalHead> parse_head(std::string_view text);

Json verification_json(const Verification& verification);
std::string verification_text(const Verification& verification, bool against_kept_head);

}  // namespace callwatch::ctl
