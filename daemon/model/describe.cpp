#include "daemon/model/describe.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "daemon/model/describe_people.hpp"

namespace callwatch {

std::string clock_time(Instant at)
{
    const auto of_day = at - std::chrono::floor<std::chrono::days>(at);
    return fmt::format("{:%H:%M:%S}", std::chrono::floor<Millis>(of_day));
}

namespace {

std::string seconds(Millis span) { return fmt::format("{:.1f} s", double(span.count()) / 1000); }

std::string by(const PersonId& person, const DeviceId& device)
{
    if (!person.empty()) return " by " + person.text;
    return device.empty() ? std::string{} : " by " + device.text;
}

/// The call, or whose word it is.
std::string evidence(const CallId& call, const Assertion& asserted)
{
    if (asserted.by.empty()) return "call " + call.text;
    return fmt::format("asserted, stated for {}", clock_time(asserted.stated_at));
}

using Line = FactLine;

Line line(const CollectorStarted& f)
{
    return {
        {},
        fmt::format("collector {} started, time {}, organisation {:.12}, policy {:.12}, tzdata {}",
                    f.software, f.time_mode, f.organisation_version, f.policy_version,
                    f.tzdata_version)};
}
Line line(const MonitoringBegan& f) { return {f.from, f.location.text + " monitored from now on"}; }
Line line(const SourceOpened& f)
{
    return {{},
            fmt::format("{} opened, epoch {}, from #{}, {}", f.source.text, f.epoch, f.first,
                        f.software)};
}
Line line(const EventAccepted& f)
{
    return {f.occurred_at, fmt::format("{} #{} {}", f.source.text, f.sequence, f.kind)};
}
Line line(const EventRefused& f)
{
    return {{}, fmt::format("{} #{} refused: {}: {}", f.source.text, f.sequence, f.code, f.detail)};
}
Line line(const EventsMissed& f)
{
    return {f.noticed_at, fmt::format("{} #{}..#{} missed", f.source.text, f.first, f.last)};
}
Line line(const SourceSilent& f) { return {f.since, f.source.text + " silent"}; }
Line line(const SourceHeard& f) { return {{}, f.source.text + " heard again"}; }
Line line(const SourceEnded& f) { return {f.ended_at, f.source.text + " ended"}; }
Line line(const UpstreamGap& f)
{
    return {f.from, fmt::format("{} could not see its telephone system {}", f.source.text,
                                f.to == Instant{} ? "from now on" : "until " + clock_time(f.to))};
}
Line line(const QueueCallJoined& f)
{
    return {f.joined_at, fmt::format("{} waits in {}", f.call.text, f.queue.text)};
}
Line line(const QueueCallLeft& f)
{
    return {f.left_at, fmt::format("{} left {}: {} after {}", f.call.text, f.queue.text,
                                   word(f.cause), seconds(f.wait))};
}
Line line(const MemberLoggedOn& f)
{
    return {f.since, fmt::format("{} logged on to {}", f.device.text, f.queue.text)};
}
Line line(const MemberLoggedOff& f)
{
    return {f.since, fmt::format("{} logged off from {}", f.device.text, f.queue.text)};
}
Line line(const MemberPaused& f)
{
    return {f.since, fmt::format("{} not ready in {}: {}", f.device.text, f.queue.text, f.reason)};
}
Line line(const MemberResumed& f)
{
    return {f.since, fmt::format("{} ready in {}", f.device.text, f.queue.text)};
}
Line line(const DeviceReachable& f)
{
    return {f.since, f.device.text + (f.reachable ? " reachable" : " unreachable")};
}
Line line(const AgentOnCall& f) { return {f.since, f.device.text + " talks on " + f.call.text}; }
Line line(const AgentOffCall& f) { return {f.since, f.device.text + " off " + f.call.text}; }
Line line(const QueueListed& f) { return {f.as_of, "members of " + f.queue.text + " are known"}; }
Line line(const CoverageChanged& f)
{
    const bool is_because = f.cause != CoverageCause::none;
    return {f.at, fmt::format("{} {}{}{}", f.location.text, word(f.state), is_because ? ": " : "",
                              word(f.cause))};
}
Line line(const CoverageJudged& f) { return {f.until, f.location.text + " coverage judged"}; }
Line line(const NoOperatorAlarm& f)
{
    return {f.at, fmt::format("{} NO OPERATOR since {}", f.location.text, clock_time(f.since))};
}
Line line(const CallEntered& f)
{
    return {f.at, fmt::format("{} entered{}{}", f.call.text,
                              f.number.empty() ? "" : " by main number ", f.number)};
}
Line line(const CallStepped& f)
{
    return {f.step.at, fmt::format("{} {}", f.call.text, describe(std::vector<CallStep>{f.step}))};
}
Line line(const CallEnded& f) { return {f.at, f.call.text + " ended"}; }
Line line(const MainToVoicemail& f)
{
    const bool is_violation = f.outcome == MainOutcome::violation;
    return {f.at, fmt::format("{} {}: {} by {}: {}", f.location.text,
                              is_violation ? "MAIN_TO_VM" : word(f.outcome), f.call.text,
                              f.chose_operator ? "option 0" : "main number " + f.number,
                              describe(f.path))};
}
Line line(const MainLineUnseen& f)
{
    return {f.at, fmt::format("{} not known: {} reached {}, its way there was not seen",
                              f.location.text, f.call.text, f.mailbox.text)};
}
Line line(const MailboxReached& f)
{
    return {f.reached_at, fmt::format("{} reached {}", f.call.text, f.mailbox.text)};
}
Line line(const MessageLeft& f)
{
    return {f.left_at, fmt::format("{} left for {}, received {}, due {}{}", f.message.text,
                                   f.location.text, clock_time(f.received_at), describe(f.deadline),
                                   f.late_arrival ? ", late arrival" : "")};
}
Line line(const MessageBound& f)
{
    return {f.bound_at, fmt::format("{} is {} in {}, {}", f.message.text, f.msg_id.text, f.folder,
                                    seconds(f.duration))};
}
Line line(const MessageHeard& f)
{
    return {f.heard_at, f.message.text + " heard" + by(f.person, f.device)};
}
Line line(const MessageMoved& f)
{
    return {f.moved_at,
            fmt::format("{} moved to {}{}", f.message.text, f.folder, by(f.person, f.device))};
}
Line line(const MessageGone& f)
{
    return {f.gone_at, f.message.text + " deleted" + by(f.person, f.device)};
}
Line line(const MessageNoDuty& f)
{
    return {{},
            fmt::format("{} is no duty: {} ({})", f.message.text, f.reason, seconds(f.duration))};
}
Line line(const DeadlineMet& f)
{
    return {f.deadline, fmt::format("{} deadline met: {}", f.message.text, f.how)};
}
Line line(const UnwatchedMessage& f)
{
    return {f.left_at, fmt::format("{}: a message in {}, which nobody watches", f.source.text,
                                   f.mailbox.text)};
}
Line line(const MessageAttempted& f)
{
    return {f.attempted_at,
            fmt::format("{} attempted{}, {}{}", f.message.text, by(f.person, f.device),
                        evidence(f.call, f.asserted), f.by_delegate ? ", as delegate" : "")};
}
Line line(const MessageReturned& f)
{
    return {f.returned_at,
            fmt::format("{} returned{}, {}{}", f.message.text, by(f.person, f.device),
                        evidence(f.call, f.asserted), f.by_delegate ? ", as delegate" : "")};
}
Line line(const MessageOverdue& f) { return {f.deadline, f.message.text + " overdue"}; }
Line line(const OutboundAnswered& f)
{
    return {f.established_at,
            fmt::format("{} answered, dialled{}", f.call.text, by(f.person, f.device))};
}
Line line(const OutboundEnded& f)
{
    return {f.ended_at, fmt::format("{} ended after {}", f.call.text, seconds(f.talk))};
}
Line line(const OutboundQualified& f) { return {{}, f.call.text + " long enough for a return"}; }
Line line(const OutboundUnanswered& f)
{
    return {f.started_at,
            fmt::format("{} {} after {}, dialled{}{}", f.call.text, word(f.result), seconds(f.ring),
                        by(f.person, f.device), f.attempt ? ", an attempt" : "")};
}
Line line(const MailboxCounted& f)
{
    return {f.counted_at, fmt::format("{} counts {} new, {} old", f.mailbox.text, f.new_messages,
                                      f.old_messages)};
}
Line line(const MailboxListed& f)
{
    return {f.as_of, fmt::format("{} listed, {} messages, {}", f.mailbox.text, f.messages,
                                 f.agrees ? "agrees" : "differs")};
}
Line line(const DayChecked& f)
{
    std::string text =
        fmt::format("{} {:%F} {}{}{}, revision {}: {} due, {} returned, {} attempted, {} open",
                    f.location.text, std::chrono::sys_days{f.date.time_since_epoch()},
                    word(f.verdict), f.provisional ? " (provisional)" : "", f.late ? " (late)" : "",
                    f.revision, f.due, f.returned, f.attempted, f.open.size());
    for (const auto& reason : f.reasons)
        text += fmt::format("; {} {}", reason.code, reason.subject);
    for (const auto& one : f.departed)
        text += fmt::format("; {} of {} answered by {}, {} due, {} open", one.mailbox.text,
                            one.person.text, one.cover.empty() ? "nobody" : one.cover.text, one.due,
                            one.open);
    return {f.check_at, std::move(text)};
}
Line line(const NumbersErased& f)
{
    return {{}, fmt::format("{} numbers erased from the vault: {}", f.numbers.size(), f.reason)};
}

}  // namespace

std::string describe(Instant at)
{
    return fmt::format("{:%FT%H:%M}:{:%S}Z", std::chrono::floor<std::chrono::minutes>(at),
                       at.time_since_epoch());
}

std::string describe(const std::vector<CallStep>& path)
{
    std::string text;
    for (const auto& step : path) {
        if (!text.empty()) text += ", ";
        text += word(step.kind);
        if (!step.id.empty()) text += " " + step.id;
    }
    return text;
}

std::string describe(const DatedFact& dated)
{
    const Line said = std::visit([](const auto& fact) { return line(fact); }, dated.fact.any());
    return clock_time(said.at == Instant{} ? dated.decided_at : said.at) + " " + said.text;
}

}  // namespace callwatch
