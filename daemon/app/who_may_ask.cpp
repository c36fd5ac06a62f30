#include "daemon/app/who_may_ask.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "daemon/policy/rights.hpp"

namespace callwatch {
namespace {

using What = v1::Request::WhatCase;

const char* phrase(What question)
{
    switch (question) {
        case What::kMessages: return "ask for messages";
        case What::kDay: return "ask for a day's check";
        case What::kMainLine: return "ask for callers of the main number";
        case What::kJournal: return "read the journal";
        case What::kKeys: return "list keys";
        case What::kDepartures: return "list departures";
        case What::kStandards: return "ask how a location keeps the standards";
        case What::kConfig: return "read the configuration";
        case What::kStaff: return "list who works at a location";
        case What::kAlarms: return "list who handled alarms";
        default: return "ask that";
    }
}

bool reads_audit_everywhere(const Known& known, const Actor& actor)
{
    const auto& locations = known.directory.organisation().locations;
    return std::all_of(locations.begin(), locations.end(), [&](const Location& location) {
        return !refuse(known, actor, Act::read_audit, location.id, {});
    });
}

}  // namespace

bool may_ask(Role role, What question)
{
    const auto by = [&](bool staff, bool phone_operator, bool supervisor, bool manager,
                        bool auditor) {
        switch (role) {
            case Role::staff: return staff;
            case Role::telephone_operator: return phone_operator;
            case Role::supervisor: return supervisor;
            case Role::manager: return manager;
            case Role::auditor: return auditor;
            case Role::none:
            case Role::source:
            case Role::viewer: break;
        }
        return false;
    };
    constexpr bool yes = true;
    constexpr bool no = false;
    switch (question) {
        case What::kSnapshot:  // What a wall shows, without names and numbers.
        case What::kStatus:
        case What::kQueues:
        case What::kSources:
        case What::kCoverage:
            return role != Role::none && role != Role::source;
            //                         staff operator supervisor manager auditor
        case What::kMessages: return by(yes, no, yes, yes, no);
        case What::kDay: return by(yes, no, yes, yes, yes);
        case What::kMainLine: return by(yes, yes, yes, yes, no);
        case What::kJournal:
        case What::kDepartures:
        case What::kStandards:
        case What::kAlarms: return by(no, no, yes, yes, yes);
        case What::kStaff: return by(no, no, yes, yes, no);
        case What::kKeys:
        case What::kConfig: return by(no, no, no, yes, yes);
        case What::kCommand:
        case What::WHAT_NOT_SET: return role != Role::none;  // Answered elsewhere.
    }
    return false;
}

bool may_see(const Known& known, const Actor& actor, const LocationId& location,
             const MailboxId& mailbox)
{
    return !refuse(known, actor, Act::see_number, location, mailbox);
}

bool may_read(const Known& known, const Actor& actor, const LocationId& location)
{
    return !refuse(known, actor, Act::read_audit, location, {});
}

std::optional<Refusal> refuse_question(const Known& known, const Actor& actor,
                                       const v1::Request& request)
{
    using enum Refusal::Code;
    if (actor.role == Role::none)
        return Refusal{unknown_key, "this key was never admitted here, or was revoked"};
    if (!may_ask(actor.role, request.what_case()))
        return Refusal{not_allowed, fmt::format("a key of role {} may not {}", word(actor.role),
                                                phrase(request.what_case()))};
    if (request.has_journal() && !reads_audit_everywhere(known, actor))
        return Refusal{not_allowed,
                       fmt::format("the journal is of all locations, and {} does not supervise "
                                   "every one",
                                   actor.person.text)};
    return std::nullopt;
}

}  // namespace callwatch
