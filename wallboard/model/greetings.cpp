#include "wallboard/model/greetings.hpp"

#include <algorithm>

namespace wallboard {

GreetingShares& GreetingShares::operator+=(const GreetingShares& other)
{
    asked += other.asked;
    conform += other.conform;
    faults += other.faults;
    not_known += other.not_known;
    return *this;
}

GreetingShares shares_of(const Greetings& greetings)
{
    GreetingShares shares;
    // An older collector tells the faults without how many are asked.
    shares.asked = std::max(greetings.asked, greetings.faults);
    shares.faults = greetings.faults;
    shares.not_known = std::min<std::uint64_t>(greetings.not_known, shares.asked - shares.faults);
    shares.conform = shares.asked - shares.faults - shares.not_known;
    return shares;
}

std::uint64_t faults_of(const Greetings& greetings, std::string_view code)
{
    std::uint64_t n = 0;
    for (const GreetingFault& fault : greetings.by_kind)
        if (fault.code == code) n += fault.mailboxes;
    return n;
}

bool is_script_wrong(const Greetings& greetings)
{
    switch (greetings.script) {
        case ScriptState::not_attested:
        case ScriptState::outdated:
        case ScriptState::not_approved: return true;
        case ScriptState::unknown:
        case ScriptState::not_asked:
        case ScriptState::good: break;
    }
    return false;
}

bool needs_a_look(const Greetings& greetings)
{
    return greetings.faults > 0 || greetings.not_known > 0 || greetings.barred > 0 ||
           greetings.bad_routes > 0 || is_script_wrong(greetings);
}

}  // namespace wallboard
