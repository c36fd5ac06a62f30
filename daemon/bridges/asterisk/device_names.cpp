#include "daemon/bridges/asterisk/device_names.hpp"

#include <algorithm>

namespace callwatch::asterisk {

std::string_view DeviceNames::staff_extension(std::string_view name) const
{
    for (const auto& prefix : settings_.staff_channel_prefixes) {
        if (name.substr(0, prefix.size()) != prefix) continue;
        const std::string_view rest = name.substr(prefix.size());
        const std::string_view digits = rest.substr(0, rest.find_first_of("-@/;"));
        if (plan_.is_extension(digits)) return digits;
    }
    return {};
}

std::string_view DeviceNames::telephone_extension(std::string_view name) const
{
    return is_local(name) ? std::string_view{} : staff_extension(name);
}

bool DeviceNames::is_trunk(std::string_view channel) const
{
    for (const auto& prefix : settings_.trunk_channel_prefixes) {
        if (channel.substr(0, prefix.size()) != prefix) continue;
        if (channel.size() == prefix.size() || channel[prefix.size()] == '-') return true;
    }
    return false;
}

std::string_view DeviceNames::without_serial(std::string_view channel)
{
    return channel.substr(0, channel.rfind('-'));
}

std::string DeviceNames::local_twin(std::string_view channel)
{
    if (!is_local(channel) || channel.size() < 2) return {};
    const std::string_view half = channel.substr(channel.size() - 2);
    if (half != ";1" && half != ";2") return {};
    return std::string{channel.substr(0, channel.size() - 1)} + (half == ";1" ? '2' : '1');
}

bool DeviceNames::is_operator(std::string_view extension) const
{
    const auto& operators = settings_.operator_extensions;
    return std::find(operators.begin(), operators.end(), extension) != operators.end();
}

}  // namespace callwatch::asterisk
