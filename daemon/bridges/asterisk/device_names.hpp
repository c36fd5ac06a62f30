#pragma once

#include <string>
#include <string_view>

#include "daemon/bridges/asterisk/dial_plan.hpp"
#include "daemon/bridges/asterisk/settings.hpp"

namespace callwatch::asterisk {

/// Who a channel, a queue member's interface or a device belongs to, by its name alone. Caller ids
/// never say: before an answer they hold the number the caller dialled, and outbound they are
/// overridden.
class DeviceNames {
public:
    explicit DeviceNames(const Settings& settings) : settings_{settings}, plan_{settings.dial_plan}
    {
    }

    /// "106" of PJSIP/106, PJSIP/106-00000014, Local/106@agents/n, Local/106@agents-00000001;2;
    /// else "".
    std::string_view staff_extension(std::string_view name) const;
    /// Like staff_extension, for a telephone itself: nothing for Local/.
    std::string_view telephone_extension(std::string_view name) const;
    bool is_trunk(std::string_view channel) const;
    /// "PJSIP/trunk" of PJSIP/trunk-0000001b.
    static std::string_view without_serial(std::string_view channel);
    static bool is_local(std::string_view channel) { return channel.substr(0, 6) == "Local/"; }
    /// The other half of a Local channel: "...;2" of "...;1" and the reverse; "" of any other.
    static std::string local_twin(std::string_view channel);
    bool is_operator(std::string_view extension) const;

private:
    const Settings& settings_;
    DialPlan plan_;
};

}  // namespace callwatch::asterisk
