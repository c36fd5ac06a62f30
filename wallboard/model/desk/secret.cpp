#include "wallboard/model/desk/secret.hpp"

#include <algorithm>

namespace wallboard::desk {

Secret::Secret(Secret&& other) noexcept : Secret{other.view()} { other.clear(); }

Secret& Secret::operator=(const Secret& other)
{
    if (this == &other) return *this;
    clear();
    insert(0, other.view());
    return *this;
}

Secret& Secret::operator=(Secret&& other) noexcept
{
    if (this == &other) return *this;
    *this = other;
    other.clear();
    return *this;
}

void Secret::insert(std::size_t at, std::string_view bytes)
{
    if (at > size_ || bytes.size() > bytes_.size() - size_) return;
    char* const from = bytes_.data() + at;
    std::copy_backward(from, bytes_.data() + size_, bytes_.data() + size_ + bytes.size());
    std::copy(bytes.begin(), bytes.end(), from);
    size_ += bytes.size();
}

void Secret::erase(std::size_t at, std::size_t count)
{
    if (at > size_) return;
    count = std::min(count, size_ - at);
    char* const to = bytes_.data() + at;
    std::copy(to + count, bytes_.data() + size_, to);
    size_ -= count;
    wipe(bytes_.data() + size_, count);
}

void wipe(char* bytes, std::size_t count)
{
    volatile char* const kept = bytes;
    for (std::size_t i = 0; i < count; ++i) kept[i] = 0;
}

}  // namespace wallboard::desk
