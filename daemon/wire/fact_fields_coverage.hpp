#pragma once

#include "daemon/model/fact_coverage.hpp"
#include "daemon/wire/stored_form.hpp"

// What facts of coverage and of the main number are stored as, in the order of
// daemon/model/fact_coverage.hpp. Numbers are those of the contract (facts.proto,
// coverage.proto).

namespace callwatch {

template <class Wire>
void stored_form(Wire& wire, Said<Wire, QueueListed> fact)
{
    wire(1, fact.queue)(2, fact.as_of);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, CoverageChanged> fact)
{
    wire(1, fact.location)(2, fact.date)(3, fact.at)(4, fact.state)(5, fact.cause);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, CoverageJudged> fact)
{
    wire(1, fact.location)(2, fact.until);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, NoOperatorAlarm> fact)
{
    wire(1, fact.location)(2, fact.date)(3, fact.since)(4, fact.at);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, CallEntered> fact)
{
    wire(1, fact.call)(2, fact.location)(3, fact.number)(4, fact.at);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, CallStep> step)
{
    wire(1, step.kind)(2, step.id)(3, step.at);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, CallStepped> fact)
{
    wire(1, fact.call)(2, fact.step);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, CallEnded> fact)
{
    wire(1, fact.call)(2, fact.at);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, MainToVoicemail> fact)
{
    wire(1, fact.location)(2, fact.date)(3, fact.call)(4, fact.mailbox)(5, fact.at)(
        6, fact.outcome)(7, fact.chose_operator)(8, fact.number)(9, fact.operator_device)(
        10, fact.path);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, MainLineUnseen> fact)
{
    wire(1, fact.location)(2, fact.date)(3, fact.call)(4, fact.mailbox)(5, fact.at);
}

}  // namespace callwatch
