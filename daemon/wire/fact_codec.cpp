#include "daemon/wire/fact_codec.hpp"

#include <array>
#include <optional>

#include "daemon/wire/fact_fields_alarms.hpp"
#include "daemon/wire/fact_fields_coverage.hpp"
#include "daemon/wire/fact_fields_days.hpp"
#include "daemon/wire/fact_fields_greetings.hpp"
#include "daemon/wire/fact_fields_messages.hpp"
#include "daemon/wire/fact_fields_organisation.hpp"
#include "daemon/wire/fact_fields_people.hpp"
#include "daemon/wire/fact_fields_sources_queues.hpp"
#include "daemon/wire/fact_fields_staff.hpp"
#include "daemon/wire/fact_fields_standards.hpp"
#include "daemon/wire/fact_kinds.hpp"
#include "daemon/wire/field_reader.hpp"
#include "daemon/wire/field_writer.hpp"

namespace callwatch {
namespace {

constexpr int decided_at_number = 1;
constexpr std::size_t numbers_end = 192;  // Above every fact_number.

/// A stored fact taken apart: when, which field of Fact.what, and its bytes.
struct Envelope {
    std::int64_t decided_at_us = 0;
    std::size_t kind = 0;
    std::string_view body;
};

Envelope open_envelope(std::string_view bytes)
{
    Envelope envelope;
    for (protozero::pbf_reader in{bytes.data(), bytes.size()}; in.next();) {
        if (in.tag() == decided_at_number && in.has_wire_type(protozero::pbf_wire_type::varint)) {
            envelope.decided_at_us = in.get_int64();
        } else if (in.has_wire_type(protozero::pbf_wire_type::length_delimited)) {
            envelope.kind = in.tag();
            const auto body = in.get_view();
            envelope.body = {body.data(), body.size()};
        } else {
            in.skip();
        }
    }
    return envelope;
}

template <class FactType>
void read_body(std::string_view bytes, FactType& fact)
{
    FieldReader reader{bytes};
    stored_form(reader, fact);
    reader.finish();
}

/// One fact of each kind, to be read into.
template <class Variant>
struct AllKinds;
template <class... FactTypes>
struct AllKinds<std::variant<FactTypes...>> {
    using Read = void (*)(AllKinds&, const Envelope&);

    std::array<DatedFact, sizeof...(FactTypes)> facts{DatedFact{{}, FactTypes{}}...};
    std::array<Read, numbers_end> by_number{};  ///< Null: no kind of fact.
    const DatedFact* read = nullptr;

    AllKinds() { (add<FactTypes>(), ...); }

    template <class FactType>
    void add()
    {
        constexpr auto number = static_cast<std::size_t>(fact_number<FactType>);
        static_assert(number > decided_at_number && number < numbers_end);
        by_number[number] = &read_kind<FactType>;
    }

    template <class FactType>
    static void read_kind(AllKinds& kinds, const Envelope& envelope)
    {
        static const auto place = AnyFact{FactType{}}.index();
        auto& dated = kinds.facts[place];
        dated.decided_at = Instant{Micros{envelope.decided_at_us}};
        read_body(envelope.body, std::get<FactType>(dated.fact.any()));
        kinds.read = &dated;
    }
};

}  // namespace

struct FactReader::Kinds : AllKinds<AnyFact> {};

FactReader::FactReader() : kinds_{std::make_unique<Kinds>()} {}
FactReader::~FactReader() = default;

Result<const DatedFact*> FactReader::read(std::string_view bytes)
try {
    const auto envelope = open_envelope(bytes);
    const auto& by_number = kinds_->by_number;
    if (envelope.kind >= by_number.size() || by_number[envelope.kind] == nullptr)
        return Refusal{Refusal::Code::version, "a fact of a kind this version does not know"};
    by_number[envelope.kind](*kinds_, envelope);
    return kinds_->read;
} catch (const protozero::exception&) {
    return Refusal{Refusal::Code::malformed, "not a fact"};
}

void encode_fact(const DatedFact& dated_fact, std::string& to)
{
    FieldWriter wire{to};
    wire(decided_at_number, dated_fact.decided_at);
    std::visit([&](const auto& fact) { wire(fact_number<std::decay_t<decltype(fact)>>, fact); },
               dated_fact.fact.any());
}

std::string encode_fact(const DatedFact& dated_fact)
{
    std::string bytes;
    encode_fact(dated_fact, bytes);
    return bytes;
}

Result<DatedFact> decode_fact(std::string_view bytes)
{
    thread_local FactReader reader;
    const auto fact = reader.read(bytes);
    if (!fact) return fact.refusal();
    return **fact;
}

template <class FactType>
std::string encode_body(const FactType& fact)
{
    std::string bytes;
    FieldWriter wire{bytes};
    stored_form(wire, fact);
    return bytes;
}

template <class FactType>
void decode_body(std::string_view bytes, FactType& fact)
try {
    read_body(bytes, fact);
} catch (const protozero::exception&) {
    fact = FactType{};
}

template std::string encode_body(const CollectorStarted&);
template void decode_body(std::string_view, CollectorStarted&);
template std::string encode_body(const CallEntered&);
template void decode_body(std::string_view, CallEntered&);
template std::string encode_body(const CallStep&);
template void decode_body(std::string_view, CallStep&);
template std::string encode_body(const MainToVoicemail&);
template void decode_body(std::string_view, MainToVoicemail&);
template std::string encode_body(const MainLineUnseen&);
template void decode_body(std::string_view, MainLineUnseen&);
template std::string encode_body(const MessageLeft&);
template void decode_body(std::string_view, MessageLeft&);
template std::string encode_body(const MessageReturned&);
template void decode_body(std::string_view, MessageReturned&);
template std::string encode_body(const MailboxCounted&);
template void decode_body(std::string_view, MailboxCounted&);
template std::string encode_body(const MailboxListed&);
template void decode_body(std::string_view, MailboxListed&);
template std::string encode_body(const OutboundAnswered&);
template void decode_body(std::string_view, OutboundAnswered&);
template std::string encode_body(const OutboundEnded&);
template void decode_body(std::string_view, OutboundEnded&);
template std::string encode_body(const OutboundUnanswered&);
template void decode_body(std::string_view, OutboundUnanswered&);
template std::string encode_body(const DayChecked&);
template void decode_body(std::string_view, DayChecked&);
template std::string encode_body(const KeyAdmitted&);
template void decode_body(std::string_view, KeyAdmitted&);
template std::string encode_body(const KeyRevoked&);
template void decode_body(std::string_view, KeyRevoked&);
template std::string encode_body(const CommandTaken&);
template void decode_body(std::string_view, CommandTaken&);
template std::string encode_body(const MessageClaimed&);
template void decode_body(std::string_view, MessageClaimed&);
template std::string encode_body(const MessageResolved&);
template void decode_body(std::string_view, MessageResolved&);
template std::string encode_body(const MessageDeferred&);
template void decode_body(std::string_view, MessageDeferred&);
template std::string encode_body(const MessageCarried&);
template void decode_body(std::string_view, MessageCarried&);
template std::string encode_body(const DaySigned&);
template void decode_body(std::string_view, DaySigned&);
template std::string encode_body(const DayAmended&);
template void decode_body(std::string_view, DayAmended&);
template std::string encode_body(const StaffLeft&);
template void decode_body(std::string_view, StaffLeft&);
template std::string encode_body(const DepartureOpened&);
template void decode_body(std::string_view, DepartureOpened&);
template std::string encode_body(const CoverAssigned&);
template void decode_body(std::string_view, CoverAssigned&);
template std::string encode_body(const DisconnectionRequested&);
template void decode_body(std::string_view, DisconnectionRequested&);
template std::string encode_body(const DisconnectionConfirmed&);
template void decode_body(std::string_view, DisconnectionConfirmed&);
template std::string encode_body(const MailboxHandedOver&);
template void decode_body(std::string_view, MailboxHandedOver&);
template std::string encode_body(const MailboxObserved&);
template void decode_body(std::string_view, MailboxObserved&);
template std::string encode_body(const DisconnectedBoxReceived&);
template void decode_body(std::string_view, DisconnectedBoxReceived&);
template std::string encode_body(const AbsenceRecorded&);
template void decode_body(std::string_view, AbsenceRecorded&);
template std::string encode_body(const AccessVerified&);
template void decode_body(std::string_view, AccessVerified&);
template std::string encode_body(const MailboxBarred&);
template void decode_body(std::string_view, MailboxBarred&);
template std::string encode_body(const CallTimeNoted&);
template void decode_body(std::string_view, CallTimeNoted&);
template std::string encode_body(const GreetingAttested&);
template void decode_body(std::string_view, GreetingAttested&);
template std::string encode_body(const GreetingSeen&);
template void decode_body(std::string_view, GreetingSeen&);
template std::string encode_body(const GreetingFaulted&);
template void decode_body(std::string_view, GreetingFaulted&);
template std::string encode_body(const MessagePromised&);
template void decode_body(std::string_view, MessagePromised&);
template std::string encode_body(const ScriptAttested&);
template void decode_body(std::string_view, ScriptAttested&);
template std::string encode_body(const TrainingRecorded&);
template void decode_body(std::string_view, TrainingRecorded&);
template std::string encode_body(const RoutesListed&);
template void decode_body(std::string_view, RoutesListed&);
template std::string encode_body(const RouteFaulted&);
template void decode_body(std::string_view, RouteFaulted&);
template std::string encode_body(const CallerRang&);
template void decode_body(std::string_view, CallerRang&);
template std::string encode_body(const CallerServed&);
template void decode_body(std::string_view, CallerServed&);
template std::string encode_body(const PersonRecorded&);
template void decode_body(std::string_view, PersonRecorded&);
template std::string encode_body(const ShiftPlanned&);
template void decode_body(std::string_view, ShiftPlanned&);
template std::string encode_body(const ConfigApplied&);
template void decode_body(std::string_view, ConfigApplied&);
template std::string encode_body(const PromiseJudged&);
template void decode_body(std::string_view, PromiseJudged&);
template std::string encode_body(const AlarmActed&);
template void decode_body(std::string_view, AlarmActed&);

}  // namespace callwatch
