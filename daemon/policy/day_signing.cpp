#include "daemon/policy/day_signing.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "daemon/policy/rights.hpp"

namespace callwatch {
namespace {

using enum Refusal::Code;

/// Open messages of the check that are still to be answered for.
std::set<MessageId> unanswered(const Known& known, const DayChecked& day)
{
    std::set<MessageId> open;
    for (const auto& one : day.open) {
        const auto* message = known.board.messages().find(one.message);
        if (message != nullptr && needs_exception(day, one, *message)) open.insert(one.message);
    }
    return open;
}

std::optional<Refusal> refuse_exceptions(const Known& known, const DayChecked& day,
                                         const SignDay& said)
{
    auto open = unanswered(known, day);
    for (const auto& exception : said.exceptions) {
        if (exception.remark.empty())
            return Refusal{incomplete, exception.message.text + ": an exception has a reason"};
        if (open.erase(exception.message) == 0)
            return Refusal{incomplete, exception.message.text +
                                           " is no open message of this check, or is named twice"};
    }
    if (!open.empty())
        return Refusal{
            incomplete,
            fmt::format("{} message{} still open; the first is {}: return it, or sign "
                        "with it as an exception and why",
                        open.size(), open.size() == 1 ? " is" : "s are", open.begin()->text)};
    if (day.verdict == Verdict::unknown && said.remark.empty())
        return Refusal{incomplete, "the day is UNKNOWN: say in a remark what you found out"};
    return std::nullopt;
}

std::optional<Refusal> refuse_signer(const Known& known, const Actor& actor, const SignDay& said)
{
    if (auto refusal = refuse(known, actor, Act::sign_day, said.location, {})) return refusal;
    const bool is_manager = actor.role == Role::manager;
    if (is_manager != said.on_behalf)
        return Refusal{not_allowed, is_manager ? "a manager signs on behalf of the supervisor"
                                               : "only a manager signs on behalf of another"};
    return std::nullopt;
}

}  // namespace

std::optional<Refusal> take(const Known& known, const Actor& actor, const SignDay& said, Facts& out)
{
    if (auto refusal = refuse_signer(known, actor, said)) return refusal;
    const auto* days = known.board.days().find(said.location);
    const auto* day = known.board.days().find(said.location, said.date);
    if (day == nullptr)
        return Refusal{unknown_subject, fmt::format("{} has no check of {}", said.location.text,
                                                    describe(said.date))};
    if (days->signatures.contains(said.date))
        return Refusal{already_closed,
                       "signed by " + days->signatures.at(said.date).by.text + " already"};
    if (day->revision != said.revision)
        return Refusal{outdated,
                       fmt::format("the check was revised: it is revision {} now, read it "
                                   "again before you sign",
                                   day->revision)};
    if (auto refusal = refuse_exceptions(known, *day, said)) return refusal;

    out.push_back(known.fact(DaySigned{.location = said.location,
                                       .date = said.date,
                                       .revision = said.revision,
                                       .exceptions = said.exceptions,
                                       .by = actor.person,
                                       .on_behalf = said.on_behalf,
                                       .remark = said.remark,
                                       .at = known.now,
                                       .late = days->missed.contains(said.date),
                                       .statement = said.statement,
                                       .signature = said.signature,
                                       .sign_key = said.sign_key}));
    for (const auto& exception : said.exceptions)
        out.push_back(known.fact(
            MessageCarried{exception.message, actor.person, exception.remark, known.now}));
    return std::nullopt;
}

bool needs_exception(const DayChecked& day, const DayMessage& one, const Message& message)
{
    return one.violation && message.is_open() && message.due_date() <= day.date;
}

void judge_signing(const Known& known, const Location& location, Facts& out)
{
    const auto* days = known.board.days().find(location.id);
    if (days == nullptr) return;
    for (const auto& [date, settled_at] : days->settled_at) {
        const auto deadline = settled_at + known.policy.signoff_deadline;
        if (deadline <= known.now && days->awaits_signature(date))
            out.push_back(known.fact(CheckMissed{location.id, date, deadline}));
    }
}

Instant next_signing(const Known& known, const Location& location)
{
    auto next = Instant::max();
    const auto* days = known.board.days().find(location.id);
    if (days == nullptr) return next;
    for (const auto& [date, settled_at] : days->settled_at)
        if (days->awaits_signature(date))
            next = std::min<Instant>(next, settled_at + known.policy.signoff_deadline);
    return next;
}

}  // namespace callwatch
