#pragma once

namespace callwatch {

/// A book that something of this fact goes into.
template <class Book, class FactType>
concept Folds = requires(Book book, const FactType& fact)
{
    book.apply(fact);
};

}  // namespace callwatch
