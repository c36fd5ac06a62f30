#pragma once

#include <deque>
#include <map>
#include <optional>

#include "daemon/model/fact.hpp"

namespace callwatch {

/// A key, and what has become of it.
struct KeyState {
    KeyAdmitted admitted;
    std::optional<KeyRevoked> revoked;

    bool is_valid() const { return !revoked; }
    bool operator==(const KeyState&) const = default;
};

/// Who may do what: keys as they were admitted and revoked, and the commands taken lately. Changes
/// only by applying facts.
class KeyBook {
public:
    void apply(const KeyAdmitted& fact);
    void apply(const KeyRevoked& fact);
    void apply(const CommandTaken& fact);

    /// Revoked ones too.
    const KeyState* find(const KeyId& id) const;
    /// Who stands behind a key now; Role::none for one that is not known or was revoked.
    Actor actor(const KeyId& id) const;
    const std::map<KeyId, KeyState>& all() const { return keys_; }
    /// A valid key of a manager is there, who can admit others.
    bool has_manager() const;

    /// The command of this id, if it was taken among the last commands_kept.
    const CommandTaken* command(const std::string& id) const;

    static constexpr std::size_t commands_kept = 10'000;

    bool operator==(const KeyBook&) const = default;

private:
    friend struct BoardCodec;  ///< Snapshots: wire/board_codec.hpp.

    std::map<KeyId, KeyState> keys_;
    std::map<std::string, CommandTaken> commands_;
    std::deque<std::string> in_order_;  ///< Of commands_, the oldest first.
};

}  // namespace callwatch
