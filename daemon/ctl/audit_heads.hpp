#pragma once

#include <optional>
#include <string>
#include <vector>

#include "daemon/audit/signed_head.hpp"
#include "daemon/ctl/row_json.hpp"

namespace callwatch::ctl {

/// Heads that were kept elsewhere, every signature on them checked.
struct KeptHeads {
    std::vector<JournalHead> heads;
    std::optional<SignedHead> newest;  ///< Of those that are signed.
    bool is_vouched_for = false;       ///< The signing key is that of --daemon-key.

    /// Adds a signed one; `where` names it. Throws Failure: it is not signed, or by another key.
    void add(const SignedHead& head, const std::string& where);

    std::string daemon_sign_key;  ///< Of --daemon-key; empty: none was given.
};

/// What --head and --daemon-key say: POSITION:HASH, or a file with a head in every line, as the
/// collector's journal.head_export has it (one) or as somebody gathered them (at most 10 000).
/// Either may be empty. Throws Failure.
KeptHeads read_kept_heads(const std::string& head, const std::string& daemon_key);

/// {"position", "time", "sign_key", "vouched_for"}, or null.
Json signed_head_json(const KeptHeads& kept);
/// "The head at position 12 was signed …", a line; empty if none is signed.
std::string signed_head_text(const KeptHeads& kept);

}  // namespace callwatch::ctl
