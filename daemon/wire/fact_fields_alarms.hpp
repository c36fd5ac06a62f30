#pragma once

#include "daemon/model/fact_alarms.hpp"
#include "daemon/wire/stored_form.hpp"

// What facts of alarms are stored as. Numbers are those of the contract (alarms.proto).

namespace callwatch {

template <class Wire>
void stored_form(Wire& wire, Said<Wire, AlarmActed> fact)
{
    wire(1, fact.subject)(2, fact.location)(3, fact.act)(4, fact.by)(5, fact.at)(6, fact.until);
}

}  // namespace callwatch
