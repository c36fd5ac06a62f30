#include "wallboard/app/key_file.hpp"

#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <optional>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "wallboard/app/errors.hpp"

namespace wallboard {
namespace {

constexpr std::size_t key_bytes = 32;
constexpr std::size_t file_bytes_max = 16'384;

std::optional<std::string> from_hex(const std::string& digits)
{
    constexpr std::string_view all = "0123456789abcdef";
    if (digits.size() != 2 * key_bytes) return std::nullopt;
    std::string bytes(key_bytes, '\0');
    for (std::size_t i = 0; i < key_bytes; ++i) {
        const auto high = all.find(digits[2 * i]);
        const auto low = all.find(digits[2 * i + 1]);
        if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
        bytes[i] = static_cast<char>(high << 4 | low);
    }
    return bytes;
}

std::string read_text(const std::string& path)
{
    std::ifstream file{path, std::ios::binary};
    if (!file) throw SettingsError{fmt::format("{}: {}", path, std::strerror(errno))};
    std::string text(file_bytes_max + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    if (text.size() > file_bytes_max)
        throw SettingsError{fmt::format("{}: is larger than {} bytes", path, file_bytes_max)};
    return text;
}

toml::table parse(const std::string& path)
{
    try {
        return toml::parse(read_text(path), path);
    } catch (const toml::parse_error& error) {
        throw SettingsError{fmt::format("{}:{}: is no key file: {}", path,
                                        error.source().begin.line, error.description())};
    }
}

std::string key_in(const toml::table& table, const char* name, const std::string& path)
{
    const auto bytes = from_hex(table[name].value_exact<std::string>().value_or(""));
    if (!bytes) throw SettingsError{fmt::format("{}: {} is missing or damaged", path, name)};
    return *bytes;
}

void check_rights(const std::string& path)
{
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0)
        throw SettingsError{fmt::format("{}: {}", path, std::strerror(errno))};
    if ((status.st_mode & 077) != 0)
        throw SettingsError{path + ": others than its owner may read it: chmod 600"};
}

}  // namespace

FeedKeys read_keys(const std::string& key_file, const std::string& server_key)
{
    if (key_file.empty() && server_key.empty()) return {};
    if (key_file.empty() || server_key.empty())
        throw SettingsError{
            "a wall's key needs the collector's public key (server_key, its daemon.pub), and the "
            "other way round"};
    check_rights(key_file);
    const auto key = parse(key_file);
    if (key.contains("sealed"))
        throw SettingsError{key_file +
                            ": is sealed with a passphrase, and a wall has nobody to ask: make one "
                            "of role viewer"};
    FeedKeys keys{.public_key = key_in(key, "key", key_file),
                  .secret_key = key_in(key, "secret", key_file),
                  .server_key = {}};
    const auto digits = from_hex(server_key);
    keys.server_key = digits ? *digits : key_in(parse(server_key), "key", server_key);
    return keys;
}

}  // namespace wallboard
