#pragma once

#include <functional>

#include "callwatch/v1/request.pb.h"
#include "daemon/app/collector.hpp"
#include "daemon/app/recent_facts.hpp"
#include "daemon/board/board_book.hpp"

namespace callwatch {

/// What a request is answered from. The journal's head is the durable one.
struct AnswerContext {
    Collector& collector;
    const BoardBook& book;
    const RecentFacts& recent;
    JournalHead head;
    std::map<std::string, std::uint64_t> refused;  ///< By code, all parts of the collector.
    v1::BoardHeartbeat::Health health = v1::BoardHeartbeat::OK;
    std::string time_mode;
    Instant started_at;
    /// Whether the asker sees a message of this location and mailbox; empty: all of them.
    std::function<bool(const LocationId&, const MailboxId&)> sees;
    /// Whether the asker reads the records of this location; empty: all of them.
    std::function<bool(const LocationId&)> reads;
};

/// The reply to a command that was done (by `position`; `text`: what it asked to be shown), or to a
/// request that was refused.
v1::Reply answer_command(const v1::Request& request, const std::optional<Refusal>& refusal,
                         Position position, const std::string& text = {});

/// The reply to one question; a question that cannot be answered is refused with a sentence.
v1::Reply answer(const v1::Request& request, AnswerContext& context);

}  // namespace callwatch
