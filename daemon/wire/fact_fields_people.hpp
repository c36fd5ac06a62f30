#pragma once

#include "daemon/model/fact_days.hpp"
#include "daemon/model/fact_people.hpp"
#include "daemon/wire/stored_form.hpp"

// What facts that people make are stored as, in the order of daemon/model/fact_people.hpp and
// fact_days.hpp. Numbers are those of the contract (people.proto).

namespace callwatch {

template <class Wire>
void stored_form(Wire& wire, Said<Wire, KeyAdmitted> fact)
{
    wire(1, fact.key)(2, fact.sign_key)(3, fact.role)(4, fact.person)(5, fact.source)(6, fact.by)(
        7, fact.at);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, KeyRevoked> fact)
{
    wire(1, fact.key)(2, fact.by)(3, fact.remark)(4, fact.at);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, CommandTaken> fact)
{
    wire(1, fact.command)(2, fact.key)(3, fact.person)(4, fact.role)(5, fact.kind)(6, fact.subject);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, MessageClaimed> fact)
{
    wire(1, fact.message)(2, fact.by)(3, fact.at)(4, fact.until);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, MessageReleased> fact)
{
    wire(1, fact.message)(2, fact.by)(3, fact.at);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, MessageResolved> fact)
{
    wire(1, fact.message)(2, fact.reason)(3, fact.by)(4, fact.remark)(5, fact.at);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, MessageDeferred> fact)
{
    wire(1, fact.message)(2, fact.from_date)(3, fact.from_deadline)(4, fact.due_date)(
        5, fact.deadline)(6, fact.by)(7, fact.remark)(8, fact.at);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, MessageCarried> fact)
{
    wire(1, fact.message)(2, fact.by)(3, fact.remark)(4, fact.at);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, MessageReopened> fact)
{
    wire(1, fact.message)(2, fact.by)(3, fact.remark)(4, fact.at);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, SignedException> fact)
{
    wire(1, fact.message)(2, fact.remark);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, DaySigned> fact)
{
    wire(1, fact.location)(2, fact.date)(3, fact.revision)(4, fact.exceptions)(5, fact.by)(
        6, fact.on_behalf)(7, fact.remark)(8, fact.at)(9, fact.late)(10, fact.statement)(
        11, fact.signature)(12, fact.sign_key);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, CheckMissed> fact)
{
    wire(1, fact.location)(2, fact.date)(3, fact.deadline);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, DayAmended> fact)
{
    wire(1, fact.location)(2, fact.date)(3, fact.number)(4, fact.code)(5, fact.message)(6, fact.at);
}

}  // namespace callwatch
