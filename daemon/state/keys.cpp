#include "daemon/state/keys.hpp"

#include <algorithm>

#include "daemon/model/check.hpp"

namespace callwatch {

void KeyBook::apply(const KeyAdmitted& fact)
{
    const auto is_new = keys_.emplace(fact.key, KeyState{.admitted = fact, .revoked = {}}).second;
    CALLWATCH_CHECK(is_new);
}

void KeyBook::apply(const KeyRevoked& fact)
{
    const auto found = keys_.find(fact.key);
    CALLWATCH_CHECK(found != keys_.end() && found->second.is_valid());
    found->second.revoked = fact;
}

void KeyBook::apply(const CommandTaken& fact)
{
    const auto is_new = commands_.emplace(fact.command, fact).second;
    CALLWATCH_CHECK(is_new);
    in_order_.push_back(fact.command);
    if (in_order_.size() <= commands_kept) return;
    commands_.erase(in_order_.front());
    in_order_.pop_front();
}

const KeyState* KeyBook::find(const KeyId& id) const
{
    const auto found = keys_.find(id);
    return found == keys_.end() ? nullptr : &found->second;
}

Actor KeyBook::actor(const KeyId& id) const
{
    const auto* key = find(id);
    if (key == nullptr || !key->is_valid()) return {.key = id, .person = {}, .role = Role::none};
    return {.key = id, .person = key->admitted.person, .role = key->admitted.role};
}

bool KeyBook::has_manager() const
{
    return std::any_of(keys_.begin(), keys_.end(), [](const auto& entry) {
        return entry.second.is_valid() && entry.second.admitted.role == Role::manager;
    });
}

const CommandTaken* KeyBook::command(const std::string& id) const
{
    const auto found = commands_.find(id);
    return found == commands_.end() ? nullptr : &found->second;
}

}  // namespace callwatch
