#include "daemon/settings/daemon_settings.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>

#include <array>
#include <charconv>

namespace callwatch {
namespace {

constexpr std::pair<std::string_view, TimeMode> time_words[] = {{"system", TimeMode::system},
                                                                {"source", TimeMode::source}};
constexpr std::pair<std::string_view, LogLevel> log_words[] = {{"debug", LogLevel::debug},
                                                               {"info", LogLevel::info},
                                                               {"warning", LogLevel::warning},
                                                               {"error", LogLevel::error}};

bool is_loopback(const std::string& address)
{
    in_addr parsed{};
    return inet_pton(AF_INET, address.c_str(), &parsed) == 1 && (ntohl(parsed.s_addr) >> 24) == 127;
}

bool is_port(std::string_view text)
{
    unsigned port = 0;
    const auto* end = text.data() + text.size();
    const auto [stopped_at, error] = std::from_chars(text.data(), end, port);
    return error == std::errc{} && stopped_at == end && port >= 1 && port <= 65535;
}

bool is_local_endpoint(std::string_view endpoint)
{
    constexpr std::string_view ipc = "ipc://";
    constexpr std::string_view tcp = "tcp://";
    constexpr std::size_t ipc_path_bytes_max = 107;  // sun_path of Linux, unix(7), without its end.
    if (endpoint.starts_with(ipc)) {
        const auto path = endpoint.substr(ipc.size());
        return path.starts_with('/') && path.size() > 1 && path.size() <= ipc_path_bytes_max;
    }
    if (!endpoint.starts_with(tcp)) return false;
    const auto address = endpoint.substr(tcp.size());
    const auto colon = address.rfind(':');
    return colon != std::string_view::npos && is_loopback(std::string{address.substr(0, colon)}) &&
           is_port(address.substr(colon + 1));
}

Endpoints read_endpoints(TomlTable table)
{
    struct Entry {
        const char* key;
        std::string Endpoints::*member;
    };
    constexpr std::array entries{
        Entry{"events", &Endpoints::events}, Entry{"control", &Endpoints::control},
        Entry{"board", &Endpoints::board}, Entry{"requests", &Endpoints::requests}};

    Endpoints endpoints;
    for (const auto& [key, member] : entries) {
        auto& endpoint = endpoints.*member;
        endpoint = table.text(key, endpoint);
        if (!is_local_endpoint(endpoint))
            table.refuse(key,
                         "must be tcp://127.0.0.1:PORT or ipc:///PATH: other addresses are refused "
                         "until connections carry keys");
    }
    for (std::size_t i = 1; i < entries.size(); ++i)
        for (std::size_t earlier = 0; earlier < i; ++earlier)
            if (endpoints.*entries[i].member == endpoints.*entries[earlier].member) {
                // The one that is written is to blame; the other may be a default.
                const bool blame_later = table.has(entries[i].key);
                table.refuse(
                    entries[blame_later ? i : earlier].key,
                    fmt::format("must differ from {}", entries[blame_later ? earlier : i].key));
            }
    return endpoints;
}

}  // namespace

DaemonSettings read_daemon_settings(TomlFile& file)
{
    TomlTable root = file.root();
    const auto folder = std::filesystem::path{file.name()}.parent_path();
    const auto path = [&](std::string_view key) {
        const auto text = root.text(key);
        return text.empty() ? std::filesystem::path{} : (folder / text).lexically_normal();
    };

    DaemonSettings settings;
    settings.endpoints = read_endpoints(root.table("endpoints"));
    settings.data_directory = path("data_directory");
    settings.organisation = path("organisation");
    settings.policy = path("policy");
    settings.log_level = root.choice<LogLevel>("log_level", log_words, settings.log_level);
    settings.snapshot_every_facts = static_cast<std::uint64_t>(
        root.whole("snapshot_every_facts", {.min = 1, .max = 1'000'000'000},
                   static_cast<std::int64_t>(settings.snapshot_every_facts)));
    TomlTable time = root.table("time");
    settings.time_mode = time.choice<TimeMode>("mode", time_words, settings.time_mode);
    settings.pace = time.number("pace", {.min = 0.01, .max = 100'000}, settings.pace);
    return settings;
}

}  // namespace callwatch
