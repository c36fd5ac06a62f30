#pragma once

#include <memory>
#include <string>
#include <vector>

#include "wallboard/model/snapshot.hpp"

namespace wallboard {

/// The board of these locations only, in this order, with their queues, days, half hours
/// and sources; a source
/// that names no location stays. An empty list is the whole board in the collector's order.
Snapshot select_locations(const Snapshot& all, const std::vector<std::string>& location_ids);

/// What of the board is shown here, by the configuration of this wall or desk.
struct Selection {
    std::vector<std::string> locations;  ///< Empty: all.
    std::string clock;                   ///< Location whose clock is shown; empty: the first one's.
    bool operator==(const Selection&) const = default;
};

/// The part of a board that is shown here: made once for each board that is received, not for each
/// frame, and not copied where all of it is shown.
class OwnBoard {
public:
    void take(std::shared_ptr<const Snapshot> received, const Selection& selection);
    const Snapshot& get() const { return *own_; }

private:
    std::shared_ptr<const Snapshot> received_;
    Selection selection_;
    std::shared_ptr<const Snapshot> own_ = std::make_shared<Snapshot>();
};

}  // namespace wallboard
