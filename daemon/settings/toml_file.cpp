#include "daemon/settings/toml_file.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <fstream>

#include "daemon/settings/nearest_word.hpp"
#include "daemon/settings/toml_node.hpp"

namespace callwatch {
namespace {

std::string sha256_hex(std::string_view bytes)
{
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()),
                       bytes.size());
    std::string hex;
    for (const unsigned char byte : hash) hex += fmt::format("{:02x}", byte);
    return hex;
}

// Nothing, with a fault, if `path` is no readable file of at most file_bytes_max.
std::optional<std::string> read_bytes(const std::filesystem::path& path, SettingsFaults& faults)
{
    const auto refuse = [&](const std::string& why) {
        faults.add(path.string(), 0, why);
        return std::nullopt;
    };
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (status.type() == std::filesystem::file_type::not_found)
        return refuse("there is no such file");
    if (error) return refuse(fmt::format("cannot be read: {}", error.message()));
    // A pipe or a device could keep us waiting for ever.
    if (!std::filesystem::is_regular_file(status)) return refuse("must be a file");

    const auto size = std::filesystem::file_size(path, error);
    if (error) return refuse(fmt::format("cannot be read: {}", error.message()));
    std::ifstream file{path, std::ios::binary};
    std::string bytes(std::min<std::uintmax_t>(size, TomlFile::file_bytes_max + 1), '\0');
    if (!file)
        return refuse(fmt::format("cannot be read: {}", std::generic_category().message(errno)));
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (file.bad()) return refuse("cannot be read: input/output error");
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return bytes;
}

void parse(TomlFile::Contents& contents, std::string_view bytes)
{
    const auto refuse = [&](int line, std::string why) {
        contents.faults->add(contents.name, line, std::move(why));
    };
    if (bytes.size() > TomlFile::file_bytes_max)
        return refuse(0, fmt::format("is larger than {} bytes", TomlFile::file_bytes_max));
    contents.digest = sha256_hex(bytes);
    if (bytes.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return refuse(0, "is empty: a line with a comment says that the defaults are meant");
    try {
        contents.table = toml::parse(bytes, contents.name);
        contents.readable = true;
    } catch (const toml::parse_error& error) {
        refuse(static_cast<int>(error.source().begin.line),
               fmt::format("is not TOML: {} (what follows was not read)", error.description()));
    }
}

}  // namespace

TomlFile::TomlFile(const std::filesystem::path& path, SettingsFaults& faults)
    : contents_{std::make_unique<Contents>()}
{
    contents_->name = path.string();
    contents_->faults = &faults;
    if (const auto bytes = read_bytes(path, faults)) parse(*contents_, *bytes);
}

TomlFile::TomlFile(std::string name, std::string_view bytes, SettingsFaults& faults)
    : contents_{std::make_unique<Contents>()}
{
    contents_->name = std::move(name);
    contents_->faults = &faults;
    parse(*contents_, bytes);
}

TomlFile::~TomlFile() = default;
TomlFile::TomlFile(TomlFile&&) noexcept = default;

TomlTable TomlFile::root() { return TomlTable{contents_->visit(contents_->table, "", "", 1)}; }

void TomlFile::refuse_unknown_keys()
{
    for (const auto& node : contents_->nodes) {
        const std::vector<std::string> known{node.known.begin(), node.known.end()};
        for (const auto& [key, value] : *node.table) {
            if (node.known.contains(key.str())) continue;
            contents_->add(
                toml_line(value, node.line),
                fmt::format("{} = {}: is no key of this table: {}", toml_path(node.path, key.str()),
                            toml_shown(value), suggestion(key.str(), known)));
        }
    }
}

const std::string& TomlFile::digest() const { return contents_->digest; }
const std::string& TomlFile::name() const { return contents_->name; }

TomlTable::Node& TomlFile::Contents::visit(const toml::table& visited_table, std::string path,
                                           std::string table_name, int line)
{
    const auto [known, is_new] = visited.try_emplace(&visited_table, nullptr);
    if (is_new)
        known->second = &nodes.emplace_back(TomlTable::Node{.file = this,
                                                            .table = &visited_table,
                                                            .path = std::move(path),
                                                            .name = std::move(table_name),
                                                            .line = line,
                                                            .known = {}});
    return *known->second;
}

void TomlFile::Contents::add(int line, std::string text)
{
    if (readable) faults->add(name, line, std::move(text));
}

}  // namespace callwatch
