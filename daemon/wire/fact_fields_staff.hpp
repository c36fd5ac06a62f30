#pragma once

#include "daemon/model/fact_staff.hpp"
#include "daemon/wire/stored_form.hpp"

// What facts of staff and of departed mailboxes are stored as, in the order of
// daemon/model/fact_staff.hpp. Numbers are those of the contract (staff.proto).

namespace callwatch {

template <class Wire>
void stored_form(Wire& wire, Said<Wire, StaffLeft> fact)
{
    wire(1, fact.person)(2, fact.location)(3, fact.effective_at)(4, fact.by)(5, fact.at);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, DepartureOpened> fact)
{
    wire(1, fact.mailbox)(2, fact.location)(3, fact.person)(4, fact.effective_at)(5, fact.red_at);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, DepartureOverdue> fact)
{
    wire(1, fact.mailbox)(2, fact.location)(3, fact.red_at);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, CoverAssigned> fact)
{
    wire(1, fact.mailbox)(2, fact.location)(3, fact.person)(4, fact.by)(5, fact.at);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, DisconnectionRequested> fact)
{
    wire(1, fact.mailbox)(2, fact.by)(3, fact.remark)(4, fact.at);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, DisconnectionConfirmed> fact)
{
    wire(1, fact.mailbox)(2, fact.by)(3, fact.remark)(4, fact.at)(5, fact.verified)(
        6, fact.statement)(7, fact.signature)(8, fact.sign_key);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, MailboxHandedOver> fact)
{
    wire(1, fact.mailbox)(2, fact.successor)(3, fact.by)(4, fact.at)(5, fact.statement)(
        6, fact.signature)(7, fact.sign_key);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, MailboxObserved> fact)
{
    wire(1, fact.mailbox)(2, fact.exists)(3, fact.as_of);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, DisconnectedBoxReceived> fact)
{
    wire(1, fact.mailbox)(2, fact.location)(3, fact.message)(4, fact.at);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, AbsenceRecorded> fact)
{
    wire(1, fact.person)(2, fact.location)(3, fact.from)(4, fact.to)(5, fact.cover)(6, fact.by)(
        7, fact.at);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, AbsenceEnded> fact)
{
    wire(1, fact.person)(2, fact.by)(3, fact.at);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, NoCover> fact)
{
    wire(1, fact.person)(2, fact.location)(3, fact.since);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, AccessVerified> fact)
{
    wire(1, fact.mailbox)(2, fact.by)(3, fact.remark)(4, fact.at);
}

}  // namespace callwatch
