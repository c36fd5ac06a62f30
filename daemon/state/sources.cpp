#include "daemon/state/sources.hpp"

#include <algorithm>

#include "daemon/model/check.hpp"

namespace callwatch {
namespace {

/// Not over: until the next event (the epoch), or until the bridge sees again (Instant::max()).
bool is_open(const Gap& gap) { return gap.to == Instant{} || gap.to == Instant::max(); }

/// Larger doubt, never less.
Gap merged(const Gap& one, const Gap& other)
{
    const auto from = std::min(one.from, other.from);
    if (one.to == Instant::max() || other.to == Instant::max()) return {from, Instant::max()};
    if (is_open(one) || is_open(other)) return {from, {}};
    return {from, std::max(one.to, other.to)};
}

void add_gap(SourceState& state, Gap gap)
{
    auto& gaps = state.gaps;
    gaps.push_back(gap);
    if (gaps.size() <= SourceState::gaps_kept) return;
    gaps[1] = merged(gaps[0], gaps[1]);
    gaps.erase(gaps.begin());
}

}  // namespace

void SourceBook::apply(const SourceOpened& fact)
{
    auto& state = sources_[fact.source];
    CALLWATCH_CHECK(fact.epoch > state.epoch && fact.first >= 1);
    ++changes_;
    const bool is_first = state.epoch == 0;
    state.epoch = fact.epoch;
    state.last_sequence = fact.first - 1;
    state.software = fact.software;
    state.ended_at.reset();
    // A new spool means that whatever the old one still held was never seen; one that has already
    // forgotten its beginning, that somebody else has seen it and we have not.
    if (!is_first || fact.first > 1) add_gap(state, {state.last_occurred_at, {}});
}

void SourceBook::apply(const EventAccepted& fact)
{
    advance(fact.source, fact.sequence);
    auto& state = sources_[fact.source];
    ++state.accepted;
    for (auto& gap : state.gaps) {
        if (gap.to != Instant{}) continue;
        gap.to = std::max(gap.from, fact.occurred_at);
        ++changes_;
    }
    state.last_occurred_at = std::max(state.last_occurred_at, fact.occurred_at);
}

void SourceBook::apply(const EventRefused& fact) { advance(fact.source, fact.sequence); }

void SourceBook::apply(const EventsMissed& fact)
{
    auto& state = sources_[fact.source];
    CALLWATCH_CHECK(fact.first == state.last_sequence + 1 && fact.last >= fact.first);
    state.last_sequence = fact.last;
    state.missed += fact.last - fact.first + 1;
    ++changes_;
    add_gap(state, {state.last_occurred_at, {}});
}

void SourceBook::apply(const SourceSilent& fact)
{
    sources_[fact.source].silent_since = fact.since;
    ++changes_;
}

void SourceBook::apply(const SourceHeard& fact)
{
    sources_[fact.source].silent_since.reset();
    ++changes_;
}

void SourceBook::apply(const SourceEnded& fact)
{
    sources_[fact.source].ended_at = fact.ended_at;
    ++changes_;
}

void SourceBook::apply(const UpstreamGap& fact)
{
    auto& state = sources_[fact.source];
    ++changes_;
    if (fact.to == Instant{}) {
        // Far in the future until the bridge says when it could see again.
        add_gap(state, {fact.from, Instant::max()});
        return;
    }
    // However often the loss was announced, the bridge sees again now.
    bool was_open = false;
    for (auto& gap : state.gaps) {
        if (gap.to != Instant::max()) continue;
        gap.to = std::max(gap.from, fact.to);
        was_open = true;
    }
    if (!was_open) add_gap(state, {fact.from, fact.to});
}

void SourceBook::apply(const UnwatchedMessage& fact)
{
    auto& unwatched = sources_[fact.source].unwatched;
    if (unwatched.size() >= SourceState::unwatched_max && !unwatched.contains(fact.mailbox))
        unwatched.erase(std::min_element(
            unwatched.begin(), unwatched.end(),
            [](const auto& a, const auto& b) { return a.second.last < b.second.last; }));
    const auto [entry, is_new] =
        unwatched.try_emplace(fact.mailbox, Unwatched{fact.left_at, fact.left_at});
    entry->second.first = std::min(entry->second.first, fact.left_at);
    entry->second.last = std::max(entry->second.last, fact.left_at);
    ++changes_;
}

const SourceState* SourceBook::find(const SourceId& source) const
{
    const auto found = sources_.find(source);
    return found == sources_.end() ? nullptr : &found->second;
}

void SourceBook::advance(const SourceId& source, std::uint64_t sequence)
{
    auto& state = sources_[source];
    CALLWATCH_CHECK(sequence == state.last_sequence + 1);
    state.last_sequence = sequence;
}

}  // namespace callwatch
