#pragma once

#include <string>
#include <vector>

#include "callwatch/v1/request.pb.h"
#include "daemon/ctl/local_times.hpp"
#include "daemon/ctl/look.hpp"
#include "daemon/ctl/request_client.hpp"
#include "daemon/ctl/row_json.hpp"

namespace callwatch::ctl {

struct Messages {
    std::int64_t now_us = 0;
    std::vector<callwatch::v1::MessageRow> rows;
};

/// Everything `query` asks for, page by page. If the list changes while it is read, it is read
/// again, up to three times; then, or with more than messages_max, throws Failure (exit_negative):
/// half a list would look like all of it.
Messages ask_messages(RequestClient& client, const callwatch::v1::MessagesQuery& query);

constexpr std::size_t messages_max = 100'000;
/// Limit of one reply: proto/callwatch/v1/request.proto, MessagesQuery.
constexpr std::uint32_t messages_page = 1'000;

/// Open ones first: overdue, then by deadline, then by age; then the closed ones, by age.
void sort_by_urgency(std::vector<callwatch::v1::MessageRow>& rows);

/// Not returned, resolved, or short of being a message at all.
bool is_open(const callwatch::v1::MessageRow& row);

Json messages_json(const Messages& messages, bool with_history);

/// What `messages` shows for people; with `with_history`, every step below its message.
std::string messages_text(const Messages& messages, bool with_history, const LocalTimes& times,
                          const Look& look);

}  // namespace callwatch::ctl
