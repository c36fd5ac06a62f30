#pragma once

#include <chrono>
#include <string>

#include "daemon/model/people.hpp"

namespace callwatch {

// What people do about alarms. Which alarms there are, walls find out from the rows they are told
// (wallboard/model/alarms); here an alarm is only a name: "queue/" and the queue's id, or
// "operators/", "overdue/", "departed/" or "route/" and the location's.

enum class AlarmAct : std::uint8_t { unspecified, acknowledge, shelve, unshelve };
const char* word(AlarmAct act);  ///< "acknowledge"

/// Somebody has seen an alarm, wants to hear nothing of it for a while, or wants to hear of it
/// again. Nothing is judged by it: what is violated stays so (invariant I10).
struct AlarmActed {
    std::string subject;  ///< The alarm's name.
    LocationId location;
    AlarmAct act = AlarmAct::unspecified;
    PersonId by;
    Instant at{};
    Instant until{};  ///< Shelved until then; else the epoch.
    bool operator==(const AlarmActed&) const = default;
};
/// So far ahead an alarm may be shelved, and so long an act is remembered.
constexpr std::chrono::days alarm_act_kept{7};
/// Of so many alarms acts are remembered.
constexpr std::size_t alarms_acted_max = 1'000;

}  // namespace callwatch
