#include "daemon/journal/vault_key.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

#include "daemon/journal/storage_file.hpp"
#include "daemon/model/check.hpp"

namespace callwatch {
namespace {

static_assert(crypto_secretbox_KEYBYTES == 32 && crypto_generichash_KEYBYTES == 32 &&
              crypto_kdf_KEYBYTES == 32);

constexpr std::size_t lookup_bytes = 16;
constexpr std::size_t nonce_bytes = crypto_secretbox_NONCEBYTES;
constexpr std::size_t seal_bytes = crypto_secretbox_MACBYTES;

unsigned char* writable(std::string& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

const unsigned char* readable(std::string_view bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

struct Descriptor {
    int number;
    ~Descriptor()
    {
        if (number >= 0) ::close(number);
    }
};

/// Under another name first, so that a crash never leaves half a key.
void make_key(const std::string& path)
{
    const std::string unfinished = path + ".new";
    ::unlink(unfinished.c_str());
    std::string secret(crypto_kdf_KEYBYTES, '\0');
    crypto_kdf_keygen(writable(secret));
    {
        const Descriptor opened{
            ::open(unfinished.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)};
        if (opened.number < 0) throw file_error(unfinished, "cannot be made", errno);
        const ssize_t written = ::write(opened.number, secret.data(), secret.size());
        sodium_memzero(secret.data(), secret.size());
        if (written != static_cast<ssize_t>(secret.size()) || ::fsync(opened.number) != 0)
            throw file_error(unfinished, "cannot be written", errno ? errno : ENOSPC);
    }
    if (::rename(unfinished.c_str(), path.c_str()) != 0)
        throw file_error(path, "cannot be made", errno);
    sync_folder_of(path);
}

void read_key(const std::string& path, std::array<unsigned char, 32>& secret)
{
    const Descriptor opened{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)};
    if (opened.number < 0) throw file_error(path, "the key of the vault cannot be opened", errno);
    struct stat status {};
    if (::fstat(opened.number, &status) != 0) throw file_error(path, "cannot be looked at", errno);
    if ((status.st_mode & 077) != 0)
        throw StorageError{path + ": others may read the key of the vault: chmod 600"};
    if (!S_ISREG(status.st_mode) || status.st_size != static_cast<off_t>(secret.size()) ||
        ::read(opened.number, secret.data(), secret.size()) != static_cast<ssize_t>(secret.size()))
        throw StorageError{path +
                           ": is not a key of 32 bytes: put a copy from a backup in its place"};
}

}  // namespace

VaultKey::VaultKey(const std::string& path, bool may_make)
{
    CALLWATCH_CHECK(sodium_init() >= 0);
    Secret secret{};
    failing_as<VaultError>([&] {
        if (may_make && !std::filesystem::exists(path)) make_key(path);
        read_key(path, secret);
    });
    crypto_kdf_derive_from_key(finding_.data(), finding_.size(), 1, "cw_vault", secret.data());
    crypto_kdf_derive_from_key(sealing_.data(), sealing_.size(), 2, "cw_vault", secret.data());
    sodium_memzero(secret.data(), secret.size());
}

VaultKey::~VaultKey()
{
    sodium_memzero(finding_.data(), finding_.size());
    sodium_memzero(sealing_.data(), sealing_.size());
}

std::string VaultKey::lookup(VaultKind kind, std::string_view text) const
{
    std::string input{static_cast<char>(kind)};
    input += text;
    std::string hash(lookup_bytes, '\0');
    crypto_generichash(writable(hash), hash.size(), readable(input), input.size(), finding_.data(),
                       finding_.size());
    return hash;
}

std::string VaultKey::seal(std::string_view token, VaultKind kind, std::string_view text) const
{
    std::string plain{token};
    plain += static_cast<char>(kind);
    plain += text;
    std::string sealed(nonce_bytes + seal_bytes + plain.size(), '\0');
    randombytes_buf(sealed.data(), nonce_bytes);
    crypto_secretbox_easy(writable(sealed) + nonce_bytes, readable(plain), plain.size(),
                          readable(sealed), sealing_.data());
    return sealed;
}

std::optional<VaultKey::Opened> VaultKey::open(std::string_view token,
                                               std::string_view sealed) const
{
    const std::size_t overhead = nonce_bytes + seal_bytes + token.size() + 1;
    if (sealed.size() <= overhead) return std::nullopt;
    std::string plain(sealed.size() - nonce_bytes - seal_bytes, '\0');
    if (crypto_secretbox_open_easy(writable(plain), readable(sealed) + nonce_bytes,
                                   sealed.size() - nonce_bytes, readable(sealed),
                                   sealing_.data()) != 0)
        return std::nullopt;
    if (!plain.starts_with(token)) return std::nullopt;
    return Opened{static_cast<VaultKind>(plain[token.size()]), plain.substr(token.size() + 1)};
}

std::string VaultKey::check_value() const { return lookup(VaultKind{0}, "callwatch"); }

}  // namespace callwatch
