#include "tests/property/oracle/told_input.hpp"

#include "daemon/calendar/business_calendar.hpp"

namespace callwatch::test {
namespace {

Party party(const ToldLine& line)
{
    return {.number = {line.text("number")},
            .extension = line.text("extension"),
            .withheld = line.flag("withheld")};
}

CallId call(const ToldLine& line) { return {line.text("call")}; }
MailboxId mailbox(const ToldLine& line) { return {line.text("mailbox")}; }
MsgId msg_id(const ToldLine& line) { return {line.text("msg_id")}; }
DeviceId device(const ToldLine& line) { return {line.text("device")}; }

DialResult dial_result(const std::string& word)
{
    using enum DialResult;
    if (word == "no_answer") return no_answer;
    if (word == "busy") return busy;
    if (word == "rejected") return rejected;
    if (word == "cancelled") return cancelled;
    if (word == "failed") return failed;
    throw std::invalid_argument{"no result of a call: " + word};
}

ResolveReason resolve_reason(const std::string& said)
{
    using enum ResolveReason;
    for (const auto reason : {spam, wrong_number, no_reply_needed, personal, caller_reached})
        if (said == word(reason)) return reason;
    return unspecified;
}

EventBody voicemail(const ToldLine& line, const std::string& kind)
{
    if (kind == "voicemail_reached")
        return VoicemailReached{.call = call(line), .mailbox = mailbox(line)};
    if (kind == "voicemail_left")
        return VoicemailLeft{.msg_id = msg_id(line),
                             .mailbox = mailbox(line),
                             .queue = {},
                             .caller = party(line),
                             .duration = line.millis("duration_ms"),
                             .call = call(line),
                             .received_at = line.instant("received_at"),
                             .folder = line.text("folder")};
    if (kind == "voicemail_heard") return VoicemailHeard{msg_id(line), mailbox(line), device(line)};
    if (kind == "voicemail_moved")
        return VoicemailMoved{msg_id(line), mailbox(line), device(line), line.text("folder")};
    if (kind == "voicemail_deleted")
        return VoicemailDeleted{msg_id(line), mailbox(line), device(line)};
    if (kind == "mailbox_counts")
        return MailboxCounts{mailbox(line), static_cast<std::uint32_t>(line.number("new")),
                             static_cast<std::uint32_t>(line.number("old"))};
    if (kind == "mailbox_snapshot")
        return MailboxSnapshot{mailbox(line), line.flag("complete"), line.instant("as_of"), {}};
    throw std::invalid_argument{"no kind of event: " + kind};
}

EventBody body(const ToldLine& line)
{
    const auto kind = line.text("kind");
    if (kind == "outbound_established")
        return OutboundEstablished{call(line), device(line), party(line),
                                   line.instant("started_at"), line.millis("ring_ms")};
    if (kind == "outbound_cleared")
        return OutboundCleared{call(line), device(line), line.millis("talk_ms")};
    if (kind == "outbound_failed")
        return OutboundFailed{call(line),
                              device(line),
                              party(line),
                              line.instant("started_at"),
                              line.millis("ring_ms"),
                              dial_result(line.text("result"))};
    if (kind == "upstream_lost") return UpstreamLost{line.instant("from")};
    if (kind == "upstream_restored")
        return UpstreamRestored{line.instant("from"), line.instant("to")};
    if (kind == "source_end") return SourceEndReached{};
    return voicemail(line, kind);
}

MessageId message(const ToldLine& line, const Board& board)
{
    const auto of_call = board.messages().of_call(mailbox(line), call(line));
    if (!of_call.empty()) return of_call.front()->left.message;
    const auto* found = board.messages().find(mailbox(line), msg_id(line));
    return found == nullptr ? MessageId{"no such message"} : found->left.message;
}

/// The violations of the check that are open still: "all" are to be excepted, or "none".
std::vector<SignedException> exceptions(const ToldLine& line, const DayChecked* day,
                                        const Board& board)
{
    std::vector<SignedException> made;
    if (day == nullptr || line.text("exceptions") != "all") return made;
    for (const auto& one : day->open)
        if (one.violation && board.messages().find(one.message)->is_open())
            made.push_back({one.message, {"remark"}});
    return made;
}

CommandBody sign_day(const ToldLine& line, const Board& board)
{
    const LocationId location{line.text("location")};
    const auto date = parse_local_date(line.text("date")).value();
    const auto* day = board.days().find(location, date);
    const auto newest = day == nullptr ? 0 : day->revision;
    return SignDay{.location = location,
                   .date = date,
                   .revision = newest - (line.flag("outdated") ? 1 : 0),
                   .exceptions = exceptions(line, day, board),
                   .remark = {line.text("remark")},
                   .on_behalf = line.flag("on_behalf"),
                   .statement = "statement",
                   .signature = "signature",
                   .sign_key = "sign_key"};
}

CommandBody command_body(const ToldLine& line, const Board& board)
{
    const auto what = line.text("what");
    if (what == "sign") return sign_day(line, board);
    const auto about = message(line, board);
    const RemarkToken remark{"remark"};
    if (what == "return") return ReturnMessage{about, line.instant("stated_at"), remark};
    if (what == "attempt") return AttemptMessage{about, line.instant("stated_at"), remark};
    if (what == "resolve")
        return ResolveMessage{about, resolve_reason(line.text("reason")), remark};
    if (what == "defer")
        return DeferMessage{about, parse_local_date(line.text("to")).value(), remark};
    if (what == "carry") return CarryMessage{about, remark};
    if (what == "claim") return ClaimMessage{about, line.flag("release")};
    if (what == "reopen") return ReopenMessage{about, remark};
    throw std::invalid_argument{"no command: " + what};
}

}  // namespace

KeyId key_of(const PersonId& person) { return {"key of " + person.text}; }

MailboxSnapshot::Item read_item(const ToldLine& line)
{
    return {.msg_id = msg_id(line),
            .folder = line.text("folder"),
            .caller = party(line),
            .received_at = line.instant("received_at"),
            .duration = line.millis("duration_ms"),
            .call = call(line)};
}

std::optional<Input> read_input(const ToldLine& line, const Board& board)
{
    const SourceId source{line.text("source")};
    const auto unsigned_number = [&](const char* name) {
        return static_cast<std::uint64_t>(line.number(name));
    };
    if (line.verb == "tick") return Tick{};
    if (line.verb == "start") return ProcessStarted{"test", "system", "test"};
    if (line.verb == "hello") return SourceHello{source, unsigned_number("epoch"), 1, "test"};
    if (line.verb == "beat") return SourceBeat{source, line.instant("watermark")};
    if (line.verb == "loss")
        return SourceLoss{source, unsigned_number("first"), unsigned_number("last")};
    if (line.verb == "quiet") return SourceQuiet{source};
    if (line.verb == "spoke") return SourceSpoke{source};
    if (line.verb == "event")
        return Event{.source = source,
                     .sequence = unsigned_number("sequence"),
                     .occurred_at = line.instant("at"),
                     .origin = Origin::live,
                     .kind = line.text("kind"),
                     .what = body(line)};
    if (line.verb == "command")
        return Command{.id = line.text("id"),
                       .key = key_of({line.text("person")}),
                       .kind = line.text("what"),
                       .what = command_body(line, board)};
    return std::nullopt;
}

}  // namespace callwatch::test
