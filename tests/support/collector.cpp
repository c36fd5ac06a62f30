#include "tests/support/collector.hpp"

#include <algorithm>
#include <stdexcept>

#include "daemon/model/check.hpp"
#include "daemon/model/describe.hpp"

namespace callwatch::test {
namespace {

/// "16:59:59.999999" as a span since midnight.
Micros time_of_day(const std::string& text)
{
    int hours = 0, minutes = 0, seconds = 0;
    char fraction[8] = "";
    if (std::sscanf(text.c_str(), "%2d:%2d:%2d.%6[0-9]", &hours, &minutes, &seconds, fraction) < 3)
        throw std::invalid_argument{"no clock time: " + text};
    std::string micros = fraction;
    micros.resize(6, '0');
    return std::chrono::hours{hours} + std::chrono::minutes{minutes} +
           std::chrono::seconds{seconds} + Micros{std::stoi(micros)};
}

bool is_everyday(const Fact& fact) { return fact.as<EventAccepted>() != nullptr; }

}  // namespace

Collector::Collector(Policy policy, Organisation organisation)
    : policy_{std::move(policy)},
      organisation_{std::move(organisation)},
      date_{parse_local_date("2026-11-20").value()}
{
    engine_.emplace(*Directory::make(organisation_), policy_, Board{});
    at("07:00:00").start();
    for (const auto& source : organisation_.sources) {
        auto& speaker = speakers_[source.id.text.str()];
        step(SourceHello{
            .source = source.id, .epoch = speaker.epoch, .first_kept = 1, .software = "test"});
    }
    speaker_ = "pbx1";
    beat();
    told_from_ = facts_.size();
}

void Collector::start()
{
    step(ProcessStarted{.software = "test", .time_mode = "system", .tzdata_version = "test"});
}

Collector& Collector::restart()
{
    Board replayed;
    for (const auto& fact : facts_) replayed.apply(fact);
    CALLWATCH_CHECK(replayed == engine_->board());
    engine_.emplace(*Directory::make(organisation_), policy_, std::move(replayed));
    start();
    return *this;
}

std::optional<Refusal> Collector::step(const Input& input)
{
    return engine_->step(input, now_, facts_);
}

// ---- time

Instant Collector::time(const std::string& clock_time) const
{
    const auto calendar = *BusinessCalendar::make(*engine_->directory().location({"northside"}));
    const auto span = time_of_day(clock_time);
    const auto whole = std::chrono::floor<std::chrono::seconds>(span);
    return calendar.deadline_at(date_, whole) + (span - whole);
}

Collector& Collector::on(const std::string& date)
{
    date_ = parse_local_date(date).value();
    return *this;
}

Collector& Collector::at(const std::string& clock_time)
{
    const auto to = time(clock_time);
    if (to < now_) throw std::invalid_argument{"back in time: " + clock_time};
    now_ = to;
    return *this;
}

Collector& Collector::after(Micros span)
{
    now_ += span;
    return *this;
}

Collector& Collector::tick()
{
    step(Tick{});
    return *this;
}

Collector& Collector::beat()
{
    for (const auto& [source, speaker] : speakers_) beat(source);
    return *this;
}

Collector& Collector::beat(const std::string& source)
{
    if (speakers_.at(source).alive) step(SourceBeat{{source}, now_});
    return *this;
}

Collector& Collector::claims(const std::string& source, Instant watermark)
{
    step(SourceBeat{{source}, watermark});
    return *this;
}

// ---- messages

Collector::Held& Collector::held(const std::string& name)
{
    const auto found = held_.find(name);
    if (found == held_.end()) throw std::invalid_argument{"no such message: " + name};
    return found->second;
}

Collector& Collector::unseen_message(const std::string& name, const Party& caller,
                                     const std::string& in)
{
    held_[name] = {.msg_id = name,
                   .mailbox = box(in),
                   .caller = caller,
                   .received_at = now_,
                   .call = {"pbx1/" + name}};
    return *this;
}

Collector& Collector::message(const std::string& name, const Party& caller, const std::string& in)
{
    unseen_message(name, caller, in);
    return says(
        VoicemailLeft{
            .mailbox = box(in), .caller = caller, .call = {"pbx1/" + name}, .received_at = now_},
        "voicemail_left");
}

Collector& Collector::message(const std::string& name, const Party& caller, const std::string& in,
                              const std::string& call_began)
{
    unseen_message(name, caller, in);
    held(name).received_at = time(call_began);
    return says(VoicemailLeft{.mailbox = box(in),
                              .caller = caller,
                              .call = {"pbx1/" + name},
                              .received_at = time(call_began)},
                "voicemail_left");
}

Collector& Collector::listed(const std::string& name, Millis duration)
{
    auto& one = held(name);
    one.duration = duration;
    return says(VoicemailLeft{.msg_id = {name},
                              .mailbox = one.mailbox,
                              .caller = one.caller,
                              .duration = duration,
                              .call = one.call,
                              .received_at = one.received_at,
                              .folder = one.folder},
                "voicemail_left");
}

Collector& Collector::copy(const std::string& name, const std::string& in)
{
    auto& one = held_[name + "@" + in] = held(name);
    one.mailbox = box(in);
    return says(VoicemailLeft{.msg_id = {name},
                              .mailbox = one.mailbox,
                              .caller = one.caller,
                              .duration = one.duration,
                              .call = one.call,
                              .received_at = one.received_at,
                              .folder = one.folder},
                "voicemail_left");
}

Collector& Collector::heard(const std::string& name, const std::string& by)
{
    auto& one = held(name);
    one.folder = "Old";
    return says(VoicemailHeard{{name}, one.mailbox, by.empty() ? DeviceId{} : phone(by)},
                "voicemail_heard");
}

Collector& Collector::moved(const std::string& name, const std::string& folder)
{
    auto& one = held(name);
    one.folder = folder;
    return says(VoicemailMoved{{name}, one.mailbox, {}, folder}, "voicemail_moved");
}

Collector& Collector::deleted(const std::string& name, const std::string& by)
{
    auto& one = held(name);
    one.gone = true;
    return says(VoicemailDeleted{{name}, one.mailbox, by.empty() ? DeviceId{} : phone(by)},
                "voicemail_deleted");
}

Collector& Collector::forgotten_by_telephones(const std::string& name)
{
    held(name).gone = true;
    return *this;
}

Collector& Collector::reaches_greeting(const std::string& call, const std::string& mailbox)
{
    return says(VoicemailReached{{"pbx1/" + call}, box(mailbox)}, "voicemail_reached");
}

Collector& Collector::lists()
{
    for (const auto& mailbox : organisation_.mailboxes)
        list(mailbox.id.text.str().substr(5, mailbox.id.text.view().find('@') - 5));
    return *this;
}

Collector& Collector::list(const std::string& mailbox, const std::string& as_of)
{
    MailboxSnapshot snapshot{
        .mailbox = box(mailbox), .complete = true, .as_of = as_of.empty() ? now_ : time(as_of)};
    for (const auto& [name, one] : held_)
        if (one.mailbox == box(mailbox) && !one.gone)
            snapshot.items.push_back(
                {{one.msg_id}, one.folder, one.caller, one.received_at, one.duration, one.call});
    return says(std::move(snapshot), "mailbox_snapshot");
}

Collector& Collector::counts(const std::string& mailbox, std::uint32_t fresh, std::uint32_t old)
{
    return says(MailboxCounts{box(mailbox), fresh, old}, "mailbox_counts");
}

// ---- calls out

Collector& Collector::answered(const std::string& call, const std::string& device,
                               const std::string& number)
{
    return calls(call, device, from(number));
}

Collector& Collector::calls(const std::string& call, const std::string& device, const Party& whom)
{
    out_[call] = {phone(device), now_};
    return says(
        OutboundEstablished{
            .call = {"pbx1/" + call}, .agent = phone(device), .dialled = whom, .started_at = now_},
        "outbound_call_established");
}

Collector& Collector::hangs_up(const std::string& call)
{
    const auto& out = out_.at(call);
    return says(OutboundCleared{{"pbx1/" + call},
                                out.device,
                                std::chrono::duration_cast<Millis>(now_ - out.established_at)},
                "outbound_call_cleared");
}

Collector& Collector::calls_back(const std::string& device, const std::string& number, Micros talk)
{
    const auto call = "c" + std::to_string(++calls_made_);
    return answered(call, device, number).after(talk).hangs_up(call);
}

Collector& Collector::rings_out(const std::string& device, const std::string& number, Micros ring)
{
    const auto started_at = now_;
    return after(ring).says(OutboundFailed{.call = {"pbx1/c" + std::to_string(++calls_made_)},
                                           .agent = phone(device),
                                           .dialled = from(number),
                                           .started_at = started_at,
                                           .ring = std::chrono::duration_cast<Millis>(ring),
                                           .result = DialResult::no_answer},
                            "outbound_call_failed");
}

// ---- queues and operators

Collector& Collector::joins(const std::string& call, const std::string& queue_name)
{
    return says(CallQueued{{"pbx1/" + call}, queue(queue_name), from("0217000009")}, "call_queued");
}

Collector& Collector::leaves(const std::string& call, DequeueCause cause,
                             const std::string& queue_name)
{
    return says(CallDequeued{{"pbx1/" + call}, queue(queue_name), cause, {}}, "call_dequeued");
}

Collector& Collector::waiting_list(const std::vector<std::string>& calls, const std::string& as_of)
{
    QueueSnapshot snapshot{.queue = queue("main"), .as_of = as_of.empty() ? now_ : time(as_of)};
    for (const auto& call : calls)
        snapshot.waiting.push_back({{"pbx1/" + call}, {}, snapshot.as_of});
    return says(std::move(snapshot), "queue_snapshot");
}

Collector& Collector::member_list(const std::vector<QueueSnapshot::Member>& members,
                                  const std::string& as_of)
{
    return says(QueueSnapshot{.queue = queue("main"),
                              .as_of = as_of.empty() ? now_ : time(as_of),
                              .waiting = {},
                              .members = members},
                "queue_snapshot");
}

Collector& Collector::logs_on(const std::string& device, const std::string& queue_name)
{
    return says(AgentLoggedOn{phone(device), {queue(queue_name)}}, "agent_logged_on");
}

Collector& Collector::logs_off(const std::string& device, const std::string& queue_name)
{
    return says(AgentLoggedOff{phone(device), {queue(queue_name)}}, "agent_logged_off");
}

Collector& Collector::pauses(const std::string& device, const std::string& queue_name)
{
    return says(AgentNotReady{phone(device), queue(queue_name), "break"}, "agent_not_ready");
}

Collector& Collector::resumes(const std::string& device, const std::string& queue_name)
{
    return says(AgentReady{phone(device), queue(queue_name)}, "agent_ready");
}

// ---- the vault

Collector& Collector::numbers_unused(const std::vector<std::string>& numbers)
{
    NumbersUnused unused{.numbers = {}, .used_before = now_ - std::chrono::days{90}};
    for (const auto& number : numbers) unused.numbers.push_back({number});
    step(unused);
    return *this;
}

// ---- sources

Collector& Collector::by_source(const std::string& source)
{
    speaker_ = source;
    return *this;
}

Collector& Collector::says(EventBody what, const std::string& kind)
{
    return says_at(now_, std::move(what), kind);
}

Collector& Collector::says_of(const std::string& clock_time, EventBody what)
{
    return says_at(time(clock_time), std::move(what), "other");
}

Collector& Collector::says_at(Instant occurred_at, EventBody what, const std::string& kind)
{
    last_ = Event{.source = {speaker_},
                  .sequence = ++speakers_.at(speaker_).sequence,
                  .occurred_at = occurred_at,
                  .origin = Origin::live,
                  .kind = kind,
                  .what = std::move(what)};
    step(*last_);
    return *this;
}

std::optional<Refusal> Collector::repeats_last() { return step(*last_); }

Collector& Collector::loses(std::uint64_t events)
{
    auto& sequence = speakers_.at(speaker_).sequence;
    step(SourceLoss{{speaker_}, sequence + 1, sequence + events});
    sequence += events;
    return *this;
}

Collector& Collector::source_silent(const std::string& source)
{
    speakers_.at(source).alive = false;
    step(SourceQuiet{{source}});
    return *this;
}

Collector& Collector::source_speaks(const std::string& source)
{
    speakers_.at(source).alive = true;
    step(SourceSpoke{{source}});
    return *this;
}

Collector& Collector::source_ends()
{
    says(SourceEndReached{}, "source_status");
    speakers_.at(speaker_).alive = false;
    return *this;
}

Collector& Collector::new_spool()
{
    auto& speaker = speakers_.at(speaker_);
    speaker.sequence = 0;
    step(SourceHello{
        .source = {speaker_}, .epoch = ++speaker.epoch, .first_kept = 1, .software = "test"});
    return *this;
}

// ---- what came of it

std::vector<std::string> Collector::told() const
{
    std::vector<std::string> lines;
    for (std::size_t i = told_from_; i < facts_.size(); ++i)
        if (!is_everyday(facts_[i].fact)) lines.push_back(describe(facts_[i]));
    return lines;
}

std::vector<std::string> Collector::told_about(const std::string& word) const
{
    auto lines = told();
    std::erase_if(lines, [&](const auto& line) { return line.find(word) == std::string::npos; });
    return lines;
}

const Message& Collector::the(const std::string& name) const
{
    for (const auto& [id, message] : board().messages().all())
        if (message.msg_id.text == name || id.text.view().ends_with("#" + name)) return message;
    throw std::invalid_argument{"the collector knows no message " + name};
}

const Message& Collector::the(const std::string& name, const std::string& mailbox) const
{
    const auto* found = board().messages().find(box(mailbox), MsgId{name});
    if (found == nullptr)
        throw std::invalid_argument{"the collector knows no message " + name + " in " + mailbox};
    return *found;
}

const DayChecked* Collector::day(const std::string& date, const std::string& location) const
{
    return board().days().find({location}, parse_local_date(date).value());
}

std::string Collector::verdict(const std::string& date, const std::string& location) const
{
    const auto* checked = day(date, location);
    return checked == nullptr ? "not checked" : word(checked->verdict);
}

std::vector<std::string> Collector::reasons(const std::string& date,
                                            const std::string& location) const
{
    std::vector<std::string> said;
    if (const auto* checked = day(date, location))
        for (const auto& reason : checked->reasons)
            said.push_back(reason.code + " " + reason.subject);
    return said;
}

}  // namespace callwatch::test
