#pragma once

#include "wallboard/model/returns_view.hpp"

namespace wallboard {

/// What the table of the page Returns is made from. Lives as long as one call of make_returns().
struct ReturnsInput {
    const Snapshot& snapshot;
    const Moment& moment;
    const Layout& layout;
    std::size_t turn;  ///< Which page of the table.

    Instant now() const { return moment.figures; }
};

Table make_returns_table(const ReturnsInput& in, const Box& box);

/// The bars alone, for an upright page, whose rows have no room for them. Empty if not all fit.
Table make_work_table(const ReturnsInput& in, const Box& box);

}  // namespace wallboard
