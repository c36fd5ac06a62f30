#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>

namespace callwatch {

/// SHA-256, as the chain and everything beside it uses it. OpenSSL's, for it takes the processor's
/// own instructions: 1.7 GB/s where libsodium's portable code makes 0.35 GB/s, and a replay hashes
/// every byte of the journal.
class Sha256 {
public:
    using Hash = std::array<unsigned char, 32>;

    Sha256();
    Sha256& add(std::string_view bytes);
    /// Of everything added; then it begins afresh.
    Hash finish();

private:
    struct Free {
        void operator()(void* context) const;
    };
    void begin();

    std::unique_ptr<void, Free> context_;
};

/// Of one text.
Sha256::Hash sha256(std::string_view bytes);
/// The same as 64 hex digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace callwatch
