#include <memory>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "daemon/ctl/command_sender.hpp"
#include "daemon/ctl/failure.hpp"
#include "daemon/ctl/key_words.hpp"
#include "daemon/keys/hex.hpp"
#include "daemon/keys/key_file.hpp"
#include "daemon/recovery/first_key.hpp"

namespace callwatch::ctl {
namespace {

struct KeyAdmitOptions {
    std::string file;
    std::string data_directory;
    bool first = false;
    bool yes = false;
};

keys::PublicKey read(const KeyAdmitOptions& options)
try {
    auto key = keys::read_public_key(options.file);
    if (key.holder.role == Role::none)
        throw Failure{exit_usage, options.file +
                                      ": is the collector's own key, which is not admitted but "
                                      "named with --server-key"};
    return key;
} catch (const keys::KeyError& error) {
    throw Failure{exit_usage, error.what()};
}

void confirm(const Session& session, const KeyAdmitOptions& options, const keys::PublicKey& key)
{
    if (options.yes) return;
    const auto question = fmt::format(
        "This admits {}\nWhoever holds it acts in that name. Ask the holder, not by mail, whether "
        "theirs begins with {}.",
        describe(key), key.key.text.view().substr(0, key_digits_shown));
    if (!confirmed(session, question, "admit"))
        throw Failure{exit_negative, "nothing was admitted"};
}

int run_first(const Session& session, const KeyAdmitOptions& options)
{
    const auto key = read(options);
    FirstKey first{options.data_directory};
    const AdmitKey said{.key = key.key,
                        .sign_key = key.sign_key,
                        .role = key.holder.role,
                        .person = key.holder.person,
                        .source = {}};
    if (const auto refusal = first.refuse(said))
        throw Failure{exit_negative,
                      fmt::format("refused ({}): {}", word(refusal->code), refusal->detail)};
    confirm(session, options, key);
    const auto now = std::chrono::floor<Micros>(std::chrono::system_clock::now());
    const auto head = first.admit(said, now);
    if (session.json)
        session.out << pretty({{"admitted", key.key.text}, {"position", head.position}});
    else
        session.out << fmt::format("Admitted: {}\nOn record at position {}. Start the collector.\n",
                                   describe(key), head.position);
    return exit_ok;
}

int run_admit(const Session& session, const KeyAdmitOptions& options)
{
    if (options.first) return run_first(session, options);
    const auto key = read(options);
    RequestClient client = session.client();
    confirm(session, options, key);
    callwatch::v1::Command command;
    auto& said = *command.mutable_key_new();
    said.set_person(key.holder.person.text.str());
    said.set_role(word(key.holder.role));
    said.set_public_key(*keys::from_hex(key.key.text, keys::secret_bytes));
    if (!key.sign_key.empty()) said.set_sign_key(*keys::from_hex(key.sign_key, keys::secret_bytes));
    said.set_source_id(key.holder.source.text.str());
    return send_and_say(session, client, std::move(command),
                        fmt::format("Admitted: {}", describe(key)));
}

}  // namespace

void add_key_admit(CLI::App& key, Action& action)
{
    CLI::App* command = key.add_subcommand("admit", "Let a key in; only a manager can");
    command->footer(
        "Examples:\n  callwatchctl key admit alice.pub --key m1.key --server-key daemon.pub\n"
        "  callwatchctl key admit --first m1.pub --data /var/lib/callwatch\n\n"
        "The very first manager's key is admitted with --first, on the machine itself, while the\n"
        "collector is stopped: as the user that the collector runs as.");
    auto options = std::make_shared<KeyAdmitOptions>();
    command->add_option("file", options->file, "The public part of the key")
        ->type_name("FILE.pub")
        ->required();
    auto* first = command->add_flag("--first", options->first,
                                    "No manager has a key yet, and the collector is stopped");
    auto* data = command
                     ->add_option("--data", options->data_directory,
                                  "With --first: data directory of the daemon")
                     ->type_name("DIR");
    first->needs(data);
    data->needs(first);
    command->add_flag("--yes", options->yes, "Do not ask");
    command->callback([&action, options] {
        action = [options](const Session& session) { return run_admit(session, *options); };
    });
}

}  // namespace callwatch::ctl
