#include "daemon/bridges/asterisk/live/action_schedule.hpp"

namespace callwatch::asterisk {
namespace {

using namespace std::chrono_literals;

std::string without_line_ends(std::string_view text)
{
    std::string out{text};
    for (char& c : out)
        if (c == '\r' || c == '\n') c = ' ';
    return out;
}

}  // namespace

std::string encode(const Action& action, std::string_view action_id)
{
    std::string out = "Action: " + without_line_ends(action.name) + "\r\n";
    if (!action_id.empty()) out += "ActionID: " + without_line_ends(action_id) + "\r\n";
    for (const auto& [key, value] : action.headers)
        out += without_line_ends(key) + ": " + without_line_ends(value) + "\r\n";
    return out + "\r\n";
}

bool ActionSchedule::add(const std::string& action_id, Action action, Urgency urgency)
{
    const std::string what = encode(action, "");
    const Place place{urgency, ++number_};
    const auto there = places_.find(what);
    if (there != places_.end()) {
        if (there->second.urgency <= urgency) return false;
        auto node = waiting_.extract(there->second);
        node.key() = place;
        waiting_.insert(std::move(node));
        there->second = place;
        return false;
    }
    if (waiting_.size() >= waiting_max) return false;
    waiting_.emplace(place, Due{action_id, std::move(action)});
    places_.emplace(what, place);
    return true;
}

bool ActionSchedule::is_full(Steady now) const
{
    return sent_.size() >= per_second_max && now - sent_.front() < 1s;
}

std::optional<ActionSchedule::Due> ActionSchedule::next(Steady now)
{
    if (waiting_.empty() || is_full(now)) return std::nullopt;
    Due due = std::move(waiting_.begin()->second);
    places_.erase(encode(due.action, ""));
    waiting_.erase(waiting_.begin());
    sent_.push_back(now);
    if (sent_.size() > per_second_max) sent_.pop_front();
    return due;
}

std::optional<Steady> ActionSchedule::next_at() const
{
    if (waiting_.empty()) return std::nullopt;
    return sent_.size() < per_second_max ? Steady{} : sent_.front() + 1s;
}

void ActionSchedule::clear()
{
    waiting_.clear();
    places_.clear();
}

}  // namespace callwatch::asterisk
