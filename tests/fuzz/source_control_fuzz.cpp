// Any messages may come from a source, in any order. Whatever they are, what the session gives out
// keeps its promise: in order, no duplicate, no hole that was not told. The input is a row of
// messages: two bytes length, then the bytes of a SourceToCollector; an empty one lets half a
// second pass.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "daemon/model/check.hpp"
#include "daemon/wire/source_session.hpp"

namespace {

namespace heard = callwatch::heard;

/// What must hold for everything that comes out.
struct Promise {
    std::uint64_t epoch = 0;
    std::uint64_t last = 0;

    void operator()(const heard::Announced& announced)
    {
        CALLWATCH_CHECK(announced.epoch >= epoch);
        if (announced.epoch > epoch) last = 0;
        epoch = announced.epoch;
    }
    void operator()(const heard::Events& events)
    {
        CALLWATCH_CHECK(events.epoch == epoch && !events.events.empty() &&
                        events.events.size() <= 256);
        for (const auto& event : events.events) CALLWATCH_CHECK(event.sequence() == ++last);
    }
    void operator()(const heard::Heartbeat& heartbeat) const
    {
        CALLWATCH_CHECK(heartbeat.epoch == epoch && heartbeat.head <= last);
    }
    void operator()(const heard::Gap& gap)
    {
        CALLWATCH_CHECK(gap.epoch == epoch && gap.first == last + 1 && gap.last >= gap.first);
        last = gap.last;
    }
    void operator()(const heard::SignOfLife&) const {}
};

void take(callwatch::SourceSession& session, callwatch::v1::SourceToCollector& message,
          std::vector<heard::Input>& out)
{
    if (message.has_hello())
        (void)session.greet(message.hello(), out);
    else if (message.has_heartbeat())
        (void)session.take(message.heartbeat(), out);
    else if (message.has_resent())
        (void)session.take(*message.mutable_resent(), out);
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    callwatch::SourceSession session{{"pbx1"}, 64};
    Promise promise;
    callwatch::SteadyTime now{};
    while (size >= 2) {
        const std::size_t length =
            std::min(static_cast<std::size_t>(data[0] | data[1] << 8), size - 2);
        callwatch::v1::SourceToCollector message;
        std::vector<heard::Input> out;
        if (length == 0)
            now += std::chrono::milliseconds{500};
        else if (message.ParseFromArray(data + 2, static_cast<int>(length)))
            take(session, message, out);
        for (const auto& input : out) std::visit(promise, input);
        if (const auto request = session.wanted(now))
            CALLWATCH_CHECK(request->first() == promise.last + 1 &&
                            request->last() >= request->first() &&
                            request->last() - request->first() < 64);
        if (session.epoch() == promise.epoch) (void)session.settle(promise.epoch, promise.last);
        data += 2 + length;
        size -= 2 + length;
    }
    return 0;
}
