#pragma once

#include <optional>

#include "wallboard/app/iana_zones.hpp"
#include "wallboard/app/settings.hpp"
#include "wallboard/feed/desk_line.hpp"
#include "wallboard/model/desk/desk_view.hpp"
#include "wallboard/model/desk/hover.hpp"
#include "wallboard/model/desk/press_desk.hpp"
#include "wallboard/model/frame_pace.hpp"
#include "wallboard/model/selection.hpp"
#include "wallboard/model/snapshot_slot.hpp"

namespace wallboard {

/// The desk between two frames: what was received, what somebody did, what is shown. Knows no
/// window and no socket.
class Desk {
public:
    Desk(const Settings& settings, desk::Me me);

    /// To be called once a frame, before anything else.
    void look(std::shared_ptr<const Snapshot> received, Micros age, Micros running,
              std::shared_ptr<const desk::Rows> rows, Hearing hearing = Hearing::unhindered);
    void change(const Settings& settings);

    /// What it leads to, if it leads to something that is recorded.
    std::optional<desk::Order> touch(const desk::Touch& touch);
    void settle(const std::vector<desk::Outcome>& outcomes);
    /// Where the pointer is, on what was drawn last.
    void point(const std::optional<desk::Spot>& spot, const desk::FigurePlaces& places);

    DeskWish wish() const;
    desk::View view(const Layout& layout) const;
    const Moment& moment() const { return moment_; }
    const Snapshot& board() const { return board_.get(); }
    const Alarms& alarms() const { return alarms_; }
    const SoundPolicy& sound() const { return settings_.sound; }
    const desk::State& state() const { return state_; }
    /// What there is to see, but for what only the window knows: its size, keys and clicks. Counted
    /// as told: rows that were answered, outcomes of orders, numbers that are masked again, a card
    /// under the pointer, another configuration.
    Sight sight() const;
    /// How long nothing changes by itself (frame_pace.hpp): not beyond the end of a number's
    /// minute, nor beyond the pointer's rest.
    Micros wait() const;

private:
    desk::Knowledge known() const
    {
        return {*rows_, board(), moment_.figures, &alarms_, iana_zones()};
    }

    Settings settings_;
    desk::State state_;
    OwnBoard board_;
    Moment moment_;
    Alarms alarms_;
    std::shared_ptr<const desk::Rows> rows_ = std::make_shared<desk::Rows>();
    std::optional<desk::Shown> shown_;  ///< By the last look(); nothing: something was done since.
    std::uint64_t told_ = 0;
};

}  // namespace wallboard
