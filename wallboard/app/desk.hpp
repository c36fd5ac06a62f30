#pragma once

#include <optional>

#include "wallboard/app/iana_zones.hpp"
#include "wallboard/app/settings.hpp"
#include "wallboard/feed/desk_line.hpp"
#include "wallboard/model/desk/desk_view.hpp"
#include "wallboard/model/desk/press_desk.hpp"
#include "wallboard/model/snapshot_slot.hpp"

namespace wallboard {

/// The desk between two frames: what was received, what somebody did, what is shown. Knows no
/// window and no socket.
class Desk {
public:
    Desk(const Settings& settings, desk::Me me);

    /// To be called once a frame, before anything else.
    void look(const Snapshot& board, Micros age, Micros running,
              std::shared_ptr<const desk::Rows> rows);
    void change(const Settings& settings) { settings_ = settings; }

    /// What it leads to, if it leads to something that is recorded.
    std::optional<desk::Order> touch(const desk::Touch& touch);
    void settle(const std::vector<desk::Outcome>& outcomes);

    DeskWish wish() const;
    desk::View view(const Layout& layout) const;
    const Moment& moment() const { return moment_; }
    const Snapshot& board() const { return board_; }
    const Alarms& alarms() const { return alarms_; }
    const SoundPolicy& sound() const { return settings_.sound; }
    const desk::State& state() const { return state_; }

private:
    desk::Knowledge known() const
    {
        return {*rows_, board_, moment_.figures, &alarms_, iana_zones()};
    }

    Settings settings_;
    desk::State state_;
    Snapshot board_;
    Moment moment_;
    Alarms alarms_;
    std::shared_ptr<const desk::Rows> rows_ = std::make_shared<desk::Rows>();
};

}  // namespace wallboard
