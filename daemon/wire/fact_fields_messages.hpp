#pragma once

#include "daemon/model/fact.hpp"
#include "daemon/wire/stored_form.hpp"

// What facts of messages and of calls that may return them are stored as, in the order of
// daemon/model/fact.hpp. Numbers are those of the contract (facts.proto, coverage.proto).

namespace callwatch {

template <class Wire>
void stored_form(Wire& wire, Said<Wire, Party> party)
{
    wire(1, party.number)(2, party.extension)(3, party.withheld);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, MailboxReached> fact)
{
    wire(1, fact.mailbox)(2, fact.location)(3, fact.call)(4, fact.reached_at);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, MessageLeft> fact)
{
    wire(1, fact.message)(2, fact.mailbox)(3, fact.location)(4, fact.person)(5, fact.group)(
        6, fact.call)(7, fact.queue)(8, fact.caller)(9, fact.received_at)(10, fact.left_at)(
        11, fact.due_date)(12, fact.deadline)(13, fact.late_arrival)(14, fact.origin);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, MessageBound> fact)
{
    wire(1, fact.message)(2, fact.msg_id)(3, fact.folder)(4, fact.duration)(5, fact.bound_at);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, MessageHeard> fact)
{
    wire(1, fact.message)(2, fact.heard_at)(3, fact.device)(4, fact.person);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, MessageMoved> fact)
{
    wire(1, fact.message)(2, fact.folder)(3, fact.moved_at)(4, fact.device)(5, fact.person);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, MessageGone> fact)
{
    wire(1, fact.message)(2, fact.gone_at)(3, fact.device)(4, fact.person);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, MessageNoDuty> fact)
{
    wire(1, fact.message)(2, fact.reason)(3, fact.duration);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, MessageAttempted> fact)
{
    wire(1, fact.message)(2, fact.call)(3, fact.device)(4, fact.person)(5, fact.attempted_at)(
        6, fact.by_delegate)(7, fact.asserted.by)(8, fact.asserted.stated_at)(9,
                                                                              fact.asserted.remark);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, MessageReturned> fact)
{
    wire(1, fact.message)(2, fact.call)(3, fact.device)(4, fact.person)(5, fact.returned_at)(
        6, fact.by_delegate)(7, fact.asserted.by)(8, fact.asserted.stated_at)(9,
                                                                              fact.asserted.remark);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, MessageOverdue> fact)
{
    wire(1, fact.message)(2, fact.deadline);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, DeadlineMet> fact)
{
    wire(1, fact.message)(2, fact.deadline)(3, fact.how);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, UnwatchedMessage> fact)
{
    wire(1, fact.source)(2, fact.mailbox)(3, fact.left_at);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, OutboundAnswered> fact)
{
    wire(1, fact.call)(2, fact.device)(3, fact.person)(4, fact.location)(5, fact.dialled)(
        6, fact.started_at)(7, fact.established_at);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, OutboundEnded> fact)
{
    wire(1, fact.call)(2, fact.talk)(3, fact.ended_at);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, OutboundQualified> fact)
{
    wire(1, fact.call);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, OutboundUnanswered> fact)
{
    wire(1, fact.call)(2, fact.device)(3, fact.person)(4, fact.location)(5, fact.dialled)(
        6, fact.started_at)(7, fact.ring)(8, fact.result)(9, fact.attempt)(10, fact.ended_at);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, MailboxCounted> fact)
{
    wire(1, fact.mailbox)(2, fact.new_messages)(3, fact.old_messages)(4, fact.counted_at);
}

template <class Wire>
void stored_form(Wire& wire, Said<Wire, MailboxListed> fact)
{
    wire(1, fact.mailbox)(2, fact.as_of)(3, fact.messages)(4, fact.agrees);
}

}  // namespace callwatch
