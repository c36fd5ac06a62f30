#include "daemon/wire/board_codec.hpp"
#include "daemon/wire/board_fields.hpp"

namespace callwatch {
namespace {

template <class FactType>
FactType decoded(const std::string& bytes)
{
    FactType fact;
    decode_body(bytes, fact);
    return fact;
}

}  // namespace

void BoardCodec::write_book(const GreetingBook& book, const Put& put)
{
    const auto& [attested, seen, faults, barred] = book;
    Record record;
    for (const auto& [mailbox, one] : attested) {
        record.set_greeting_attested(encode_body(one));
        put(record);
    }
    for (const auto& [mailbox, one] : seen) {
        record.set_greeting_seen(encode_body(one));
        put(record);
    }
    for (const auto& [mailbox, one] : faults) {
        record.set_greeting_fault(encode_body(one));
        put(record);
    }
    for (const auto& [mailbox, one] : barred) {
        record.set_mailbox_barred(encode_body(one));
        put(record);
    }
}

bool BoardCodec::take_greeting(const Record& record, GreetingBook& book)
{
    switch (record.what_case()) {
        case Record::kGreetingAttested:
            book.apply(decoded<GreetingAttested>(record.greeting_attested()));
            return true;
        case Record::kGreetingSeen:
            book.apply(decoded<GreetingSeen>(record.greeting_seen()));
            return true;
        case Record::kGreetingFault:
            book.apply(decoded<GreetingFaulted>(record.greeting_fault()));
            return true;
        case Record::kMailboxBarred:
            book.apply(decoded<MailboxBarred>(record.mailbox_barred()));
            return true;
        default: return false;
    }
}

/// What is pending is what was not judged; what was missed is told by each.
void BoardCodec::write_book(const PromiseBook& book, const Put& put)
{
    const auto& [promises, pending, missed, call_times] = book;
    Record record;
    for (const auto& [message, promise] : promises) {
        record.Clear();
        const auto& [from, to, kept, location] = promise;
        auto& wire = *record.mutable_promise();
        wire.set_promised(encode_body(MessagePromised{message, from, to}));
        if (kept) wire.set_kept(*kept);
        wire.set_location_id(location.text.str());
        put(record);
    }
    for (const auto& [message, one] : call_times) {
        record.set_call_time(encode_body(one));
        put(record);
    }
}

bool BoardCodec::take_promise(const Record& record, PromiseBook& book)
{
    if (record.what_case() == Record::kCallTime) {
        book.apply(decoded<CallTimeNoted>(record.call_time()));
        return true;
    }
    if (!record.has_promise()) return false;
    const auto promised = decoded<MessagePromised>(record.promise().promised());
    book.apply(promised);
    if (record.promise().has_kept())
        book.apply(PromiseJudged{promised.message,
                                 {record.promise().location_id()},
                                 promised.to,
                                 record.promise().kept()});
    return true;
}

void BoardCodec::write_book(const AttestationBook& book, const Put& put)
{
    const auto& [scripts, training] = book;
    Record record;
    for (const auto& [location, script] : scripts) {
        record.Clear();
        const auto& [attested, approved] = script;
        record.mutable_script()->set_attested(encode_body(attested));
        if (approved) record.mutable_script()->set_approved(encode_body(*approved));
        put(record);
    }
    for (const auto& [person, one] : training) {
        record.set_training(encode_body(one));
        put(record);
    }
}

bool BoardCodec::take_attestation(const Record& record, AttestationBook& book)
{
    if (record.what_case() == Record::kTraining) {
        book.apply(decoded<TrainingRecorded>(record.training()));
        return true;
    }
    if (!record.has_script()) return false;
    if (record.script().has_approved())
        book.apply(decoded<ScriptAttested>(record.script().approved()));
    book.apply(decoded<ScriptAttested>(record.script().attested()));
    return true;
}

void BoardCodec::write_book(const RingBook& book, const Put& put)
{
    const auto& [days] = book;
    Record record;
    auto& wire = *record.mutable_ring();
    for (const auto& [date, devices] : days) {
        wire.set_date(days_of(date));
        for (const auto& [device, queues] : devices) {
            wire.set_device_id(device.text.str());
            for (const auto& [queue, counts] : queues) {
                const auto& [answered, missed, longest, paused, latest] = counts;
                wire.set_queue_id(queue.text.str());
                wire.set_answered(answered);
                wire.set_missed(missed);
                wire.set_longest_ms(longest.count());
                wire.set_paused_ms(paused.count());
                wire.set_latest_us(micros_of(latest));
                put(record);
            }
        }
    }
}

bool BoardCodec::take_ring(const Record& record, RingBook& book)
{
    if (!record.has_ring()) return false;
    const auto& wire = record.ring();
    auto& queues = book.days_[date_at(wire.date())][{wire.device_id()}];
    queues.emplace_back(QueueId{wire.queue_id()},
                        RingCounts{.answered = wire.answered(),
                                   .missed = wire.missed(),
                                   .longest = Millis{wire.longest_ms()},
                                   .paused = Millis{wire.paused_ms()},
                                   .latest = instant_of(wire.latest_us())});
    return true;
}

void BoardCodec::write_book(const RouteBook& book, const Put& put)
{
    const auto& [listed, faults] = book;
    Record record;
    for (const auto& [location, one] : listed) {
        record.set_routes(encode_body(one));
        put(record);
    }
    for (const auto& [key, one] : faults) {
        record.set_route_fault(encode_body(one));
        put(record);
    }
}

bool BoardCodec::take_route(const Record& record, RouteBook& book)
{
    switch (record.what_case()) {
        case Record::kRoutes: book.apply(decoded<RoutesListed>(record.routes())); return true;
        case Record::kRouteFault:
            book.apply(decoded<RouteFaulted>(record.route_fault()));
            return true;
        default: return false;
    }
}

void BoardCodec::write_book(const AlarmActBook& book, const Put& put)
{
    const auto& [alarms] = book;
    Record record;
    for (const auto& [name, alarm] : alarms) {
        record.Clear();
        const auto& [acknowledged, shelved] = alarm;
        auto& wire = *record.mutable_alarm();
        if (acknowledged) wire.set_acknowledged(encode_body(*acknowledged));
        if (shelved) wire.set_shelved(encode_body(*shelved));
        put(record);
    }
}

bool BoardCodec::take_alarm(const Record& record, AlarmActBook& book)
{
    if (!record.has_alarm()) return false;
    ActedAlarm alarm;
    if (record.alarm().has_acknowledged())
        alarm.acknowledged = decoded<AlarmActed>(record.alarm().acknowledged());
    if (record.alarm().has_shelved()) alarm.shelved = decoded<AlarmActed>(record.alarm().shelved());
    if (alarm.is_empty()) return true;
    book.alarms_[(alarm.shelved ? alarm.shelved : alarm.acknowledged)->subject] = alarm;
    return true;
}

}  // namespace callwatch
