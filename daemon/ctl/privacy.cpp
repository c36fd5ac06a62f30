#include <chrono>
#include <istream>
#include <memory>

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "daemon/ctl/failure.hpp"
#include "daemon/ctl/figures.hpp"
#include "daemon/ctl/row_json.hpp"
#include "daemon/ctl/session.hpp"
#include "daemon/ctl/text.hpp"
#include "daemon/journal/vault_reader.hpp"
#include "daemon/recovery/number_erasure.hpp"

namespace callwatch::ctl {
namespace {

using std::chrono::days;
using std::chrono::floor;

constexpr int retention_days = 90;  // The policy's default; the terminal does not read the policy.
constexpr int days_max = 36'500;

struct PrivacyOptions {
    std::string data_directory;
    std::string number;
    int older_than = retention_days;
    bool yes = false;
};

Instant now() { return floor<Micros>(std::chrono::system_clock::now()); }

std::string date_text(VaultDay day)
{
    return fmt::format("{:%F}", std::chrono::sys_days{days{day}});
}

int run_show(const Session& session, const PrivacyOptions& options)
{
    const auto before = floor<days>(now()) - days{options.older_than};
    const auto found = count_vault(options.data_directory + "/vault.db",
                                   static_cast<VaultDay>(before.time_since_epoch().count()));
    if (session.json) {
        session.out << pretty(
            {{"numbers", found.texts},
             {"oldest_use", found.texts == 0 ? Json{} : Json(date_text(found.oldest_use))},
             {"older_than_days", options.older_than},
             {"unused", found.unused}});
        return exit_ok;
    }
    session.out << fmt::format("Numbers in the vault: {}.\n", count(found.texts));
    if (found.texts > 0)
        session.out << fmt::format("The longest unused one was used last on {} (UTC).\n",
                                   date_text(found.oldest_use));
    session.out << fmt::format(
        "Unused for more than {} days: {}. The collector erases what is older than "
        "pii_retention_days\n(policy.toml), but for callers who are still to be called back.\n",
        options.older_than, count(found.unused));
    return exit_ok;
}

std::string question(const NumberErasure::Found& found, const PrivacyOptions& options)
{
    if (options.number.empty())
        return fmt::format("{} numbers that nobody used for {} days{} will be erased for good.\n",
                           count(found.numbers.size()), options.older_than,
                           found.needed == 0 ? std::string{}
                                             : fmt::format(" ({} more are still to be called back, "
                                                           "and are kept)",
                                                           count(found.needed)));
    return fmt::format("{} will be erased for good.\n{}", mask(options.number),
                       found.needed == 0
                           ? ""
                           : "A message of this caller is still to be returned: no call to this "
                             "number will close it any more.\n");
}

bool confirmed(const Session& session)
{
    session.err << "Nothing brings numbers back. Type erase to go on: " << std::flush;
    std::string word;
    return session.in != nullptr && std::getline(*session.in, word) && word == "erase";
}

int run_erase(const Session& session, const PrivacyOptions& options)
{
    NumberErasure erasure{options.data_directory};
    const auto found = options.number.empty() ? erasure.unused_for(days{options.older_than}, now())
                                              : erasure.find(options.number);
    if (found.numbers.empty()) {
        if (!options.number.empty())
            throw Failure{exit_negative, "this number is not in the vault: nothing was erased"};
    } else if (!options.yes) {
        session.err << question(found, options);
        if (!confirmed(session)) throw Failure{exit_negative, "nothing was erased"};
    }
    const auto head = erasure.erase(found);
    const auto text = fmt::format("{}:{}", head.position, to_hex(head.hash));
    if (session.json)
        session.out << pretty(
            {{"erased", found.numbers.size()}, {"still_needed", found.needed}, {"head", text}});
    else
        session.out << fmt::format("Erased: {} numbers. On record in the journal.\nhead {}\n",
                                   count(found.numbers.size()), text);
    return exit_ok;
}

void add_data(CLI::App& command, PrivacyOptions& options)
{
    command.add_option("--data", options.data_directory, "Data directory of the daemon")
        ->type_name("DIR")
        ->required();
}

void add_show(CLI::App& privacy, Action& action)
{
    CLI::App* command = privacy.add_subcommand("show", "How many numbers are kept, and since when");
    command->footer("Example:\n  callwatchctl privacy show --data /var/lib/callwatch");
    auto options = std::make_shared<PrivacyOptions>();
    add_data(*command, *options);
    command->add_option("--older-than", options->older_than, "Count those unused for so many days")
        ->type_name("DAYS")
        ->check(CLI::Range(1, days_max))
        ->capture_default_str();
    command->callback([&action, options] {
        action = [options](const Session& session) { return run_show(session, *options); };
    });
}

void add_erase(CLI::App& privacy, Action& action)
{
    CLI::App* command =
        privacy.add_subcommand("erase", "Erase numbers for good; the collector must be stopped");
    command->footer(
        "Examples:\n  callwatchctl privacy erase --data /var/lib/callwatch --number '+1 512 555 "
        "0142'\n"
        "  callwatchctl privacy erase --data /var/lib/callwatch --older-than 30 --yes\n\n"
        "Asks before it does. The journal keeps that and when, and its chain stays whole.");
    auto options = std::make_shared<PrivacyOptions>();
    add_data(*command, *options);
    auto* which = command->add_option_group("which");
    which->add_option("--number", options->number, "This number")->type_name("NUMBER");
    which
        ->add_option("--older-than", options->older_than, "All that were not used for so many days")
        ->type_name("DAYS")
        ->check(CLI::Range(1, days_max));
    which->require_option(1);
    command->add_flag("--yes", options->yes, "Do not ask");
    command->callback([&action, options] {
        action = [options](const Session& session) { return run_erase(session, *options); };
    });
}

}  // namespace

void add_privacy(CLI::App& app, Action& action)
{
    CLI::App* privacy = app.add_subcommand("privacy", "Callers' numbers: the vault");
    privacy->require_subcommand(1);
    privacy->footer("Example:\n  callwatchctl privacy show --data /var/lib/callwatch");
    add_show(*privacy, action);
    add_erase(*privacy, action);
}

}  // namespace callwatch::ctl
