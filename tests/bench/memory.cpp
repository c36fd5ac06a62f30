// P4: how much memory does the daemon take, and how much more with each open message?

#include <fmt/format.h>

#include "tests/bench/items.hpp"
#include "tests/bench/source_peer.hpp"

namespace callwatch::bench {
namespace {

constexpr Office office{10'000};
constexpr std::uint64_t messages = 10'000;

/// `count` messages, each for another mailbox and of another caller, left and never returned.
Frames make_open_messages(std::uint64_t first, std::uint64_t count)
{
    const auto wall = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::system_clock::now().time_since_epoch());
    Frames made{.frames = {}, .events = count, .per_frame = 50};
    v1::EventBatch batch;
    batch.set_schema_version(1);
    batch.set_source_id(source_id);
    batch.set_source_epoch_us(source_epoch_us);
    for (auto i = first; i < first + count; ++i) {
        auto& event = *batch.add_events();
        event.set_sequence(i + 1);
        event.set_occurred_at_us(wall.count());
        auto& left = *event.mutable_voicemail_left();
        left.set_mailbox_id(mailbox_id(static_cast<std::uint32_t>(i % office.staff)));
        left.set_call_id(fmt::format("pbx1/1795309119.{}", i));
        left.set_received_at_us(wall.count());
        set_number(*left.mutable_caller(), i);
        if (batch.events_size() < static_cast<int>(made.per_frame)) continue;
        made.frames.push_back(batch.SerializeAsString());
        batch.clear_events();
    }
    return made;
}

}  // namespace

void measure_memory(const Options&, Report& report)
{
    CollectorProcess collector{office};
    collector.start();
    const auto empty = collector.program().resident_mib();
    SourcePeer source{collector};
    source.send_all(make_open_messages(0, messages));
    const auto full = collector.program().resident_mib();
    source.send_all(make_open_messages(messages, 4 * messages));
    const auto more = collector.program().resident_mib();
    collector.require(5 * messages);
    collector.stop();
    report.add({.item = "P4",
                .what = "memory, 10 k staff, 1 k queues, 10 k open messages",
                .target = Target{Target::Kind::at_most, 48, "MiB"},
                .figures = {{full}},
                .measured = fmt::format("{:.1f} MiB before the first message", empty)});
    report.add({.item = "P4",
                .what = "a further open message",
                .target = Target{Target::Kind::at_most, 100, "bytes"},
                .figures = {{(more - full) * 1024 * 1024 / (4 * messages)}},
                .measured = "mean of 40 k more"});
}

}  // namespace callwatch::bench
