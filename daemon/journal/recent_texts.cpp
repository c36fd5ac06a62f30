#include "daemon/journal/recent_texts.hpp"

#include <iterator>
#include <utility>

namespace callwatch {
namespace {

std::string key_of(VaultKind kind, std::string_view text)
{
    std::string key{static_cast<char>(kind)};
    key += text;
    return key;
}

}  // namespace

RecentTexts::Entry* RecentTexts::find_text(VaultKind kind, std::string_view text)
{
    return find(by_text_, key_of(kind, text));
}

RecentTexts::Entry* RecentTexts::find_token(std::string_view token)
{
    return find(by_token_, token);
}

RecentTexts::Entry* RecentTexts::find(Index& index, std::string_view key)
{
    const auto found = index.find(key);
    if (found == index.end()) return nullptr;
    entries_.splice(entries_.begin(), entries_, found->second);
    return &*found->second;
}

void RecentTexts::add(VaultKind kind, std::string_view text, std::string token,
                      std::uint64_t serial, VaultDay used, std::uint64_t written)
{
    entries_.push_front({key_of(kind, text), std::move(token), serial, used});
    by_text_.emplace(entries_.front().text, entries_.begin());
    by_token_.emplace(entries_.front().token, entries_.begin());
    shrink(written);
}

void RecentTexts::shrink(std::uint64_t written)
{
    // Two steps for each one added: what had to stay for a while is caught up with.
    for (int step = 0; step < 2 && entries_.size() > texts_max_; ++step) {
        const auto oldest = std::prev(entries_.end());
        if (oldest->serial <= written)
            remove(oldest);
        else
            entries_.splice(entries_.begin(), entries_, oldest);
    }
}

void RecentTexts::remove(std::string_view token)
{
    const auto found = by_token_.find(token);
    if (found != by_token_.end()) remove(found->second);
}

void RecentTexts::remove(Entries::iterator entry)
{
    by_text_.erase(entry->text);
    by_token_.erase(entry->token);
    entries_.erase(entry);
}

}  // namespace callwatch
