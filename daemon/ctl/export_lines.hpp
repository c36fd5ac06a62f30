#pragma once

#include <optional>
#include <string>
#include <variant>

#include "daemon/audit/signed_head.hpp"
#include "daemon/ctl/row_json.hpp"
#include "daemon/journal/chain.hpp"

namespace callwatch::ctl {

// An export is a file of JSON lines (README.md lists their keys): first what it is, then every row
// of the chain from the first that has a record of it to the journal's end, and before a row the
// hashes of the texts that its signatures need. A row without a record is withheld: only its digest
// is told.

struct ExportHeader {
    std::string location;
    std::string from;  ///< "2026-11-20"
    std::string to;
    std::string zone;
    std::string software;
    JournalHead begins_after;  ///< Where the row before the first one ends.
    JournalHead head;          ///< Where the last one ends.
    std::optional<SignedHead> signed_head;
};

/// A row with its facts, as the file has it; `view()` is good as long as it lives.
struct ToldRow {
    std::int64_t first = 0;
    std::int64_t count = 0;
    std::int64_t format = 0;
    std::string previous;
    std::string hash;
    std::string bytes;
    Json facts;  ///< The same facts as journal print has them.

    StoredRow view() const { return {first, count, format, previous, hash, bytes}; }
};

struct RemarkHash {
    std::string token;
    std::string sha256;
};

std::string header_line(const ExportHeader& header);
std::string told_line(const StoredRow& row);
/// Rows of row_format_of_bytes cannot be withheld.
std::string withheld_line(const StoredRow& row);
std::string remark_line(const RemarkHash& remark);

using ExportLine = std::variant<ExportHeader, ToldRow, WithheldRow, RemarkHash>;
/// Nothing if it is no line of an export, or of one of a later format.
std::optional<ExportLine> parse_export_line(const std::string& line);

/// Do the readable facts of a row say what its bytes say? The position of the first that does not.
std::optional<Position> first_misread(const ToldRow& row);

}  // namespace callwatch::ctl
