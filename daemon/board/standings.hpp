#pragma once

#include <optional>
#include <vector>

#include "daemon/board/rows.hpp"

namespace callwatch {

/// What the rows of locations say of mailboxes and people, kept until a fact may have changed it or
/// the instant has come at which it changes by itself: so a row that is made anew each second looks
/// at no mailbox. Forgetting changes no row; tests/property/live_rows_test.cpp fails when too
/// little is forgotten.
class Standings {
public:
    /// Nothing is kept yet.
    explicit Standings(const Engine& engine);

    /// A fact that has been applied. True: it may have changed the standing of every location.
    bool note(const Fact& fact);

    /// Of the location at this place of the organisation's list, as of `view.now`.
    const LocationStanding& of(const BoardView& view, std::size_t place);

private:
    template <class FactType>
    bool forget_what_follows(const FactType& fact);
    void forget(const LocationId& id);

    const Engine& engine_;
    std::vector<std::optional<LocationStanding>> kept_;  ///< By the locations' places.
};

}  // namespace callwatch
