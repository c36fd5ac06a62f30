#pragma once

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "daemon/model/fact.hpp"

namespace callwatch {

/// A caller on the way, from arrival on.
struct CallOnTheWay {
    CallEntered entered;
    std::vector<CallStep> steps;  ///< At most steps_kept: the beginning of the way.
    bool chose_operator = false;  ///< By option "0".
    Instant forget_at;
    bool operator==(const CallOnTheWay&) const = default;

    /// Does item 2 of the standards speak of this call?
    bool is_main_line() const { return !entered.number.empty() || chose_operator; }

    static constexpr std::size_t steps_kept = 32;
};

/// One location's business day: callers of the main number who reached voicemail.
struct MainLineDay {
    std::vector<MainToVoicemail> reached;     ///< Oldest first; at most reached_kept, the newest.
    std::map<CallId, MainOutcome> outcomes;   ///< At most calls_kept.
    std::map<CallId, MainLineUnseen> unseen;  ///< At most calls_kept.
    std::uint32_t violations = 0;
    std::uint32_t after_hours = 0;
    std::uint32_t via_operator = 0;
    bool operator==(const MainLineDay&) const = default;

    static constexpr std::size_t reached_kept = 1'000;
    static constexpr std::size_t calls_kept = 20'000;
};

/// Callers on their way, and which of the main number's reached voicemail: Telephone Customer
/// Service Standards, item 2 (TS-2). Changes only by applying facts.
class MainLineBook {
public:
    using Days = std::map<LocalDate, MainLineDay>;

    void apply(const CallEntered& fact);
    void apply(const CallStepped& fact);
    void apply(const CallEnded& fact);
    void apply(const MainToVoicemail& fact);
    void apply(const MainLineUnseen& fact);

    const CallOnTheWay* find(const CallId& call) const;
    const MainLineDay* find(const LocationId& location, LocalDate date) const;
    const std::map<LocationId, Days>& days() const { return days_; }
    const std::map<CallId, CallOnTheWay>& calls() const { return calls_; }

    static constexpr std::size_t calls_max = 50'000;
    static constexpr std::size_t days_kept = 40;
    /// A call of which nothing is heard any more is forgotten after this ...
    static constexpr std::chrono::hours call_kept{12};
    /// ... and one that has ended when its message must have been listed.
    static constexpr std::chrono::minutes ended_kept{10};

    bool operator==(const MainLineBook&) const = default;

private:
    friend struct BoardCodec;  ///< Snapshots: wire/board_codec.hpp.

    MainLineDay& day(const LocationId& location, LocalDate date);
    void forget_at(CallOnTheWay& call, Instant at);

    std::map<CallId, CallOnTheWay> calls_;
    std::set<std::pair<Instant, CallId>> by_end_;
    std::map<LocationId, Days> days_;
};

}  // namespace callwatch
