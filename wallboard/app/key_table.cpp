#include "wallboard/app/key_table.hpp"

#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <fstream>

#include <fmt/format.h>

#include "wallboard/app/errors.hpp"

namespace wallboard {
namespace {

constexpr std::size_t file_bytes_max = 16'384;

}  // namespace

std::optional<std::string> from_hex(std::string_view digits, std::size_t size)
{
    constexpr std::string_view all = "0123456789abcdef";
    if (digits.size() != 2 * size) return std::nullopt;
    std::string bytes(size, '\0');
    for (std::size_t i = 0; i < size; ++i) {
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

toml::table parse_key_file(const std::string& path)
{
    try {
        return toml::parse(read_text(path), path);
    } catch (const toml::parse_error& error) {
        throw SettingsError{fmt::format("{}:{}: is no key file: {}", path,
                                        error.source().begin.line, error.description())};
    }
}

std::string bytes_in(const toml::table& table, const char* name, const std::string& path,
                     std::size_t size)
{
    const auto bytes = from_hex(table[name].value_exact<std::string>().value_or(""), size);
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

}  // namespace wallboard
