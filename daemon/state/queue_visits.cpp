#include "daemon/state/queue_visits.hpp"

#include <algorithm>

#include "daemon/model/fnv.hpp"

namespace callwatch {
namespace {

constexpr std::size_t slots_min = 16;

}  // namespace

/// Where a visit lies shows in nothing.
std::uint32_t QueueVisits::hash_of(std::string_view call)
{
    const auto hash = fnv1a(call);
    return static_cast<std::uint32_t>(hash ^ (hash >> 32U));
}

QueueVisit QueueVisits::at(std::size_t place) const
{
    const auto& kept = kept_[place];
    return {.call = std::string_view{texts_}.substr(kept.text_at, kept.text_size),
            .joined_at = kept.joined_at,
            .left_at = kept.left_at};
}

void QueueVisits::add(const QueueVisit& visit)
{
    if (kept_.size() >= kept_max) forget_oldest();
    kept_.push_back({.text_at = static_cast<std::uint32_t>(texts_.size()),
                     .text_size = static_cast<std::uint32_t>(visit.call.size()),
                     .joined_at = visit.joined_at,
                     .left_at = visit.left_at});
    texts_ += visit.call;
    if (2 * kept_.size() > slots_.size())
        make_slots();
    else
        put_into_slot(kept_.size() - 1);
}

void QueueVisits::put_into_slot(std::size_t place)
{
    const auto hash = hash_of(at(place).call);
    auto slot = slot_of(hash);
    while (slots_[slot] != 0) slot = next(slot);
    slots_[slot] = (hash & tag_mask) | static_cast<std::uint32_t>(place + 1);
}

void QueueVisits::make_slots()
{
    slots_.assign(std::max(slots_min, 2 * slots_.size()), 0);
    for (std::size_t place = 0; place < kept_.size(); ++place) put_into_slot(place);
}

void QueueVisits::forget_oldest()
{
    auto all = sorted();
    std::stable_sort(all.begin(), all.end(), [](const auto& one, const auto& other) {
        return one.left_at < other.left_at;
    });
    QueueVisits rest;
    for (auto i = all.size() / 4; i < all.size(); ++i) rest.add(all[i]);
    *this = std::move(rest);
}

std::vector<QueueVisit> QueueVisits::sorted() const
{
    std::vector<QueueVisit> all;
    all.reserve(kept_.size());
    for (std::size_t place = 0; place < kept_.size(); ++place) all.push_back(at(place));
    std::sort(all.begin(), all.end());
    return all;
}

}  // namespace callwatch
