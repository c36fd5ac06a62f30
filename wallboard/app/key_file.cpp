#include "wallboard/app/key_file.hpp"

#include "wallboard/app/errors.hpp"
#include "wallboard/app/key_table.hpp"

namespace wallboard {

FeedKeys read_keys(const std::string& key_file, const std::string& server_key)
{
    if (key_file.empty() && server_key.empty()) return {};
    if (key_file.empty() || server_key.empty())
        throw SettingsError{
            "a wall's key needs the collector's public key (server_key, its daemon.pub), and the "
            "other way round"};
    check_rights(key_file);
    const auto key = parse_key_file(key_file);
    if (key.contains("sealed"))
        throw SettingsError{key_file +
                            ": is sealed with a passphrase, and a wall has nobody to ask: make one "
                            "of role viewer"};
    FeedKeys keys{.public_key = bytes_in(key, "key", key_file),
                  .secret_key = bytes_in(key, "secret", key_file),
                  .server_key = {}};
    keys.server_key = read_server_key(server_key);
    return keys;
}

std::string read_server_key(const std::string& server_key)
{
    if (const auto digits = from_hex(server_key)) return *digits;
    return bytes_in(parse_key_file(server_key), "key", server_key);
}

}  // namespace wallboard
