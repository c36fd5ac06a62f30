#include "daemon/policy/operator_training.hpp"

#include "daemon/policy/rights.hpp"

namespace callwatch {
namespace {

/// Somebody was not ready there until `at`; nothing if she was not, or her queue is not known.
std::optional<PauseEnded> ended_pause(const Known& known, const DeviceId& device, const QueueId& id,
                                      Instant at)
{
    const auto* queue = known.directory.queue(id);
    const auto* state = known.board.operators().find(device);
    if (queue == nullptr || state == nullptr) return std::nullopt;
    const auto member = state->queues.find(id);
    const auto since = state->changed_in.find(id);
    if (member == state->queues.end() || !member->second.paused ||
        since == state->changed_in.end() || since->second >= at)
        return std::nullopt;
    return PauseEnded{.device = device,
                      .queue = id,
                      .location = queue->location,
                      .date = known.directory.calendar(queue->location).local_date(since->second),
                      .paused = std::chrono::duration_cast<Millis>(at - since->second),
                      .at = at};
}

struct Ring {
    const CallId& call;
    const QueueId& queue;
    const DeviceId& device;
    Millis ring;
    bool answered;
};

void tell(const Known& known, const Event& event, const Ring& ring, Facts& out)
{
    const auto* queue = known.directory.queue(ring.queue);
    if (queue == nullptr || ring.device.empty()) return;
    const auto date = known.directory.calendar(queue->location).local_date(event.occurred_at);
    const auto* counts = known.board.rings().find(date, ring.device, ring.queue);
    // A bridge with a new spool may tell the whole day again.
    if (counts != nullptr && event.occurred_at <= counts->latest) return;
    out.push_back(known.fact(RingEnded{.device = ring.device,
                                       .queue = ring.queue,
                                       .location = queue->location,
                                       .call = ring.call,
                                       .date = date,
                                       .ring = ring.ring,
                                       .answered = ring.answered,
                                       .at = event.occurred_at}));
}

}  // namespace

std::optional<Refusal> take(const Known& known, const Actor& actor, const RecordTraining& said,
                            Facts& out)
{
    const auto* person = known.directory.person(said.person);
    if (person == nullptr)
        return Refusal{Refusal::Code::unknown_subject,
                       "there is no person \"" + said.person.text + "\""};
    if (auto refusal = refuse(known, actor, Act::steer_message, person->location, {}))
        return refusal;
    const auto today = known.directory.calendar(person->location).local_date(known.now);
    if (said.on > today)
        return Refusal{Refusal::Code::implausible,
                       describe(said.on) + " has not come yet: a training is recorded after it"};
    out.push_back(known.fact(TrainingRecorded{said.person, person->location, said.on, said.remark,
                                              actor.person, known.now}));
    return std::nullopt;
}

void take(const Known& known, const Event& event, const CallOfferFailed& said, Facts& out)
{
    if (said.taken_back) return;
    tell(known, event, {said.call, said.queue, said.agent, said.ring, false}, out);
}

void take_answered_ring(const Known& known, const Event& event, const CallEstablished& said,
                        Facts& out)
{
    tell(known, event, {said.call, said.queue, said.agent, said.ring, true}, out);
}

void note_ended_pauses(const Known& known, Facts& out)
{
    const auto decided = out.size();
    for (std::size_t i = 0; i < decided; ++i) {
        std::optional<PauseEnded> ended;
        if (const auto* resumed = out[i].fact.as<MemberResumed>())
            ended = ended_pause(known, resumed->device, resumed->queue, resumed->since);
        else if (const auto* gone = out[i].fact.as<MemberLoggedOff>())
            ended = ended_pause(known, gone->device, gone->queue, gone->since);
        if (ended) out.push_back(known.fact(*ended));
    }
}

}  // namespace callwatch
