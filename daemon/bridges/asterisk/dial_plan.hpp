#pragma once

#include <map>
#include <string>
#include <string_view>

#include "callwatch/v1/common.pb.h"
#include "daemon/bridges/asterisk/settings.hpp"

namespace callwatch::asterisk {

/// Reads numbers as this telephone system's people dial them and its trunks show them. The same
/// public number always gives the same E.164, whether it came with an outside prefix, with a trunk
/// 0 or with its country code. `rule` says how it was read and with which version of these rules
/// ("nz/1:national"):
///   withheld         no number was shown
///   extension        as many digits as an extension has
///   national, international
///   outside-prefix   possible only without the configured prefix
///   unreadable       not a possible number: never matched
class DialPlan {
public:
    explicit DialPlan(DialPlanSettings settings);

    /// Never fails. `raw` is kept as seen, cut to 64 bytes.
    v1::PhoneNumber read(std::string_view raw) const;

    /// "106" has as many digits as an extension.
    bool is_extension(std::string_view digits) const;

private:
    v1::PhoneNumber read_afresh(std::string_view raw) const;
    std::string public_number(std::string_view digits, bool only_valid) const;
    std::string rule(std::string_view name) const;

    DialPlanSettings settings_;
    /// What was read lately: a call says its numbers several times, and a public one costs 10 us.
    /// Changes nothing that is answered.
    mutable std::map<std::string, v1::PhoneNumber, std::less<>> known_;
};

}  // namespace callwatch::asterisk
