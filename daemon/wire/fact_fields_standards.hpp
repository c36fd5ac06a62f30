#pragma once

#include "daemon/model/fact_standards.hpp"
#include "daemon/wire/fact_fields_messages.hpp"
#include "daemon/wire/stored_form.hpp"

// What facts of operators, scripts, routes and returning callers are stored as, in the order of
// daemon/model/fact_standards.hpp. Numbers are those of the contract (standards.proto).

namespace callwatch {

template <class Wire>
void stored_form(Wire& wire, Said<Wire, ScriptAttested> fact)
{
    wire(1, fact.location)(2, fact.version)(3, fact.approved)(4, fact.by)(5, fact.at);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, TrainingRecorded> fact)
{
    wire(1, fact.person)(2, fact.location)(3, fact.on)(4, fact.remark)(5, fact.by)(6, fact.at);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, RingEnded> fact)
{
    wire(1, fact.device)(2, fact.queue)(3, fact.location)(4, fact.call)(5, fact.date)(6, fact.ring)(
        7, fact.answered)(8, fact.at);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, PauseEnded> fact)
{
    wire(1, fact.device)(2, fact.queue)(3, fact.location)(4, fact.date)(5, fact.paused)(6, fact.at);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, Route> route)
{
    wire(1, route.option)(2, route.kind)(3, route.to);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, RoutesListed> fact)
{
    wire(1, fact.location)(2, fact.routes)(3, fact.as_of);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, RouteFaulted> fact)
{
    wire(1, fact.location)(2, fact.route)(3, fact.why)(4, fact.at);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, RouteMended> fact)
{
    wire(1, fact.location)(2, fact.option)(3, fact.at);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, CallerRang> fact)
{
    wire(1, fact.call)(2, fact.location)(3, fact.caller)(4, fact.at);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, CallerServed> fact)
{
    wire(1, fact.message)(2, fact.call)(3, fact.device)(4, fact.person)(5, fact.at);
}

}  // namespace callwatch
