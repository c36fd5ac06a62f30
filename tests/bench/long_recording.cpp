#include "tests/bench/long_recording.hpp"

#include <stdexcept>

#include <fmt/format.h>

#include "daemon/bridges/asterisk/ami_reader.hpp"
#include "daemon/bridges/asterisk/gzip_file.hpp"
#include "daemon/bridges/asterisk/recording.hpp"

namespace callwatch::bench {
namespace {

constexpr std::int64_t span_us = 3'600'000'000;
// Call ids are the second and a number: "1795309115.12". All of the session's begin like this.
const std::string seconds_begin = "1795";
constexpr int first_beginning = 2000;

/// The same length, so that the times of arrival still fit.
void give_ids_of_their_own(std::string& ami, int nth)
{
    const auto beginning = std::to_string(first_beginning + nth);
    for (auto at = ami.find(seconds_begin); at != std::string::npos;
         at = ami.find(seconds_begin, at + 1))
        ami.replace(at, beginning.size(), beginning);
}

}  // namespace

std::string recorded_day_folder() { return CALLWATCH_SOURCE "/config/examples/recorded-day"; }

LongRecording make_long_recording(int times)
{
    const auto one = asterisk::load_recording({CALLWATCH_SOURCE "/tests/data/asterisk/ami.txt.gz"});
    const auto bytes = asterisk::read_file(one.ami, asterisk::recording_bytes_max);
    // Only a connection begins with a banner.
    const auto banner = bytes.find('\n') + 1;
    LongRecording made;
    for (int nth = 0; nth < times; ++nth) {
        auto ami = bytes;
        give_ids_of_their_own(ami, nth);
        const auto from = nth == 0 ? 0 : banner;
        for (const auto& chunk : one.chunks) {
            if (chunk.offset + chunk.size <= from) continue;
            const auto offset = std::max(chunk.offset, from);
            const auto at_us = chunk.arrived.time_since_epoch().count() + nth * span_us;
            made.chunks +=
                fmt::format("{{\"t\": {}.{:06}, \"off\": {}, \"len\": {}}}\n", at_us / 1'000'000,
                            at_us % 1'000'000, made.ami.size() + offset - from,
                            chunk.offset + chunk.size - offset);
        }
        made.ami += ami.substr(from);
    }
    asterisk::AmiReader reader;
    reader.feed(made.ami);
    while (reader.next() != nullptr) {}
    made.messages = reader.counters().messages;
    return made;
}

}  // namespace callwatch::bench
