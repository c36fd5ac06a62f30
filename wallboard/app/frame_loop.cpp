#include "wallboard/app/frame_loop.hpp"

#include <algorithm>
#include <optional>

#include "wallboard/app/exit_code.hpp"
#include "wallboard/app/keys.hpp"
#include "wallboard/app/page_maker.hpp"
#include "wallboard/app/painter.hpp"
#include "wallboard/app/stop_signal.hpp"
#include "wallboard/model/days.hpp"

namespace wallboard {
namespace {

using Steady = std::chrono::steady_clock;

/// A burst of changes is drawn at most this often: nobody reads faster.
constexpr std::chrono::milliseconds frame_least{100};

Micros between(Steady::time_point from, Steady::time_point to)
{
    return std::chrono::duration_cast<Micros>(to - from);
}

/// Until the clock on the wall shows its next second.
double until_next_second(const Moment& moment)
{
    const auto second = std::chrono::floor<std::chrono::seconds>(moment.clock);
    const Micros left = second + std::chrono::seconds{1} - moment.clock;
    return std::max(0.02, std::chrono::duration<double>(left).count());
}

Window open_window(const CommandLine& command, const Settings& settings)
{
    if (command.windowed) return Window::windowed(*command.windowed);
    return Window::full_screen(command.monitor.value_or(settings.monitor));
}

}  // namespace

int run_wall(const CommandLine& command, const Settings& settings, SettingsWatch& watch)
{
    Window window = open_window(command, settings);
    std::optional<Painter> painter{std::in_place, window, settings.viewing, settings.theme};
    PageMaker maker{settings};
    const auto started = Steady::now();
    SnapshotSlot slot{started};
    const Feed feed{settings.feed, slot, Window::wake};
    auto drawn_at = started - frame_least;
    while (!window.should_close() && !stop_requested()) {
        const auto now = Steady::now();
        if (const auto changed = watch.look(now)) {
            painter.reset();
            painter.emplace(window, changed->viewing, changed->theme);
            maker.change(*changed);
        }
        const Received received = slot.get();
        maker.look(*received.snapshot, between(received.heard_at, now), between(started, now));
        for (const int key : window.take_keys())
            if (!press(maker, key) && ends_wall(key)) window.close();
        if (command.until_settled && all_settled(*received.snapshot)) return exit_ok;
        if (command.exit_after && now - started >= *command.exit_after)
            return command.until_settled ? exit_negative : exit_ok;

        const auto rest = std::chrono::duration<double>(drawn_at + frame_least - now).count();
        if (rest > 0) {
            window.wait(rest);
            continue;
        }
        if (!window.is_iconified()) {
            const PixelSize size = window.size();
            if (size.width > 0 && size.height > 0) {
                painter->paint(maker.make(painter->layout(size)), size, maker.explanation());
                window.swap();
            }
        }
        drawn_at = now;
        window.wait(until_next_second(maker.moment()));
    }
    return exit_ok;
}

}  // namespace wallboard
