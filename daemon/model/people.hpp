#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "daemon/model/types.hpp"

namespace callwatch {

using KeyId = Id<struct KeyTag>;  ///< The public key of a connection (CURVE), 64 hex digits.

/// What a key lets its holder do: requirements, section 6 (policy/rights). A wall is a viewer; a
/// source sends events and does nothing else.
enum class Role : std::uint8_t {
    none,
    viewer,
    source,
    staff,
    telephone_operator,
    supervisor,
    manager,
    auditor
};
const char* word(Role role);  ///< "supervisor"; "operator"
/// Nothing if there is no such role.
std::optional<Role> parse_role(std::string_view text);
/// A person stands behind a key of this role: neither a wall nor a source.
bool is_of_people(Role role);

/// Who asks, as the collector knows from the key: never what a client says about itself.
struct Actor {
    KeyId key;
    PersonId person;  ///< Empty: a wall or a source.
    Role role = Role::none;
};

/// Why a message asks for no call back, although nobody called (requirements 1.1). A closed list.
enum class ResolveReason : std::uint8_t {
    unspecified,
    spam,
    wrong_number,
    no_reply_needed,
    personal,
    caller_reached  ///< The caller rang back and was served.
};
const char* word(ResolveReason reason);  ///< "spam"

}  // namespace callwatch
