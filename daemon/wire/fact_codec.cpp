#include "daemon/wire/fact_codec.hpp"

#include <optional>
#include <vector>

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/wire_format_lite.h>

#include "daemon/calendar/business_calendar.hpp"
#include "daemon/wire/fact_fields.hpp"

namespace callwatch {
namespace {

auto* slot(fields::Fact& wire, const CollectorStarted&) { return wire.mutable_collector_started(); }
auto* slot(fields::Fact& wire, const MonitoringBegan&) { return wire.mutable_monitoring_began(); }
auto* slot(fields::Fact& wire, const SourceOpened&) { return wire.mutable_source_opened(); }
auto* slot(fields::Fact& wire, const EventAccepted&) { return wire.mutable_event_accepted(); }
auto* slot(fields::Fact& wire, const EventRefused&) { return wire.mutable_event_refused(); }
auto* slot(fields::Fact& wire, const EventsMissed&) { return wire.mutable_events_missed(); }
auto* slot(fields::Fact& wire, const SourceSilent&) { return wire.mutable_source_silent(); }
auto* slot(fields::Fact& wire, const SourceHeard&) { return wire.mutable_source_heard(); }
auto* slot(fields::Fact& wire, const SourceEnded&) { return wire.mutable_source_ended(); }
auto* slot(fields::Fact& wire, const UpstreamGap&) { return wire.mutable_upstream_gap(); }
auto* slot(fields::Fact& wire, const QueueCallJoined&) { return wire.mutable_queue_call_joined(); }
auto* slot(fields::Fact& wire, const QueueCallLeft&) { return wire.mutable_queue_call_left(); }
auto* slot(fields::Fact& wire, const MemberLoggedOn&) { return wire.mutable_member_logged_on(); }
auto* slot(fields::Fact& wire, const MemberLoggedOff&) { return wire.mutable_member_logged_off(); }
auto* slot(fields::Fact& wire, const MemberPaused&) { return wire.mutable_member_paused(); }
auto* slot(fields::Fact& wire, const MemberResumed&) { return wire.mutable_member_resumed(); }
auto* slot(fields::Fact& wire, const DeviceReachable&) { return wire.mutable_device_reachable(); }
auto* slot(fields::Fact& wire, const AgentOnCall&) { return wire.mutable_agent_on_call(); }
auto* slot(fields::Fact& wire, const AgentOffCall&) { return wire.mutable_agent_off_call(); }
auto* slot(fields::Fact& wire, const QueueListed&) { return wire.mutable_queue_listed(); }
auto* slot(fields::Fact& wire, const CoverageChanged&) { return wire.mutable_coverage_changed(); }
auto* slot(fields::Fact& wire, const CoverageJudged&) { return wire.mutable_coverage_judged(); }
auto* slot(fields::Fact& wire, const NoOperatorAlarm&) { return wire.mutable_no_operator_alarm(); }
auto* slot(fields::Fact& wire, const CallEntered&) { return wire.mutable_call_entered(); }
auto* slot(fields::Fact& wire, const CallStepped&) { return wire.mutable_call_stepped(); }
auto* slot(fields::Fact& wire, const CallEnded&) { return wire.mutable_call_ended(); }
auto* slot(fields::Fact& wire, const MainToVoicemail&) { return wire.mutable_main_to_voicemail(); }
auto* slot(fields::Fact& wire, const MainLineUnseen&) { return wire.mutable_main_line_unseen(); }
auto* slot(fields::Fact& wire, const MailboxReached&) { return wire.mutable_mailbox_reached(); }
auto* slot(fields::Fact& wire, const MessageLeft&) { return wire.mutable_message_left(); }
auto* slot(fields::Fact& wire, const MessageBound&) { return wire.mutable_message_bound(); }
auto* slot(fields::Fact& wire, const MessageHeard&) { return wire.mutable_message_heard(); }
auto* slot(fields::Fact& wire, const MessageMoved&) { return wire.mutable_message_moved(); }
auto* slot(fields::Fact& wire, const MessageGone&) { return wire.mutable_message_gone(); }
auto* slot(fields::Fact& wire, const MessageNoDuty&) { return wire.mutable_message_no_duty(); }
auto* slot(fields::Fact& wire, const MessageAttempted&) { return wire.mutable_message_attempted(); }
auto* slot(fields::Fact& wire, const MessageReturned&) { return wire.mutable_message_returned(); }
auto* slot(fields::Fact& wire, const MessageOverdue&) { return wire.mutable_message_overdue(); }
auto* slot(fields::Fact& wire, const DeadlineMet&) { return wire.mutable_deadline_met(); }
auto* slot(fields::Fact& wire, const UnwatchedMessage&) { return wire.mutable_unwatched_message(); }
auto* slot(fields::Fact& wire, const OutboundAnswered&) { return wire.mutable_outbound_answered(); }
auto* slot(fields::Fact& wire, const OutboundEnded&) { return wire.mutable_outbound_ended(); }
auto* slot(fields::Fact& wire, const OutboundQualified&)
{
    return wire.mutable_outbound_qualified();
}
auto* slot(fields::Fact& wire, const OutboundUnanswered&)
{
    return wire.mutable_outbound_unanswered();
}
auto* slot(fields::Fact& wire, const MailboxCounted&) { return wire.mutable_mailbox_counted(); }
auto* slot(fields::Fact& wire, const MailboxListed&) { return wire.mutable_mailbox_listed(); }
auto* slot(fields::Fact& wire, const DayChecked&) { return wire.mutable_day_checked(); }
auto* slot(fields::Fact& wire, const NumbersErased&) { return wire.mutable_numbers_erased(); }
auto* slot(fields::Fact& wire, const KeyAdmitted&) { return wire.mutable_key_admitted(); }
auto* slot(fields::Fact& wire, const KeyRevoked&) { return wire.mutable_key_revoked(); }
auto* slot(fields::Fact& wire, const CommandTaken&) { return wire.mutable_command_taken(); }
auto* slot(fields::Fact& wire, const MessageClaimed&) { return wire.mutable_message_claimed(); }
auto* slot(fields::Fact& wire, const MessageReleased&) { return wire.mutable_message_released(); }
auto* slot(fields::Fact& wire, const MessageResolved&) { return wire.mutable_message_resolved(); }
auto* slot(fields::Fact& wire, const MessageDeferred&) { return wire.mutable_message_deferred(); }
auto* slot(fields::Fact& wire, const MessageCarried&) { return wire.mutable_message_carried(); }
auto* slot(fields::Fact& wire, const MessageReopened&) { return wire.mutable_message_reopened(); }
auto* slot(fields::Fact& wire, const DaySigned&) { return wire.mutable_day_signed(); }
auto* slot(fields::Fact& wire, const CheckMissed&) { return wire.mutable_check_missed(); }
auto* slot(fields::Fact& wire, const DayAmended&) { return wire.mutable_day_amended(); }

/// A stored fact taken apart: when, which field of Fact.what, and its bytes.
struct Envelope {
    std::int64_t decided_at_us = 0;
    std::size_t kind = 0;
    std::string_view body;
};

/// Reads Fact by hand: Protobuf would allocate the one of its alternatives afresh for every fact.
std::optional<Envelope> open_envelope(std::string_view bytes)
{
    using google::protobuf::internal::WireFormatLite;
    google::protobuf::io::CodedInputStream in{reinterpret_cast<const std::uint8_t*>(bytes.data()),
                                              static_cast<int>(bytes.size())};
    Envelope envelope;
    while (const auto tag = in.ReadTag()) {
        const int field = WireFormatLite::GetTagFieldNumber(tag);
        if (field == fields::Fact::kDecidedAtUsFieldNumber) {
            std::uint64_t value = 0;
            if (!in.ReadVarint64(&value)) return std::nullopt;
            envelope.decided_at_us = static_cast<std::int64_t>(value);
        } else if (WireFormatLite::GetTagWireType(tag) ==
                   WireFormatLite::WIRETYPE_LENGTH_DELIMITED) {
            int size = 0;
            if (!in.ReadVarintSizeAsInt(&size)) return std::nullopt;
            const auto at = static_cast<std::size_t>(in.CurrentPosition());
            if (static_cast<std::size_t>(size) > bytes.size() - at || !in.Skip(size))
                return std::nullopt;
            envelope.kind = static_cast<std::size_t>(field);
            envelope.body = bytes.substr(at, static_cast<std::size_t>(size));
        } else if (!WireFormatLite::SkipField(&in, tag)) {
            return std::nullopt;
        }
    }
    if (!in.ConsumedEntireMessage()) return std::nullopt;
    return envelope;
}

/// What one kind of fact needs to be read.
template <class FactType>
struct Kind {
    using Wire = std::remove_pointer_t<decltype(slot(std::declval<fields::Fact&>(),
                                                     std::declval<const FactType&>()))>;
    Wire wire;
    DatedFact dated{{}, FactType{}};

    const DatedFact* read(const Envelope& envelope)
    {
        const auto size = static_cast<int>(envelope.body.size());
        if (!wire.ParseFromArray(envelope.body.data(), size)) return nullptr;
        dated.decided_at = instant_of(envelope.decided_at_us);
        auto& fact = std::get<FactType>(dated.fact);
        fact = FactType{};
        decode(wire, fact);
        return &dated;
    }
};

template <class Variant>
struct AllKinds;
template <class... FactTypes>
struct AllKinds<std::variant<FactTypes...>> : Kind<FactTypes>... {
    using Read = const DatedFact* (*)(AllKinds&, const Envelope&);

    template <class FactType>
    static const DatedFact* read_kind(AllKinds& kinds, const Envelope& envelope)
    {
        return static_cast<Kind<FactType>&>(kinds).read(envelope);
    }

    /// The field of Fact.what that holds this kind, as slot() says.
    template <class FactType>
    static int field_of()
    {
        fields::Fact wire;
        slot(wire, FactType{});
        return static_cast<int>(wire.what_case());
    }

    std::vector<Read> by_field;  ///< Null: no kind of fact.

    AllKinds() { (add<FactTypes>(), ...); }

    template <class FactType>
    void add()
    {
        const auto field = static_cast<std::size_t>(field_of<FactType>());
        if (by_field.size() <= field) by_field.resize(field + 1);
        by_field[field] = &read_kind<FactType>;
    }
};

}  // namespace

struct FactReader::Kinds : AllKinds<Fact> {};

FactReader::FactReader() : kinds_{std::make_unique<Kinds>()} {}
FactReader::~FactReader() = default;

Result<const DatedFact*> FactReader::read(std::string_view bytes)
{
    const auto envelope = open_envelope(bytes);
    if (!envelope) return Refusal{Refusal::Code::malformed, "not a fact"};
    const auto& by_field = kinds_->by_field;
    if (envelope->kind >= by_field.size() || by_field[envelope->kind] == nullptr)
        return Refusal{Refusal::Code::version, "a fact of a kind this version does not know"};
    const auto* fact = by_field[envelope->kind](*kinds_, *envelope);
    if (fact == nullptr) return Refusal{Refusal::Code::malformed, "not a fact"};
    return fact;
}

std::string encode_fact(const DatedFact& dated_fact)
{
    fields::Fact wire;
    wire.set_decided_at_us(micros_of(dated_fact.decided_at));
    std::visit([&](const auto& fact) { encode(fact, *slot(wire, fact)); }, dated_fact.fact);
    return wire.SerializeAsString();
}

Result<DatedFact> decode_fact(std::string_view bytes)
{
    thread_local FactReader reader;
    const auto fact = reader.read(bytes);
    if (!fact) return fact.refusal();
    return **fact;
}

void encode_party(const Party& party, fields::Party& wire)
{
    wire.set_number_token(party.number.text);
    wire.set_extension(party.extension);
    wire.set_withheld(party.withheld);
}

Party decode_party(const fields::Party& wire)
{
    return {.number = {wire.number_token()},
            .extension = wire.extension(),
            .withheld = wire.withheld()};
}

LocalDate date_of(const std::string& text) { return parse_local_date(text).value_or(LocalDate{}); }

}  // namespace callwatch
