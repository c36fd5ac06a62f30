#include "daemon/app/recent_facts.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "daemon/model/check.hpp"
#include "daemon/model/describe.hpp"
#include "daemon/wire/fact_codec.hpp"

namespace callwatch {

void RecentFacts::add(Position first, const FactBytes& facts)
{
    if (blocks_.empty()) first_ = first;
    CALLWATCH_CHECK(facts.empty() || first == first_ + facts_);
    if (blocks_.empty() || blocks_.back().bytes().size() >= block_bytes)
        blocks_.push_back(facts);
    else
        blocks_.back().append(facts);
    facts_ += facts.size();
    bytes_ += facts.bytes().size();
    forget();
}

/// Whole blocks only, so that never fewer than the bounds are kept.
void RecentFacts::forget()
{
    while (blocks_.size() > 1) {
        const auto& oldest = blocks_.front();
        const auto bytes = oldest.bytes().size();
        if (facts_ - oldest.size() < kept && bytes_ - bytes < bytes_kept) return;
        facts_ -= oldest.size();
        bytes_ -= bytes;
        first_ += oldest.size();
        blocks_.pop_front();
    }
}

void RecentFacts::answer(const v1::JournalQuery& query, Position durable, v1::Reply& reply) const
{
    if (query.after() + 1 < first_) {
        reply.mutable_refused()->set_code("not_available");
        reply.mutable_refused()->set_text(
            fmt::format("the running collector keeps facts from {} on; read older ones from its "
                        "file: journal print --data DIR",
                        first_));
        return;
    }
    auto& said = *reply.mutable_journal();
    said.set_head(durable);
    const auto wanted = query.limit() == 0 ? limit_max : std::min(query.limit(), limit_max);
    const auto last = std::min<Position>(durable, query.after() + wanted);
    std::size_t size = 0;
    auto at = first_;
    for (const auto& block : blocks_) {
        const auto begin = std::exchange(at, at + block.size());
        if (at <= query.after() + 1) continue;
        auto position = begin;
        for (auto rest = block.bytes(); !rest.empty(); ++position) {
            const auto fact = take_fact(rest);
            if (position > last || size >= reply_bytes_max) return;
            if (position <= query.after()) continue;
            auto& line = *said.add_lines();
            line.set_position(position);
            line.set_fact(fact.data(), fact.size());
            if (const auto read = decode_fact(fact)) line.set_text(describe(*read));
            size += line.ByteSizeLong();
        }
    }
}

}  // namespace callwatch
