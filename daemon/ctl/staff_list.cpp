#include <memory>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "daemon/ctl/figures.hpp"
#include "daemon/ctl/row_json.hpp"
#include "daemon/ctl/session.hpp"
#include "daemon/ctl/staff_list.hpp"
#include "daemon/ctl/table.hpp"
#include "daemon/ctl/text.hpp"

namespace callwatch::ctl {
namespace {

using callwatch::v1::StaffReply;

template <class Texts>
std::string joined(const Texts& texts)
{
    return fmt::format("{}", fmt::join(texts, " "));
}

Json staff_json(const StaffReply& reply)
{
    Json people = Json::array();
    for (const auto& one : reply.people())
        people.push_back({{"person", one.person()},
                          {"name", one.name()},
                          {"location", one.location_id()},
                          {"supervisor", one.supervisor()},
                          {"role", one.role()},
                          {"from", json_time(one.from_us())},
                          {"left_at", json_time(one.left_at_us())},
                          {"away", one.is_away()},
                          {"mailboxes", one.mailboxes()},
                          {"devices", one.devices()}});
    return {
        {"now", json_time(reply.now_us())}, {"location", reply.location_id()}, {"people", people}};
}

std::string staff_text(const StaffReply& reply, const LocalTimes& times, const Look& look)
{
    if (reply.people().empty())
        return fmt::format("Nobody works at {}.\n", clean(reply.location_id()));
    using enum Column::Kind;
    Table table{{{"PERSON", text},
                 {"NAME", name},
                 {"SUPERVISOR", text},
                 {"", text},
                 {"MAILBOXES", reference},
                 {"TELEPHONES", reference}}};
    for (const auto& one : reply.people()) {
        Cell state{one.is_away() ? "away" : "", Tone::quiet};
        if (one.left_at_us() != 0)
            state = {"left " + times.in_full(one.location_id(), one.left_at_us()), Tone::amber};
        table.add({{one.person()},
                   {one.name()},
                   one.supervisor().empty() ? Cell{"NOBODY", Tone::doubt} : Cell{one.supervisor()},
                   state,
                   {joined(one.mailboxes())},
                   {joined(one.devices())}});
    }
    return table.draw(look) + "\n" + times.caption() + "\n";
}

int run_list(const Session& session, const std::string& location)
{
    RequestClient client = session.client();
    callwatch::v1::Request request;
    request.mutable_staff()->set_location_id(location);
    const auto reply = client.ask(std::move(request)).staff();
    session.out << (session.json ? pretty(staff_json(reply))
                                 : staff_text(reply, ask_local_times(client), session.look));
    return exit_ok;
}

}  // namespace

void add_staff_list(CLI::App& staff, Action& action)
{
    CLI::App* command =
        staff.add_subcommand("list", "Who works at a location, by name, and who answers for whom");
    command->footer("Example:\n  callwatchctl --key sue.key staff list northside");
    auto location = std::make_shared<std::string>();
    command->add_option("LOCATION", *location,
                        "Id of the location; not needed where there is only one");
    command->callback([&action, location] {
        action = [location](const Session& session) { return run_list(session, *location); };
    });
}

}  // namespace callwatch::ctl
