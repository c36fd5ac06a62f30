#include <CLI/CLI.hpp>

#include "daemon/ctl/session.hpp"

namespace callwatch::ctl {

void add_audit(CLI::App& app, Action& action)
{
    CLI::App* audit =
        app.add_subcommand("audit", "The proof: verify the record, export a location's days");
    audit->require_subcommand(1);
    audit->footer(
        "Example:\n  callwatchctl audit export northside 2026-11-01 2026-11-30 --data "
        "/var/lib/callwatch --out proof");
    add_audit_verify(*audit, action);
    add_audit_export(*audit, action);
}

}  // namespace callwatch::ctl
