#include "daemon/ctl/audit_findings.hpp"

#include <fmt/format.h>

#include "daemon/ctl/figures.hpp"
#include "daemon/ctl/journal_verify.hpp"
#include "daemon/ctl/text.hpp"

namespace callwatch::ctl {
namespace {

Json findings_json(const std::vector<SignatureFindings::Finding>& findings)
{
    Json json = Json::array();
    for (const auto& one : findings)
        json.push_back({{"position", one.position}, {"what", one.what}});
    return json;
}

std::string lines(const char* title, const std::vector<SignatureFindings::Finding>& findings)
{
    std::string text;
    for (const auto& one : findings)
        text += fmt::format("{} at position {}: {}\n", title, one.position, clean(one.what));
    return text;
}

}  // namespace

void SignatureFindings::add(Position position, const SignatureOutcome& outcome)
{
    const auto list = [&](std::uint64_t& count, std::vector<Finding>& first) {
        ++count;
        if (first.size() < listed_max) first.push_back({position, outcome.what});
    };
    switch (outcome.state) {
        case SignatureOutcome::State::proved: ++proved; break;
        case SignatureOutcome::State::not_proved: list(not_proved, not_proved_first); break;
        case SignatureOutcome::State::not_signed: list(not_signed, not_signed_first); break;
        case SignatureOutcome::State::refuted: list(refuted, refuted_first); break;
    }
}

Json audit_json(const AuditFindings& found)
{
    auto json = verification_json(found.chain);
    const auto& signatures = found.signatures;
    json["verified"] = found.is_good();
    // Only rows before a fault of the chain are looked at, so that a signature's is the first.
    if (signatures.refuted > 0) json["fault"] = findings_json(signatures.refuted_first)[0];
    json["signatures"] = {{"proved", signatures.proved},
                          {"not_proved", signatures.not_proved},
                          {"not_signed", signatures.not_signed},
                          {"refuted", signatures.refuted},
                          {"not_proved_first", findings_json(signatures.not_proved_first)},
                          {"not_signed_first", findings_json(signatures.not_signed_first)},
                          {"refuted_first", findings_json(signatures.refuted_first)}};
    json["signed_head"] = signed_head_json(found.kept);
    return json;
}

std::string audit_text(const AuditFindings& found)
{
    return wrong_signatures_text(found) + verification_text(found.chain, found.against_kept_head) +
           signatures_text(found);
}

std::string wrong_signatures_text(const AuditFindings& found)
{
    return lines("WRONG SIGNATURE", found.signatures.refuted_first);
}

std::string signatures_text(const AuditFindings& found)
{
    const auto& signatures = found.signatures;
    auto text = fmt::format("Signatures of people: {} proved, {} not proved, {} wrong.\n",
                            count(signatures.proved), count(signatures.not_proved),
                            count(signatures.refuted));
    text += lines("Not proved", signatures.not_proved_first);
    text += lines("Not signed", signatures.not_signed_first);
    if (!found.vault.empty() && signatures.not_proved > 0)
        text += fmt::format("The vault was not read: {}.\n", clean(found.vault));
    return text + signed_head_text(found.kept);
}

}  // namespace callwatch::ctl
