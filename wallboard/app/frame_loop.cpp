#include "wallboard/app/frame_loop.hpp"

#include <optional>

#include "wallboard/app/bell.hpp"
#include "wallboard/app/exit_code.hpp"
#include "wallboard/app/frame_line.hpp"
#include "wallboard/app/keys.hpp"
#include "wallboard/app/page_maker.hpp"
#include "wallboard/app/painter.hpp"
#include "wallboard/app/steady.hpp"
#include "wallboard/app/stop_signal.hpp"
#include "wallboard/model/days.hpp"
#include "wallboard/model/frame_pace.hpp"

namespace wallboard {
namespace {

/// A burst of changes is drawn at most this often: nobody reads faster.
constexpr std::chrono::milliseconds frame_least{100};

Sight sight_of(const PageMaker& maker, const Window& window, std::uint64_t changes)
{
    const Snapshot& snapshot = maker.snapshot();
    const PixelSize size = window.size();
    return {.complete = snapshot.complete,
            .revision = snapshot.revision,
            .health = snapshot.health,
            .stale = maker.moment().stale,
            .second = begun_second(snapshot, maker.moment()),
            .happened = window.happened(),
            .changes = changes,
            .width = size.width,
            .height = size.height};
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
    Painter painter{window, scale_of_wall(settings.viewing), settings.theme};
    PageMaker maker{settings};
    const auto started = Steady::now();
    SnapshotSlot slot{started};
    const Feed feed{settings.feed, slot, Window::wake};
    SpawnedSound sound;
    Bell bell{sound};
    std::optional<Sight> drawn;
    std::uint64_t frames = 0;
    std::uint64_t changes = 0;
    auto drawn_at = started - frame_least;
    while (!window.should_close() && !stop_requested()) {
        const auto now = Steady::now();
        if (const auto changed = watch.look(now)) {
            painter.change(scale_of_wall(changed->viewing), changed->theme);
            maker.change(*changed);
            ++changes;
        }
        const Received received = slot.get();
        maker.look(received.snapshot, between(received.heard_at, now), between(started, now),
                   received.hearing);
        bell.look(maker.sound(), maker.alarms(), maker.snapshot(), maker.moment());
        for (const int key : window.take_keys())
            if (!press(maker, key) && ends_wall(key)) window.close();
        if (command.until_settled && all_settled(*received.snapshot)) return exit_ok;
        if (command.exit_after && now - started >= *command.exit_after)
            return command.until_settled ? exit_negative : exit_ok;

        const bool iconified = window.is_iconified();
        const Sight sight = sight_of(maker, window, changes);
        if (must_draw(drawn, sight, iconified)) {
            const Micros rest = between(now, drawn_at + frame_least);
            if (rest > Micros{0}) {
                window.wait(rest);
                continue;
            }
            const PixelSize size{sight.width, sight.height};
            const Layout layout = painter.layout(size);
            painter.paint(maker.make(layout), size, maker.explanation());
            window.swap();
            drawn = sight;
            drawn_at = now;
            ++frames;
            if (command.print_frames) print_line(frame_line(maker, layout, frames, Steady::now()));
        }
        if (iconified) drawn.reset();
        window.wait(next_wait(maker.snapshot(), maker.moment()));
    }
    return exit_ok;
}

}  // namespace wallboard
