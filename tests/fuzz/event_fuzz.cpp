// Any events may come from a source, in any order. Whatever they say, they are taken or refused by
// name; what was decided about them can be stored, read again, and gives the same state. The input
// is a row of events: two bytes length, then the bytes of an Event; an empty one lets an hour pass.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "callwatch/v1/event.pb.h"
#include "daemon/engine/engine.hpp"
#include "daemon/model/check.hpp"
#include "daemon/wire/event_decoder.hpp"
#include "daemon/wire/fact_codec.hpp"
#include "daemon/wire/quiet_protobuf.hpp"
#include "tests/support/organisation.hpp"

namespace {

using namespace callwatch;

/// Friday 2026-11-20, 16:48 in Chicago: where the corpus begins.
constexpr Instant afternoon{std::chrono::seconds{1'795'214'880}};

Directory make_directory()
{
    auto directory = Directory::make(test::two_locations());
    CALLWATCH_CHECK(directory);
    return std::move(*directory);
}

/// A text stands for itself, as far as a token is long.
const EventTokens tokens{
    .for_number = [](const std::string& number) { return NumberToken{number.substr(0, 32)}; },
    .for_text = [](const std::string& text) { return RemarkToken{text.substr(0, 32)}; }};

/// A collector without a shell.
class World {
public:
    World()
    {
        step(ProcessStarted{.software = "fuzz", .time_mode = "system", .tzdata_version = "any"});
        step(SourceHello{.source = source_, .epoch = 1, .first_kept = 1, .software = "fuzz"});
    }

    void hour() { pass(std::chrono::hours{1}); }

    void take(v1::Event& wire)
    {
        pass(std::chrono::milliseconds{100});
        wire.set_sequence(sequence_ + 1);
        const auto event = decode_event(wire, source_, tokens);
        if (event)
            step(*event);
        else
            step(SourceNonsense{source_, sequence_ + 1, word(event.refusal().code),
                                event.refusal().detail});
        sequence_ = engine_.board().sources().find(source_)->last_sequence;
        CALLWATCH_CHECK(sequence_ == wire.sequence());  // Passed over or taken: never stuck.
    }

    /// What is stored gives the same state.
    void replay() const
    {
        Board board;
        for (const auto& fact : facts_) {
            const auto again = decode_fact(encode_fact(fact));
            CALLWATCH_CHECK(again && *again == fact);
            board.apply(*again);
        }
        CALLWATCH_CHECK(board == engine_.board());
    }

private:
    void pass(Micros span)
    {
        now_ += span;
        step(SourceBeat{source_, now_});
    }
    void step(const Input& input) { (void)engine_.step(input, now_, facts_); }

    const SourceId source_{"pbx1"};
    Engine engine_{make_directory(), Policy{}, Board{}};
    Facts facts_;
    Instant now_ = afternoon;
    std::uint64_t sequence_ = 0;
};

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    quiet_protobuf();
    World world;
    while (size >= 2) {
        const std::size_t length =
            std::min(static_cast<std::size_t>(data[0] | data[1] << 8), size - 2);
        v1::Event event;
        if (length == 0)
            world.hour();
        else if (event.ParseFromArray(data + 2, static_cast<int>(length)))
            world.take(event);
        data += 2 + length;
        size -= 2 + length;
    }
    world.replay();
    return 0;
}
