#include "wallboard/model/desk/script_checks.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "wallboard/model/desk/form_parts.hpp"
#include "wallboard/model/desk/list_window.hpp"
#include "wallboard/model/desk/local_times.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard::desk {
namespace {

bool is_bad(const Route& route) { return !route.fault.empty(); }

std::string option_words(const Route& route)
{
    return route.option.empty() ? "main number" : "option " + route.option;
}

std::string fault_words(const std::string& fault)
{
    if (fault == "departed") return "its owner has left";
    if (fault == "empty") return "nobody is there";
    if (fault == "unknown") return "there is no such thing";
    return fault;
}

std::string required_words(const Standards& there)
{
    return there.script_required.empty() ? std::string{}
                                         : fmt::format("{} is required", there.script_required);
}

/// "2026-2, attested by Ada Ruiz, 3 Nov 08:00"
std::string spoken_words(const Knowledge& known, const std::string& location,
                         const Standards& there)
{
    return fmt::format("{} is spoken, attested by {}, {}", there.script_version,
                       person_words(known.rows, there.script_attested_by),
                       local_time(known, location, there.script_attested_at));
}

Check wrong(Check check, const char* word, Label detail)
{
    check.standing = Standing::warning;
    check.badge = Badge{Standing::warning, word, {}};
    check.detail = std::move(detail);
    return check;
}

Check scripts_of(const Knowledge& known, const std::string& location, const Standards& there)
{
    Check check;
    check.title = {"Scripts of the answering system", "Scripts"};
    const std::string spoken = spoken_words(known, location, there);
    const std::string required = required_words(there);
    const auto join = [](const std::string& a, const std::string& b) {
        return a.empty() || b.empty() ? a + b : a + "; " + b;
    };
    if (there.script_state == "NOT_ATTESTED")
        return wrong(check, "not attested",
                     {join(required, "nobody has said which version is spoken"), required});
    if (there.script_state == "OUTDATED")
        return wrong(check, "outdated",
                     {join(required, spoken), join(required, there.script_version + " is spoken")});
    if (there.script_state == "NOT_APPROVED")
        return wrong(
            check, "not approved",
            {join("a manager has not approved it", spoken), "a manager has not approved it"});
    if (there.script_state == "NOT_ASKED") {
        check.detail = {"none are asked for: this location has no answering system", {}};
        return check;
    }
    if (there.script_state == "GOOD") {
        check.mark = Mark::tick;
        check.detail = {fmt::format("{}, approved by {}", spoken,
                                    person_words(known.rows, there.script_approved_by)),
                        {}};
        return check;
    }
    check.standing = Standing::unknown;
    check.detail = {"not known", {}};
    return check;
}

Check routes_of(const Standards& there)
{
    Check check;
    check.title = {"Options of callers", {}};
    const auto bad = bad_route_words(there);
    if (there.routes.empty()) {
        check.detail = {"none are configured", {}};
        return check;
    }
    if (bad.empty()) {
        check.mark = Mark::tick;
        check.detail = {there.routes.size() == 1
                            ? "the only one leads to somebody"
                            : fmt::format("all {} lead to somebody", there.routes.size()),
                        {}};
        return check;
    }
    const std::string first = first_bad_option(there);
    if (bad.size() == 1) return wrong(check, "bad route", {bad.front(), first + " is bad"});
    const std::string others = counted(bad.size() - 1, "other", "others");
    return wrong(check, "bad routes",
                 {fmt::format("{} And {}.", bad.front(), others), first + " and " + others});
}

/// Nobody's greeting is asked of a shared mailbox.
Check recorded_of(const Knowledge& known, const std::string& location, const Standards& there)
{
    std::size_t asked = 0, recorded = 0;
    for (const Mailbox& one : there.mailboxes) {
        if (one.person.empty()) continue;
        ++asked;
        if (one.greeting != "not_known") ++recorded;
    }
    Check check;
    check.title = {"Messages recorded by " + there.messages_deadline, "Messages recorded"};
    check.figure = fmt::format("{} of {}", recorded, asked);
    if (recorded == asked) {
        check.mark = Mark::tick;
        check.detail = {"every greeting was attested", {}};
        return check;
    }
    const std::string today = local_date(known, location, known.now);
    const bool late = !today.empty() && today > there.messages_deadline;
    check.standing = late ? Standing::warning : Standing::normal;
    check.detail = {late ? "the date has passed" : "the others are not attested yet", {}};
    return check;
}

}  // namespace

std::size_t count_bad_routes(const Standards& there)
{
    return static_cast<std::size_t>(
        std::count_if(there.routes.begin(), there.routes.end(), is_bad));
}

std::string first_bad_option(const Standards& there)
{
    const auto found = std::find_if(there.routes.begin(), there.routes.end(), is_bad);
    return found == there.routes.end() ? std::string{} : option_words(*found);
}

std::vector<std::string> bad_route_words(const Standards& there)
{
    std::vector<std::string> all;
    for (const Route& one : there.routes) {
        if (!is_bad(one)) continue;
        std::string option = option_words(one);
        option.front() = static_cast<char>(option.front() - 32);
        all.push_back(fmt::format("{} leads to {} {}: {}.", option, one.to_kind, one.to_id,
                                  fault_words(one.fault)));
    }
    return all;
}

std::vector<Check> script_checks(const Knowledge& known, const std::string& location,
                                 const Standards& there)
{
    std::vector<Check> all{scripts_of(known, location, there), routes_of(there)};
    all[0].figures = {{"script", location}};
    all[1].figures = {{"bad-routes", location}};
    if (there.messages_deadline.empty()) return all;
    all.push_back(recorded_of(known, location, there));
    all.back().figures = {{"required-messages", location}};
    return all;
}

}  // namespace wallboard::desk
