#pragma once

#include <map>
#include <optional>
#include <vector>

#include "daemon/model/fact.hpp"

namespace callwatch {

/// Who works where as the roster says it, when they are to work, and which configuration is in
/// force. Changes only by applying facts.
class RosterBook {
public:
    /// The last word on a stay at a location takes the place of the earlier ones.
    void apply(const PersonRecorded& fact);
    void apply(const ShiftPlanned& fact);
    void apply(const ConfigApplied& fact) { configuration_ = fact; }

    /// Where she has worked, the newest last; null: the roster does not name her.
    const std::vector<PersonRecorded>* stays(const PersonId& person) const;
    const std::map<PersonId, std::vector<PersonRecorded>>& people() const { return people_; }
    /// Ordered by their beginning; the newest shifts_max.
    const std::vector<ShiftPlanned>* shifts(const PersonId& person) const;
    /// Nothing: none was recorded yet.
    const std::optional<ConfigApplied>& configuration() const { return configuration_; }

    static constexpr std::size_t stays_max = 16;
    static constexpr std::size_t shifts_max = 32;

    bool operator==(const RosterBook&) const = default;

private:
    friend struct BoardCodec;  ///< Snapshots: wire/board_codec.hpp.

    std::map<PersonId, std::vector<PersonRecorded>> people_;
    std::map<PersonId, std::vector<ShiftPlanned>> shifts_;
    std::optional<ConfigApplied> configuration_;
};

}  // namespace callwatch
