#include "daemon/ctl/journal_verify.hpp"

#include <memory>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "daemon/ctl/failure.hpp"
#include "daemon/ctl/figures.hpp"
#include "daemon/ctl/session.hpp"
#include "daemon/ctl/text.hpp"

namespace callwatch::ctl {
namespace {

struct VerifyOptions {
    std::string data_directory;
    std::string head;  ///< Empty: none was kept.
};

int run_verify(const Session& session, const VerifyOptions& options)
{
    std::optional<JournalHead> kept;
    if (!options.head.empty()) {
        kept = parse_head(options.head);
        if (!kept) {
            throw Failure{exit_usage,
                          fmt::format("--head {}: must be POSITION:HASH, the hash with 64 hex "
                                      "digits, as `journal verify` prints it",
                                      clean(options.head))};
        }
    }
    const auto found = verify_journal(options.data_directory + "/journal.db", kept);
    session.out << (session.json ? pretty(verification_json(found))
                                 : verification_text(found, kept.has_value()));
    return found.fault ? exit_journal : exit_ok;
}

}  // namespace

Json verification_json(const Verification& verification)
{
    Json fault;
    if (verification.fault) {
        fault = {{"position", verification.fault->position}, {"what", verification.fault->what}};
    }
    return {{"verified", !verification.fault.has_value()},
            {"rows", verification.rows},
            {"archived", verification.archived},
            {"segments", verification.segments},
            {"facts", verification.head.position - verification.archived},
            {"head", describe(verification.head)},
            {"fault", fault}};
}

std::string verification_text(const Verification& verification, bool against_kept_head)
{
    std::string text;
    if (verification.fault) {
        text =
            fmt::format("BROKEN at position {}: {}\nGood before it: ", verification.fault->position,
                        clean(verification.fault->what));
    } else {
        text = against_kept_head ? "Verified, and it passes through the head that was kept.\n"
                                 : "Verified from the first row to the last.\n";
    }
    text += fmt::format("Facts: {}. Rows: {}. Segments: {}.\nhead {}\n",
                        count(verification.head.position - verification.archived),
                        count(verification.rows), fmt::join(verification.segments, " "),
                        describe(verification.head));
    if (verification.archived > 0)
        text += fmt::format(
            "Facts 1 to {} are not here: their segments were moved away. Verify "
            "them where they are.\n",
            verification.archived);
    if (!verification.fault && !against_kept_head) {
        text +=
            "Rows cut off at the end show only against a head kept elsewhere: keep this line, and "
            "give it as --head.\n";
    }
    return text;
}

void add_journal_verify(CLI::App& journal, Action& action)
{
    CLI::App* command = journal.add_subcommand(
        "verify", "Walk the hash chain over all segments in DIR; exit 4 if it is broken");
    command->footer(
        "Example:\n  callwatchctl journal verify --data /var/lib/callwatch --head 1234:3f2a…\n\n"
        "It may run beside the daemon.");
    auto options = std::make_shared<VerifyOptions>();
    command->add_option("--data", options->data_directory, "Data directory of the daemon")
        ->type_name("DIR")
        ->required();
    command
        ->add_option("--head", options->head,
                     "A head kept elsewhere: the chain must pass through it")
        ->type_name("POSITION:HASH");
    command->callback([&action, options] {
        action = [options](const Session& session) { return run_verify(session, *options); };
    });
}

}  // namespace callwatch::ctl
