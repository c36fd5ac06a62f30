#include <fmt/format.h>

#include "daemon/policy/call_routes.hpp"
#include "daemon/policy/location_script.hpp"
#include "tests/support/collector.hpp"

namespace callwatch::test {
namespace {

/// "15:30" as a span since midnight; "" as none.
Millis time_of_day(const std::string& text)
{
    if (text.empty()) return {};
    return std::chrono::hours{std::stoi(text.substr(0, 2))} +
           std::chrono::minutes{std::stoi(text.substr(3, 2))};
}

}  // namespace

std::string Collector::ends_absence(const std::string& who, const std::string& person)
{
    return asks(who, EndAbsence{{person}});
}

std::string Collector::acknowledges(const std::string& who, const std::string& alarm)
{
    return asks(who, ActOnAlarm{alarm, AlarmAct::acknowledge, {}});
}

std::string Collector::shelves(const std::string& who, const std::string& alarm,
                               const std::string& until)
{
    return asks(who, ActOnAlarm{alarm, AlarmAct::shelve, until.empty() ? Instant{} : time(until)});
}

std::string Collector::unshelves(const std::string& who, const std::string& alarm)
{
    return asks(who, ActOnAlarm{alarm, AlarmAct::unshelve, {}});
}

std::string Collector::moves(const std::string& manager, const std::string& person,
                             const std::string& to_location, const std::string& at)
{
    return asks(manager, MovePerson{.person = {person},
                                    .from = {"northside"},
                                    .to = {to_location},
                                    .effective_at = time(at)});
}

std::string Collector::is_shown_number(const std::string& person, const std::string& name)
{
    return asks(person, ShowNumber{the(name).left.message, {"remark"}});
}

std::string Collector::applies_config(const std::string& manager, const std::string& version)
{
    return asks(manager, ApplyConfig{.organisation_version = version,
                                     .policy_version = version,
                                     .remark = {"remark"},
                                     .changes = {{"policy: min_talk_s: 5 -> 10"}}});
}

std::string Collector::attests_in_office(const std::string& who, const std::string& mailbox,
                                         const std::string& from, const std::string& to)
{
    return asks(who, AttestGreeting{.mailbox = box(mailbox),
                                    .state = GreetingState::in_office,
                                    .window_from = time_of_day(from),
                                    .window_to = time_of_day(to),
                                    .returns_at = {},
                                    .help_key = {}});
}

std::string Collector::attests_away(const std::string& who, const std::string& mailbox,
                                    const std::string& returns_on, const std::string& key)
{
    Instant returns_at;
    if (!returns_on.empty())
        returns_at = BusinessCalendar::make(*engine_->directory().location({"northside"}))
                         ->hours_on(parse_local_date(returns_on).value())
                         .value()
                         .opens;
    return asks(who, AttestGreeting{.mailbox = box(mailbox),
                                    .state = GreetingState::away,
                                    .window_from = {},
                                    .window_to = {},
                                    .returns_at = returns_at,
                                    .help_key = key});
}

std::string Collector::attests_script(const std::string& who, const std::string& version)
{
    return asks(who, AttestScript{{"northside"}, version});
}

std::string Collector::records_training(const std::string& who, const std::string& person,
                                        const std::string& on)
{
    return asks(who, RecordTraining{{person}, parse_local_date(on).value(), {}});
}

std::string Collector::greeting_fault(const std::string& mailbox) const
{
    const auto* fault = board().greetings().fault(box(mailbox));
    return fault == nullptr ? "" : fault->code;
}

std::string Collector::script() const
{
    return script_state(engine_->known(now_), *engine_->directory().location({"northside"}));
}

std::vector<std::string> Collector::bad_routes() const
{
    std::vector<std::string> bad;
    for (const auto& [key, fault] : board().routes().faults())
        if (key.first == LocationId{"northside"})
            bad.push_back(fmt::format("{} to {}: {}", key.second, fault.route.to, fault.why));
    return bad;
}

Collector& Collector::records_greeting(const std::string& mailbox)
{
    return says(GreetingModified{box(mailbox), now_}, "greeting_observed");
}

Collector& Collector::routes_are(const std::vector<Route>& routes)
{
    RoutesObserved said{.location = {"northside"}, .routes = {}};
    for (const auto& route : routes) said.routes.push_back({route.option, route.kind, route.to});
    return says(std::move(said), "routing_table_observed");
}

Collector& Collector::joins_from(const std::string& call, const Party& caller)
{
    return says(CallQueued{{"pbx1/" + call}, queue("main"), caller}, "call_queued");
}

Collector& Collector::answers(const std::string& call, const std::string& device, Millis ring)
{
    return says(CallEstablished{{"pbx1/" + call}, queue("main"), phone(device), ring},
                "call_established");
}

Collector& Collector::misses(const std::string& call, const std::string& device, Millis ring,
                             bool taken_back)
{
    return says(CallOfferFailed{{"pbx1/" + call}, queue("main"), phone(device), ring, taken_back},
                "call_offer_failed");
}

Collector& Collector::asks_for_call(const std::string& name, const Party& caller,
                                    const std::string& of_person)
{
    return says(CallbackRequested{.item = {"pbx1/" + name},
                                  .location = {"northside"},
                                  .caller = caller,
                                  .owner = {of_person}},
                "work_item");
}

const Message& Collector::the_request(const std::string& name) const
{
    return *board().messages().find({"callback#pbx1/" + name});
}

Collector& Collector::joined(const std::string& person, const std::string& location,
                             const std::string& extension, const std::string& from)
{
    return says(StaffJoined{.person = {person},
                            .name = {"name of " + person},
                            .location = {location},
                            .supervisor = {"sue"},
                            .role = "staff",
                            .effective_at = time(from),
                            .devices = {phone(extension)},
                            .mailboxes = {box(extension)}},
                "staff_joined");
}

Collector& Collector::departed(const std::string& person, const std::string& location,
                               const std::string& from)
{
    return says(StaffDeparted{{person}, {location}, time(from)}, "staff_departed");
}

}  // namespace callwatch::test
