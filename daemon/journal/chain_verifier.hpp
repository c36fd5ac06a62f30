#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "daemon/journal/chain.hpp"

namespace callwatch {

/// What a walk over a chain found.
struct Verification {
    struct Fault {
        Position position;  ///< The first that nothing vouches for.
        std::string what;
    };
    Position archived = 0;              ///< Facts up to here are in segments that were moved away.
    std::uint64_t rows = 0;             ///< Good ones.
    JournalHead head;                   ///< The end of the good ones.
    std::vector<std::string> segments;  ///< File names, oldest first.
    std::optional<Fault> fault;
};

/// The one judge of a chain, wherever its rows come from: the segments of a journal, an export,
/// memory. Rows are told oldest first; after the first fault everything else is passed over.
class ChainVerifier {
public:
    using VisitRow = std::function<void(const StoredRow&)>;

    /// The chain begins behind `begin`, which is believed, and must pass through every head of
    /// `kept` that lies behind it. `visit` gets the good rows.
    ChainVerifier(const JournalHead& begin, std::vector<JournalHead> kept, VisitRow visit = {});

    /// False: there is a fault, and no further row needs to be told.
    bool take(const StoredRow& row);
    bool take(const WithheldRow& row);

    /// Something else is wrong where the chain stands.
    void fault(std::string what);

    /// The chain ends here: heads that lie behind are missing.
    void finish();

    const Verification& found() const { return found_; }

private:
    template <class Row>
    bool step(const Row& row);
    /// What is wrong if the chain goes on to `head`.
    std::optional<std::string> contradiction(const JournalHead& head);

    std::vector<JournalHead> kept_;  ///< In the order of their positions.
    std::size_t next_ = 0;           ///< Of kept_: the first that was not passed.
    VisitRow visit_;
    Verification found_;
};

}  // namespace callwatch
