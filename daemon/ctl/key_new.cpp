#include <filesystem>
#include <memory>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "daemon/ctl/failure.hpp"
#include "daemon/ctl/key_words.hpp"
#include "daemon/ctl/passphrase.hpp"
#include "daemon/keys/key_file.hpp"

namespace callwatch::ctl {
namespace {

struct KeyNewOptions {
    std::string name;
    std::string role;
    std::string person;
    std::string source;
};

keys::Holder holder_of(const KeyNewOptions& options)
{
    const keys::Holder holder{.role = parse_role(options.role).value_or(Role::none),
                              .person = {options.person},
                              .source = {options.source}};
    if (is_of_people(holder.role) == options.person.empty())
        throw Failure{exit_usage, is_of_people(holder.role)
                                      ? "whose key is it? --person, as the organisation file names"
                                        " her"
                                      : "a key of role " + options.role +
                                            " is nobody's: no "
                                            "--person"};
    if ((holder.role == Role::source) == options.source.empty())
        throw Failure{exit_usage, holder.role == Role::source
                                      ? "of which source? --source, as the organisation file names "
                                        "it"
                                      : "--source is for the role source only"};
    return holder;
}

int run_key_new(const Session& session, const KeyNewOptions& options)
try {
    const auto holder = holder_of(options);
    const std::string secret_file = options.name + ".key";
    const std::string public_file = options.name + ".pub";
    for (const auto& file : {secret_file, public_file})
        if (std::filesystem::exists(file))
            throw Failure{exit_usage, file + " is there already, and is not written over"};
    const auto key = keys::make_key(holder);
    const auto passphrase = is_of_people(holder.role)
                              ? ask_new_passphrase(session.credentials.options().passphrase_file)
                              : keys::Secret{};
    keys::write_key(secret_file, key, passphrase);
    keys::write_public_key(public_file, key.part);
    if (session.json)
        session.out << pretty(
            {{"key", key.part.key.text}, {"key_file", secret_file}, {"public_file", public_file}});
    else
        session.out << fmt::format(
            "{}: the key itself. Keep it where only its holder can read it.\n"
            "{}: its public part, for a manager: callwatchctl key admit {}\n"
            "Both begin with {}.\n",
            secret_file, public_file, public_file,
            key.part.key.text.view().substr(0, key_digits_shown));
    return exit_ok;
} catch (const keys::KeyError& error) {
    throw Failure{exit_usage, error.what()};
}

}  // namespace

void add_key_new(CLI::App& key, Action& action)
{
    CLI::App* command = key.add_subcommand("new", "Make a key: NAME.key and NAME.pub");
    command->footer(
        "Examples:\n  callwatchctl key new alice --role supervisor --person alice\n"
        "  callwatchctl key new pbx1 --role source --source pbx1\n"
        "  callwatchctl key new wall --role viewer\n\n"
        "A person's key is sealed with a passphrase, which is asked for twice (or "
        "--passphrase-file).\nKeys of machines are not sealed: whoever can read the file has the "
        "key.");
    auto options = std::make_shared<KeyNewOptions>();
    command->add_option("name", options->name, "Path and name of the two files")
        ->type_name("NAME")
        ->required();
    command->add_option("--role", options->role, "What it is for")
        ->type_name("ROLE")
        ->required()
        ->check(CLI::IsMember(
            {"viewer", "source", "staff", "operator", "supervisor", "manager", "auditor"}));
    command->add_option("--person", options->person, "Whose it is")->type_name("PERSON");
    command->add_option("--source", options->source, "Which source's it is")->type_name("SOURCE");
    command->callback([&action, options] {
        action = [options](const Session& session) { return run_key_new(session, *options); };
    });
}

}  // namespace callwatch::ctl
