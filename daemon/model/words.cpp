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
