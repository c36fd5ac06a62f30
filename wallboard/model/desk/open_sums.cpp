#include "wallboard/model/desk/open_sums.hpp"

#include <algorithm>
#include <string_view>

#include "wallboard/model/desk/rows.hpp"

namespace wallboard::desk {
namespace {

void add(const Message& message, OpenSum& sum)
{
    if (message.has("OVERDUE")) {
        ++sum.overdue;
        const Instant at = message.received_at;
        if (!said(sum.oldest) || at < sum.oldest) sum.oldest = at;
    } else {
        ++sum.due[message.due_date];
    }
    if (!message.claimed_by.empty()) ++sum.claimed;
    if (said(message.promised_to) && !message.has("PROMISE_MISSED"))
        sum.promises.push_back(message.promised_to);
}

}  // namespace

std::vector<OpenSum> add_up(const std::vector<Message>& open)
{
    std::map<std::string_view, OpenSum> by_location;
    for (const Message& message : open) add(message, by_location[message.location]);
    std::vector<OpenSum> all;
    for (auto& [location, sum] : by_location) {
        sum.location = location;
        std::sort(sum.promises.begin(), sum.promises.end());
        all.push_back(std::move(sum));
    }
    return all;
}

}  // namespace wallboard::desk
