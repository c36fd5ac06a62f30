#include "daemon/ctl/journal_print.hpp"

#include <memory>

#include <fmt/format.h>
#include <google/protobuf/util/json_util.h>
#include <CLI/CLI.hpp>

#include "callwatch/journal/v1/facts.pb.h"
#include "daemon/ctl/failure.hpp"
#include "daemon/ctl/session.hpp"
#include "daemon/ctl/text.hpp"
#include "daemon/journal/journal_file.hpp"
#include "daemon/model/describe.hpp"
#include "daemon/wire/fact_codec.hpp"

namespace callwatch::ctl {
namespace {

struct PrintOptions {
    std::string data_directory;  ///< Empty: ask the running daemon.
    Position after = 0;
};

std::string line(Position position, std::string_view text)
{
    return fmt::format("{:>8}  {}\n", position, clean(text));
}

void print_file(const Session& session, const PrintOptions& options)
{
    read_journal(options.data_directory + "/journal.db", options.after,
                 [&](Position position, std::string_view bytes) {
                     session.out << (session.json ? one_line(fact_json(position, bytes))
                                                  : fact_line(position, bytes));
                 });
}

Json live_json(const v1::JournalReply::Line& fact)
{
    if (!fact.fact().empty()) return fact_json(fact.position(), fact.fact());
    return {{"position", fact.position()}, {"text", fact.text()}};
}

/// Up to where the journal ended when this began.
void print_live(const Session& session, const PrintOptions& options)
{
    constexpr std::uint32_t page = 1'000;  // Limit of one reply: JournalQuery in request.proto.
    RequestClient client = session.client();
    Position after = options.after;
    Position until = 0;
    do {
        callwatch::v1::Request request;
        request.mutable_journal()->set_after(after);
        request.mutable_journal()->set_limit(page);
        const auto reply = client.ask(std::move(request));
        if (until == 0) until = reply.journal().head();
        const Position before = after;
        for (const auto& fact : reply.journal().lines()) {
            session.out << (session.json ? one_line(live_json(fact))
                                         : line(fact.position(), fact.text()));
            after = std::max(after, fact.position());
        }
        if (after == before && after < until) {
            throw Failure{
                exit_negative,
                fmt::format("the daemon gives no fact after {}, but its journal ends at {}: "
                            "read the file itself with --data",
                            after, until)};
        }
    } while (after < until);
}

int run_print(const Session& session, const PrintOptions& options)
{
    options.data_directory.empty() ? print_live(session, options) : print_file(session, options);
    return exit_ok;
}

}  // namespace

Json fact_json(Position position, std::string_view bytes)
{
    callwatch::journal::v1::Fact fact;
    Json json = {{"position", position}, {"decided_at", Json{}}};
    if (!fact.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) return json;
    json["decided_at"] = json_time(fact.decided_at_us());
    fact.clear_decided_at_us();

    google::protobuf::util::JsonPrintOptions print;
    print.preserve_proto_field_names = true;
    print.always_print_primitive_fields = true;
    std::string text;
    if (!google::protobuf::util::MessageToJsonString(fact, &text, print).ok()) return json;
    const Json fields = Json::parse(text, nullptr, false);
    for (const auto& [key, value] : fields.items()) {
        if (key != "decided_at_us") json[key] = value;
    }
    return json;
}

std::string fact_line(Position position, std::string_view bytes)
{
    const auto fact = decode_fact(bytes);
    return line(position, fact ? describe(*fact) : "? " + fact.refusal().detail);
}

void add_journal_print(CLI::App& journal, Action& action)
{
    CLI::App* command = journal.add_subcommand("print", "Every fact, one line each, oldest first");
    command->footer(
        "Examples:\n  callwatchctl journal print --after 1200\n"
        "  callwatchctl journal print --data /var/lib/callwatch --json | jq -c .message_left");
    auto options = std::make_shared<PrintOptions>();
    command
        ->add_option("--data", options->data_directory,
                     "Read DIR/journal.db itself; without it, the running daemon is asked")
        ->type_name("DIR");
    command->add_option("--after", options->after, "Begin behind this position")
        ->type_name("POSITION");
    command->callback([&action, options] {
        action = [options](const Session& session) { return run_print(session, *options); };
    });
}

}  // namespace callwatch::ctl
