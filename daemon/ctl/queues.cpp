#include "daemon/ctl/queues.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "daemon/ctl/figures.hpp"
#include "daemon/ctl/queue_cells.hpp"
#include "daemon/ctl/queue_figures.hpp"
#include "daemon/ctl/session.hpp"
#include "daemon/ctl/table.hpp"

namespace callwatch::ctl {
namespace {

using callwatch::v1::QueueRow;

std::string longest_today(const QueueRow& row)
{
    return row.offered() == 0 ? "–" : duration(row.longest_wait_today_ms());
}

std::string average_wait(const QueueRow& row)
{
    return row.answered() == 0 ? "–" : duration(row.answered_wait_ms() / row.answered());
}

int run_queues(const Session& session, const std::string& location)
{
    RequestClient client = session.client();
    callwatch::v1::Request request;
    request.mutable_queues()->set_location_id(location);
    const auto reply = client.ask(std::move(request));
    session.out << (session.json ? pretty(queues_json(reply.queues()))
                                 : queues_text(reply.queues(), session.look));
    return exit_ok;
}

}  // namespace

Json queues_json(const callwatch::v1::QueuesReply& reply)
{
    Json rows = Json::array();
    for (const auto& row : reply.queues()) rows.push_back(queue_json(row));
    return {{"now", json_time(reply.now_us())}, {"queues", rows}};
}

std::string queues_text(const callwatch::v1::QueuesReply& reply, const Look& look)
{
    if (reply.queues().empty()) return "No queue is configured.\n";
    using enum Column::Kind;
    Table table{{{"QUEUE", name},
                 {"LOCATION", name},
                 {"WAITING", figure},
                 {"LONGEST", figure},
                 {"OFFERED", figure},
                 {"ANSWERED", figure},
                 {"ANSWERED %", figure},
                 {"ABANDONED", figure},
                 {"SHORT", figure},
                 {"OTHER", figure},
                 {"SL4", figure},
                 {"T", figure},
                 {"AVERAGE", figure},
                 {"LONGEST TODAY", figure}}};
    for (const QueueRow& row : reply.queues()) {
        const std::uint32_t short_ones = std::min(row.short_abandoned(), row.abandoned());
        const std::uint64_t other =
            std::uint64_t{row.timed_out()} + row.left_by_key() + row.left_otherwise();
        table.add({{row.name().empty() ? row.queue_id() : row.name()},
                   {row.location_id()},
                   waiting_cell(row),
                   longest_cell(row, reply.now_us()),
                   day_cell(count(row.offered()), row),
                   day_cell(count(row.answered()), row),
                   day_cell(percent(answered_percentage(row)), row),
                   day_cell(count(row.abandoned() - short_ones), row),
                   day_cell(count(short_ones), row),
                   day_cell(count(other), row),
                   day_cell(percent(service_level(row)), row),
                   {duration(std::int64_t{row.service_level_s()} * 1'000)},
                   day_cell(average_wait(row), row),
                   day_cell(longest_today(row), row)});
    }
    return table.draw(look) + R"(
Today's calls. ANSWERED %: of those that have left the queue. ABANDONED: without the SHORT ones.
OTHER: timed out, left by a key, moved elsewhere. SL4: answered within T / (answered + abandoned
- abandoned within T). AVERAGE: wait of the answered. "?": not known, "7?": last known.
)";
}

void add_queues(CLI::App& app, Action& action)
{
    CLI::App* command = app.add_subcommand("queues", "Who waits now, and today's figures by queue");
    command->footer("Example:\n  callwatchctl queues --location northside");
    auto location = std::make_shared<std::string>();
    command->add_option("--location", *location, "Only the queues of this location")
        ->type_name("LOCATION");
    command->callback([&action, location] {
        action = [location](const Session& session) { return run_queues(session, *location); };
    });
}

}  // namespace callwatch::ctl
