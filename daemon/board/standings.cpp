#include "daemon/board/standings.hpp"

#include <algorithm>
#include <type_traits>

#include "daemon/state/folds.hpp"

namespace callwatch {
namespace {

/// So a new kind of fact is seen without a word here.
template <class FactType, class... Books>
constexpr bool changes_one_of = (Folds<Books, FactType> || ...);
static_assert(changes_one_of<PersonRecorded, DepartureBook>);  // Who has a mailbox changes with it.

}  // namespace

Standings::Standings(const Engine& engine)
    : engine_{engine},
      kept_(engine.directory().organisation().locations.size())
{
}

bool Standings::note(const Fact& fact)
{
    const auto concerns_all =
        std::visit([this](const auto& one) { return forget_what_follows(one); }, fact.any());
    if (concerns_all) std::fill(kept_.begin(), kept_.end(), std::nullopt);
    return concerns_all;
}

/// By the books that a standing is made of (location_standing.cpp, location_standards.cpp). True:
/// all of them are to be forgotten.
template <class FactType>
bool Standings::forget_what_follows(const FactType& fact)
{
    // Rare, and some concern more than the location they name: the one a mailbox was at before.
    if constexpr (changes_one_of<FactType, GreetingBook, RouteBook, AttestationBook, DepartureBook,
                                 AbsenceBook>)
        return true;
    if constexpr (!changes_one_of<FactType, MessageBook, MailboxBook, PromiseBook>) return false;
    if constexpr (requires { fact.message; }) {
        const auto* message = engine_.board().messages().find(fact.message);
        if (message == nullptr) return true;
        forget(message->left.location);
        return false;
    }
    if constexpr (requires { fact.mailbox; }) {
        if (const auto* mailbox = engine_.directory().mailbox(fact.mailbox))
            forget(mailbox->location);
        return false;
    }
    return true;
}

void Standings::forget(const LocationId& id)
{
    const auto& all = engine_.directory().organisation().locations;
    if (const auto* location = engine_.directory().location(id))
        kept_[static_cast<std::size_t>(location - all.data())].reset();
}

const LocationStanding& Standings::of(const BoardView& view, std::size_t place)
{
    auto& kept = kept_[place];
    if (!kept || view.now >= kept->until)
        kept = make_location_standing(view, view.directory().organisation().locations[place]);
    return *kept;
}

}  // namespace callwatch
