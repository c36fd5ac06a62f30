#pragma once

#include <optional>
#include <stdexcept>
#include <string>

#include "daemon/model/people.hpp"

namespace callwatch::keys {

/// A key cannot be made, read or opened. The text names the file and says what to do.
class KeyError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Whose key it is, in the words of the organisation file. Only a request until a manager admits
/// it.
struct Holder {
    Role role = Role::none;  ///< none: the collector itself.
    PersonId person;         ///< With a role of people.
    SourceId source;         ///< With Role::source.
    bool operator==(const Holder&) const = default;
};

/// What others may know of a key.
struct PublicKey {
    Holder holder;
    KeyId key;             ///< CURVE (X25519), 64 hex digits.
    std::string sign_key;  ///< Ed25519, 64 hex digits; empty: signs nothing.
    bool operator==(const PublicKey&) const = default;
};

/// A text that is wiped when it goes.
class Secret {
public:
    Secret() = default;
    explicit Secret(std::string bytes) : bytes_{std::move(bytes)} {}
    ~Secret();
    Secret(Secret&& other) noexcept;
    Secret& operator=(Secret&& other) noexcept;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;

    const std::string& bytes() const { return bytes_; }
    bool empty() const { return bytes_.empty(); }

private:
    void wipe();

    std::string bytes_;
};

/// Both halves. People and the collector sign, so theirs have two pairs.
struct Key {
    PublicKey part;
    Secret secret;     ///< CURVE, 32 bytes.
    Secret sign_seed;  ///< Ed25519, 32 bytes; empty: signs nothing.

    bool signs() const { return !sign_seed.empty(); }
};

/// A new key. Throws KeyError if the machine has no randomness to give.
Key make_key(const Holder& holder);

/// The public key of a CURVE secret, as hex digits: whether both belong together.
KeyId public_key_of(const Secret& secret);
/// The same of an Ed25519 seed.
std::string sign_key_of(const Secret& seed);

constexpr std::size_t secret_bytes = 32;

}  // namespace callwatch::keys
