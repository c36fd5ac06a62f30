#pragma once

#include "wallboard/model/snapshot.hpp"

namespace wallboard {

/// What is the matter with a source, the worst first. `blind`: it is heard, and does not see its
/// telephone system.
enum class Trouble {
    never_seen,
    silent,
    blind,
    late,
    clock,
    gap,
    said,         ///< What it says itself.
    not_watched,  ///< The voicemail directory.
    catching_up,
    none,
    ended,  ///< A recording that is over: nothing is the matter.
};

Trouble trouble_of(const Source& source, const Snapshot& snapshot);

/// Something is not known because of it.
bool is_unknown(Trouble trouble);

/// Less room than this on the journal's disk is a warning: about a month of a large office.
constexpr std::uint64_t room_least_bytes = std::uint64_t{1} << 30;
bool has_little_room(const Collector& collector);

/// True while something on the page Health is not as it should be.
bool needs_a_look(const Snapshot& snapshot);

}  // namespace wallboard
