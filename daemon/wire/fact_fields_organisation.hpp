#pragma once

#include "daemon/model/fact_organisation.hpp"
#include "daemon/wire/stored_form.hpp"

// What facts of the roster and of configuration are stored as, in the order of
// daemon/model/fact_organisation.hpp. Numbers are those of the contract (organisation.proto).

namespace callwatch {

template <class Wire>
void stored_form(Wire& wire, Said<Wire, PersonRecorded> fact)
{
    wire(1, fact.person)(2, fact.name)(3, fact.location)(4, fact.supervisor)(5, fact.role)(
        6, fact.from)(7, fact.devices)(8, fact.mailboxes)(9, fact.source);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, ShiftPlanned> fact)
{
    wire(1, fact.person)(2, fact.location)(3, fact.from)(4, fact.to)(5, fact.role);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, ConfigChange> change)
{
    wire(1, change.what);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, ConfigApplied> fact)
{
    wire(1, fact.organisation_version)(2, fact.policy_version)(3, fact.changes)(4, fact.by)(
        5, fact.remark)(6, fact.at)(7, fact.binding);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, MessageRescheduled> fact)
{
    wire(1, fact.message)(2, fact.from_date)(3, fact.from_deadline)(4, fact.due_date)(
        5, fact.deadline)(6, fact.at);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, NumberShown> fact)
{
    wire(1, fact.message)(2, fact.by)(3, fact.reason)(4, fact.at);
}

}  // namespace callwatch
