#include "daemon/app/own_key.hpp"

#include "daemon/keys/key_file.hpp"

namespace callwatch {
namespace {

keys::Secret no_passphrase()
{
    throw keys::KeyError{"the collector's own key must not be sealed: nobody is there to open it"};
}

bool says(const std::filesystem::path& path, const keys::PublicKey& key)
try {
    return keys::read_public_key(path) == key;
} catch (const keys::KeyError&) {
    return false;
}

}  // namespace

keys::Key own_key(const std::filesystem::path& data_folder)
{
    const auto path = data_folder / "daemon.key";
    if (!std::filesystem::exists(path)) keys::write_key(path, keys::make_key({}), {});
    auto key = keys::read_key(path, no_passphrase);
    const auto public_path = data_folder / "daemon.pub";
    if (!says(public_path, key.part)) {
        std::error_code ignored;  // What cannot be removed cannot be made either, which is told.
        std::filesystem::remove(public_path, ignored);
        keys::write_public_key(public_path, key.part);
    }
    return key;
}

}  // namespace callwatch
