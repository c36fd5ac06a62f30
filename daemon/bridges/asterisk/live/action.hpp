#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace callwatch::asterisk {

/// What an AMI client asks for: its name, and headers beside ActionID.
struct Action {
    std::string name;
    std::vector<std::pair<std::string, std::string>> headers;
    bool operator==(const Action&) const = default;
};

/// As it is sent. A line end in a value would be another header: it becomes a blank.
std::string encode(const Action& action, std::string_view action_id);

}  // namespace callwatch::asterisk
