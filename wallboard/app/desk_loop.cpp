#include "wallboard/app/desk_loop.hpp"

#include <optional>

#include "wallboard/app/bell.hpp"
#include "wallboard/app/desk.hpp"
#include "wallboard/app/errors.hpp"
#include "wallboard/app/exit_code.hpp"
#include "wallboard/app/frame_line.hpp"
#include "wallboard/app/key_file.hpp"
#include "wallboard/app/key_opening.hpp"
#include "wallboard/app/painter.hpp"
#include "wallboard/app/person_key.hpp"
#include "wallboard/app/steady.hpp"
#include "wallboard/app/stop_signal.hpp"
#include "wallboard/model/desk/unlock.hpp"
#include "wallboard/model/frame_pace.hpp"
#include "wallboard/views/desk/desk.hpp"

namespace wallboard {
namespace {

/// A burst of changes is drawn at most this often; what somebody types is drawn at once.
constexpr std::chrono::milliseconds frame_least{30};
constexpr PixelSize first_size{1600, 900};
/// A signal, or the end that the command line asked for, is seen this late.
constexpr Micros still_longest = std::chrono::seconds{1};

/// The window, its painter, what it shows, and where a click or the pointer's rest means something.
struct Screen {
    Window& window;
    Painter& painter;
    desk::Hits hits{};
    desk::FigurePlaces figures{};
    std::optional<Sight> drawn{};

    /// What was done since the last frame, in its order.
    std::vector<desk::Touch> touches()
    {
        std::vector<desk::Touch> all;
        for (auto& input : window.take_input()) {
            if (auto* press = std::get_if<desk::Press>(&input)) {
                if (press->key != desk::Key::f11) {
                    all.emplace_back(std::move(*press));
                    continue;
                }
                window.toggle_full_screen();
                window.take_pointer(std::nullopt);  // It is elsewhere on the page now.
                continue;
            }
            const desk::Spot spot = spot_of(std::get<Window::Click>(input));
            if (auto touch = desk::touch_at(hits, spot.x, spot.y)) all.push_back(std::move(*touch));
        }
        return all;
    }

    desk::Spot spot_of(const Window::Click& at) const
    {
        const float u = painter.scale(window.size()).u();
        return {at.x / u, at.y / u};
    }

    std::optional<desk::Spot> pointer() const
    {
        const auto at = window.pointer();
        return at ? std::optional{spot_of(*at)} : std::nullopt;
    }

    Layout layout() const
    {
        const Scale scale = painter.scale(window.size());
        return {.shape = Shape::wide, .w = scale.width_u(), .h = scale.height_u()};
    }

    /// What the window adds to what there is to see.
    void measure(Sight& sight) const
    {
        const PixelSize size = window.size();
        sight.happened = window.happened();
        sight.width = size.width;
        sight.height = size.height;
    }

    /// True if a frame that shows `sight` has to be drawn.
    bool is_due(const Sight& sight)
    {
        const bool iconified = window.is_iconified();
        if (iconified) drawn.reset();
        return must_draw(drawn, sight, iconified);
    }

    template <class Draw>
    void show(const Sight& sight, Draw draw)
    {
        painter.paint(draw, {sight.width, sight.height});
        window.swap();
        drawn = sight;
    }
};

bool is_over(const Window& window, const CommandLine& command, Steady::time_point started)
{
    return window.should_close() || stop_requested() ||
           (command.exit_after && Steady::now() - started >= *command.exit_after);
}

/// The opened key; nothing if the window was closed before.
std::optional<PersonKey> unlock(Screen& screen, const CommandLine& command,
                                const Settings& settings)
{
    const PersonKey who = read_person(settings.key_file);
    if (command.passphrase_file) {
        PersonKey key =
            open_person_key(settings.key_file, read_passphrase(*command.passphrase_file).view());
        if (!key.fault.empty()) throw SettingsError{settings.key_file + ": " + key.fault};
        return key;
    }
    desk::Unlock ask{.me = {who.person, who.role}, .passphrase = {}, .fault = {}};
    KeyOpening opening;
    Sight sight;
    const auto started = Steady::now();
    while (!is_over(screen.window, command, started)) {
        for (const auto& touch : screen.touches()) {
            if (ask.is_opening || !press(ask, touch)) continue;
            ask.is_opening = true;
            opening.begin(settings.key_file, ask.passphrase.secret());
        }
        if (auto key = opening.take()) {
            if (key->fault.empty()) return key;
            ask.fault = key->fault;
            ask.is_opening = false;
            ask.passphrase.clear();
            ++sight.told;
        }
        screen.measure(sight);
        if (screen.is_due(sight)) {
            const auto panel = make_unlock(ask, screen.layout());
            screen.show(sight,
                        [&](const WallLook& look) { desk::draw_unlock(panel, look, screen.hits); });
        }
        screen.window.wait(still_longest);
    }
    return std::nullopt;
}

}  // namespace

int run_desk(const CommandLine& command, const Settings& settings, SettingsWatch& watch)
{
    Window window = Window::windowed(command.windowed.value_or(first_size));
    window.serve_desk();
    Painter painter{window, scale_of_desk(settings.desk, window.screen()), settings.theme};
    Screen screen{window, painter};
    Settings used = settings;
    desk::Me me;
    if (!settings.key_file.empty()) {
        auto key = unlock(screen, command, settings);
        if (!key) return exit_ok;
        screen.drawn.reset();
        me = {key->person, key->role};
        used.feed.keys = key->keys;
        used.feed.keys.server_key = read_server_key(settings.server_key);
    }
    Desk desk{used, me};
    const auto started = Steady::now();
    SnapshotSlot slot{started};
    const Feed feed{used.feed, slot, Window::wake};
    DeskLine line{used.feed,
                  [path = settings.key_file](const std::string& text, std::string_view words) {
                      return sign_with(path, text, words);
                  },
                  Window::wake};
    SpawnedSound sound;
    Bell bell{sound};
    std::uint64_t frames = 0;
    auto drawn_at = started - frame_least;
    while (!is_over(window, command, started)) {
        const auto now = Steady::now();
        if (const auto changed = watch.look(now)) {
            painter.change(scale_of_desk(changed->desk, window.screen()), changed->theme);
            desk.change(*changed);
        }
        const Received received = slot.get();
        desk.look(received.snapshot, between(received.heard_at, now), between(started, now),
                  line.rows(), received.hearing);
        bell.look(desk.sound(), desk.alarms(), desk.board(), desk.moment());
        desk.settle(line.take_outcomes());
        const auto touches = screen.touches();
        for (const auto& touch : touches)
            if (auto order = desk.touch(touch)) line.give(std::move(*order));
        desk.point(screen.pointer(), screen.figures);
        line.look_at(desk.wish());
        Sight sight = desk.sight();
        screen.measure(sight);
        if (screen.is_due(sight)) {
            const Micros rest = between(now, drawn_at + frame_least);
            if (rest > Micros{0} && touches.empty()) {
                window.wait(rest);
                continue;
            }
            const auto view = desk.view(screen.layout());
            screen.show(sight, [&](const WallLook& look) {
                desk::draw_desk(view, look, screen.hits, screen.figures);
            });
            drawn_at = now;
            ++frames;
            if (command.print_frames) print_line(frame_line(desk, view, frames, Steady::now()));
        }
        window.wait(desk.wait());
    }
    return exit_ok;
}

}  // namespace wallboard
