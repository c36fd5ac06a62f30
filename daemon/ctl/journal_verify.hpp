#pragma once

#include <string>

#include "daemon/audit/signed_head.hpp"
#include "daemon/ctl/row_json.hpp"
#include "daemon/journal/journal_file.hpp"

namespace callwatch::ctl {

Json verification_json(const Verification& verification);
std::string verification_text(const Verification& verification, bool against_kept_head);

}  // namespace callwatch::ctl
