#pragma once

#include "callwatch/v1/request.pb.h"
#include "daemon/policy/known.hpp"

namespace callwatch {

/// What a key of this role may ask (requirements, section 6): the table of questions, beside the
/// one of acts (policy/rights). Commands are not in it: rights decide them.
bool may_ask(Role role, v1::Request::WhatCase question);

/// Whether this actor may ask this: by the table; and lines of the journal, which are of all
/// locations, a supervisor sees only who supervises all of them. Nothing: yes. Else unknown_key
/// (not admitted, or revoked: also while the connection is still there) or not_allowed.
std::optional<Refusal> refuse_question(const Known& known, const Actor& actor,
                                       const v1::Request& request);

/// Whose messages this actor sees, one by one: staff those of own and shared mailboxes, a
/// supervisor those of her locations, a manager all; nobody else any.
bool may_see(const Known& known, const Actor& actor, const LocationId& location,
             const MailboxId& mailbox);

/// Whose departures and handled alarms: a supervisor those of her locations, managers and auditors
/// all.
bool may_read(const Known& known, const Actor& actor, const LocationId& location);

}  // namespace callwatch
