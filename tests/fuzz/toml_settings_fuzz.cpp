// Can any bytes in a configuration file crash us, or make a fault that is not one short line? The
// same bytes are read as each of the three files.

#include <cstddef>
#include <cstdint>

#include "daemon/model/check.hpp"
#include "daemon/settings/daemon_settings.hpp"
#include "daemon/settings/organisation_file.hpp"
#include "daemon/settings/policy_file.hpp"

namespace {

using namespace callwatch;

template <class Read>
void read_as(std::string_view bytes, Read read)
{
    constexpr std::size_t line_bytes_max = 2000;
    SettingsFaults faults;
    TomlFile file{"a.toml", bytes, faults};
    read(file);
    file.refuse_unknown_keys();
    for (const auto& line : faults.texts()) {
        CALLWATCH_CHECK(line.size() <= line_bytes_max);
        for (const char c : line) CALLWATCH_CHECK(static_cast<unsigned char>(c) >= 0x20);
    }
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    read_as(bytes, [](TomlFile& file) { read_daemon_settings(file); });
    read_as(bytes, [](TomlFile& file) { read_policy(file); });
    read_as(bytes, [](TomlFile& file) { read_organisation(file, {}); });
    return 0;
}
