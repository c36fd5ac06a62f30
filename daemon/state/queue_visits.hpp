#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "daemon/model/types.hpp"

namespace callwatch {

/// A caller's visit to a queue that is over.
struct QueueVisit {
    std::string_view call;  ///< Its id; borrowed from whoever says it.
    Instant joined_at;
    Instant left_at;
    auto operator<=>(const QueueVisit&) const = default;
};

/// Visits of one queue and day, found by call. They are the greater part of a busy collector's
/// memory, and looked for at each call: they lie one behind the other, their ids in one text, and a
/// table of places says where a call's are. Nothing depends on the order in which they were added.
class QueueVisits {
public:
    /// At kept_max the quarter that was left first is forgotten before.
    void add(const QueueVisit& visit);

    std::size_t size() const { return kept_.size(); }
    /// Is there a visit of this call for which `holds` is true?
    template <class Holds>
    bool any(std::string_view call, Holds holds) const
    {
        if (kept_.empty()) return false;
        const auto hash = hash_of(call);
        for (auto slot = slot_of(hash); slots_[slot] != 0; slot = next(slot)) {
            if ((slots_[slot] & tag_mask) != (hash & tag_mask)) continue;
            const auto visit = at((slots_[slot] & place_mask) - 1);
            if (visit.call == call && holds(visit)) return true;
        }
        return false;
    }
    /// All of them, by call and time; borrowed until the next one is added.
    std::vector<QueueVisit> sorted() const;

    bool operator==(const QueueVisits& other) const { return sorted() == other.sorted(); }

    static constexpr std::size_t kept_max = 20'000;

private:
    struct Kept {
        std::uint32_t text_at = 0;
        std::uint32_t text_size = 0;
        Instant joined_at;
        Instant left_at;
    };
    /// A slot holds a place in kept_, from 1 on, and above it as much of the hash; 0: free.
    static constexpr std::uint32_t place_mask = 0xffff;
    static constexpr std::uint32_t tag_mask = ~place_mask;
    static_assert(kept_max < place_mask);

    static std::uint32_t hash_of(std::string_view call);
    std::size_t slot_of(std::uint32_t hash) const { return hash & (slots_.size() - 1); }
    std::size_t next(std::size_t slot) const { return (slot + 1) & (slots_.size() - 1); }
    QueueVisit at(std::size_t place) const;
    void put_into_slot(std::size_t place);
    void make_slots();
    void forget_oldest();

    std::string texts_;
    std::vector<Kept> kept_;
    std::vector<std::uint32_t> slots_;  ///< A power of two, at least twice as many as visits.
};

}  // namespace callwatch
