#include "daemon/model/day_reasons.hpp"

#include <fmt/format.h>

namespace callwatch {

std::string describe(const DayReason& reason, std::string_view since, std::string_view check)
{
    const auto& code = reason.code;
    if (code == "unreturned")
        return fmt::format("{} message{} not returned by {}", reason.subject,
                           reason.subject == "1" ? " was" : "s were", check);
    if (code == "source_never_seen")
        return fmt::format("source {} has never been heard", reason.subject);
    if (code == "source_silent")
        return fmt::format("source {} has been silent since {}, before the check at {}",
                           reason.subject, since, check);
    if (code == "source_behind")
        return fmt::format("source {} is known only up to {}, before the check at {}",
                           reason.subject, since, check);
    if (code == "source_ended")
        return fmt::format("the recording of source {} ended at {}, before the check at {}",
                           reason.subject, since, check);
    if (code == "gap")
        return fmt::format("source {} lost events at {}, and no complete mailbox list has followed",
                           reason.subject, since);
    if (code == "mailbox_not_listed") return "the telephone system has never listed a mailbox";
    if (code == "mailbox_list_differs")
        return fmt::format("a mailbox's list is too old or contradicted: last agreed at {}", since);
    if (code == "no_supervisor")
        return "somebody with a mailbox has no supervisor who is accountable for it";
    if (code == "mailbox_not_configured")
        return fmt::format("a message came at {} for a mailbox that nobody watches", since);
    if (code == "no_source") return "no source is configured for this location";
    if (code == "before_monitoring")
        return fmt::format(
            "{} older message{} from before it was watched whether calls are returned",
            reason.subject, reason.subject == "1" ? " is" : "s are");
    if (code == "call_still_up") return "a call that may return or leave a message is still up";
    if (code == "not_checked_yet") return fmt::format("the check is made at {}", check);
    return code.str();
}

}  // namespace callwatch
