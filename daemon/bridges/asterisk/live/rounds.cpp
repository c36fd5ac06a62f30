#include "daemon/bridges/asterisk/live/rounds.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "daemon/bridges/asterisk/ami_text.hpp"

namespace callwatch::asterisk {
namespace {

using namespace std::chrono_literals;
using Urgency = ActionSchedule::Urgency;

constexpr auto queue_round_every = 30s;
constexpr auto lists_every = 300s;
/// From asking on, and longer if many wait for their turn.
constexpr auto answered_within = 20s;
constexpr auto each_before_takes = 200ms;
constexpr std::size_t outstanding_max = 25'000;

bool is_complete(const AmiMessage& message)
{
    return message["EventList"] == "Complete" || message["Event"].ends_with("Complete");
}

}  // namespace

Rounds::Rounds(Settings settings, Ask ask, TakeMailbox take_mailbox)
    : settings_{std::move(settings)},
      ask_{std::move(ask)},
      take_mailbox_{std::move(take_mailbox)}
{
}

void Rounds::begin(Steady now, Instant at)
{
    end();
    begun_ = true;
    missing_.clear();
    ask({"ListCommands", {}}, "", Urgency::prompt, true, now, at);
    ask({"CoreShowChannels", {}}, "", Urgency::prompt, true, now, at);
    ask({"QueueSummary", {}}, "", Urgency::prompt, true, now, at);
    ask({"DeviceStateList", {}}, "", Urgency::prompt, true, now, at);
    ask({"VoicemailUsersList", {}}, "", Urgency::prompt, true, now, at);
    lists_at_ = now + lists_every;
    queue_round_at_ = now + queue_round_every;
}

void Rounds::end()
{
    begun_ = false;
    beginning_ = 0;
    outstanding_.clear();
    queue_round_.clear();
    arriving_queues_.clear();
    arriving_mailboxes_.clear();
}

void Rounds::ask(Action action, const std::string& subject, Urgency urgency, bool of_beginning,
                 Steady now, Instant at)
{
    if (outstanding_.size() >= outstanding_max) return;
    const std::string name = action.name;
    const std::string id = ask_(std::move(action), urgency);
    if (id.empty()) return;
    const auto waiting = each_before_takes * static_cast<std::int64_t>(outstanding_.size());
    outstanding_.emplace(
        id, Outstanding{name, subject, at, now + answered_within + waiting, of_beginning, {}});
    if (of_beginning) ++beginning_;
}

void Rounds::ask_queue(const std::string& queue, bool of_beginning, Steady now, Instant at)
{
    ask({"QueueStatus", {{"Queue", queue}}}, queue, of_beginning ? Urgency::prompt : Urgency::round,
        of_beginning, now, at);
}

void Rounds::ask_mailbox(const std::string& mailbox, Urgency urgency, Steady now, Instant at)
{
    const auto split = mailbox.find('@');
    ask({"VoicemailBoxSummary",
         {{"Context",
           split == std::string::npos ? settings_.mailbox_context : mailbox.substr(split + 1)},
          {"Mailbox", mailbox.substr(0, split)}}},
        mailbox, urgency, false, now, at);
}

void Rounds::take(const AmiMessage& message, Steady now, Instant at)
{
    const std::string_view event = message["Event"];
    if (event == "MessageWaiting") {
        const std::string mailbox{message["Mailbox"]};
        if (begun_ && summarises_.value_or(false) && mailboxes_.count(mailbox) != 0)
            ask_mailbox(mailbox, Urgency::prompt, now, at);
        return;
    }
    const std::string id{message["ActionID"]};
    const auto of = outstanding_.find(id);
    if (of == outstanding_.end()) return;
    if (event.empty()) return take_response(message, id, now, at);
    if (is_complete(message)) return complete(id, now, at);
    take_item(message, of->second);
}

void Rounds::take_item(const AmiMessage& message, Outstanding& of)
{
    const std::string_view event = message["Event"];
    if (event == "QueueSummary" && arriving_queues_.size() < queues_max) {
        arriving_queues_.emplace(message["Queue"]);
    } else if (event == "VoicemailUserEntry" && arriving_mailboxes_.size() < mailboxes_max) {
        const std::string_view context = message["VMContext"];
        std::string name{message["VoiceMailbox"]};
        name += '@';
        name += context.empty() ? std::string_view{settings_.mailbox_context} : context;
        arriving_mailboxes_.insert(std::move(name));
    } else if (event == "VoicemailBoxDetail" && of.listing.size() < listed_messages_max) {
        const std::string folder{message["Folder"]};
        const std::string_view duration = message["Duration"];
        if (folder == "Deleted" || message["ID"].empty()) return;
        std::int64_t seconds = 0;
        std::from_chars(duration.data(), duration.data() + duration.size(), seconds);
        ListedMessage& listed = of.listing[std::string{message["ID"]}];
        listed.folder = folder;
        listed.caller_id = message["CallerID"];
        listed.began = parse_voicemail_date(message["Date"]).value_or(of.asked);
        listed.duration_ms = std::clamp<std::int64_t>(seconds, 0, 86'400) * 1'000;
    }
}

void Rounds::take_response(const AmiMessage& message, const std::string& id, Steady now, Instant at)
{
    const auto of = outstanding_.find(id);
    if (message["Response"] == "Error") {
        const std::string action = of->second.action;
        // A queue that went away, or a mailbox, is no right that is missing.
        if (of->second.subject.empty() || action == "VoicemailBoxSummary")
            missing_[action] = clean(message["Message"], 128);
        // One mailbox may be refused for a reason of its own.
        const std::string_view why = message["Message"];
        if (action == "VoicemailBoxSummary" &&
            (why.find("unknown command") != why.npos || why.find("Permission denied") != why.npos))
            summarises_ = false;
        return finish(of);
    }
    if (of->second.action == "ListCommands") take_commands(message);
    // Without a list to follow the answer is all: no such mailbox, no mailboxes at all.
    if (message["EventList"] != "start") complete(id, now, at);
}

void Rounds::take_commands(const AmiMessage& message)
{
    for (const auto& header : message.headers) offered_.emplace(header.key);
    summarises_ = settings_.may_summarise && offered_.count("VoicemailBoxSummary") != 0;
}

void Rounds::complete(const std::string& id, Steady now, Instant at)
{
    const auto of = outstanding_.find(id);
    const Outstanding done = std::move(of->second);
    missing_.erase(done.action);
    if (done.action == "QueueSummary") {
        queues_ = std::exchange(arriving_queues_, {});
        for (const auto& queue : queues_)
            if (done.of_beginning) ask_queue(queue, true, now, at);
    } else if (done.action == "VoicemailUsersList") {
        mailboxes_ = std::exchange(arriving_mailboxes_, {});
        took_list_ = true;
        if (summarises_.value_or(false))
            for (const auto& mailbox : mailboxes_) ask_mailbox(mailbox, Urgency::idle, now, at);
    } else if (done.action == "VoicemailBoxSummary" && mailboxes_.count(done.subject) != 0) {
        take_mailbox_(done.subject, done.listing, done.asked);
    }
    finish(outstanding_.find(id));
}

void Rounds::finish(std::map<std::string, Outstanding>::iterator of)
{
    if (of->second.of_beginning) --beginning_;
    outstanding_.erase(of);
}

void Rounds::turn(Steady now, Instant at)
{
    if (!begun_) return;
    give_up(now);
    if (now >= lists_at_) {
        lists_at_ = now + lists_every;
        ask({"QueueSummary", {}}, "", Urgency::round, false, now, at);
        ask({"VoicemailUsersList", {}}, "", Urgency::round, false, now, at);
    }
    if (queue_round_.empty() && now >= queue_round_at_) {
        queue_round_.assign(queues_.begin(), queues_.end());
        queue_at_ = now;
        queue_round_at_ = now + queue_round_every;
    }
    const auto apart = queue_round_every / std::max<std::size_t>(queues_.size(), 1);
    while (!queue_round_.empty() && now >= queue_at_) {
        ask_queue(queue_round_.back(), false, now, at);
        queue_round_.pop_back();
        queue_at_ += std::chrono::duration_cast<Steady::duration>(apart);
    }
}

void Rounds::give_up(Steady now)
{
    if (now < give_up_at_) return;
    give_up_at_ = now + 1s;
    for (auto of = outstanding_.begin(); of != outstanding_.end();) {
        const auto late = of++;
        if (now < late->second.deadline) continue;
        missing_[late->second.action] = "no answer";
        finish(late);
    }
}

Steady Rounds::next_at() const
{
    if (!begun_) return Steady::max();
    Steady next = std::min(lists_at_, queue_round_.empty() ? queue_round_at_ : queue_at_);
    return next;
}

bool Rounds::lists_mailboxes() const
{
    return begun_ && summarises_.value_or(false) && missing_.count("VoicemailUsersList") == 0;
}

bool Rounds::took_mailbox_list() { return std::exchange(took_list_, false); }

}  // namespace callwatch::asterisk
