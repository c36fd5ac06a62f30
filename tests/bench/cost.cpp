// P5: does an event cost more because the organisation is large? And what does time cost that
// passes without anything being due?

#include <time.h>

#include <thread>

#include <fmt/format.h>

#include "daemon/board/board_book.hpp"
#include "daemon/board/live_rows.hpp"
#include "daemon/settings/settings.hpp"
#include "daemon/wire/event_decoder.hpp"
#include "tests/bench/items.hpp"
#include "tests/bench/source_peer.hpp"

namespace callwatch::bench {
namespace {

constexpr Office small{100};
constexpr Office large{10'000};
constexpr std::uint64_t events_measured = 60'000;
constexpr std::uint64_t warm_up = 20'000;
constexpr std::uint64_t ticks = 1'000'000;
constexpr int seconds_idle = 5;

double thread_seconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// The collector's own work on one event, without sockets and disk: decode, decide, and the rows
/// that walls are told.
class Desk {
public:
    explicit Desk(Office office)
        : telephony_{office, wall_.time_since_epoch().count()},
          settings_{settings_of(office)},
          engine_{*Directory::make(settings_.organisation), settings_.policy, Board{}},
          rows_{engine_},
          health_{{source_, {v1::SourceRow::FRESH, {}}}}
    {
        take(SourceHello{source_, source_epoch_us, 1, "callwatch_bench"});
        for (std::uint64_t i = 0; i < warm_up; ++i) take_event();
    }

    /// Microseconds of CPU an event.
    double measure_events()
    {
        const auto begin = thread_seconds();
        for (std::uint64_t i = 0; i < events_measured; ++i) take_event();
        return (thread_seconds() - begin) / events_measured * 1e6;
    }

    /// Nanoseconds a tick.
    double measure_ticks()
    {
        const auto begin = thread_seconds();
        Facts decided;
        for (std::uint64_t i = 0; i < ticks; ++i) engine_.step(Tick{}, wall_, decided);
        if (!decided.empty()) throw std::runtime_error{"something was due"};
        return (thread_seconds() - begin) / ticks * 1e9;
    }

private:
    static Settings settings_of(Office office)
    {
        const CollectorProcess configured{office};
        return load_settings(configured.configuration());
    }

    void take_event()
    {
        const auto wire = telephony_.next();
        const EventTokens tokens{
            .for_number = [](const std::string& number) { return NumberToken{number}; },
            .for_text = [](const std::string& text) { return RemarkToken{text}; }};
        auto event = decode_event(wire, source_, tokens);
        if (!event) throw std::runtime_error{event.refusal().detail};
        take(*event);
    }

    void take(const Input& input)
    {
        Facts decided;
        if (const auto refusal = engine_.step(input, wall_, decided))
            throw std::runtime_error{refusal->detail};
        for (const auto& fact : decided) rows_.note(fact);
        book_.update(rows_.take({engine_, wall_, health_}, uptime_), wall_);
    }

    const Instant wall_ = std::chrono::time_point_cast<Micros>(std::chrono::system_clock::now());
    const std::chrono::microseconds uptime_{1};
    const SourceId source_{source_id};
    Telephony telephony_;
    Settings settings_;
    Engine engine_;
    LiveRows rows_;
    BoardBook book_;
    std::map<SourceId, SourceHealth> health_;
};

/// Per cent of a core that the real daemon takes while its source only says that it lives.
double idle_percent(Office office)
{
    CollectorProcess collector{office};
    collector.start();
    SourcePeer source{collector};
    const auto serve = [&](int seconds) {
        const auto end = now_ns() + seconds * std::int64_t{1'000'000'000};
        while (now_ns() < end) {
            source.serve();
            std::this_thread::sleep_for(std::chrono::milliseconds{20});
        }
    };
    serve(1);
    const auto begin = collector.program().cpu_seconds();
    serve(seconds_idle);
    const auto used = collector.program().cpu_seconds() - begin;
    collector.stop();
    return used / seconds_idle * 100;
}

}  // namespace

void measure_cost(const Options& options, Report& report)
{
    Desk few{small};
    Desk many{large};
    Series events_few, events_many, ticks_few, ticks_many;
    for (int round = 0; round < options.rounds; ++round) {
        events_few.add(few.measure_events());
        events_many.add(many.measure_events());
        ticks_few.add(few.measure_ticks());
        ticks_many.add(many.measure_ticks());
    }
    report.add({.item = "P5",
                .what = "CPU an event, 10 k staff against 100",
                .target = Target{Target::Kind::at_most, 1.3, "x"},
                .figures = ratio(events_many, events_few),
                .measured = fmt::format("{:.2f} us and {:.2f} us, rows of each event included",
                                        events_many.median(), events_few.median())});
    report.add({.item = "P5",
                .what = "a tick when nothing is due, 10 k staff against 100",
                .target = Target{Target::Kind::at_most, 1.3, "x"},
                .figures = ratio(ticks_many, ticks_few),
                .measured = fmt::format("{:.0f} ns and {:.0f} ns", ticks_many.median(),
                                        ticks_few.median())});
    report.add({.item = "P5",
                .what = "the daemon at rest, 10 k staff, a source that beats",
                .target = Target{Target::Kind::at_most, 1, "% of a core"},
                .figures = {{idle_percent(large)}},
                .measured = fmt::format("{:.2f} % at 100 staff", idle_percent(small))});
}

}  // namespace callwatch::bench
