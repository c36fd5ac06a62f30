#include "daemon/state/board.hpp"

#include <algorithm>
#include <concepts>

namespace callwatch {
namespace {

template <class Book, class FactType>
concept Folds = requires(Book book, const FactType& fact)
{
    book.apply(fact);
};

template <class FactType, class... Books>
void fold(const FactType& fact, Books&... books)
{
    const auto into = [&](auto& book) {
        if constexpr (Folds<decltype(book), FactType>) book.apply(fact);
    };
    (into(books), ...);
}

}  // namespace

void Board::apply(const DatedFact& dated)
{
    decided_until_ = std::max(decided_until_, dated.decided_at);
    std::visit(
        [&](const auto& fact) {
            using FactType = std::decay_t<decltype(fact)>;
            if constexpr (std::same_as<FactType, CollectorStarted>) process_ = fact;
            if constexpr (std::same_as<FactType, DayChecked>) days_.apply(fact, dated.decided_at);
            fold(fact, messages_, queues_, operators_, mailboxes_, outbound_, sources_, days_);
        },
        dated.fact);
}

}  // namespace callwatch
