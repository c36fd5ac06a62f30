#include <algorithm>
#include <istream>
#include <map>
#include <memory>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "daemon/ctl/command_sender.hpp"
#include "daemon/ctl/day.hpp"
#include "daemon/ctl/failure.hpp"
#include "daemon/ctl/text.hpp"
#include "daemon/journal/sha256.hpp"
#include "daemon/keys/signature.hpp"
#include "daemon/model/statements.hpp"

namespace callwatch::ctl {
namespace {

using callwatch::v1::DayReply;

struct SignOptions {
    std::string location;
    std::string date;
    std::vector<std::string> exceptions;  ///< "MESSAGE=REASON"
    std::string note;
    bool on_behalf = false;
    bool yes = false;
};

using Reasons = std::map<std::string, std::string>;  ///< By message.

Reasons parse_exceptions(const std::vector<std::string>& texts)
{
    Reasons reasons;
    for (const auto& text : texts) {
        const auto at = text.find('=');
        if (at == std::string::npos || at == 0 || at + 1 == text.size())
            throw Failure{exit_usage, "--except is MESSAGE=REASON, not " + clean(text)};
        reasons[text.substr(0, at)] = text.substr(at + 1);
    }
    return reasons;
}

/// Messages of the check that are still to be answered for.
std::vector<std::string> open_messages(const DayReply& day)
{
    std::vector<std::string> open;
    for (const auto& row : day.open())
        if (row.needs_exception()) open.push_back(row.message());
    return open;
}

std::string ask_line(const Session& session, const std::string& question)
{
    session.err << question << std::flush;
    std::string line;
    if (session.in == nullptr || !std::getline(*session.in, line))
        throw Failure{exit_negative, "nothing was signed"};
    return line;
}

/// Asks why each message that nobody has named stays open.
void complete(const Session& session, const DayReply& day, Reasons& reasons)
{
    for (const auto& message : open_messages(day)) {
        if (reasons.contains(message)) continue;
        if (session.json || session.in == nullptr)
            throw Failure{exit_usage, clean(message) +
                                          " is open: return it, or name it with "
                                          "--except MESSAGE=REASON"};
        reasons[message] =
            ask_line(session, fmt::format("{} is open. Why does it stay so? ", clean(message)));
    }
}

DayStatement statement_of(const DayReply& day, const SignOptions& options, const Reasons& reasons,
                          const std::string& by)
{
    DayStatement statement{.location = day.day().location_id(),
                           .date = day.day().business_date(),
                           .revision = day.day().revision(),
                           .verdict = verdict_word(day.day().verdict()),
                           .record_hash = sha256_hex(day.record()),
                           .by = by,
                           .on_behalf = options.on_behalf,
                           .exceptions = {},
                           .note = options.note};
    for (const auto& [message, reason] : reasons) statement.exceptions.push_back({message, reason});
    return statement;
}

callwatch::v1::Command command_of(const DayStatement& statement, std::string signature)
{
    callwatch::v1::Command command;
    auto& sign = *command.mutable_day_sign();
    sign.set_location_id(statement.location);
    sign.set_business_date(statement.date);
    sign.set_revision(statement.revision);
    for (const auto& one : statement.exceptions) {
        auto& exception = *sign.add_exceptions();
        exception.set_message(one.message);
        exception.set_reason(one.reason);
    }
    sign.set_note(statement.note);
    sign.set_on_behalf(statement.on_behalf);
    sign.set_signature(std::move(signature));
    return command;
}

DayReply ask_day(RequestClient& client, const SignOptions& options)
{
    callwatch::v1::Request request;
    request.mutable_day()->set_location_id(options.location);
    request.mutable_day()->set_business_date(options.date);
    return client.ask(std::move(request)).day();
}

int run_sign(const Session& session, const SignOptions& options)
{
    const auto& key = session.credentials.key();
    RequestClient client = session.client();
    const auto day = ask_day(client, options);
    if (day.day().revision() == 0)
        throw Failure{exit_negative, "the check of this day has not been made yet"};
    if (!session.json) session.err << day_text(day, ask_local_times(client), session.look) << "\n";
    auto reasons = parse_exceptions(options.exceptions);
    complete(session, day, reasons);
    const auto statement = statement_of(day, options, reasons, key.part.holder.person.text.str());
    const auto text = describe(statement, sha256_hex);
    if (!options.yes) {
        session.err << "You sign:\n" << text;
        if (ask_line(session, "Type sign to sign it: ") != "sign")
            throw Failure{exit_negative, "nothing was signed"};
    }
    return send_and_say(
        session, client, command_of(statement, keys::sign(key, text)),
        fmt::format("{} {} is signed.", clean(statement.location), clean(statement.date)));
}

}  // namespace

void add_day_sign(CLI::App& day, Action& action)
{
    CLI::App* command =
        day.add_subcommand("sign", "Sign that you have checked the day (a supervisor's key)");
    command->footer(
        "Examples:\n  callwatchctl --key sue.key day sign northside\n"
        "  callwatchctl --key sue.key day sign northside 2026-11-20 \\\n"
        "      --except 'pbx1/106@default#1795309119.0=no answer since four' --yes\n\n"
        "Shows the check, asks why each open message stays open, and what you sign word by word. "
        "A signature\ndoes not change the verdict; what comes to light later is added beside it.");
    auto options = std::make_shared<SignOptions>();
    command->add_option("LOCATION", options->location, "Id of the location")->required();
    command->add_option("DATE", options->date, "Local date; without it, the current one");
    command
        ->add_option("--except", options->exceptions,
                     "A message that stays open, and why; once for each")
        ->type_name("MESSAGE=REASON");
    command->add_option("--note", options->note, "A remark; needed if the day is UNKNOWN")
        ->type_name("TEXT");
    command->add_flag("--on-behalf", options->on_behalf, "A manager, for the supervisor");
    command->add_flag("--yes", options->yes, "Do not ask");
    command->callback([&action, options] {
        action = [options](const Session& session) { return run_sign(session, *options); };
    });
}

}  // namespace callwatch::ctl
