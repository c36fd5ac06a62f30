#include "daemon/model/fact.hpp"

#include <utility>

namespace callwatch {

Fact::Fact(const Fact& other) : any_{other.any_} {}
Fact::Fact(Fact&& other) noexcept : any_{std::move(other.any_)} {}

Fact& Fact::operator=(const Fact& other) { return *this = Fact{other}; }

/// Not the variant's own: that one knows every pair of kinds.
Fact& Fact::operator=(Fact&& other) noexcept
{
    if (this == &other) return *this;
    any_.~AnyFact();
    new (&any_) AnyFact{std::move(other.any_)};
    return *this;
}

Fact::~Fact() { any_.~AnyFact(); }

bool Fact::operator==(const Fact& other) const { return any_ == other.any_; }

}  // namespace callwatch
