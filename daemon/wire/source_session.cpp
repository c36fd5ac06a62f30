#include "daemon/wire/source_session.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include <fmt/format.h>

#include "daemon/wire/source_form.hpp"
#include "daemon/wire/source_protocol.hpp"

namespace callwatch {
using Code = Refusal::Code;

SourceSession::SourceSession(SourceId source, std::uint32_t window)
    : source_{std::move(source)},
      window_{window}
{
    CALLWATCH_CHECK(window_ >= 1 && window_ <= window_max);
}

void SourceSession::resume(std::uint64_t epoch, std::uint64_t durable)
{
    CALLWATCH_CHECK(!greeted_);
    epoch_ = epoch;
    durable_ = delivered_ = known_head_ = durable;
}

std::optional<Refusal> SourceSession::greet(const v1::Hello& hello, std::vector<heard::Input>& out)
{
    if (auto refusal = check_greeting(hello)) return refusal;

    const auto epoch = static_cast<std::uint64_t>(hello.source_epoch_us());
    const bool restarted = !greeted_ || hello.instance() != instance_;
    const bool news =
        restarted || epoch != epoch_ || hello.software() != software_ || hello.kind() != kind_;
    if (epoch != epoch_) begin_epoch(epoch, out);
    if (restarted) {
        // Whatever an earlier process said it had, this one has this.
        known_head_ = hello.head();
        held_.clear();
        held_bytes_ = 0;
        heartbeats_.clear();
        asking_.reset();
    }
    greeted_ = true;
    instance_ = hello.instance();
    software_ = hello.software();
    kind_ = hello.kind();
    if (news)
        out.push_back(
            heard::Announced{source_, epoch_, hello.first_kept(), hello.head(), software_, kind_});
    known_head_ = std::max(known_head_, hello.head());
    skip_to(hello.first_kept(), out);
    return std::nullopt;
}

std::optional<Refusal> SourceSession::check_greeting(const v1::Hello& hello) const
{
    if (auto refusal = check_form(hello)) return refusal;
    const auto& name = source_.text;
    const auto epoch = static_cast<std::uint64_t>(hello.source_epoch_us());
    if (epoch < epoch_)
        return Refusal{Code::old_epoch,
                       fmt::format("the spool of {} was made at {}, the collector has seen "
                                   "one made at {}: start it with an empty spool directory",
                                   name, epoch, epoch_)};
    // A repeated greeting may have been overtaken by events; the first of a process cannot have
    // been.
    const bool first = !greeted_ || hello.instance() != instance_;
    if (first && epoch == epoch_ && hello.head() < delivered_)
        return Refusal{Code::old_epoch,
                       fmt::format("the spool of {} ends at {}, the collector has had {}: an "
                                   "older copy; start it with an empty spool directory",
                                   name, hello.head(), delivered_)};
    return std::nullopt;
}

void SourceSession::begin_epoch(std::uint64_t epoch, std::vector<heard::Input>& out)
{
    if (epoch_ != 0 && known_head_ > delivered_)
        out.push_back(heard::Gap{source_, epoch_, delivered_ + 1, known_head_});
    epoch_ = epoch;
    durable_ = delivered_ = known_head_ = asked_until_ = 0;
    held_.clear();
    held_bytes_ = 0;
    heartbeats_.clear();
    asking_.reset();
}

void SourceSession::skip_to(std::uint64_t first_kept, std::vector<heard::Input>& out)
{
    if (first_kept <= delivered_ + 1) return;
    // What is held from inside the gap was heard after all.
    while (delivered_ + 1 < first_kept) {
        const auto next = held_.lower_bound(delivered_ + 1);
        const auto lost_to =
            next == held_.end() ? first_kept - 1 : std::min(next->first, first_kept) - 1;
        if (lost_to > delivered_)
            out.push_back(heard::Gap{source_, epoch_, delivered_ + 1, lost_to});
        delivered_ = lost_to;
        Run run;
        deliver_held(run);
        deliver(std::move(run), out);
    }
    deliver_heartbeat(out);
}

std::optional<Refusal> SourceSession::check_epoch(std::int64_t epoch_us) const
{
    const auto& name = source_.text;
    if (epoch_us <= 0) return Refusal{Code::malformed, fmt::format("{} gives no epoch", name)};
    const auto epoch = static_cast<std::uint64_t>(epoch_us);
    if (epoch < epoch_)
        return Refusal{Code::old_epoch,
                       fmt::format("{} speaks of epoch {}, it has begun {}", name, epoch, epoch_)};
    if (epoch > epoch_ || !greeted_)
        return Refusal{Code::out_of_order,
                       fmt::format("{} sends before its greeting was taken", name)};
    return std::nullopt;
}

std::optional<Refusal> SourceSession::take(v1::EventBatch& batch, std::vector<heard::Input>& out)
{
    if (auto refusal = check_form(batch)) return refusal;
    if (auto refusal = check_epoch(batch.source_epoch_us())) return refusal;

    const auto last = batch.events(batch.events_size() - 1).sequence();
    known_head_ = std::max(known_head_, last);
    Run run;
    if (held_.empty() && batch.events(0).sequence() == delivered_ + 1) {
        // Nearly always.
        delivered_ = last;
        run.Swap(batch.mutable_events());
    } else {
        sort_in(batch, run);
    }
    if (!run.empty()) deliver_held(run);
    deliver(std::move(run), out);
    deliver_heartbeat(out);
    return std::nullopt;
}

void SourceSession::sort_in(v1::EventBatch& batch, Run& run)
{
    for (auto& event : *batch.mutable_events()) {
        if (event.sequence() <= delivered_) {
            ++duplicates_;
        } else if (event.sequence() == delivered_ + 1) {
            delivered_ = event.sequence();
            run.Add(std::move(event));
        } else {
            hold(std::move(event));
        }
    }
}

void SourceSession::hold(v1::Event&& event)
{
    const auto sequence = event.sequence();
    if (held_.contains(sequence)) {
        ++duplicates_;
        return;
    }
    // An honest source stays within the window, counted from what is durable.
    const auto bytes = event.ByteSizeLong();
    if (sequence - delivered_ > window_ || held_bytes_ + bytes > held_bytes_max) return;
    held_bytes_ += bytes;
    held_.emplace(sequence, std::move(event));
}

/// Moves what follows `delivered_` without a hole to the end of `run`.
void SourceSession::deliver_held(Run& run)
{
    while (!held_.empty() && held_.begin()->first <= delivered_ + 1) {
        auto node = held_.extract(held_.begin());
        held_bytes_ -= node.mapped().ByteSizeLong();
        if (node.key() <= delivered_) {
            ++duplicates_;
            continue;
        }
        delivered_ = node.key();
        run.Add(std::move(node.mapped()));
    }
    if (held_.empty()) held_bytes_ = 0;
}

void SourceSession::deliver(Run&& run, std::vector<heard::Input>& out)
{
    if (run.empty()) return;
    if (static_cast<std::size_t>(run.size()) <= batch_events_max) {
        out.push_back(heard::Events{source_, epoch_, std::move(run)});
        return;
    }
    heard::Events part{source_, epoch_, {}};
    for (auto& event : run) {
        part.events.Add(std::move(event));
        if (static_cast<std::size_t>(part.events.size()) < batch_events_max) continue;
        out.push_back(std::move(part));
        part = {source_, epoch_, {}};
    }
    if (!part.events.empty()) out.push_back(std::move(part));
}

std::optional<Refusal> SourceSession::take(const v1::Heartbeat& heartbeat,
                                           std::vector<heard::Input>& out)
{
    if (auto refusal = check_epoch(heartbeat.source_epoch_us())) return refusal;
    known_head_ = std::max(known_head_, heartbeat.head());
    // The oldest are satisfied first, so they stay; under a steady stream the newest never would
    // be.
    if (heartbeats_.size() == heartbeats_max) heartbeats_.pop_back();
    heartbeats_.push_back(heartbeat);
    deliver_heartbeat(out);
    return std::nullopt;
}

/// The newest heartbeat whose events have all been delivered; older ones say nothing more.
void SourceSession::deliver_heartbeat(std::vector<heard::Input>& out)
{
    std::optional<v1::Heartbeat> newest;
    while (!heartbeats_.empty() && heartbeats_.front().head() <= delivered_) {
        newest = std::move(heartbeats_.front());
        heartbeats_.pop_front();
    }
    if (!newest) return;
    out.push_back(heard::Heartbeat{source_, epoch_, newest->head(), newest->source_clock_us(),
                                   newest->upstream_as_of_us(), newest->spool_watch_alive(),
                                   fetched_again_});
}

std::optional<SourceSession::Range> SourceSession::hole() const
{
    if (!held_.empty()) return Range{delivered_ + 1, held_.begin()->first - 1};
    if (known_head_ > delivered_) return Range{delivered_ + 1, known_head_};
    return std::nullopt;
}

std::optional<v1::ResendRequest> SourceSession::wanted(SteadyTime now)
{
    const auto missing = greeted_ ? hole() : std::nullopt;
    if (!missing) {
        asking_.reset();
        return std::nullopt;
    }
    const bool seen = !held_.empty();
    const bool asked = asking_ && missing->first <= asking_->asked_last;
    if (!asking_ || asking_->delivered != delivered_) {
        // Progress: if it is the answer coming in, the rest of it is given time.
        const auto asked_last = asked ? asking_->asked_last : 0;
        asking_ = Asking{delivered_, asked_last, seen && !asked ? now : now + tail_patience,
                         ask_again_min};
    } else if (seen && asking_->asked_last == 0) {
        asking_->due = std::min(asking_->due, now);
    }
    if (now < asking_->due) return std::nullopt;

    asking_->asked_last =
        missing->last - missing->first < window_ ? missing->last : missing->first + window_ - 1;
    const auto counted = std::max(asked_until_, missing->first - 1);
    if (asking_->asked_last > counted) fetched_again_ += asking_->asked_last - counted;
    asked_until_ = std::max(asked_until_, asking_->asked_last);
    asking_->due = now + asking_->again_after;
    asking_->again_after = std::min(asking_->again_after * 2, ask_again_max);

    v1::ResendRequest request;
    request.set_source_id(source_.text.str());
    request.set_source_epoch_us(static_cast<std::int64_t>(epoch_));
    request.set_first(missing->first);
    request.set_last(asking_->asked_last);
    return request;
}

bool SourceSession::settle(std::uint64_t epoch, std::uint64_t durable)
{
    if (epoch != epoch_ || durable <= durable_) return false;
    CALLWATCH_CHECK(durable <= delivered_);
    durable_ = durable;
    return true;
}

}  // namespace callwatch
