#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace callwatch::asterisk {

/// A bounded table of things that begin, live and end: channels, calls, dials. Ended ones can still
/// be found for a while, because a voicemail file names a channel that is gone. Over its bounds the
/// oldest goes: a thing whose end was never announced must not fill the table for ever.
template <class T>
class RecentMap {
public:
    RecentMap(std::size_t live_max, std::size_t ended_max)
        : live_max_{live_max},
          ended_max_{ended_max}
    {
    }

    RecentMap(const RecentMap&) = delete;
    RecentMap& operator=(const RecentMap&) = delete;

    /// A live thing under this key; what was there before is replaced. The reference holds until
    /// the next add() or end().
    T& add(std::string_view key, T value)
    {
        auto [slot, is_new] =
            slots_.insert_or_assign(std::string{key}, Slot{std::move(value), ++births_});
        born_.push_back({slot->first, births_});
        live_.insert(slot->first);
        if (is_new || slots_.size() > live_max_ + ended_max_) evict();
        return slots_.find(key)->second.value;
    }

    T* find(std::string_view key)
    {
        const auto slot = slots_.find(key);
        return slot == slots_.end() ? nullptr : &slot->second.value;
    }
    const T* find(std::string_view key) const { return const_cast<RecentMap*>(this)->find(key); }

    void end(std::string_view key)
    {
        const auto slot = slots_.find(key);
        if (slot == slots_.end() || slot->second.ended) return;
        slot->second.ended = true;
        live_.erase(slot->first);
        ended_.push_back({slot->first, slot->second.birth});
        while (ended_.size() > ended_max_) {
            forget(ended_.front());
            ended_.pop_front();
        }
    }

    bool is_live(std::string_view key) const
    {
        const auto slot = slots_.find(key);
        return slot != slots_.end() && !slot->second.ended;
    }

    /// Live and ended ones, by key. `visit(key, value)`.
    template <class Visit>
    void for_each(Visit&& visit) const
    {
        for (const auto& [key, slot] : slots_) visit(key, slot.value);
    }
    template <class Visit>
    void for_each(Visit&& visit)
    {
        for (auto& [key, slot] : slots_) visit(key, slot.value);
    }

    /// Live ones by key, at no cost for those that have ended. `visit(key, value)` must not change
    /// the table.
    template <class Visit>
    void for_each_live(Visit&& visit) const
    {
        for (const std::string_view key : live_) {
            const auto slot = slots_.find(key);
            visit(slot->first, slot->second.value);
        }
    }

    void clear()
    {
        live_.clear();
        slots_.clear();
        born_.clear();
        ended_.clear();
    }
    std::size_t size() const { return slots_.size(); }
    /// Live ones that had to go because there were too many.
    std::uint64_t evicted() const { return evicted_; }

private:
    struct Slot {
        T value;
        std::uint64_t birth = 0;
        bool ended = false;
    };
    struct Entry {
        std::string key;
        std::uint64_t birth = 0;  ///< Tells this one from a later one under the same key.
    };

    bool is_current(const Entry& entry) const
    {
        const auto slot = slots_.find(entry.key);
        return slot != slots_.end() && slot->second.birth == entry.birth;
    }
    bool is_live(const Entry& entry) const
    {
        return is_current(entry) && !slots_.find(entry.key)->second.ended;
    }
    void forget(const Entry& entry)
    {
        if (!is_current(entry)) return;
        live_.erase(entry.key);
        slots_.erase(entry.key);
    }
    void evict()
    {
        while (slots_.size() > live_max_ + ended_.size() && !born_.empty()) {
            if (is_live(born_.front())) {
                forget(born_.front());
                ++evicted_;
            }
            born_.pop_front();
        }
        if (born_.size() <= 2 * (live_max_ + ended_max_) + 16) return;
        const auto gone = [this](const Entry& entry) { return !is_live(entry); };
        born_.erase(std::remove_if(born_.begin(), born_.end(), gone), born_.end());
    }

    std::size_t live_max_;
    std::size_t ended_max_;
    std::uint64_t births_ = 0;
    std::uint64_t evicted_ = 0;
    std::map<std::string, Slot, std::less<>> slots_;
    std::set<std::string_view> live_;  ///< Keys of slots that have not ended.
    std::deque<Entry> born_;
    std::deque<Entry> ended_;
};

}  // namespace callwatch::asterisk
