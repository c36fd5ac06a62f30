#pragma once

#include <optional>
#include <string>

#include "daemon/keys/key.hpp"
#include "daemon/wire/curve_socket.hpp"

namespace callwatch::ctl {

/// Which key is shown, and whom it is shown to.
struct KeyOptions {
    std::string key_file;         ///< Empty: none.
    std::string server_key;       ///< daemon.pub, or 64 hex digits.
    std::string passphrase_file;  ///< Empty: asked on the terminal.
};

/// Who this run of callwatchctl is. The key is read, and the passphrase asked for, when it is first
/// needed, and once.
class Credentials {
public:
    explicit Credentials(KeyOptions options) : options_{std::move(options)} {}

    const KeyOptions& options() const { return options_; }
    /// Of every connection; unused if there is no key. Throws Failure (exit_usage): a file that
    /// cannot be used, another passphrase, one of key and server key without the other.
    const ClientKeys& client_keys();
    /// To sign with. Throws Failure as client_keys(), and if no key was named.
    const keys::Key& key();

private:
    void read();

    KeyOptions options_;
    std::optional<keys::Key> key_;
    std::optional<ClientKeys> client_keys_;
};

}  // namespace callwatch::ctl
