#include <filesystem>
#include <memory>

#include <CLI/CLI.hpp>

#include "daemon/ctl/audit_findings.hpp"
#include "daemon/ctl/export_check.hpp"
#include "daemon/ctl/failure.hpp"
#include "daemon/ctl/session.hpp"
#include "daemon/ctl/text.hpp"
#include "daemon/ctl/vault_hashes.hpp"
#include "daemon/journal/journal_file.hpp"
#include "daemon/wire/fact_codec.hpp"

namespace callwatch::ctl {
namespace {

struct VerifyOptions {
    std::string data_directory;
    std::string export_file;
    std::string head;
    std::string daemon_key;
};

AuditFindings verify_data(const std::string& folder, KeptHeads kept)
{
    AuditFindings found;
    found.against_kept_head = !kept.heads.empty();
    VaultHashes hashes{folder};
    FactReader reader;
    std::optional<SignatureCheck> check;
    const auto look_at = [&](const StoredRow& row) {
        if (!check)
            check.emplace([&](const auto& token) { return hashes.of(token); },
                          static_cast<Position>(row.first) - 1);
        for_each_fact(row, [&](Position position, std::string_view bytes) {
            const auto fact = reader.read(bytes);
            if (!fact) return;
            if (const auto outcome = check->take(**fact)) found.signatures.add(position, *outcome);
        });
    };
    found.chain = verify_journal(folder + "/journal.db", kept.heads, look_at);
    found.vault = hashes.why_not();
    found.kept = std::move(kept);
    return found;
}

int run_verify(const Session& session, const VerifyOptions& options)
{
    auto kept = read_kept_heads(options.head, options.daemon_key);
    if (!options.export_file.empty()) {
        const auto found = check_export(options.export_file, std::move(kept));
        session.out << (session.json ? pretty(export_json(found)) : export_text(found));
        return found.audit.is_good() ? exit_ok : exit_journal;
    }
    if (!options.daemon_key.empty() && !kept.newest)
        throw Failure{exit_usage,
                      "--daemon-key: nothing that is signed was given: name the collector's "
                      "head_export with --head FILE"};
    const auto found = verify_data(options.data_directory, std::move(kept));
    session.out << (session.json ? pretty(audit_json(found)) : audit_text(found));
    return found.is_good() ? exit_ok : exit_journal;
}

}  // namespace

void add_audit_verify(CLI::App& audit, Action& action)
{
    CLI::App* command = audit.add_subcommand(
        "verify", "Prove a journal, or an export of it: chain, signatures, heads; exit 4 if not");
    command->footer(
        "Examples:\n"
        "  callwatchctl audit verify --data /var/lib/callwatch --head share/callwatch.head \\\n"
        "      --daemon-key daemon.pub\n"
        "  callwatchctl audit verify --export northside.jsonl --daemon-key daemon.pub\n\n"
        "It may run beside the daemon. An export needs nothing else to be verified.");
    auto options = std::make_shared<VerifyOptions>();
    auto* what = command->add_option_group("what");
    what->add_option("--data", options->data_directory, "Data directory of the daemon")
        ->type_name("DIR");
    what->add_option("--export", options->export_file, "A file that `audit export` made")
        ->type_name("FILE");
    what->require_option(1);
    command
        ->add_option("--head", options->head,
                     "Heads kept elsewhere, the collector's head_export for one: the chain must "
                     "pass through them")
        ->type_name("POSITION:HASH|FILE");
    command
        ->add_option("--daemon-key", options->daemon_key,
                     "The collector's daemon.pub: it must have signed the head")
        ->type_name("FILE");
    command->callback([&action, options] {
        action = [options](const Session& session) { return run_verify(session, *options); };
    });
}

}  // namespace callwatch::ctl
