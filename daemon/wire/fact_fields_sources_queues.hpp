#pragma once

#include "daemon/model/fact.hpp"
#include "daemon/wire/stored_form.hpp"

// What facts of sources, queues and operators are stored as, in the order of
// daemon/model/fact.hpp. Numbers are those of the contract (facts.proto, coverage.proto).

namespace callwatch {

template <class Wire>
void stored_form(Wire& wire, Said<Wire, CollectorStarted> fact)
{
    wire(1, fact.software)(2, fact.time_mode)(3, fact.organisation_version)(4, fact.policy_version)(
        5, fact.tzdata_version);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, MonitoringBegan> fact)
{
    wire(1, fact.location)(2, fact.from);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, SourceOpened> fact)
{
    wire(1, fact.source)(2, fact.epoch)(3, fact.first)(4, fact.software);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, EventAccepted> fact)
{
    wire(1, fact.source)(2, fact.sequence)(3, fact.kind)(4, fact.occurred_at);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, EventRefused> fact)
{
    wire(1, fact.source)(2, fact.sequence)(3, fact.code)(4, fact.detail);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, EventsMissed> fact)
{
    wire(1, fact.source)(2, fact.first)(3, fact.last)(4, fact.noticed_at);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, SourceSilent> fact)
{
    wire(1, fact.source)(2, fact.since);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, SourceHeard> fact)
{
    wire(1, fact.source);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, SourceEnded> fact)
{
    wire(1, fact.source)(2, fact.ended_at);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, UpstreamGap> fact)
{
    wire(1, fact.source)(2, fact.from)(3, fact.to);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, QueueCallJoined> fact)
{
    wire(1, fact.queue)(2, fact.location)(3, fact.call)(4, fact.joined_at)(5, fact.origin)(
        6, fact.date);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, QueueCallLeft> fact)
{
    wire(1, fact.queue)(2, fact.location)(3, fact.call)(4, fact.cause)(5, fact.left_at)(
        6, fact.wait)(7, fact.in_threshold)(8, fact.short_abandon);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, MemberLoggedOn> fact)
{
    wire(1, fact.device)(2, fact.queue)(3, fact.since);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, MemberLoggedOff> fact)
{
    wire(1, fact.device)(2, fact.queue)(3, fact.since);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, MemberPaused> fact)
{
    wire(1, fact.device)(2, fact.queue)(3, fact.since)(4, fact.reason);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, MemberResumed> fact)
{
    wire(1, fact.device)(2, fact.queue)(3, fact.since);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, DeviceReachable> fact)
{
    wire(1, fact.device)(2, fact.reachable)(3, fact.since);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, AgentOnCall> fact)
{
    wire(1, fact.device)(2, fact.call)(3, fact.since);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, AgentOffCall> fact)
{
    wire(1, fact.device)(2, fact.call)(3, fact.since);
}

}  // namespace callwatch
