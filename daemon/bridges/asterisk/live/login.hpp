#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "daemon/bridges/asterisk/ami_message.hpp"
#include "daemon/bridges/asterisk/live/action.hpp"

namespace callwatch::asterisk {

struct Credentials {
    std::string username;
    std::string secret;
    /// The secret itself is sent; else the answer to a challenge (MD5, which is all Asterisk has).
    bool plain = false;
};

/// Logging in: a challenge is asked for and answered, or the secret is sent. The answers are told
/// apart by ActionID, which is "<prefix>login" for both actions.
class Login {
public:
    enum class State : std::uint8_t { challenge, answer, accepted, refused };

    Login(Credentials credentials, const std::string& id_prefix);

    /// First of all: what to send.
    Action first() const;
    /// What to send next, if anything. Messages that are not the answer change nothing.
    std::optional<Action> take(const AmiMessage& message);

    State state() const { return state_; }
    /// Why it was refused, in Asterisk's words: "Authentication failed".
    const std::string& reason() const { return reason_; }
    const std::string& action_id() const { return action_id_; }

private:
    Action login(const std::string& challenge) const;

    Credentials credentials_;
    std::string action_id_;
    State state_;
    std::string reason_;
};

}  // namespace callwatch::asterisk
