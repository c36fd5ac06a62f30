#include "tests/property/source_statements.hpp"

#include <algorithm>

#include "tests/support/organisation.hpp"

namespace callwatch::test {
namespace {

using namespace std::chrono_literals;

struct Heard {
    Instant at;
    EventBody what;
};
using Events = std::map<std::string, std::vector<Heard>>;

Party as_said(const TrueMessage& message) { return message.caller; }
CallId call_of(const TrueMessage& message)
{
    return message.announced ? CallId{"pbx1/" + message.name} : CallId{};
}
bool is_heard(const TrueMessage& message, Instant at)
{
    return message.heard_at && *message.heard_at <= at;
}
bool is_there(const TrueMessage& message, Instant at)
{
    return message.left_at <= at && (!message.deleted_at || at < *message.deleted_at);
}

MailboxSnapshot list_of(const World& world, const MailboxId& mailbox, Instant at)
{
    MailboxSnapshot list{.mailbox = mailbox, .complete = true, .as_of = at, .items = {}};
    for (const auto& one : world.messages)
        if (one.mailbox == mailbox && is_there(one, at))
            list.items.push_back({one.msg_id, is_heard(one, at) ? "Old" : "INBOX", as_said(one),
                                  one.received_at, one.duration, call_of(one)});
    return list;
}

MailboxCounts counts_of(const World& world, const MailboxId& mailbox, Instant at)
{
    MailboxCounts counts{.mailbox = mailbox};
    for (const auto& one : world.messages)
        if (one.mailbox == mailbox && is_there(one, at))
            ++(is_heard(one, at) ? counts.old_messages : counts.new_messages);
    return counts;
}

/// Who tells of a mailbox's calls, of its content, and of calls by a telephone.
bool is_east(const std::string& text) { return text.starts_with("pbx1/2"); }
std::string teller(const World& world, const std::string& of)
{
    return world.kinds.source_per_location && is_east(of) ? "east" : "pbx1";
}
std::string call_teller(const World& world, const std::string& of)
{
    return world.kinds.two_sources ? "calls" : teller(world, of);
}

void say_message(const World& world, const TrueMessage& message, Events& events)
{
    const auto calls = call_teller(world, message.mailbox.text.str());
    auto& spool = events[teller(world, message.mailbox.text.str())];
    if (message.announced) {
        events[calls].push_back(
            {message.received_at + 5s, VoicemailReached{call_of(message), message.mailbox}});
        VoicemailLeft left{.mailbox = message.mailbox,
                           .caller = as_said(message),
                           .call = call_of(message),
                           .received_at = message.received_at};
        events[calls].push_back({message.left_at, left});
        left.msg_id = message.msg_id;
        left.duration = message.duration;
        left.folder = "INBOX";
        spool.push_back({message.left_at + 1s, left});
    }
    if (message.heard_at)
        spool.push_back(
            {*message.heard_at, VoicemailHeard{message.msg_id, message.mailbox, phone("101")}});
    if (message.deleted_at)
        spool.push_back(
            {*message.deleted_at, VoicemailDeleted{message.msg_id, message.mailbox, {}}});
    if (!world.kinds.counts) return;
    for (const auto& at : {std::optional{message.left_at}, message.heard_at, message.deleted_at})
        if (at) spool.push_back({*at, counts_of(world, message.mailbox, *at)});
}

void say_call(const TrueCall& call, std::vector<Heard>& events)
{
    if (!call.answered_at) {
        const auto ring = std::chrono::duration_cast<Millis>(call.ended_at - call.started_at);
        events.push_back({call.ended_at, OutboundFailed{.call = call.call,
                                                        .agent = call.device,
                                                        .dialled = call.dialled,
                                                        .started_at = call.started_at,
                                                        .ring = ring,
                                                        .result = DialResult::no_answer}});
        return;
    }
    const auto talk = std::chrono::duration_cast<Millis>(call.ended_at - *call.answered_at);
    events.push_back({*call.answered_at, OutboundEstablished{.call = call.call,
                                                             .agent = call.device,
                                                             .dialled = call.dialled,
                                                             .started_at = call.started_at}});
    events.push_back({call.ended_at, OutboundCleared{call.call, call.device, talk}});
}

void say_lists(const World& world, SeededRandom& random, Events& events)
{
    std::vector<Instant> times{world.begins + 1min};
    for (const auto close : closings()) {
        times.push_back(close - 5h);
        times.push_back(close -
                        Micros{static_cast<std::int64_t>(random.below(9 * 60)) * 1'000'000});
        times.push_back(close + world.policy.eod_grace + 1min);
    }
    for (const auto at : times)
        for (const auto& mailbox : world.organisation.mailboxes)
            if (!world.kinds.lists_missing || random.below(4) != 0)
                events[teller(world, mailbox.id.text.str())].push_back(
                    {at, list_of(world, mailbox.id, at)});
}

void say_odd_things(const World& world, SeededRandom& random, std::vector<Heard>& events)
{
    const auto some_time = [&] { return closings()[random.below(closings().size())] - 7s; };
    if (world.kinds.unwatched)
        events.push_back({some_time(), VoicemailLeft{.mailbox = box("666"),
                                                     .caller = {{"0217000001"}, {}},
                                                     .call = {"pbx1/odd"},
                                                     .received_at = some_time()}});
    if (world.kinds.nonsense)
        events.push_back({some_time(), VoicemailLeft{.mailbox = box("101")}});  // Of no call.
}

/// What happened while the bridge was blind is not said; that it was blind is.
void lose_upstream(std::vector<Heard>& events, Instant from, Instant to, bool announced)
{
    std::erase_if(events, [&](const Heard& one) { return one.at >= from && one.at < to; });
    if (announced) events.push_back({from, UpstreamLost{from}});
    events.push_back({to, UpstreamRestored{from, to}});
}

/// Numbers the events, puts heartbeats between them, and forgets some.
class Numbering {
public:
    Numbering(const World& world, std::string source, SeededRandom& random)
        : world_{world},
          source_{std::move(source)},
          random_{random}
    {
        say(world.begins, SourceHello{{source_}, epoch_, 1, "test"});
    }

    /// A bridge that cannot see its telephone system claims nothing meanwhile: [from, to).
    void is_blind(Instant from, Instant to) { blind_ = {from, to}; }

    void beat_until(Instant at)
    {
        for (; beat_ < at; beat_ = next_beat()) {
            if (beat_ >= blind_.first && beat_ < blind_.second) continue;
            settle_loss(beat_);
            say(beat_, SourceBeat{{source_}, beat_});
        }
    }

    void event(const Heard& heard)
    {
        beat_until(heard.at);
        if (forgotten_ > 0) {
            --forgotten_;
            ++lost_;
            ++sequence_;
            return;
        }
        settle_loss(heard.at);
        say(heard.at, Event{.source = {source_},
                            .sequence = ++sequence_,
                            .occurred_at = heard.at,
                            .origin = Origin::live,
                            .kind = "event",
                            .what = heard.what});
        if (world_.kinds.events_lost && random_.below(25) == 0) forgotten_ = 1 + random_.below(4);
    }

    Stream finish()
    {
        settle_loss(world_.ends);
        beat_until(world_.ends + 1s);
        return std::move(stream_);
    }

private:
    void say(Instant at, Input input) { stream_.push_back({at, std::move(input)}); }

    /// The loss is told before anything later is claimed: as SourceLoss, or by a new spool.
    void settle_loss(Instant at)
    {
        if (lost_ == 0) return;
        if (random_.below(3) == 0) {
            say(at, SourceHello{{source_}, ++epoch_, 1, "test"});
            sequence_ = 0;
        } else {
            say(at, SourceLoss{{source_}, sequence_ - lost_ + 1, sequence_});
        }
        lost_ = 0;
    }

    /// Every hour, and at the moments that matter.
    Instant next_beat()
    {
        auto next = beat_ + 1h;
        for (const auto close : closings())
            for (const auto at :
                 {close, close + 3s, close + world_.policy.eod_grace, close + 11min})
                if (at > beat_ && at < next) next = at;
        return next;
    }

    const World& world_;
    std::string source_;
    SeededRandom& random_;
    Stream stream_;
    Instant beat_ = world_.begins;
    std::pair<Instant, Instant> blind_;
    std::uint64_t epoch_ = 1'000;
    std::uint64_t sequence_ = 0;
    std::uint64_t forgotten_ = 0;
    std::uint64_t lost_ = 0;
};

}  // namespace

Streams statements_of(const World& world, SeededRandom& random)
{
    Events events;
    for (const auto& source : world.organisation.sources) events[source.id.text.str()];
    for (const auto& message : world.messages) say_message(world, message, events);
    for (const auto& call : world.calls)
        say_call(call, events[call_teller(world, call.device.text.str())]);
    int missed = 0;
    for (const auto& [mailbox, at] : world.missed)
        events[call_teller(world, mailbox.text.str())].push_back(
            {at, VoicemailReached{{"pbx1/x" + std::to_string(++missed)}, mailbox}});
    say_lists(world, random, events);
    say_odd_things(world, random, events["pbx1"]);

    Streams streams;
    for (auto& [source, said] : events) {
        Numbering numbering{world, source, random};
        if (world.kinds.upstream_lost) {
            const auto from = closings()[random.below(closings().size())] - 2h +
                              std::chrono::seconds{random.below(2 * 60 * 60 + 60)};
            const auto to = from + std::chrono::seconds{1 + random.below(600)};
            lose_upstream(said, from, to, random.below(2) == 0);
            numbering.is_blind(from, to);
        }
        std::stable_sort(said.begin(), said.end(),
                         [](const Heard& a, const Heard& b) { return a.at < b.at; });
        for (const auto& one : said) numbering.event(one);
        streams[source] = numbering.finish();
    }
    return streams;
}

}  // namespace callwatch::test
