#pragma once

#include <optional>
#include <string>
#include <vector>

#include "wallboard/app/settings.hpp"
#include "wallboard/model/moment.hpp"
#include "wallboard/model/snapshot_slot.hpp"
#include "wallboard/views/wall.hpp"

namespace wallboard {

/// What a person asked to see, instead of what the wall would choose.
struct WantedPage {
    Page page = Page::live;
    std::string location;  ///< Empty: chosen as on the wall.
};

/// From what was received to the page that is shown. Remembers the alarms of the frame before.
class PageMaker {
public:
    explicit PageMaker(const Settings& settings) : settings_{settings} {}

    /// Other pages, locations or another clock from the next look() on.
    void change(const Settings& settings) { settings_ = settings; }

    /// To be called once a frame, before make().
    void look(const Snapshot& snapshot, Micros age, Micros running);

    /// The page that is up now.
    PageView make(const Layout& layout) const;
    PageChoice choice() const;

    /// Shows a page that somebody chose, for a while.
    void pick(Page page);
    void resume() { pick_.reset(); }

    const PagePolicy& policy() const { return settings_.pages; }
    PageView make(const WantedPage& wanted, const Layout& layout) const;

    const SoundPolicy& sound() const { return settings_.sound; }
    const Alarms& alarms() const { return alarms_; }
    const Snapshot& snapshot() const { return snapshot_; }
    const Moment& moment() const { return moment_; }

private:
    PageView make_chosen(const PageChoice& choice, const Layout& layout) const;

    Settings settings_;
    Snapshot snapshot_;
    Moment moment_;
    Alarms alarms_;
    std::optional<Pick> pick_;
};

}  // namespace wallboard
