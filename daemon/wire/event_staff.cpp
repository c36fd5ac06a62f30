#include "daemon/wire/event_fields.hpp"

namespace callwatch {
namespace {

/// A native id of a route, or nothing where `to_id` would be somebody's number.
std::string route_target(const v1::RoutingTableObserved::Route& wire, EventFields& fields)
{
    return wire.to_kind() == v1::CallRouted::EXTERNAL ? std::string{}
                                                      : fields.text(wire.to_id(), "routes.to_id");
}

RoutesObserved decode_routes(const v1::Event& wire, EventFields& fields)
{
    const auto& said = wire.routing_table_observed();
    RoutesObserved routes{.location = {fields.text(wire.location_id(), "location_id")},
                          .routes = {}};
    fields.bound(said.routes_size(), static_cast<int>(routes_listed_max), "routes");
    if (fields.refusal()) return routes;
    for (const auto& one : said.routes())
        routes.routes.push_back(
            {fields.required<CallId>(one.did_or_option(), "routes.did_or_option").text.str(),
             v1::CallRouted::ToKind_IsValid(one.to_kind()) ? static_cast<RouteKind>(one.to_kind())
                                                           : RouteKind::unspecified,
             route_target(one, fields)});
    return routes;
}

EventBody decode_work_item(const v1::Event& wire, EventFields& fields)
{
    const auto& said = wire.work_item();
    if (said.kind() != v1::WorkItem::CALLBACK_REQUEST || said.step() != v1::WorkItem::OPENED)
        return OtherEvent{};
    return CallbackRequested{.item = fields.required<CallId>(said.item_id(), "item_id"),
                             .location = {fields.text(wire.location_id(), "location_id")},
                             .caller = fields.party(said.caller(), "caller"),
                             .owner = fields.optional<PersonId>(said.owner_id(), "owner_id")};
}

template <class IdType, class Texts>
std::vector<IdType> decode_ids(const Texts& texts, const char* field, EventFields& fields)
{
    std::vector<IdType> ids;
    fields.bound(texts.size(), things_of_person_listed_max, field);
    if (fields.refusal()) return ids;
    for (const auto& text : texts) ids.push_back(fields.required<IdType>(text, field));
    return ids;
}

StaffJoined decode_joined(const v1::StaffJoined& said, EventFields& fields)
{
    return {.person = fields.required<PersonId>(said.agent_id(), "agent_id"),
            .name = fields.private_text(said.name(), "name"),
            .location = fields.required<LocationId>(said.location_id(), "location_id"),
            .supervisor = fields.optional<PersonId>(said.supervisor_id(), "supervisor_id"),
            .role = fields.text(said.role(), "role"),
            .effective_at = fields.instant(said.effective_at_us(), "effective_at_us"),
            .devices = decode_ids<DeviceId>(said.device_ids(), "device_ids", fields),
            .mailboxes = decode_ids<MailboxId>(said.mailbox_ids(), "mailbox_ids", fields)};
}

}  // namespace

EventBody decode_staff_event(const v1::Event& wire, EventFields& fields)
{
    using What = v1::Event::WhatCase;
    switch (wire.what_case()) {
        case What::kRoutingTableObserved: return decode_routes(wire, fields);
        case What::kWorkItem: return decode_work_item(wire, fields);
        case What::kStaffJoined: return decode_joined(wire.staff_joined(), fields);
        case What::kStaffDeparted: {
            const auto& said = wire.staff_departed();
            return StaffDeparted{fields.required<PersonId>(said.agent_id(), "agent_id"),
                                 fields.required<LocationId>(said.location_id(), "location_id"),
                                 fields.instant(said.effective_at_us(), "effective_at_us")};
        }
        case What::kAbsenceRecorded: {
            const auto& said = wire.absence_recorded();
            return StaffAway{fields.required<PersonId>(said.agent_id(), "agent_id"),
                             fields.instant(said.from_us(), "from_us"),
                             said.to_us() == 0 ? Instant{} : fields.instant(said.to_us(), "to_us")};
        }
        case What::kAbsenceEnded:
            return StaffBack{
                fields.required<PersonId>(wire.absence_ended().agent_id(), "agent_id")};
        default: {
            const auto& said = wire.shift_planned();
            return StaffShift{fields.required<PersonId>(said.agent_id(), "agent_id"),
                              fields.instant(said.from_us(), "from_us"),
                              fields.instant(said.to_us(), "to_us"),
                              fields.text(said.role(), "role")};
        }
    }
}

}  // namespace callwatch
