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

constexpr std::pair<std::string_view, Curve> curve_words[] = {{"off", Curve::off},
                                                              {"required", Curve::required}};

bool is_loopback(const std::string& address)
{
    in_addr parsed{};
    return inet_pton(AF_INET, address.c_str(), &parsed) == 1 && (ntohl(parsed.s_addr) >> 24) == 127;
}

/// An address to bind: IPv4, [IPv6], or * for all of this machine's.
bool is_address(std::string address)
{
    in_addr four{};
    in6_addr six{};
    if (address == "*" || inet_pton(AF_INET, address.c_str(), &four) == 1) return true;
    if (address.size() < 2 || address.front() != '[' || address.back() != ']') return false;
    address = address.substr(1, address.size() - 2);
    return inet_pton(AF_INET6, address.c_str(), &six) == 1;
}

bool is_port(std::string_view text)
{
    unsigned port = 0;
    const auto* end = text.data() + text.size();
    const auto [stopped_at, error] = std::from_chars(text.data(), end, port);
    return error == std::errc{} && stopped_at == end && port >= 1 && port <= 65535;
}

bool is_endpoint(std::string_view endpoint, Curve curve)
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
    if (colon == std::string_view::npos || !is_port(address.substr(colon + 1))) return false;
    const std::string host{address.substr(0, colon)};
    return curve == Curve::required ? is_address(host) : is_loopback(host);
}

Endpoints read_endpoints(TomlTable table, Curve curve)
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
        if (!is_endpoint(endpoint, curve))
            table.refuse(key, curve == Curve::required
                                  ? "must be tcp://ADDRESS:PORT or ipc:///PATH"
                                  : "must be tcp://127.0.0.1:PORT or ipc:///PATH: other addresses "
                                    "are refused until connections carry keys ([security] curve = "
                                    "\"required\")");
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
    const auto below = [&](const std::string& text) {
        return text.empty() ? std::filesystem::path{} : (folder / text).lexically_normal();
    };
    const auto path = [&](std::string_view key) { return below(root.text(key)); };

    DaemonSettings settings;
    settings.curve = root.table("security").choice<Curve>("curve", curve_words, settings.curve);
    settings.endpoints = read_endpoints(root.table("endpoints"), settings.curve);
    settings.data_directory = path("data_directory");
    settings.organisation = path("organisation");
    settings.policy = path("policy");
    settings.log_level = root.choice<LogLevel>("log_level", log_words, settings.log_level);
    settings.snapshot_every_facts = static_cast<std::uint64_t>(
        root.whole("snapshot_every_facts", {.min = 1, .max = 1'000'000'000},
                   static_cast<std::int64_t>(settings.snapshot_every_facts)));
    settings.head_export = below(root.table("journal").text("head_export", ""));
    TomlTable time = root.table("time");
    settings.time_mode = time.choice<TimeMode>("mode", time_words, settings.time_mode);
    settings.pace = time.number("pace", {.min = 0.01, .max = 100'000}, settings.pace);
    return settings;
}

}  // namespace callwatch
