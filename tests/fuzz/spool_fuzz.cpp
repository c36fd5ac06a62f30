// Any bytes may be in a spool's files. They are refused, or read as far as they are intact; what
// was read can be read again, record by record. The first byte chooses: the description, or a
// segment that is the newest or an older one.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "daemon/bridges/publisher/segment.hpp"
#include "daemon/bridges/publisher/spool_folder.hpp"
#include "daemon/model/check.hpp"

namespace {

constexpr callwatch::SpoolKey key{1, 2, 3};

void read_description(std::string_view text)
{
    const auto description = callwatch::read_description(text);
    if (!description) return;
    const auto again = callwatch::read_description(callwatch::encode(description->identity, key));
    CALLWATCH_CHECK(again && again->identity.tag == description->identity.tag &&
                    again->identity.epoch == description->identity.epoch);
}

void read_segment(std::string_view bytes, bool newest)
{
    const auto contents = callwatch::read_segment(bytes, key, newest);
    if (!contents) return;
    CALLWATCH_CHECK(contents->intact_bytes <= bytes.size());
    CALLWATCH_CHECK(newest || contents->intact_bytes == bytes.size());
    auto sequence = contents->header.first;
    for (const auto offset : contents->offsets)
        CALLWATCH_CHECK(
            callwatch::open_record(bytes.substr(offset), key, contents->header, sequence++));
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0) return 0;
    const std::string_view rest{reinterpret_cast<const char*>(data) + 1, size - 1};
    if (data[0] == 'd')
        read_description(rest);
    else
        read_segment(rest, data[0] == 'n');
    return 0;
}
