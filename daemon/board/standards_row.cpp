#include <algorithm>

#include "daemon/board/asked_greeting.hpp"
#include "daemon/board/rows.hpp"
#include "daemon/model/describe.hpp"
#include "daemon/policy/call_routes.hpp"
#include "daemon/policy/location_script.hpp"

namespace callwatch {
namespace {

constexpr int rows_max = 1'000;

std::uint32_t count_open(const BoardView& view, const PersonId& person)
{
    const auto& messages = view.board().messages().all();
    return static_cast<std::uint32_t>(
        std::count_if(messages.begin(), messages.end(), [&](const auto& entry) {
            return entry.second.left.person == person && entry.second.is_open();
        }));
}

/// Tried never, or longer ago than it counts (requirement TS-8).
bool is_access_due(const BoardView& view, const AccessVerified* access)
{
    return access == nullptr || access->at + view.engine.policy().access_verify <= view.now;
}

void add_mailbox(v1::StandardsReply& reply, const BoardView& view, const Mailbox& mailbox)
{
    auto& row = *reply.add_mailboxes();
    const auto& greetings = view.board().greetings();
    row.set_mailbox_id(mailbox.id.text.str());
    if (mailbox.group.empty())
        row.set_person(view.engine.known(view.now).owner_of(mailbox.id, view.now).text.str());
    const auto* greeting = greetings.valid(mailbox.id);
    row.set_greeting(greeting == nullptr ? "not_known" : word(greeting->state));
    if (greeting != nullptr) {
        row.set_window_from_ms(greeting->window_from.count());
        row.set_window_to_ms(greeting->window_to.count());
        row.set_returns_at_us(to_us(greeting->returns_at));
        row.set_help_key(greeting->help_key);
        row.set_attested_by(greeting->by.text.str());
        row.set_attested_at_us(to_us(greeting->at));
    }
    if (const auto* fault = greetings.fault(mailbox.id)) {
        row.set_fault(fault->code);
        row.set_fault_since_us(to_us(fault->since));
    }
    if (const auto* barred = greetings.barred(mailbox.id))
        row.set_barred_since_us(to_us(barred->at));
    const auto* access = view.board().absences().access(mailbox.id);
    if (access != nullptr) {
        row.set_access_by(access->by.text.str());
        row.set_access_at_us(to_us(access->at));
    }
    row.set_access_due(is_access_due(view, access));
}

void add_operator(v1::StandardsReply& reply, const BoardView& view, const Location& location,
                  const QueueId& queue, const DeviceId& device, const OperatorState& state)
{
    auto& row = *reply.add_operators();
    const auto person = view.directory().user_of(device, view.now);
    row.set_device_id(device.text.str());
    row.set_person(person.text.str());
    row.set_queue_id(queue.text.str());
    if (const auto* training = view.board().attestations().training(person)) {
        row.set_trained_on(describe(training->on));
        row.set_trained_by(training->by.text.str());
    }
    const auto today = view.directory().calendar(location.id).local_date(view.now);
    const auto* counts = view.board().rings().find(today, device, queue);
    auto paused = counts == nullptr ? Millis{0} : counts->paused;
    const auto member = state.queues.find(queue);
    const auto since = state.changed_in.find(queue);
    if (member != state.queues.end() && member->second.paused && since != state.changed_in.end() &&
        since->second < view.now)
        paused += std::chrono::duration_cast<Millis>(view.now - since->second);
    row.set_paused_ms(paused.count());
    if (counts == nullptr) return;
    row.set_offered(counts->offered());
    row.set_answered(counts->answered);
    row.set_missed(counts->missed);
    row.set_longest_ring_ms(counts->longest.count());
}

/// Who is, or today was, rung for the location's operator queues.
void add_operators(v1::StandardsReply& reply, const BoardView& view, const Location& location)
{
    const auto today = view.directory().calendar(location.id).local_date(view.now);
    for (const auto& queue : location.operator_queues)
        for (const auto& [device, state] : view.board().operators().all()) {
            const bool is_known = state.queues.contains(queue) ||
                                  view.board().rings().find(today, device, queue) != nullptr;
            if (is_known && reply.operators_size() < rows_max)
                add_operator(reply, view, location, queue, device, state);
        }
}

const char* kind_word(RouteKind kind)
{
    switch (kind) {
        case RouteKind::queue: return "queue";
        case RouteKind::mailbox: return "mailbox";
        case RouteKind::device: return "telephone";
        case RouteKind::operator_phone: return "operator";
        case RouteKind::external: return "outside";
        case RouteKind::unspecified: break;
    }
    return "not said";
}

void add_routes(v1::StandardsReply& reply, const BoardView& view, const Location& location)
{
    const auto known = view.engine.known(view.now);
    const bool is_listed = view.board().routes().listed(location.id) != nullptr;
    for (const auto& route : routes_of(known, location)) {
        auto& row = *reply.add_routes();
        row.set_option(route.option);
        row.set_to_kind(kind_word(route.kind));
        row.set_to_id(route.to);
        row.set_fault(fault_of(known, location, route));
        row.set_by_telephone_system(is_listed);
    }
}

/// It begins later, and was not ended before.
bool is_planned(const Absence& absence, Instant now)
{
    return now < absence.recorded.from && !absence.ended_at;
}

void set_absent(v1::StandardsReply::Absent& row, const BoardView& view, const Absence& absence)
{
    const auto& recorded = absence.recorded;
    row.set_person(recorded.person.text.str());
    row.set_from_us(to_us(recorded.from));
    row.set_to_us(to_us(recorded.to));
    row.set_cover(recorded.cover.text.str());
    row.set_no_cover(absence.no_cover);
    row.set_open_messages(count_open(view, recorded.person));
}

/// Who is away, and who is going to be.
void add_absent(v1::StandardsReply& reply, const BoardView& view, const LocationId& location)
{
    std::vector<const Absence*> planned;
    for (const auto& [person, absence] : view.board().absences().all()) {
        if (absence.recorded.location != location) continue;
        if (is_planned(absence, view.now)) planned.push_back(&absence);
        if (absence.covers(view.now) && reply.absent_size() < rows_max)
            set_absent(*reply.add_absent(), view, absence);
    }
    std::stable_sort(planned.begin(), planned.end(), [](const Absence* a, const Absence* b) {
        return a->recorded.from < b->recorded.from;
    });
    for (const auto* absence : planned)
        if (reply.planned_size() < rows_max) set_absent(*reply.add_planned(), view, *absence);
}

void set_script(v1::StandardsReply& reply, const BoardView& view, const Location& location)
{
    reply.set_script_state(script_state(view.engine.known(view.now), location));
    reply.set_script_required(location.script_version);
    const auto* script = view.board().attestations().script(location.id);
    if (script == nullptr) return;
    reply.set_script_version(script->attested.version);
    reply.set_script_attested_by(script->attested.by.text.str());
    reply.set_script_attested_at_us(to_us(script->attested.at));
    if (script->approved && script->approved->version == script->attested.version)
        reply.set_script_approved_by(script->approved->by.text.str());
}

}  // namespace

std::size_t count_greetings_not_known(const BoardView& view, const LocationId& location)
{
    const auto known = view.engine.known(view.now);
    const auto& mailboxes = view.directory().mailboxes_of(location);
    return static_cast<std::size_t>(
        std::count_if(mailboxes.begin(), mailboxes.end(), [&](const MailboxId& id) {
            return is_greeting_asked(view, known, id) &&
                   view.board().greetings().valid(id) == nullptr;
        }));
}

std::size_t count_access_due(const BoardView& view, const LocationId& location)
{
    const auto& mailboxes = view.directory().mailboxes_of(location);
    return static_cast<std::size_t>(
        std::count_if(mailboxes.begin(), mailboxes.end(), [&](const MailboxId& id) {
            return is_access_due(view, view.board().absences().access(id));
        }));
}

v1::StandardsReply make_standards(const BoardView& view, const Location& location)
{
    v1::StandardsReply reply;
    reply.set_now_us(to_us(view.now));
    reply.set_location_id(location.id.text.str());
    reply.set_kind(location.kind);
    set_script(reply, view, location);
    if (location.messages_deadline)
        reply.set_messages_deadline(describe(*location.messages_deadline));
    const auto& mailboxes = view.directory().mailboxes_of(location.id);
    reply.set_mailboxes_total(static_cast<std::uint32_t>(mailboxes.size()));
    for (const auto& id : mailboxes)
        if (reply.mailboxes_size() < rows_max)
            add_mailbox(reply, view, *view.directory().mailbox(id));
    add_operators(reply, view, location);
    add_routes(reply, view, location);
    add_absent(reply, view, location.id);
    return reply;
}

}  // namespace callwatch
