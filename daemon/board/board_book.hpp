#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "callwatch/v1/board.pb.h"
#include "daemon/model/types.hpp"

namespace callwatch {

/// What walls have been told: rows by kind and id with the revision that last touched each. A
/// change set names the revision it follows, so that a wall notices a hole and asks for the
/// snapshot again.
class BoardBook {
public:
    /// What is new in rows that may have changed; one with `removed` is told no longer. Nothing if
    /// nothing is new. The book counts it as told.
    std::optional<v1::ChangeSet> update(std::vector<v1::BoardRow> rows, Instant now);

    v1::BoardSnapshot snapshot(Instant now) const;
    std::uint64_t revision() const { return revision_; }

private:
    struct Told {
        v1::BoardRow row;
        std::string bytes;
    };
    void remove(const v1::BoardRow& row, v1::ChangeSet& changes);

    std::map<std::pair<int, std::string>, Told> told_;
    std::uint64_t revision_ = 0;
};

}  // namespace callwatch
