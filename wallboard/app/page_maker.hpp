#pragma once

#include <optional>
#include <string>
#include <vector>

#include "wallboard/app/settings.hpp"
#include "wallboard/model/explain/explain_card.hpp"
#include "wallboard/model/moment.hpp"
#include "wallboard/model/selection.hpp"
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
    void look(std::shared_ptr<const Snapshot> received, Micros age, Micros running,
              Hearing hearing = Hearing::unhindered);

    /// The page that is up now.
    PageView make(const Layout& layout) const;
    PageChoice choice() const;

    /// Shows a page that somebody chose, for a while.
    void pick(Page page);
    void resume() { pick_.reset(); }

    /// Explains the first figure of the page that is up, and holds the page; or closes the card.
    void toggle_explanation();
    /// The card of the next figure of the page; nothing without a card.
    void explain_next();
    /// True if there was a card to close.
    bool close_explanation();
    /// The card over the page that is up. It goes with its page: after a minute without a key, or
    /// when a new red alarm takes the screen.
    std::optional<ExplainCard> explanation() const;
    /// The card of any figure, for a picture.
    ExplainCard explain(const FigureRef& figure) const;

    /// Plots as tables of their numbers, or as pictures again.
    void show_tables(bool on) { tables_ = on; }
    bool shows_tables() const { return tables_; }

    const PagePolicy& policy() const { return settings_.pages; }
    PageView make(const WantedPage& wanted, const Layout& layout) const;

    const SoundPolicy& sound() const { return settings_.sound; }
    const Alarms& alarms() const { return alarms_; }
    const Snapshot& snapshot() const { return board_.get(); }
    const Moment& moment() const { return moment_; }

private:
    /// The page under a card stands still.
    struct Explained {
        FigureRef figure;
        PageChoice page;
        bool was_picked = false;
    };
    PageView make_chosen(const PageChoice& choice, const Layout& layout) const;

    Settings settings_;
    OwnBoard board_;
    Moment moment_;
    Alarms alarms_;
    std::optional<Pick> pick_;
    std::optional<Explained> explained_;
    bool tables_ = false;
};

}  // namespace wallboard
