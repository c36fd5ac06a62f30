#include <algorithm>
#include <array>
#include <memory>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "daemon/ctl/command_sender.hpp"
#include "daemon/ctl/failure.hpp"
#include "daemon/ctl/messages.hpp"
#include "daemon/ctl/text.hpp"

namespace callwatch::ctl {
namespace {

using callwatch::v1::MessageResolve;

struct MessageOptions {
    std::string message;
    std::string text;
    std::string at;
    std::string to;
    std::string reason;
    bool release = false;
};

using Build = callwatch::v1::Command (*)(const MessageOptions& options, std::int64_t at_us);

struct ReasonWord {
    const char* word;
    MessageResolve::Reason reason;
};
constexpr std::array reasons{ReasonWord{"spam", MessageResolve::SPAM},
                             ReasonWord{"wrong_number", MessageResolve::WRONG_NUMBER},
                             ReasonWord{"no_reply_needed", MessageResolve::NO_REPLY_NEEDED},
                             ReasonWord{"personal", MessageResolve::PERSONAL},
                             ReasonWord{"caller_reached", MessageResolve::CALLER_REACHED}};

callwatch::v1::Command build_return(const MessageOptions& options, std::int64_t at_us)
{
    callwatch::v1::Command command;
    auto& said = *command.mutable_message_return();
    said.set_message(options.message);
    said.set_reason(options.text);
    said.set_at_us(at_us);
    return command;
}

callwatch::v1::Command build_attempt(const MessageOptions& options, std::int64_t at_us)
{
    callwatch::v1::Command command;
    auto& said = *command.mutable_message_attempt();
    said.set_message(options.message);
    said.set_note(options.text);
    said.set_at_us(at_us);
    return command;
}

callwatch::v1::Command build_resolve(const MessageOptions& options, std::int64_t)
{
    callwatch::v1::Command command;
    auto& said = *command.mutable_message_resolve();
    said.set_message(options.message);
    said.set_note(options.text);
    const auto* found = std::find_if(reasons.begin(), reasons.end(),
                                     [&](const auto& one) { return options.reason == one.word; });
    said.set_reason(found->reason);
    return command;
}

callwatch::v1::Command build_defer(const MessageOptions& options, std::int64_t)
{
    callwatch::v1::Command command;
    auto& said = *command.mutable_message_defer();
    said.set_message(options.message);
    said.set_to_workday(options.to);
    said.set_reason(options.text);
    return command;
}

callwatch::v1::Command build_carry(const MessageOptions& options, std::int64_t)
{
    callwatch::v1::Command command;
    command.mutable_message_carry()->set_message(options.message);
    command.mutable_message_carry()->set_reason(options.text);
    return command;
}

callwatch::v1::Command build_claim(const MessageOptions& options, std::int64_t)
{
    callwatch::v1::Command command;
    command.mutable_message_claim()->set_message(options.message);
    command.mutable_message_claim()->set_release(options.release);
    return command;
}

callwatch::v1::Command build_call_time(const MessageOptions& options, std::int64_t at_us)
{
    callwatch::v1::Command command;
    auto& said = *command.mutable_message_call_time();
    said.set_message(options.message);
    said.set_call_at_us(at_us);
    said.set_note(options.text);
    return command;
}

callwatch::v1::Command build_reopen(const MessageOptions& options, std::int64_t)
{
    callwatch::v1::Command command;
    command.mutable_message_reopen()->set_message(options.message);
    command.mutable_message_reopen()->set_reason(options.text);
    return command;
}

/// One act: its words on the command line, and what it becomes.
struct ActWords {
    const char* name;
    const char* summary;
    const char* example;
    const char* done;
    Build build;
    const char* text_option;  ///< "--reason" (required) or "--note"; empty: none.
    bool has_time = false;
};
constexpr std::array acts{
    ActWords{"return", "You called back and spoke with the caller",
             "message return pbx1/106@default#1795309119.0 --reason 'from my mobile' --at 16:20",
             "returned", build_return, "--reason", true},
    ActWords{"attempt", "You called, and nobody answered",
             "message attempt pbx1/106@default#1795309119.0 --at 16:20", "attempt recorded",
             build_attempt, "--note", true},
    ActWords{"resolve", "Nobody needs to call back, and why",
             "message resolve pbx1/106@default#1795309119.0 --reason wrong_number", "resolved",
             build_resolve, "--note", false},
    ActWords{"defer", "The caller wants to be called on a later workday",
             "message defer pbx1/106@default#1795309119.0 --to 2026-11-24 --reason 'is travelling'",
             "deferred", build_defer, "--reason", false},
    ActWords{"carry", "It stays open tonight; the day does not become clear by that",
             "message carry pbx1/106@default#1795309119.0 --reason 'no answer since four'",
             "carried over", build_carry, "--reason", false},
    ActWords{"claim", "You are calling this caller now; nobody else does meanwhile",
             "message claim pbx1/106@default#1795309119.0", "claimed", build_claim, "", false},
    ActWords{"remind", "The caller asks to be called at a time of the same day",
             "message remind pbx1/106@default#1795309119.0 --at 15:30", "you are reminded then",
             build_call_time, "--note", true},
    ActWords{"reopen", "It was closed by mistake",
             "message reopen pbx1/106@default#1795309119.0 --reason 'another caller was meant'",
             "open again", build_reopen, "--reason", false},
};

/// "16:20" or "2026-11-20 16:20", where the message's location is. Throws Failure.
std::int64_t stated_time(RequestClient& client, const MessageOptions& options)
{
    if (options.at.empty()) return 0;
    callwatch::v1::MessagesQuery query;
    query.set_include_closed(true);
    const auto messages = ask_messages(client, query);
    const auto found =
        std::find_if(messages.rows.begin(), messages.rows.end(),
                     [&](const auto& row) { return row.message() == options.message; });
    if (found == messages.rows.end())
        throw Failure{exit_usage, "there is no message " + clean(options.message)};
    const auto at =
        ask_local_times(client).parse(found->location_id(), options.at, messages.now_us);
    if (!at) throw Failure{exit_usage, "--at is a time as 16:20, or 2026-11-20 16:20"};
    return *at;
}

int run_act(const Session& session, const MessageOptions& options, const ActWords& act)
{
    RequestClient client = session.client();
    const auto at_us = act.has_time ? stated_time(client, options) : 0;
    return send_and_say(
        session, client, act.build(options, at_us),
        fmt::format("{}: {}.", clean(options.message), options.release ? "released" : act.done));
}

void add_act(CLI::App& message, Action& action, const ActWords& act)
{
    CLI::App* command = message.add_subcommand(act.name, act.summary);
    command->footer(std::string{"Example:\n  callwatchctl "} + act.example);
    auto options = std::make_shared<MessageOptions>();
    command->add_option("message", options->message, "As `callwatchctl messages` names it")
        ->type_name("MESSAGE")
        ->required();
    if (const std::string option = act.text_option; !option.empty())
        command
            ->add_option(option, options->text,
                         option == "--reason" ? "Why, in a sentence" : "A remark")
            ->type_name("TEXT")
            ->required(option == "--reason");
    if (act.has_time) {
        const bool is_wish = act.build == build_call_time;
        command
            ->add_option("--at", options->at,
                         is_wish ? "When: 15:30, at the location"
                                 : "When, if not just now: 16:20, at the location")
            ->type_name("TIME")
            ->required(is_wish);
    }
    if (act.build == build_defer)
        command->add_option("--to", options->to, "The workday")->type_name("DATE")->required();
    if (act.build == build_resolve) {
        std::vector<std::string> words;
        for (const auto& one : reasons) words.emplace_back(one.word);
        command->add_option("--reason", options->reason, "One of the closed list")
            ->type_name("REASON")
            ->required()
            ->check(CLI::IsMember(words));
    }
    if (act.build == build_claim) command->add_flag("--release", options->release, "Give it back");
    command->callback([&action, options, act] {
        action = [options, act](const Session& session) { return run_act(session, *options, act); };
    });
}

}  // namespace

void add_message(CLI::App& app, Action& action)
{
    CLI::App* message =
        app.add_subcommand("message", "Say what became of a message; needs a key (--key)");
    message->require_subcommand(1);
    message->footer(
        "Example:\n  callwatchctl message resolve pbx1/106@default#1795309119.0 --reason spam\n\n"
        "Calls back that the telephone system sees need none of this: they close their messages "
        "by themselves.");
    for (const auto& act : acts) add_act(*message, action, act);
    add_number(*message, action);
}

}  // namespace callwatch::ctl
