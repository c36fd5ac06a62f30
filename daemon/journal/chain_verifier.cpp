#include "daemon/journal/chain_verifier.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace callwatch {

ChainVerifier::ChainVerifier(const JournalHead& begin, std::vector<JournalHead> kept,
                             VisitRow visit)
    : kept_{std::move(kept)},
      visit_{std::move(visit)}
{
    found_.archived = begin.position;
    found_.head = begin;
    std::ranges::sort(kept_, {}, &JournalHead::position);
    for (; next_ < kept_.size() && kept_[next_].position <= begin.position; ++next_)
        if (kept_[next_].position == begin.position && kept_[next_].hash != begin.hash)
            fault("the hash before it is not the one that was kept elsewhere");
}

bool ChainVerifier::take(const StoredRow& row)
{
    if (!step(row)) return false;
    if (visit_) visit_(row);
    return true;
}

bool ChainVerifier::take(const WithheldRow& row) { return step(row); }

template <class Row>
bool ChainVerifier::step(const Row& row)
{
    if (found_.fault) return false;
    ChainWalk walk{found_.head};
    auto wrong = walk.check(row);
    if (!wrong) wrong = contradiction(walk.head());
    if (wrong) {
        fault(std::move(*wrong));
        return false;
    }
    found_.head = walk.head();
    ++found_.rows;
    return true;
}

std::optional<std::string> ChainVerifier::contradiction(const JournalHead& head)
{
    for (; next_ < kept_.size() && kept_[next_].position <= head.position; ++next_) {
        if (kept_[next_].position < head.position)
            return fmt::format(
                "no row ends at position {}, where the head that was kept elsewhere is",
                kept_[next_].position);
        if (kept_[next_].hash != head.hash)
            return fmt::format("the hash at position {} is not the one that was kept elsewhere",
                               head.position);
    }
    return std::nullopt;
}

void ChainVerifier::fault(std::string what)
{
    if (!found_.fault)
        found_.fault = Verification::Fault{found_.head.position + 1, std::move(what)};
}

void ChainVerifier::finish()
{
    if (!kept_.empty() && kept_.back().position > found_.head.position)
        fault(fmt::format("the journal ends here: {} facts that had been written are gone",
                          kept_.back().position - found_.head.position));
}

}  // namespace callwatch
