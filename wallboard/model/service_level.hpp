#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

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

/// The sum of the raw counts of `queues`; its variant and threshold are empty unless all agree.
Queue sum_of(std::span<const Queue* const> queues);

/// How the figure is headed: "SL4 20 s"; "service level" where the queues differ.
std::string service_level_title(std::span<const Queue* const> queues);

}  // namespace wallboard
