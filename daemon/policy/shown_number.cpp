#include "daemon/policy/shown_number.hpp"

#include "daemon/policy/rights.hpp"

namespace callwatch {

std::optional<Refusal> take(const Known& known, const Actor& actor, const ShowNumber& said,
                            Facts& out)
{
    const auto found = find_message(known, actor, Act::see_number, said.message);
    if (!found) return found.refusal();
    if ((*found)->left.caller.number.empty())
        return Refusal{Refusal::Code::implausible,
                       said.message.text +
                           " has no number that could be shown: it was withheld, "
                           "never said, or is of an extension"};
    out.push_back(known.fact(NumberShown{said.message, actor.person, said.reason, known.now}));
    return std::nullopt;
}

}  // namespace callwatch
