#include "wallboard/app/screenshot.hpp"

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <thread>

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "wallboard/app/errors.hpp"
#include "wallboard/app/exit_code.hpp"
#include "wallboard/app/page_maker.hpp"
#include "wallboard/app/painter.hpp"
#include "wallboard/app/steady.hpp"
#include "wallboard/app/stop_signal.hpp"
#include "wallboard/feed/board_file.hpp"
#include "wallboard/model/days.hpp"

namespace wallboard {
namespace {

constexpr std::chrono::seconds answer_within{10};

Snapshot load_board(const std::string& path)
{
    auto board = read_board_file(path);
    if (const auto* refusal = std::get_if<Refusal>(&board))
        throw SettingsError{path + ": " + refusal->code + ": " + refusal->detail};
    return std::get<Snapshot>(std::move(board));
}

/// Waits for the first whole board with a heartbeat.
Snapshot hear_board(const FeedSettings& settings)
{
    const auto started = Steady::now();
    SnapshotSlot slot{started};
    const Feed feed{settings, slot, [] {}};
    Received received;
    while (Steady::now() - started < answer_within && !stop_requested()) {
        received = slot.get();
        if (received.snapshot->complete && received.snapshot->health != Health::unspecified)
            return *received.snapshot;
        std::this_thread::sleep_for(std::chrono::milliseconds{20});
    }
    const std::string why = words_of(received.hearing).full;
    throw NetworkError{fmt::format("no collector answers at {} and {}{}{}", settings.board,
                                   settings.requests, why.empty() ? "" : ": ", why)};
}

/// How old the board is at `now`; a picture cannot be of a time before its board.
Micros age_at(const Snapshot& board, const std::optional<Instant>& now)
{
    if (!now) return Micros{0};
    if (*now < board.as_of) throw SettingsError{"--now is before the time of the board"};
    return *now - board.as_of;
}

void write_all(PageMaker& maker, Painter& painter, const CommandLine& command, int number)
{
    const Layout layout = painter.layout(command.size);
    for (const Page page : maker.policy().pages) {
        const auto path = std::filesystem::path{*command.shots} /
                          fmt::format("{}-{:04}.png", page_name(page), number);
        write_png(painter.picture(maker.make({page, command.location}, layout), command.size),
                  path.string());
    }
}

}  // namespace

void take_screenshot(const CommandLine& command, const Settings& settings)
{
    const auto board = std::make_shared<const Snapshot>(command.board ? load_board(*command.board)
                                                                      : hear_board(settings.feed));
    PageMaker maker{settings};
    maker.show_tables(command.tables);
    // As in life: the board was looked at when it was fresh, so that alarms are there when it has
    // gone stale.
    maker.look(board, Micros{0}, Micros{0});
    maker.look(board, age_at(*board, command.now), Micros{0});
    Window window = Window::hidden();
    Painter painter{window, scale_of_wall(settings.viewing), settings.theme};
    const PageView page =
        maker.make({command.page, command.location}, painter.layout(command.size));
    std::optional<ExplainCard> card;
    if (command.explain) card = maker.explain(*command.explain);
    write_png(painter.picture(page, command.size, card), *command.screenshot);
}

int take_shots(const CommandLine& command, const Settings& settings)
{
    std::filesystem::create_directories(*command.shots);
    Window window = Window::hidden();
    Painter painter{window, scale_of_wall(settings.viewing), settings.theme};
    PageMaker maker{settings};
    const auto started = Steady::now();
    SnapshotSlot slot{started};
    const Feed feed{settings.feed, slot, [] {}};
    auto next = started;
    int number = 0;
    bool heard = false;
    while (!stop_requested()) {
        const Received received = slot.get();
        heard = heard || received.snapshot->complete;
        const bool settled = heard && command.until_settled && all_settled(*received.snapshot);
        const bool over = command.exit_after && Steady::now() - started >= *command.exit_after;
        const bool due = heard && Steady::now() >= next;
        const auto now = Steady::now();
        maker.look(received.snapshot, between(received.heard_at, now), between(started, now));
        if (due || (heard && (settled || over))) {
            next = Steady::now() + command.every;
            write_all(maker, painter, command, ++number);
        }
        if (settled || over) {
            spdlog::info("{} pictures of each page in {}", number, *command.shots);
            if (!heard) return exit_network;
            return command.until_settled && !settled ? exit_negative : exit_ok;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{50});
    }
    return exit_ok;
}

}  // namespace wallboard
