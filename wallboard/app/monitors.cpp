#include "wallboard/app/monitors.hpp"

#include <algorithm>
#include <cstdlib>

namespace wallboard {

std::size_t choose_monitor(const std::vector<std::string>& names, const std::string& wanted)
{
    const bool number =
        !wanted.empty() && wanted.size() <= 3 &&
        std::all_of(wanted.begin(), wanted.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (number) {
        const auto at = static_cast<std::size_t>(std::atoi(wanted.c_str()));
        return at >= 1 && at <= names.size() ? at - 1 : 0;
    }
    const auto found = std::find_if(names.begin(), names.end(), [&](const std::string& name) {
        return !wanted.empty() && name.find(wanted) != std::string::npos;
    });
    return found == names.end() ? 0 : static_cast<std::size_t>(found - names.begin());
}

}  // namespace wallboard
