#include "wallboard/model/day_reasons.hpp"

#include "wallboard/model/words.hpp"

namespace wallboard {
namespace {

constexpr const char* restore = "restore it, or sign with this exception";
constexpr const char* find_out = "find it out, or sign with this exception";

/// What is wrong with a source; its id is the subject.
bool tell_source(const DayReason& reason, const Day& day, const std::string& since,
                 ReasonWords& words)
{
    const auto& code = reason.code;
    words.remedy = restore;
    words.blind = said(reason.since) && reason.since < day.check_at;
    if (code == "source_silent") {
        words.because = "because a source is silent";
        words.text = "silent" + (since.empty() ? "" : " since " + since) +
                     (words.blind ? ", before close" : "");
    } else if (code == "source_behind") {
        words.because = "because a source is behind";
        words.text = "known only up to " + since;
    } else if (code == "source_ended") {
        words.because = "because a recording ended early";
        words.text = "ended at " + since + ", before close";
    } else if (code == "source_never_seen") {
        words.because = "because a source was never heard";
        words.text = "has never been heard";
        words.blind = false;
    } else if (code == "gap") {
        words.because = "because events were lost";
        words.text = "lost events at " + since;
        words.blind = false;
    } else {
        return false;
    }
    return true;
}

void tell_rest(const DayReason& reason, const std::string& since, ReasonWords& words)
{
    const auto& code = reason.code;
    words.remedy = find_out;
    words.blind = false;
    words.text = reason.text;
    if (code == "mailbox_not_listed") {
        words = {"because a mailbox was never listed", "a mailbox", "was never listed", find_out,
                 false};
    } else if (code == "mailbox_list_differs") {
        words = {"because mailbox lists do not agree", "a mailbox",
                 "its list last agreed at " + since, find_out, false};
    } else if (code == "mailbox_not_configured") {
        words = {"because a mailbox is not watched", "a mailbox",
                 "nobody watches it, message at " + since, find_out, false};
    } else if (code == "no_source") {
        words = {"because it has no source", "sources", "none is configured here",
                 "configure one, or sign with this exception", false};
    } else if (code == "before_monitoring") {
        words = {"because older messages are open", "older", "from before it was watched", find_out,
                 false};
        words.subject = reason.subject + " older";
    } else if (code == "call_still_up") {
        words = {"because a call is still up", "a call", "that may return a message is still up",
                 "wait until it is over", false};
    }
}

}  // namespace

bool is_doubt(const DayReason& reason)
{
    return reason.code != "unreturned" && reason.code != "not_checked_yet";
}

ReasonWords words_of(const DayReason& reason, const Day& day, std::chrono::seconds utc_offset)
{
    ReasonWords words;
    words.because = "because not everything is known";
    words.subject = reason.subject.empty() ? "reason" : reason.subject;
    const std::string since = said(reason.since) ? clock_text(reason.since, utc_offset) : "";
    if (!tell_source(reason, day, since, words)) tell_rest(reason, since, words);
    return words;
}

}  // namespace wallboard
