#include "daemon/model/people.hpp"

#include <array>

namespace callwatch {
namespace {

constexpr std::array roles{Role::viewer,     Role::source,  Role::staff,  Role::telephone_operator,
                           Role::supervisor, Role::manager, Role::auditor};

}  // namespace

const char* word(Role role)
{
    switch (role) {
        case Role::none: break;
        case Role::viewer: return "viewer";
        case Role::source: return "source";
        case Role::staff: return "staff";
        case Role::telephone_operator: return "operator";
        case Role::supervisor: return "supervisor";
        case Role::manager: return "manager";
        case Role::auditor: return "auditor";
    }
    return "none";
}

std::optional<Role> parse_role(std::string_view text)
{
    for (const auto role : roles)
        if (text == word(role)) return role;
    return std::nullopt;
}

bool is_of_people(Role role)
{
    return role != Role::none && role != Role::viewer && role != Role::source;
}

const char* word(ResolveReason reason)
{
    using enum ResolveReason;
    switch (reason) {
        case unspecified: break;
        case spam: return "spam";
        case wrong_number: return "wrong_number";
        case no_reply_needed: return "no_reply_needed";
        case personal: return "personal";
        case caller_reached: return "caller_reached";
    }
    return "unspecified";
}

}  // namespace callwatch
