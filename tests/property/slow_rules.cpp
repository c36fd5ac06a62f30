#include "tests/property/slow_rules.hpp"

#include <algorithm>
#include <utility>

#include "tests/property/slow_calendar.hpp"

namespace callwatch::test {
namespace {

constexpr std::chrono::days one_day{1};

std::string native(const CallId& call)
{
    return call.text.str().substr(call.text.view().find('/') + 1);
}

bool same_caller(const Party& one, const Party& other)
{
    if (one.withheld || other.withheld) return false;
    if (!one.number.empty() || !other.number.empty()) return one.number == other.number;
    return !one.extension.empty() && one.extension == other.extension;
}

template <class IdType>
bool has(const std::vector<Attachment<IdType>>& attached, const IdType& id)
{
    return std::any_of(attached.begin(), attached.end(),
                       [&](const auto& one) { return one.id == id; });
}

bool serves(const Source& source, const LocationId& location)
{
    return std::count(source.locations.begin(), source.locations.end(), location) > 0;
}

}  // namespace

SlowRules::SlowRules(Organisation organisation, Policy policy, Instant watched_from,
                     const std::vector<Input>& heard)
    : organisation_{std::move(organisation)},
      policy_{std::move(policy)},
      watched_from_{watched_from}
{
    read(heard);
    for (const auto& source : organisation_.sources) read_gaps(source.id, heard);
    for (auto& [id, message] : messages_) place(message);
    for (auto& [id, message] : messages_) find_return(message);
    for (auto& [id, message] : messages_) judge_deadline(message);
}

void SlowRules::read(const std::vector<Input>& heard)
{
    for (const auto& input : heard) {
        if (const auto* beat = std::get_if<SourceBeat>(&input))
            passed_[beat->source] = std::max(passed_[beat->source], beat->watermark);
        const auto* event = std::get_if<Event>(&input);
        if (event == nullptr) continue;
        read_messages(*event);
        if (const auto* said = std::get_if<OutboundEstablished>(&event->what))
            calls_.emplace(said->call, Call{*said, event->occurred_at, {}});
        if (const auto* said = std::get_if<VoicemailReached>(&event->what))
            greeted_.emplace(said->mailbox.text + "#" + native(said->call),
                             std::pair{said->mailbox, event->occurred_at});
        if (const auto* said = std::get_if<OutboundFailed>(&event->what))
            attempts_.emplace(said->call, Attempt{*said, event->occurred_at});
    }
    for (const auto& input : heard)
        if (const auto* event = std::get_if<Event>(&input))
            if (const auto* said = std::get_if<OutboundCleared>(&event->what))
                if (const auto call = calls_.find(said->call); call != calls_.end())
                    call->second.talk = std::max(
                        said->talk,
                        std::chrono::floor<Millis>(event->occurred_at - call->second.answered_at));
}

void SlowRules::read_messages(const Event& event)
{
    if (const auto* left = std::get_if<VoicemailLeft>(&event.what)) {
        if (left->call.empty() && left->msg_id.empty()) return;
        if (find_by_id(organisation_.mailboxes, left->mailbox) == nullptr) {
            unwatched_.emplace_back(event.source, event.occurred_at);
            return;
        }
        note_message(*left);
        about_mailbox_[left->mailbox].push_back(event);
    }
    if (const auto* counts = std::get_if<MailboxCounts>(&event.what))
        about_mailbox_[counts->mailbox].push_back(event);
    if (const auto* heard = std::get_if<VoicemailHeard>(&event.what))
        about_mailbox_[heard->mailbox].push_back(event);
    if (const auto* deleted = std::get_if<VoicemailDeleted>(&event.what))
        about_mailbox_[deleted->mailbox].push_back(event);
    if (const auto* list = std::get_if<MailboxSnapshot>(&event.what)) {
        for (const auto& item : list->items)
            note_message({.msg_id = item.msg_id,
                          .mailbox = list->mailbox,
                          .caller = item.caller,
                          .duration = item.duration,
                          .call = item.call,
                          .received_at = item.received_at});
        newest_list_[list->mailbox] = std::max(newest_list_[list->mailbox], list->as_of);
        about_mailbox_[list->mailbox].push_back(event);
    }
}

void SlowRules::note_message(const VoicemailLeft& left)
{
    const auto tail = left.call.empty() ? "msg:" + left.msg_id.text : native(left.call);
    auto& message = messages_[left.mailbox.text + "#" + tail];
    message.mailbox = left.mailbox;
    message.caller = left.caller;
    message.received_at = left.received_at;
    if (left.msg_id.empty()) return;
    message.msg_id = left.msg_id;
    message.duration = left.duration;
}

/// Whatever happened between the last event before a loss and the first one after it was not seen.
void SlowRules::read_gaps(const SourceId& source, const std::vector<Input>& heard)
{
    auto& blind = blind_[source];
    std::vector<std::size_t> losses, outages;
    Instant last{}, claimed{};
    bool is_first_spool = true;
    const auto begin = [&](std::vector<std::size_t>& open, Instant from) {
        open.push_back(blind.size());
        blind.push_back({from, std::nullopt, claimed});
    };
    const auto end = [&](std::vector<std::size_t>& open, Instant to) {
        for (const auto nth : open) blind[nth].to = std::max(blind[nth].from, to);
        open.clear();
    };
    for (const auto& input : heard) {
        if (const auto* loss = std::get_if<SourceLoss>(&input); loss && loss->source == source)
            begin(losses, last);
        if (const auto* hello = std::get_if<SourceHello>(&input); hello && hello->source == source)
            if (!std::exchange(is_first_spool, false)) begin(losses, last);
        if (const auto* beat = std::get_if<SourceBeat>(&input); beat && beat->source == source)
            claimed = std::max(claimed, beat->watermark);
        const auto* event = std::get_if<Event>(&input);
        if (event == nullptr || event->source != source) continue;
        const auto* left = std::get_if<VoicemailLeft>(&event->what);
        if (left != nullptr && left->call.empty() && left->msg_id.empty()) continue;
        end(losses, event->occurred_at);
        last = std::max(last, event->occurred_at);
        if (const auto* lost = std::get_if<UpstreamLost>(&event->what)) begin(outages, lost->from);
        if (const auto* back = std::get_if<UpstreamRestored>(&event->what)) {
            if (outages.empty()) begin(outages, back->from);
            end(outages, back->to);
        }
    }
}

Instant SlowRules::deadline_of(const Location& location, Instant received_at, LocalDate& due) const
{
    due = date_at(location, received_at);
    const auto today = close_of(location, due);
    if (today && received_at < *today) return *today + policy_.eod_grace;
    if (policy_.after_hours_due == Policy::AfterHoursDue::same_calendar_day)
        return instant_of(location, due, std::chrono::hours{24}) + policy_.eod_grace;
    do due += one_day;
    while (!close_of(location, due));
    return *close_of(location, due) + policy_.eod_grace;
}

const Person* SlowRules::user_of(const DeviceId& device) const
{
    for (const auto& person : organisation_.people)
        if (has(person.devices, device)) return &person;
    return nullptr;
}

/// Her own mailbox, or one of a group she belongs to.
bool SlowRules::may_return_alone(const Person& person, const SlowMessage& message) const
{
    if (has(person.mailboxes, message.mailbox)) return true;
    for (const auto& group : organisation_.groups)
        if (std::count(group.mailboxes.begin(), group.mailboxes.end(), message.mailbox) > 0)
            return std::count(group.members.begin(), group.members.end(), person.id) > 0;
    return false;
}

bool SlowRules::may_return(const DeviceId& device, Instant started_at, const SlowMessage& message,
                           bool& by_delegate) const
{
    if (message.received_at >= started_at) return false;
    const auto* person = user_of(device);
    by_delegate = person == nullptr || !may_return_alone(*person, message);
    if (!by_delegate || policy_.cross_location_match) return true;
    return person != nullptr && person->location == message.location;
}

bool SlowRules::concerns(const Party& dialled, const DeviceId& device, Instant started_at,
                         const SlowMessage& message, bool& by_delegate) const
{
    if (!same_caller(dialled, message.caller)) return false;
    if (may_return(device, started_at, message, by_delegate)) return true;
    by_delegate = true;
    bool ignored = false;
    return !message.msg_id.empty() &&
           std::any_of(messages_.begin(), messages_.end(), [&](const auto& other) {
               const auto& copy = other.second;
               return copy.msg_id == message.msg_id && copy.is_duty &&
                      may_return(device, started_at, copy, ignored);
           });
}

bool SlowRules::may_have_ended_unseen(const Call& call) const
{
    const auto* person = user_of(call.said.agent);
    const auto enough = call.answered_at + policy_.min_talk;
    return std::any_of(
        organisation_.sources.begin(), organisation_.sources.end(), [&](const Source& source) {
            const auto gaps = blind_.find(source.id);
            return person != nullptr && gaps != blind_.end() && serves(source, person->location) &&
                   std::any_of(gaps->second.begin(), gaps->second.end(), [&](const Blind& gap) {
                       return gap.from < enough && (!gap.to || *gap.to > call.answered_at);
                   });
        });
}

bool SlowRules::is_claimed_to_be_seen(const Call& call) const
{
    const auto enough = call.answered_at + policy_.min_talk;
    for (const auto& [source, gaps] : blind_)
        for (const auto& gap : gaps)
            if (gap.from < enough && gap.claimed > call.answered_at) return true;
    return false;
}

SlowRules::Long SlowRules::is_long_enough(const Call& call) const
{
    if (call.talk) return *call.talk >= policy_.min_talk ? Long::yes : Long::no;
    if (may_have_ended_unseen(call)) return Long::never_known;
    const auto* person = user_of(call.said.agent);
    if (person == nullptr) return Long::not_known_yet;  // Of no place: no clock counts for it.
    return have_passed(person->location, call.answered_at + policy_.min_talk) ? Long::yes
                                                                              : Long::not_known_yet;
}

bool SlowRules::have_passed(const LocationId& location, Instant at) const
{
    return std::all_of(organisation_.sources.begin(), organisation_.sources.end(),
                       [&](const Source& source) {
                           if (!serves(source, location)) return true;
                           const auto reached = passed_.find(source.id);
                           return reached != passed_.end() && reached->second >= at;
                       });
}

/// Those that serve the location, and those that serve whoever may return one of its messages.
std::set<SourceId> SlowRules::sources_of_returns(const LocationId& location) const
{
    std::set<SourceId> sources;
    const auto at = [&](const LocationId& place) {
        for (const auto& source : organisation_.sources)
            if (serves(source, place) || policy_.cross_location_match) sources.insert(source.id);
    };
    at(location);
    for (const auto& mailbox : organisation_.mailboxes)
        for (const auto& person : organisation_.people)
            if (SlowMessage to; mailbox.location == location) {
                to.mailbox = mailbox.id;
                if (may_return_alone(person, to)) at(person.location);
            }
    return sources;
}

bool SlowRules::returns_are_known(const LocationId& location, Instant before) const
{
    for (const auto& source : sources_of_returns(location)) {
        const auto reached = passed_.find(source);
        if (reached == passed_.end() || reached->second < before) return false;
    }
    return true;
}

void SlowRules::place(SlowMessage& message) const
{
    const auto& mailbox = *find_by_id(organisation_.mailboxes, message.mailbox);
    const auto& location = *find_by_id(organisation_.locations, mailbox.location);
    message.location = location.id;
    message.deadline = deadline_of(location, message.received_at, message.due_date);
    const bool is_short =
        message.duration > Millis{0} && message.duration < Millis{policy_.min_message};
    const bool is_internal = !message.caller.extension.empty();
    message.is_duty = !is_short && (!is_internal || policy_.internal_messages_are_duties);
}

void SlowRules::find_return(SlowMessage& message) const
{
    bool by_delegate = false;
    for (const auto& [id, call] : calls_) {
        if (is_long_enough(call) != Long::yes ||
            !concerns(call.said.dialled, call.said.agent, call.said.started_at, message,
                      by_delegate))
            continue;
        if (message.returned_at && *message.returned_at <= call.answered_at) continue;
        message.returned_at = call.answered_at;
        message.returned_by = id;
        message.by_delegate = by_delegate;
    }
    for (const auto& [id, attempt] : attempts_) {
        if (attempt.said.ring < Millis{policy_.min_ring} ||
            !concerns(attempt.said.dialled, attempt.said.agent, attempt.said.started_at, message,
                      by_delegate))
            continue;
        if (message.returned_at && *message.returned_at <= attempt.ended_at) continue;
        if (!message.attempted_at || attempt.ended_at < *message.attempted_at)
            message.attempted_at = attempt.ended_at;
    }
}

void SlowRules::judge_deadline(SlowMessage& message) const
{
    bool ignored = false;
    for (const auto& [id, call] : calls_) {
        if (!concerns(call.said.dialled, call.said.agent, call.said.started_at, message, ignored))
            continue;
        const auto how_long = is_long_enough(call);
        if (how_long == Long::not_known_yet) message.undecided_since.insert(call.answered_at);
        if (is_claimed_to_be_seen(call)) message.return_depends_on_arrival = true;
        if (call.talk && may_have_ended_unseen(call) && call.answered_at < message.deadline)
            message.overdue_depends_on_arrival = true;
    }
    if (!returns_are_known(message.location, message.deadline)) return;
    if (message.returned_at && *message.returned_at < message.deadline) return;
    if (message.waits_for_call(message.deadline)) return;
    if (message.deadline <= watched_from_) return;
    message.overdue = policy_.no_answer != Policy::NoAnswer::counts || !message.attempted_at ||
                    *message.attempted_at >= message.deadline;
}

}  // namespace callwatch::test
