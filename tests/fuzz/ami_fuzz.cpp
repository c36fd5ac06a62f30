// Can any bytes of a manager interface crash the bridge, fill its memory, or make it send what is
// no event? The first byte chooses how the rest is cut into reads; a bare 0x01 in it is a change of
// the voicemail spool whose texts are what follows.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "daemon/bridges/asterisk/ami_reader.hpp"
#include "daemon/bridges/asterisk/times.hpp"
#include "daemon/bridges/asterisk/translator.hpp"
#include "daemon/model/check.hpp"

namespace {

using namespace callwatch;
using namespace callwatch::asterisk;

constexpr std::size_t event_bytes_max = 60 * 1024;
constexpr AmiLimits limits{.line_bytes_max = 4'096, .message_bytes_max = 16'384, .headers_max = 64};

Settings settings()
{
    Settings out;
    out.dial_plan.outside_prefixes = {"9"};
    out.operator_extensions = {"100"};
    out.ivr_contexts = {"main-ivr"};
    return out;
}

/// Valid Protobuf that says the same when it is read again, and small enough for a batch.
void check(const v1::Event& event)
{
    const std::string bytes = event.SerializeAsString();
    CALLWATCH_CHECK(bytes.size() <= event_bytes_max);
    v1::Event again;
    CALLWATCH_CHECK(again.ParseFromString(bytes));
    CALLWATCH_CHECK(again.SerializeAsString() == bytes);
    CALLWATCH_CHECK(event.what_case() != v1::Event::WHAT_NOT_SET);
}

SpoolChange change_of(std::string_view text, Instant at)
{
    SpoolChange change;
    change.at = change.began = at;
    change.kind = static_cast<SpoolChange::Kind>(text.size() % 4);
    change.msg_id = text.substr(0, 8);
    change.mailbox = text.substr(0, text.find(' '));
    change.folder = text.size() % 2 == 0 ? "INBOX" : "Old";
    change.from_folder = "INBOX";
    change.caller_id = text;
    change.caller_channel = "PJSIP/trunk-00000000";
    return change;
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0) return 0;
    std::string_view rest{reinterpret_cast<const char*>(data) + 1, size - 1};
    const std::size_t piece = std::size_t{1} << (data[0] % 12);
    AmiReader reader{limits};
    Translator translator{{settings(), v1::ORIGIN_REPLAY, Micros{0}, MailboxWatch::recorded}};
    Instant now = instant_of(1'795'309'115'000'000);
    Events events;
    translator.start(now, "fuzz", events);
    while (!rest.empty()) {
        now += std::chrono::milliseconds{40};
        const std::string_view bytes = rest.substr(0, piece);
        rest.remove_prefix(bytes.size());
        reader.feed(bytes);
        while (const AmiMessage* message = reader.next()) translator.take(*message, now, events);
        CALLWATCH_CHECK(reader.waiting() <= limits.message_bytes_max + piece);
        if (const auto mark = bytes.find('\x01'); mark != bytes.npos)
            translator.take(change_of(bytes.substr(mark + 1), now), events);
    }
    translator.finish(now, events);
    for (const auto& event : events) check(event);
    return 0;
}
