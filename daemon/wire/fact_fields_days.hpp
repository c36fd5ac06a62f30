#pragma once

#include "daemon/model/fact.hpp"
#include "daemon/wire/stored_form.hpp"

// What facts of days and of the vault are stored as, in the order of daemon/model/fact.hpp.
// Numbers are those of the contract (facts.proto, coverage.proto).

namespace callwatch {

template <class Wire>
void stored_form(Wire& wire, Said<Wire, DayReason> fact)
{
    wire(1, fact.code)(2, fact.subject)(3, fact.since);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, DayMessage> fact)
{
    wire(1, fact.message)(2, fact.state)(3, fact.violation);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, DayDeparture> fact)
{
    wire(1, fact.mailbox)(2, fact.person)(3, fact.cover)(4, fact.requested)(5, fact.due)(6,
                                                                                         fact.open);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, DayChecked> fact)
{
    wire(1, fact.location)(2, fact.date)(3, fact.revision)(4, fact.verdict)(5, fact.provisional)(
        6, fact.late)(7, fact.check_at)(8, fact.due)(9, fact.returned)(10, fact.attempted)(
        11, fact.still_new)(12, fact.mailboxes)(13, fact.mailboxes_agree)(14, fact.sources)(
        15, fact.sources_fresh)(16, fact.reasons)(17, fact.open)(18, fact.policy_version)(
        19, fact.calendar_version)(20, fact.tzdata_version)(21, fact.resolved)(22, fact.deferred)(
        23, fact.departed);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, NumbersErased> fact)
{
    wire(1, fact.numbers)(2, fact.reason)(3, fact.used_before);
}

}  // namespace callwatch
