#include "daemon/bridges/asterisk/settings_file.hpp"

#include <algorithm>

#include "daemon/bridges/asterisk/live/secret_file.hpp"
#include "daemon/settings/toml_file.hpp"

namespace callwatch::asterisk {
namespace {

constexpr WholeRange extension_digits{2, 8};

bool is_digits(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The list under `key`, or what stood in `list` before if the file has none.
void read_texts(TomlTable& table, std::string_view key, std::vector<std::string>& list)
{
    if (table.has(key)) list = table.texts(key);
}

void read_digits(TomlTable& table, std::string_view key, std::vector<std::string>& list)
{
    read_texts(table, key, list);
    for (std::size_t i = 0; i < list.size(); ++i)
        if (!is_digits(list[i])) table.refuse(key, i, "must be digits only");
}

/// Scopes ids and names a source: what the collector accepts as a source id.
std::string read_id(TomlTable& table, std::string_view key)
{
    std::string id = table.text(key);
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
    };
    if (id.size() > 64 || !std::all_of(id.begin(), id.end(), allowed))
        table.refuse(key, "must be 1 to 64 of a-z, 0-9, '.', '_' and '-'");
    return id;
}

void read_dial_plan(TomlTable table, DialPlanSettings& plan)
{
    plan.country = table.text("country");
    const bool two_capitals =
        plan.country.size() == 2 && std::all_of(plan.country.begin(), plan.country.end(),
                                                [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!plan.country.empty() && !two_capitals)
        table.refuse("country", "must be two capital letters (ISO 3166): \"NZ\"");
    read_digits(table, "outside_prefixes", plan.outside_prefixes);
    const auto least = table.whole("extension_digits_min", extension_digits, 3);
    const auto most = table.whole("extension_digits_max", extension_digits, least);
    if (most < least)
        table.refuse("extension_digits_max", "must not be smaller than extension_digits_min");
    plan.extension_lengths.clear();
    for (auto digits = least; digits <= most; ++digits)
        plan.extension_lengths.push_back(static_cast<std::size_t>(digits));
    read_texts(table, "withheld", plan.withheld);
}

void read_channels(TomlTable table, Settings& settings)
{
    read_texts(table, "staff_prefixes", settings.staff_channel_prefixes);
    read_texts(table, "trunk_prefixes", settings.trunk_channel_prefixes);
    if (settings.staff_channel_prefixes.empty())
        table.refuse("staff_prefixes", "must name at least one prefix: \"PJSIP/\"");
    if (settings.trunk_channel_prefixes.empty())
        table.refuse("trunk_prefixes", "must name at least one prefix: \"PJSIP/trunk\"");
    read_digits(table, "operators", settings.operator_extensions);
    read_texts(table, "menus", settings.ivr_contexts);
    settings.mailbox_context = table.text("mailbox_context", settings.mailbox_context);
}

std::filesystem::path beside(const std::filesystem::path& file, const std::string& path)
{
    return path.empty() ? std::filesystem::path{} : file.parent_path() / path;
}

/// The publisher reads what they name.
void read_keys(TomlTable& collector, const std::filesystem::path& file, Settings& settings)
{
    settings.key_file = beside(file, collector.text("key_file", ""));
    settings.server_key = collector.text("server_key", "");
    const bool is_name = settings.server_key.find_first_of("./") != std::string::npos;
    if (is_name) settings.server_key = beside(file, settings.server_key).string();
    if (settings.key_file.empty() != settings.server_key.empty())
        collector.refuse(settings.key_file.empty() ? "server_key" : "key_file",
                         "must not stand alone: key_file is this source's key, server_key the "
                         "collector's");
}

void read_secret_file(TomlTable& table, const std::filesystem::path& file, SettingsUse use,
                      ManagerSettings& manager)
{
    const std::string named = table.text("secret_file");
    manager.secret_file = beside(file, named);
    if (named.empty() || use != SettingsUse::live) return;
    const auto secret = read_secret(manager.secret_file);
    if (secret)
        manager.secret = *secret;
    else
        table.refuse("secret_file", secret.refusal().detail);
}

ManagerSettings read_manager(TomlTable table, const std::filesystem::path& file, SettingsUse use)
{
    constexpr std::pair<std::string_view, bool> logins[] = {{"md5", false}, {"plain", true}};
    ManagerSettings manager;
    manager.host = table.text("host", "127.0.0.1");
    manager.port = static_cast<std::uint16_t>(table.whole("port", {1, 65'535}, 5'038));
    manager.username = table.text("username");
    read_secret_file(table, file, use, manager);
    manager.plain_login = table.choice<bool>("login", logins, false);
    manager.tls = table.flag("tls", false);
    manager.tls_name = table.text("tls_name", "");
    manager.tls_ca_file = beside(file, table.text("tls_ca_file", "")).string();
    return manager;
}

void read_voicemail(TomlTable table, const std::filesystem::path& file, VoicemailSettings& settings)
{
    constexpr std::pair<std::string_view, MailboxLists> ways[] = {
        {"auto", MailboxLists::automatic},
        {"summary", MailboxLists::summary},
        {"spool", MailboxLists::spool},
        {"none", MailboxLists::none}};
    settings.spool = beside(file, table.text("spool", settings.spool.string()));
    settings.lists = table.choice<MailboxLists>("lists", ways, settings.lists);
    settings.poll_every = std::chrono::seconds{table.whole("poll_s", {1, 3'600}, 1)};
}

Settings read(TomlFile& file, SettingsFaults& faults, SettingsUse use)
{
    Settings settings;
    TomlTable root = file.root();
    settings.source_id = read_id(root, "source_id");
    settings.pbx_id = read_id(root, "pbx_id");
    settings.spool_dir = root.text("spool_dir", "");
    TomlTable collector = root.table("collector");
    settings.events_endpoint = collector.text("events", settings.events_endpoint);
    settings.control_endpoint = collector.text("control", settings.control_endpoint);
    read_keys(collector, file.name(), settings);
    read_dial_plan(root.table("dial_plan"), settings.dial_plan);
    read_channels(root.table("channels"), settings);
    const std::filesystem::path path{file.name()};
    if (root.has("manager"))
        settings.manager = read_manager(root.table("manager"), path, use);
    else if (use == SettingsUse::live)
        root.refuse("manager", "must be a table: where and as whom Asterisk is reached");
    read_voicemail(root.table("voicemail"), path, settings.voicemail);
    file.refuse_unknown_keys();
    faults.throw_if_any();
    return settings;
}

}  // namespace

Settings load_settings(const std::filesystem::path& path, SettingsUse use)
{
    SettingsFaults faults;
    TomlFile file{path, faults};
    return read(file, faults, use);
}

Settings parse_settings(const std::string& name, std::string_view bytes, SettingsUse use)
{
    SettingsFaults faults;
    TomlFile file{name, bytes, faults};
    return read(file, faults, use);
}

}  // namespace callwatch::asterisk
