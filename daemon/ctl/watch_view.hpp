#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "daemon/ctl/board_mirror.hpp"
#include "daemon/ctl/local_times.hpp"
#include "daemon/ctl/table.hpp"

namespace callwatch::ctl {

/// board.proto: nothing heard for so long, and what is shown is not now.
constexpr std::chrono::milliseconds board_stale_after{3'000};

/// What `watch` shows, as of one moment: a pure function of the board and its age.
struct WatchView {
    const BoardMirror& mirror;
    std::optional<std::chrono::milliseconds> age;  ///< Nothing: never heard.
    Look look;

    bool is_stale() const { return !age || *age > board_stale_after || !mirror.is_complete(); }
    /// The time of the figures: it runs on between messages and stops when nothing is heard.
    std::int64_t now_us() const;
    LocalTimes times() const;

    template <class Row>
    std::vector<const Row*> rows() const;
};

/// A titled part of the screen. The first of `lines` is the head of its table.
struct WatchSection {
    std::string title;
    std::vector<std::string> lines;
    bool has_head = true;
};

/// Who waits and who can answer; what is unreturned; how the days were judged; who is heard.
std::vector<WatchSection> live_sections(const WatchView& view);
WatchSection returns_section(const WatchView& view);
WatchSection days_section(const WatchView& view);
std::vector<WatchSection> source_sections(const WatchView& view);

/// The lines above everything: time, age of the data, health; in words when they are not now.
std::vector<std::string> watch_header(const WatchView& view);

/// All of it, for a file or a pipe.
std::string watch_text(const WatchView& view);

/// What fits a terminal: one page of at most `height` lines, with header and key line.
struct WatchPage {
    std::vector<std::string> lines;
    std::size_t page = 0;  ///< Shown, from 0: the last one if a later one was asked for.
    std::size_t pages = 1;
};
WatchPage watch_page(const WatchView& view, std::size_t page, std::size_t height);

}  // namespace callwatch::ctl
