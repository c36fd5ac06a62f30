#include "daemon/app/recent_facts.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "daemon/model/check.hpp"
#include "daemon/model/describe.hpp"
#include "daemon/wire/fact_codec.hpp"

namespace callwatch {

void RecentFacts::add(Position position, std::string bytes)
{
    if (facts_.empty()) first_ = position;
    CALLWATCH_CHECK(position == first_ + facts_.size());
    bytes_ += bytes.size();
    facts_.push_back(std::move(bytes));
    while (facts_.size() > kept || (bytes_ > bytes_kept && facts_.size() > 1)) {
        bytes_ -= facts_.front().size();
        facts_.pop_front();
        ++first_;
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
    const auto last = std::min<Position>(durable, first_ + facts_.size() - 1);
    std::size_t size = 0;
    for (auto at = query.after() + 1;
         at <= last && at <= query.after() + wanted && size < reply_bytes_max; ++at) {
        const auto& bytes = facts_[at - first_];
        auto& line = *said.add_lines();
        line.set_position(at);
        line.set_fact(bytes);
        if (const auto fact = decode_fact(bytes)) line.set_text(describe(*fact));
        size += line.ByteSizeLong();
    }
}

}  // namespace callwatch
