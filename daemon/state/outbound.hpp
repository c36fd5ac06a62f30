#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "daemon/model/fact.hpp"

namespace callwatch {

/// An answered call out of the organisation, live or lately over.
struct OutboundCall {
    OutboundAnswered answered;
    std::optional<OutboundEnded> ended;
    bool qualified = false;  ///< Lasted min_talk_s: it returns messages.
    bool operator==(const OutboundCall&) const = default;
};

/// Calls that may return a message. They are kept for a while after they end, so that a message
/// which becomes known late still finds the call that returned it.
class OutboundBook {
public:
    void apply(const OutboundAnswered& fact);
    void apply(const OutboundEnded& fact);
    void apply(const OutboundQualified& fact);
    void apply(const OutboundUnanswered& fact);

    const OutboundCall* find(const CallId& call) const;
    /// Answered and neither over nor qualified: how long it lasts will decide. Ordered by call.
    const std::map<CallId, Instant>& undecided() const { return undecided_; }
    /// Answered calls to this caller (caller_key), in the order of their facts.
    std::vector<const OutboundCall*> answered_to(const SharedText& caller) const;
    /// Attempts to reach this caller that rang long enough.
    std::vector<OutboundUnanswered> attempts_to(const SharedText& caller) const;
    bool knows(const CallId& call) const;

    const std::map<CallId, OutboundCall>& all() const { return calls_; }
    const std::map<CallId, OutboundUnanswered>& all_unanswered() const { return unanswered_; }

    /// Calls that began more than this before the newest one are forgotten. Longer than a source
    /// is away over holidays: what it says then still finds the calls that another one saw.
    static constexpr std::chrono::hours kept{14 * 24};
    static constexpr std::size_t calls_max = 100'000;

    bool operator==(const OutboundBook&) const = default;

private:
    friend struct BoardCodec;  ///< Snapshots: wire/board_codec.hpp.

    void forget_old(Instant newest);

    std::map<CallId, OutboundCall> calls_;
    std::map<CallId, OutboundUnanswered> unanswered_;
    std::map<CallId, Instant> undecided_;  ///< To when it was answered.
    std::map<SharedText, std::vector<CallId>> by_caller_;
    std::multimap<Instant, CallId> by_start_;
};

}  // namespace callwatch
