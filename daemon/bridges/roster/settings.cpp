#include "daemon/bridges/roster/settings.hpp"

#include <algorithm>

#include "daemon/settings/toml_file.hpp"

namespace callwatch::roster {
namespace {

std::string read_source_id(TomlTable& table)
{
    auto id = table.text("source_id");
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
    };
    if (id.size() > 64 || !std::all_of(id.begin(), id.end(), allowed))
        table.refuse("source_id", "must be 1 to 64 of a-z, 0-9, '.', '_' and '-'");
    return id;
}

constexpr const char* zone_rule = "must be a time zone of the IANA database: \"America/Chicago\"";

/// [zones]: LOCATION = "ZONE", where a location has another one than the file.
Zones read_zones(TomlTable& root)
{
    const auto utc = Zone::make("UTC");
    const auto name = root.text("zone");
    const auto usual = Zone::make(name);
    if (!usual && !name.empty()) root.refuse("zone", zone_rule);
    Zones zones{.usual = usual.value_or(utc.value()), .of_locations = {}};
    TomlTable others = root.table("zones");
    for (const auto& location : others.keys()) {
        const auto zone = Zone::make(others.text(location, ""));
        if (zone)
            zones.of_locations.emplace(location, *zone);
        else
            others.refuse(location, zone_rule);
    }
    return zones;
}

Settings read(TomlFile& file)
{
    TomlTable root = file.root();
    const auto folder = std::filesystem::path{file.name()}.parent_path();
    const auto path = [&](const std::string& text) {
        return text.empty() ? std::filesystem::path{} : folder / text;
    };
    Settings settings{.source_id = read_source_id(root),
                      .spool_dir = {},
                      .files = {},
                      .zones = read_zones(root),
                      .key_file = {},
                      .server_key = {}};
    settings.spool_dir = path(root.text("spool_dir", ""));
    settings.files = {.people = path(root.text("people")),
                      .absences = path(root.text("absences", "")),
                      .shifts = path(root.text("shifts", ""))};
    settings.settle = root.duration("settle_s", {.min = 0, .max = 3'600}, settings.settle);
    TomlTable collector = root.table("collector");
    settings.events_endpoint = collector.text("events", settings.events_endpoint);
    settings.control_endpoint = collector.text("control", settings.control_endpoint);
    settings.key_file = path(collector.text("key_file", ""));
    settings.server_key = collector.text("server_key", "");
    if (settings.server_key.find_first_of("./") != std::string::npos)
        settings.server_key = (folder / settings.server_key).string();
    if (settings.key_file.empty() != settings.server_key.empty())
        collector.refuse(settings.key_file.empty() ? "server_key" : "key_file",
                         "must not stand alone: key_file is this source's key, server_key the "
                         "collector's");
    return settings;
}

}  // namespace

Settings load_settings(const std::filesystem::path& path)
{
    SettingsFaults faults;
    TomlFile file{path, faults};
    auto settings = read(file);
    file.refuse_unknown_keys();
    faults.throw_if_any();
    return settings;
}

}  // namespace callwatch::roster
