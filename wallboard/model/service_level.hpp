#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "wallboard/model/snapshot.hpp"

namespace wallboard {

struct Share {
    std::uint64_t part = 0;
    std::uint64_t whole = 0;
};

/// Service level by its named variant, from raw counts of the day. A = answered, B = abandoned, _T
/// = within the threshold, _s = short:
///   SL1 (A_T + B_T)/(A + B)   SL2 A_T/A           SL3 A_T/(A + B)
///   SL4 A_T/(A + B - B_T)     SL5 (A_T + B_s)/(A + B)   SL6 A_T/(A + B - B_s)
/// Nullopt for a variant we do not know: it is shown as "?". A whole of 0 is shown as "–".
std::optional<Share> service_level(const Queue& counts);

/// Answered of all calls that are finished, however they ended; who still waits is not counted.
Share answered_share(const Queue& counts);

/// Adds up the raw counts of queues; the sum has a variant and a threshold only while all agree.
class QueueSum {
public:
    void add(const Queue& queue);
    const Queue& get() const { return sum_; }
    std::size_t count() const { return count_; }

private:
    Queue sum_;
    std::size_t count_ = 0;
    bool agree_ = true;
};
Queue sum_of(const std::vector<Queue>& queues);

/// How the figure is headed: "SL4 20 s"; "service level" where the queues differ.
std::string service_level_title(const Queue& sum);

}  // namespace wallboard
