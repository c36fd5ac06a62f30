#include <memory>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "daemon/ctl/board_feed.hpp"
#include "daemon/ctl/board_json.hpp"
#include "daemon/ctl/failure.hpp"
#include "daemon/ctl/session.hpp"
#include "daemon/ctl/terminal.hpp"
#include "daemon/ctl/watch_view.hpp"

namespace callwatch::ctl {
namespace {

using namespace std::chrono_literals;

constexpr auto look_every = 200ms;

struct WatchOptions {
    std::string board;
    bool once = false;
};

WatchView view_of(const BoardFeed& feed, const Look& look)
{
    return {.mirror = feed.mirror(), .age = feed.age(), .look = look};
}

/// Waits for the first whole board with a heartbeat; without one nobody knows how old it is.
void hear_board(BoardFeed& feed, const Session& session)
{
    const auto deadline = BoardFeed::Clock::now() + session.timeout;
    while (!feed.mirror().is_complete() ||
           feed.mirror().health() == v1::BoardHeartbeat::HEALTH_UNSPECIFIED) {
        if (BoardFeed::Clock::now() >= deadline)
            throw Failure{
                exit_network,
                fmt::format("nothing of the board within {:g} s: check that callwatchd is running, "
                            "and its endpoints (--ipc DIR, or --requests and --board)",
                            static_cast<double>(session.timeout.count()) / 1'000)};
        feed.wait(50ms);
    }
}

int watch_on_terminal(BoardFeed& feed, const Session& session)
{
    Terminal terminal;
    std::size_t page = 0;
    while (!terminal.stop_requested()) {
        feed.wait(look_every, terminal.descriptor());
        (void)feed.mirror().take_changes();
        switch (terminal.read_key()) {
            case Terminal::Key::quit: return exit_ok;
            case Terminal::Key::next: ++page; break;
            case Terminal::Key::back: page -= page > 0 ? 1 : 0; break;
            case Terminal::Key::first: page = 0; break;
            case Terminal::Key::none: break;
        }
        const auto size = terminal.size();
        const Look look{.colour = session.look.colour, .width = size.columns};
        const WatchPage shown = watch_page(view_of(feed, look), page, size.lines);
        page = shown.page;
        terminal.show(shown.lines);
    }
    return exit_ok;
}

void tell_changes(BoardFeed& feed, std::ostream& out)
{
    for (const auto& row : feed.mirror().take_changes()) out << one_line(board_row_json(row));
}

/// One object a line for every row that changes, and one whenever the board goes stale or comes
/// back. Ends when nobody reads any more.
int watch_as_json(BoardFeed& feed, const Session& session)
{
    bool stale = true;
    while (session.out) {
        feed.wait(look_every);
        const bool is_stale = view_of(feed, {}).is_stale();
        if (is_stale != stale) {
            stale = is_stale;
            session.out << one_line(
                {{"kind", "feed"}, {"stale", stale}, {"as_of", json_time(feed.mirror().now_us())}});
        }
        tell_changes(feed, session.out);
        session.out.flush();
    }
    return exit_ok;
}

int run_watch(const Session& session, const WatchOptions& options)
{
    BoardFeed feed{{.board = options.board.empty() ? session.board : options.board,
                    .requests = session.requests},
                   session.credentials.client_keys()};
    const bool once =
        options.once || (!session.json && !(session.look.width > 0 && Terminal::is_one()));
    if (!once)
        return session.json ? watch_as_json(feed, session) : watch_on_terminal(feed, session);
    hear_board(feed, session);
    if (session.json)
        tell_changes(feed, session.out);
    else
        session.out << watch_text(view_of(feed, session.look));
    return exit_ok;
}

}  // namespace

void add_watch(CLI::App& app, Action& action)
{
    CLI::App* command = app.add_subcommand(
        "watch", "A live view: queues, who can answer, returns, end of day, sources");
    command->footer(
        "Examples:\n  callwatchctl watch --ipc /run/callwatch\n"
        "  callwatchctl watch --once > now.txt\n"
        "  callwatchctl watch --json | jq 'select(.kind == \"queue\") | .row.waiting'\n\n"
        "On a terminal: q quits, space and b turn the page. Anywhere else it is as with --once.");
    auto options = std::make_shared<WatchOptions>();
    command->add_option("--board", options->board, "Board endpoint of the daemon")
        ->type_name("ENDPOINT");
    command->add_flag("--once", options->once, "What is known now, once, as plain text");
    command->callback([&action, options] {
        action = [options](const Session& session) { return run_watch(session, *options); };
    });
}

}  // namespace callwatch::ctl
