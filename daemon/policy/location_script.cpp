#include "daemon/policy/location_script.hpp"

#include "daemon/policy/rights.hpp"

namespace callwatch {

std::optional<Refusal> take(const Known& known, const Actor& actor, const AttestScript& said,
                            Facts& out)
{
    const auto* location = known.directory.location(said.location);
    if (location == nullptr)
        return Refusal{Refusal::Code::unknown_subject,
                       "there is no location \"" + said.location.text + "\""};
    if (auto refusal = refuse(known, actor, Act::steer_message, said.location, {})) return refusal;
    if (!location->has_answering_system)
        return Refusal{Refusal::Code::implausible,
                       said.location.text +
                           " has no answering system: set answering_system = true in the "
                           "organisation file if it has one"};
    out.push_back(known.fact(ScriptAttested{said.location, said.version,
                                            actor.role == Role::manager, actor.person, known.now}));
    return std::nullopt;
}

const char* script_state(const Known& known, const Location& location)
{
    if (!location.has_answering_system) return "NOT_ASKED";
    const auto* script = known.board.attestations().script(location.id);
    if (script == nullptr) return "NOT_ATTESTED";
    const auto& spoken = script->attested.version;
    if (!location.script_version.empty() && spoken != location.script_version) return "OUTDATED";
    const bool is_approved = script->approved && script->approved->version == spoken;
    return is_approved ? "GOOD" : "NOT_APPROVED";
}

}  // namespace callwatch
