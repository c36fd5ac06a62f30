#include <memory>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "daemon/ctl/command_sender.hpp"
#include "daemon/ctl/key_words.hpp"
#include "daemon/keys/hex.hpp"

namespace callwatch::ctl {
namespace {

struct KeyRevokeOptions {
    std::string key;
    std::string reason;
};

int run_list(const Session& session)
{
    RequestClient client = session.client();
    const auto rows = ask_keys(client);
    session.out << (session.json ? pretty(keys_json(rows)) : keys_table(rows, session.look));
    return exit_ok;
}

int run_revoke(const Session& session, const KeyRevokeOptions& options)
{
    RequestClient client = session.client();
    const auto key = find_key(client, options.key);
    callwatch::v1::Command command;
    command.mutable_key_revoke()->set_public_key(
        keys::from_hex(key, keys::secret_bytes).value_or(std::string{}));
    command.mutable_key_revoke()->set_reason(options.reason);
    return send_and_say(session, client, std::move(command),
                        fmt::format("Revoked: {}…, for good.", key.substr(0, key_digits_shown)));
}

void add_list(CLI::App& key, Action& action)
{
    CLI::App* command = key.add_subcommand("list", "Every key: whose, what for, since when");
    command->footer("Example:\n  callwatchctl key list --key m1.key --server-key daemon.pub");
    command->callback([&action] { action = run_list; });
}

void add_revoke(CLI::App& key, Action& action)
{
    CLI::App* command = key.add_subcommand("revoke", "Let a key in no more; it never comes back");
    command->footer("Example:\n  callwatchctl key revoke 1a2b3c4d --reason 'telephone stolen'");
    auto options = std::make_shared<KeyRevokeOptions>();
    command->add_option("which", options->key, "Its first digits, or its NAME.pub")
        ->type_name("KEY")
        ->required();
    command->add_option("--reason", options->reason, "Why, in a sentence")
        ->type_name("TEXT")
        ->required();
    command->callback([&action, options] {
        action = [options](const Session& session) { return run_revoke(session, *options); };
    });
}

}  // namespace

void add_key(CLI::App& app, Action& action)
{
    CLI::App* key = app.add_subcommand("key", "Keys: who is who, and may do what");
    key->require_subcommand(1);
    key->footer(
        "Example:\n  callwatchctl key new alice --role supervisor --person alice\n\n"
        "config/README.md tells the way from no keys to keys.");
    add_key_new(*key, action);
    add_key_admit(*key, action);
    add_revoke(*key, action);
    add_list(*key, action);
}

}  // namespace callwatch::ctl
