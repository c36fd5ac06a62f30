#include "daemon/ctl/sources.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "daemon/ctl/figures.hpp"
#include "daemon/ctl/session.hpp"
#include "daemon/ctl/table.hpp"

namespace callwatch::ctl {
namespace {

using callwatch::v1::SourceRow;

struct State {
    int rank;  ///< 0 asks for action most.
    std::string word;
    Tone tone;
};

State state_of(const SourceRow& row)
{
    switch (row.state()) {
        case SourceRow::SILENT: return {0, "SILENT", Tone::red};
        case SourceRow::NEVER_SEEN: return {1, "NEVER SEEN", Tone::red};
        case SourceRow::CATCHING_UP: return {2, "catching up", Tone::amber};
        case SourceRow::LATE: return {3, "late", Tone::amber};
        case SourceRow::FRESH: return {5, "fresh", Tone::plain};
        case SourceRow::ENDED: return {6, "ended", Tone::plain};
        default: return {4, "?", Tone::doubt};
    }
}

std::string joined(const google::protobuf::RepeatedPtrField<std::string>& texts)
{
    std::string all;
    for (const std::string& text : texts) all += (all.empty() ? "" : ", ") + text;
    return all;
}

int run_sources(const Session& session)
{
    RequestClient client = session.client();
    callwatch::v1::Request request;
    request.mutable_sources();
    const auto reply = client.ask(std::move(request));
    if (session.json) {
        session.out << pretty(sources_json(reply.sources()));
        return exit_ok;
    }
    const LocalTimes times = ask_local_times(client);
    session.out << sources_table(reply.sources().sources(), reply.sources().now_us(), times,
                                 session.look)
                << "\n"
                << times.caption() << "\n";
    return exit_ok;
}

}  // namespace

Json sources_json(const callwatch::v1::SourcesReply& reply)
{
    Json rows = Json::array();
    for (const auto& row : reply.sources()) rows.push_back(source_json(row));
    return {{"now", json_time(reply.now_us())}, {"sources", rows}};
}

std::string sources_table(const google::protobuf::RepeatedPtrField<SourceRow>& rows,
                          std::int64_t now_us, const LocalTimes& times, const Look& look)
{
    if (rows.empty()) return "No source is configured.\n";
    using enum Column::Kind;
    Table table{{{"SOURCE", name},
                 {"KIND", text},
                 {"STATE", text},
                 {"SILENT FOR", figure},
                 {"HAS REPORTED UP TO", text},
                 {"ACCEPTED", figure},
                 {"HEAD", figure},
                 {"LOST", figure},
                 {"LOCATIONS", name},
                 {"SOFTWARE", reference}}};
    std::vector<const SourceRow*> order;
    for (const auto& row : rows) order.push_back(&row);
    std::ranges::sort(order, [](const SourceRow* a, const SourceRow* b) {
        return std::pair{state_of(*a).rank, a->source_id()} <
               std::pair{state_of(*b).rank, b->source_id()};
    });
    for (const SourceRow* row : order) {
        const State state = state_of(*row);
        const bool silent = row->silent_since_us() > 0;
        table.add({{row->source_id()},
                   {row->kind()},
                   {state.word, state.tone},
                   {silent ? duration((now_us - row->silent_since_us()) / 1'000) : "", state.tone},
                   {times.moment("", row->watermark_us(), now_us)},
                   {count(row->accepted())},
                   {count(row->head())},
                   {count(row->missed()), row->missed() > 0 ? Tone::red : Tone::quiet},
                   {joined(row->location_ids())},
                   {row->software(), Tone::quiet}});
    }
    return table.draw(look);
}

void add_sources(CLI::App& app, Action& action)
{
    CLI::App* command = app.add_subcommand("sources", "Who sends events, and how fresh they are");
    command->footer("Example:\n  callwatchctl sources --ipc /run/callwatch");
    command->callback([&action] { action = run_sources; });
}

}  // namespace callwatch::ctl
