#pragma once

#include "daemon/model/fact_greetings.hpp"
#include "daemon/wire/stored_form.hpp"

// What facts of greetings and promises are stored as, in the order of
// daemon/model/fact_greetings.hpp. Numbers are those of the contract (greetings.proto).

namespace callwatch {

template <class Wire>
void stored_form(Wire& wire, Said<Wire, GreetingAttested> fact)
{
    wire(1, fact.mailbox)(2, fact.location)(3, fact.state)(4, fact.window_from)(5, fact.window_to)(
        6, fact.returns_at)(7, fact.help_key)(8, fact.by)(9, fact.at);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, GreetingSeen> fact)
{
    wire(1, fact.mailbox)(2, fact.modified_at);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, GreetingFaulted> fact)
{
    wire(1, fact.mailbox)(2, fact.location)(3, fact.person)(4, fact.code)(5, fact.since);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, GreetingMended> fact)
{
    wire(1, fact.mailbox)(2, fact.location)(3, fact.at);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, MailboxBarred> fact)
{
    wire(1, fact.mailbox)(2, fact.location)(3, fact.barred)(4, fact.at);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, CallTimeNoted> fact)
{
    wire(1, fact.message)(2, fact.call_at)(3, fact.by)(4, fact.remark)(5, fact.at);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, MessagePromised> fact)
{
    wire(1, fact.message)(2, fact.from)(3, fact.to);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, PromiseJudged> fact)
{
    wire(1, fact.message)(2, fact.location)(3, fact.to)(4, fact.kept);
}

}  // namespace callwatch
