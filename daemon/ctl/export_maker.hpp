#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "daemon/audit/report.hpp"
#include "daemon/audit/selection.hpp"
#include "daemon/audit/signature_check.hpp"
#include "daemon/ctl/audit_heads.hpp"
#include "daemon/ctl/export_lines.hpp"
#include "daemon/ctl/vault_hashes.hpp"
#include "daemon/wire/fact_codec.hpp"

namespace callwatch::ctl {

/// What was exported.
struct ExportMade {
    ExportHeader header;
    std::uint64_t records = 0;   ///< Facts that belong to the location and the period.
    std::uint64_t told = 0;      ///< Facts, with those that share a row with one of these.
    std::uint64_t withheld = 0;  ///< Rows.
};

/// Makes an export of a journal's files, also beside the daemon: two walks over the chain, each
/// verifying it. A row is held in memory at a time, and what the page needs.
class ExportMaker {
public:
    ExportMaker(const std::string& data_directory, ExportScope scope, std::string zone,
                const KeptHeads& kept);

    using WriteLine = std::function<void(std::string_view)>;
    /// Writes the lines of the export. Throws Failure: the journal is broken (exit 4), or has no
    /// record of the location and the period (exit 1).
    ExportMade make(const WriteLine& write);

    /// The same records for the page. After make().
    const Report& report() const { return report_; }

private:
    void select();
    void take(const StoredRow& row);
    void begin(const StoredRow& row);
    bool has_record(const StoredRow& row);
    void tell(const StoredRow& row);
    void tell_remarks(const Fact& fact);
    void tell_remark(const RemarkToken& token);

    std::string journal_path_;
    Selection selection_;
    KeptHeads kept_;
    VaultHashes hashes_;
    FactReader reader_;
    std::optional<SignatureCheck> check_;  ///< Once the first record was found.
    Report report_;
    ExportMade made_;
    const WriteLine* write_ = nullptr;
};

}  // namespace callwatch::ctl
