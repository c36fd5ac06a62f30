#pragma once

#include <string>

#include "daemon/ctl/audit_findings.hpp"
#include "daemon/ctl/export_lines.hpp"

namespace callwatch::ctl {

struct ExportFindings {
    AuditFindings audit;
    ExportHeader header;
    std::uint64_t told = 0;      ///< Facts.
    std::uint64_t withheld = 0;  ///< Rows of which only the digest is told.
};

/// Verifies an export by itself: every row's hash is made again, the chain leads from the first to
/// the head, the readable facts are those of the bytes, and every signature on a day or a
/// departure of the location is held against them. `kept` must lie inside what the file holds.
/// Throws Failure: it cannot be read, is no export, or holds none of the kept heads.
ExportFindings check_export(const std::string& path, KeptHeads kept);

Json export_json(const ExportFindings& found);
std::string export_text(const ExportFindings& found);

}  // namespace callwatch::ctl
