#pragma once

#include <string>
#include <vector>

#include "daemon/audit/signature_check.hpp"
#include "daemon/ctl/audit_heads.hpp"
#include "daemon/ctl/row_json.hpp"
#include "daemon/journal/chain_verifier.hpp"

namespace callwatch::ctl {

/// What holding the signatures against the record has found.
class SignatureFindings {
public:
    struct Finding {
        Position position;
        std::string what;
    };
    void add(Position position, const SignatureOutcome& outcome);

    std::uint64_t proved = 0;
    std::uint64_t not_proved = 0;
    std::uint64_t not_signed = 0;
    std::uint64_t refuted = 0;
    std::vector<Finding> not_proved_first;  ///< At most listed_max.
    std::vector<Finding> not_signed_first;  ///< At most listed_max.
    std::vector<Finding> refuted_first;     ///< At most listed_max.

    static constexpr std::size_t listed_max = 100;
};

/// Everything that `audit verify` says.
struct AuditFindings {
    Verification chain;
    SignatureFindings signatures;
    KeptHeads kept;
    bool against_kept_head = false;
    std::string vault;  ///< Why its texts could not be had; empty: they could, or none was needed.

    bool is_good() const { return !chain.fault && signatures.refuted == 0; }
};

/// The keys of verification_json(), `signatures` and `signed_head`; `fault` is the first one.
Json audit_json(const AuditFindings& found);
std::string audit_text(const AuditFindings& found);

/// Of audit_text(), what is said of signatures and of the head.
std::string signatures_text(const AuditFindings& found);
/// A line for each that is wrong; empty if none is.
std::string wrong_signatures_text(const AuditFindings& found);

}  // namespace callwatch::ctl
