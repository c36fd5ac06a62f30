#include "wallboard/model/desk/greeting_life.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "wallboard/model/desk/form_parts.hpp"
#include "wallboard/model/desk/list_window.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard::desk {
namespace {

std::string clock_of_day(Micros since_midnight)
{
    return hour_minute_text(Instant{since_midnight}, std::chrono::seconds{0});
}

/// Several things make a greeting out of date (daemon/policy/current_greeting.hpp); which one it
/// was is told by what the greeting says.
std::string stale_words(const Knowledge& known, const Mailbox& mailbox)
{
    if (mailbox.greeting == "away" && said(mailbox.returns_at) && mailbox.returns_at <= known.now)
        return "It says that she is back by a time that has passed.";
    if (mailbox.greeting == "away") return "It says that she is away, and she is back.";
    return "It was recorded for another day, or for whoever had the mailbox before.";
}

std::string incomplete_words(const Mailbox& mailbox)
{
    if (said(mailbox.returns_at)) return "It says that she is away, and names no key for help.";
    return mailbox.help_key.empty()
             ? "It says that she is away, not until when, and names no key for help."
             : "It says that she is away, and not until when.";
}

Trouble fault_of(const Knowledge& known, const std::string& location, const Mailbox& mailbox)
{
    const char* again = "She records it again; then listen to it, and attest what it says.";
    const std::string& code = mailbox.fault;
    if (code == "GREETING_STALE")
        return {Standing::warning, "out of date", stale_words(known, mailbox), again};
    if (code == "GREETING_NOT_CHANGED")
        return {Standing::warning, "away, not changed",
                "She is away, and it does not say so: callers wait for a call back.",
                "Have it say when she is back and which key helps at once; then attest it."};
    if (code == "GREETING_AWAY_INCOMPLETE")
        return {Standing::warning, "away, no date", incomplete_words(mailbox), again};
    if (code == "GREETING_NO_HOURS")
        return {Standing::warning, "no hours named",
                "It does not say in which hours callers are called back.", again};
    if (code == not_recorded_code) {
        const Standards* there = known.rows.standards_at(location);
        return {Standing::warning, "missing",
                fmt::format("Nobody has said what it says, and it had to be recorded by {}.",
                            there == nullptr || there->messages_deadline.empty()
                                ? "now"
                                : there->messages_deadline),
                "Listen to it, and attest what it says."};
    }
    return {Standing::warning, "wrong", "The collector finds a fault: " + code + ".", again};
}

struct Step {
    Instant at;
    LifeStep words;
};

/// What happened and what is to come, by time.
std::vector<Step> steps_of(const Knowledge& known, const std::string& location,
                           const Mailbox& mailbox)
{
    std::vector<Step> all;
    const auto add = [&](Instant at, std::string what, std::string detail) {
        if (said(at))
            all.push_back({at,
                           {local_time(known, location, at), std::move(what), std::move(detail),
                            at <= known.now}});
    };
    const auto by = [&](const std::string& person) {
        return "by " + person_words(known.rows, person);
    };
    if (mailbox.greeting != "not_known")
        add(mailbox.attested_at, "heard and attested", by(mailbox.attested_by));
    if (!mailbox.fault.empty())
        add(mailbox.fault_since, fault_of(known, location, mailbox).word, "at fault since then");
    add(mailbox.barred_since, "takes no messages", "seen on the telephone system");
    if (mailbox.greeting == "away") add(mailbox.returns_at, "back, as it says", {});
    std::stable_sort(all.begin(), all.end(),
                     [](const Step& a, const Step& b) { return a.at < b.at; });
    return all;
}

Proof access_of(const Knowledge& known, const std::string& location, const Mailbox& mailbox)
{
    Proof proof{Lamp::yes, "management's access", "tried", {}};
    if (mailbox.access_by.empty()) {
        proof.lamp = Lamp::no;
        proof.text = "never tried";
        proof.detail = "A manager tries it, and says so.";
        return proof;
    }
    proof.detail = fmt::format("by {}, {}", person_words(known.rows, mailbox.access_by),
                               local_time(known, location, mailbox.access_at));
    if (!mailbox.access_due) return proof;
    proof.lamp = Lamp::no;
    proof.text = "tried too long ago";
    proof.detail += ": a manager tries it again";
    return proof;
}

}  // namespace

std::vector<Trouble> troubles_of(const Knowledge& known, const std::string& location,
                                 const Mailbox& mailbox)
{
    std::vector<Trouble> all;
    if (said(mailbox.barred_since))
        all.push_back({Standing::warning, "takes no messages",
                       "Callers cannot leave a message: it is full, or only speaks.",
                       "Return and clear its messages, or let it take some again."});
    if (!mailbox.fault.empty()) {
        all.push_back(fault_of(known, location, mailbox));
        return all;
    }
    if (mailbox.greeting == "not_known" && !mailbox.person.empty())
        all.push_back({Standing::unknown, "not known",
                       "Nobody has said what it says, or it was recorded again since.",
                       "Listen to it, and attest what it says."});
    return all;
}

std::string says_words(const Knowledge& known, const std::string& location, const Mailbox& mailbox)
{
    if (mailbox.greeting == "away") {
        const std::string key = mailbox.help_key.empty() ? ", no key" : ", key " + mailbox.help_key;
        return (said(mailbox.returns_at)
                    ? "away to " + local_time(known, location, mailbox.returns_at)
                    : std::string{"away, no date"}) +
               key;
    }
    if (mailbox.greeting != "in_office")
        return mailbox.person.empty() ? "shared, not asked for" : "not known";
    if (mailbox.window_to == Micros{0}) return "in the office, no hours";
    return fmt::format("calls back {}\u2013{}", clock_of_day(mailbox.window_from),
                       clock_of_day(mailbox.window_to));
}

const std::string& whose(const Rows& rows, const Mailbox& mailbox)
{
    return mailbox.person.empty() ? mailbox.id : rows.name_of(mailbox.person);
}

std::vector<PanelItem> life_of(const Knowledge& known, const std::string& location,
                               const Mailbox& mailbox)
{
    std::vector<PanelItem> items;
    items.emplace_back(
        Heading{{whose(known.rows, mailbox), mailbox.id}, place_label(known, location).brief});
    for (const Trouble& one : troubles_of(known, location, mailbox))
        items.emplace_back(Remark{one.wrong, one.to_do, {}, one.standing});
    items.emplace_back(Pair{"it says", says_words(known, location, mailbox)});
    if (!mailbox.person.empty()) items.emplace_back(Pair{"mailbox", mailbox.id});
    if (const Absent* absence = known.rows.absence_at(location, mailbox.person))
        items.emplace_back(Pair{
            "she is away", said(absence->to) ? "until " + local_time(known, location, absence->to)
                                             : std::string{"until when is not known"}});
    items.emplace_back(access_of(known, location, mailbox));
    items.emplace_back(Rule{});
    for (Step& one : steps_of(known, location, mailbox)) items.emplace_back(std::move(one.words));
    return items;
}

}  // namespace wallboard::desk
