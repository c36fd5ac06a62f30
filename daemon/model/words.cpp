#include "daemon/model/describe.hpp"

namespace callwatch {

const char* word(DequeueCause cause)
{
    using enum DequeueCause;
    switch (cause) {
        case unspecified: return "unspecified";
        case answered: return "answered";
        case abandoned: return "abandoned";
        case timeout: return "timeout";
        case exit_key: return "exit_key";
        case empty: return "empty";
        case full: return "full";
        case overflow: return "overflow";
        case withdrawn: return "withdrawn";
        case to_voicemail: return "to_voicemail";
        case to_callback: return "to_callback";
        case reconciled: return "reconciled";
        case unknown: break;
    }
    return "unknown";
}

const char* word(DialResult result)
{
    using enum DialResult;
    switch (result) {
        case unspecified: break;
        case no_answer: return "no_answer";
        case busy: return "busy";
        case rejected: return "rejected";
        case cancelled: return "cancelled";
        case failed: return "failed";
    }
    return "unspecified";
}

const char* word(Verdict verdict)
{
    switch (verdict) {
        case Verdict::unknown: break;
        case Verdict::clear: return "CLEAR";
        case Verdict::violations: return "VIOLATIONS";
    }
    return "UNKNOWN";
}

const char* word(Coverage coverage)
{
    switch (coverage) {
        case Coverage::not_known: break;
        case Coverage::covered: return "covered";
        case Coverage::uncovered: return "uncovered";
        case Coverage::closed: return "closed";
    }
    return "not_known";
}

const char* word(CoverageCause cause)
{
    switch (cause) {
        case CoverageCause::none: break;
        case CoverageCause::logged_off: return "logged_off";
        case CoverageCause::paused: return "paused";
        case CoverageCause::unreachable: return "unreachable";
        case CoverageCause::nobody_yet: return "nobody_yet";
    }
    return "";
}

const char* word(MainOutcome outcome)
{
    switch (outcome) {
        case MainOutcome::unspecified: break;
        case MainOutcome::violation: return "violation";
        case MainOutcome::after_hours: return "after_hours";
        case MainOutcome::via_operator: return "via_operator";
    }
    return "unspecified";
}

const char* word(CallStep::Kind kind)
{
    using enum CallStep::Kind;
    switch (kind) {
        case unspecified: break;
        case option: return "option";
        case queue: return "queue";
        case operator_phone: return "operator_phone";
        case device: return "device";
        case external: return "external";
        case mailbox: return "mailbox";
        case operator_answered: return "operator_answered";
        case answered: return "answered";
        case transferred: return "transferred";
    }
    return "unspecified";
}

const char* word(Origin origin)
{
    using enum Origin;
    switch (origin) {
        case unspecified: break;
        case live: return "live";
        case replay: return "replay";
        case reconcile: return "reconcile";
        case manual: return "manual";
    }
    return "unspecified";
}

}  // namespace callwatch
