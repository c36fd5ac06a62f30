#include "wallboard/app/settings.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "wallboard/app/errors.hpp"

namespace wallboard {
namespace {

/// Reads keys, collects what is wrong, and notices keys that nobody asked for.
class Reader {
public:
    Reader(const toml::table& root, std::string file) : root_{root}, file_{std::move(file)} {}

    void number(const char* section, const char* key, double least, double most, float& value)
    {
        const toml::node* node = find(section, key);
        if (node == nullptr) return;
        const auto number = node->value<double>();
        if (!node->is_number() || *number < least || *number > most)
            return wrong(*node, key, fmt::format("must be a number {}..{}", least, most));
        value = static_cast<float>(*number);
    }

    void flag(const char* section, const char* key, bool& value)
    {
        const toml::node* node = find(section, key);
        if (node == nullptr) return;
        const auto flag = node->value_exact<bool>();
        if (!flag) return wrong(*node, key, "must be true or false");
        value = *flag;
    }

    template <std::size_t N>
    std::optional<std::size_t> word(const char* section, const char* key,
                                    const std::array<const char*, N>& allowed)
    {
        const toml::node* node = find(section, key);
        if (node == nullptr) return std::nullopt;
        const auto text = node->value_exact<std::string>();
        for (std::size_t i = 0; text && i < N; ++i)
            if (*text == allowed[i]) return i;
        wrong(*node, key, "must be " + fmt::format("\"{}\"", fmt::join(allowed, "\" or \"")));
        return std::nullopt;
    }

    void text(const char* section, const char* key, const char* rule, std::string& value)
    {
        const toml::node* node = find(section, key);
        if (node == nullptr) return;
        const auto text = node->value_exact<std::string>();
        if (!text || text->empty() || text->size() > 200) return wrong(*node, key, rule);
        value = *text;
    }

    void endpoint(const char* key, std::string& value)
    {
        constexpr auto rule = "must be \"tcp://HOST:PORT\" or \"ipc://PATH\"";
        text("feed", key, rule, value);
        const toml::node* node = find("feed", key);
        if (node != nullptr && value.rfind("tcp://", 0) != 0 && value.rfind("ipc://", 0) != 0)
            wrong(*node, key, rule);
    }

    /// Nothing if the key is not there.
    std::optional<std::vector<std::string>> list(const char* section, const char* key,
                                                 std::size_t most)
    {
        const toml::node* node = find(section, key);
        if (node == nullptr) return std::nullopt;
        const toml::array* array = node->as_array();
        std::vector<std::string> all;
        if (array == nullptr || array->size() > most) {
            wrong(*node, key, fmt::format("must be a list of at most {} texts", most));
            return std::nullopt;
        }
        for (const toml::node& item : *array) {
            const auto text = item.value_exact<std::string>();
            if (text && !text->empty() && text->size() <= 128)
                all.push_back(*text);
            else
                wrong(item, key, "must be a text of at most 128 bytes");
        }
        return all;
    }

    const toml::node* find(const char* section, const char* key)
    {
        asked_.push_back(std::string{section} + "." + key);
        const toml::table* table = root_[section].as_table();
        return table == nullptr ? nullptr : table->get(key);
    }

    void wrong(const toml::node& node, const std::string& key, const std::string& rule)
    {
        std::ostringstream value;
        node.visit([&](const auto& typed) { value << typed; });
        wrong_.push_back(fmt::format("{}:{}: {} = {}: {}", file_, node.source().begin.line, key,
                                     value.str(), rule));
    }

    void refuse_unknown_keys()
    {
        for (const auto& [section, node] : root_) {
            const toml::table* table = node.as_table();
            if (table == nullptr) {
                wrong(node, std::string{section.str()},
                      "must stand in a section: [screen], [desk], [pages], [sound] or [feed]");
                continue;
            }
            for (const auto& [key, value] : *table) {
                const auto name = fmt::format("{}.{}", section.str(), key.str());
                if (std::find(asked_.begin(), asked_.end(), name) == asked_.end())
                    wrong(value, name, "no such key; config/README.md lists them");
            }
        }
    }

    const std::vector<std::string>& all_wrong() const { return wrong_; }

private:
    const toml::table& root_;
    std::string file_;
    std::vector<std::string> asked_;
    std::vector<std::string> wrong_;
};

void read_pages(Reader& reader, Settings& settings)
{
    if (const auto names = reader.list("pages", "pages", all_pages.size())) {
        settings.pages.pages.clear();
        for (const std::string& name : *names) {
            if (const auto page = page_named(name))
                settings.pages.pages.push_back(*page);
            else
                reader.wrong(
                    *reader.find("pages", "pages"), "pages",
                    R"(each must be "live", "returns", "end-of-day", "departures", "greetings", "team", "trends" or "health")");
        }
        if (names->empty())
            reader.wrong(*reader.find("pages", "pages"), "pages", "must name at least one page");
    }
    auto rotation = static_cast<float>(settings.pages.rotation.count());
    reader.number("pages", "rotation_s", 5, 600, rotation);
    settings.pages.rotation = std::chrono::seconds{static_cast<int>(rotation)};
    if (auto locations = reader.list("pages", "locations", 1'000)) settings.locations = *locations;
}

}  // namespace

Settings read_settings(std::string_view text, const std::string& name)
{
    toml::table root;
    try {
        root = toml::parse(text, name);
    } catch (const toml::parse_error& error) {
        throw SettingsError{
            fmt::format("{}:{}: {}", name, error.source().begin.line, error.description())};
    }
    Settings settings;
    Reader reader{root, name};
    reader.number("screen", "distance_m", 0.3, 30, settings.viewing.distance_m);
    reader.number("screen", "diagonal_inch", 5, 200, settings.viewing.diagonal_inch);
    reader.text("screen", "monitor",
                "must be a number as text, from \"1\", or part of a name: \"HDMI\"",
                settings.monitor);
    if (const auto theme = reader.word("screen", "theme", std::array{"dark", "light"}))
        settings.theme = *theme == 0 ? ThemeName::dark : ThemeName::light;
    reader.text("screen", "clock", "must be the id of a location", settings.clock);
    reader.number("desk", "distance_m", 0.3, 5, settings.desk.distance_m);
    reader.number("desk", "diagonal_inch", 5, 100, settings.desk.diagonal_inch);
    read_pages(reader, settings);
    reader.flag("sound", "on", settings.sound.on);
    if (const auto when = reader.word("sound", "when", std::array{"open_hours", "always"}))
        settings.sound.when = *when == 0 ? SoundWhen::open_hours : SoundWhen::always;
    reader.endpoint("board", settings.feed.board);
    reader.endpoint("requests", settings.feed.requests);
    reader.text("feed", "key_file", "must be the name of a file", settings.key_file);
    reader.text("feed", "server_key", "must be the name of a daemon.pub, or 64 hex digits",
                settings.server_key);
    reader.refuse_unknown_keys();
    if (!reader.all_wrong().empty())
        throw SettingsError{fmt::format("{}", fmt::join(reader.all_wrong(), "\n"))};
    return settings;
}

Settings load_settings(const std::string& path)
{
    std::ifstream file{path, std::ios::binary};
    if (!file) throw SettingsError{fmt::format("{}: {}", path, std::strerror(errno))};
    constexpr std::size_t bytes_max = std::size_t{64} << 10;
    std::string text(bytes_max + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    if (text.size() > bytes_max) throw SettingsError{path + ": larger than 64 KiB"};
    Settings settings = read_settings(text, path);
    const auto folder = std::filesystem::path{path}.parent_path();
    if (!settings.key_file.empty()) settings.key_file = (folder / settings.key_file).string();
    const bool is_file = settings.server_key.find_first_of("./") != std::string::npos;
    if (is_file) settings.server_key = (folder / settings.server_key).string();
    return settings;
}

}  // namespace wallboard
