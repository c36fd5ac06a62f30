#include "daemon/model/result.hpp"

namespace callwatch {

const char* word(Refusal::Code code)
{
    using enum Refusal::Code;
    switch (code) {
        case malformed: return "malformed";
        case version: return "version";
        case oversized: return "oversized";
        case unknown_source: return "unknown_source";
        case old_epoch: return "old_epoch";
        case duplicate: return "duplicate";
        case out_of_order: return "out_of_order";
        case implausible: return "implausible";
        case unknown_subject: return "unknown_subject";
        case not_available: return "not_available";
        case full: return "full";
        case unknown_key: return "unknown_key";
        case not_allowed: return "not_allowed";
        case already_closed: return "already_closed";
        case claimed: return "claimed";
        case outdated: return "outdated";
        case incomplete: return "incomplete";
        case bad_signature: return "bad_signature";
    }
    return "malformed";
}

}  // namespace callwatch
