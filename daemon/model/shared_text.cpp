#include "daemon/model/shared_text.hpp"

#include <atomic>
#include <cstring>
#include <limits>
#include <new>
#include <ostream>

#include "daemon/model/check.hpp"

namespace callwatch {

SharedText::SharedText(std::string_view text)
{
    auto* bytes = reinterpret_cast<char*>(words_.data());
    if (text.size() <= short_max) {
        text.copy(bytes, text.size());  // Of an empty one data() may be null.
        bytes[short_max] = static_cast<char>(text.size());
        return;
    }
    CALLWATCH_CHECK(text.size() <= std::numeric_limits<std::uint32_t>::max());
    const auto size = static_cast<std::uint32_t>(text.size());
    auto* at = new (::operator new(sizeof(Shared) + size)) Shared{1, size};
    std::memcpy(at->text(), text.data(), size);
    words_ = {std::bit_cast<std::uint64_t>(at), size};
    bytes[short_max] = is_long_mark;
}

/// Whoever makes a copy has one himself, so it cannot go meanwhile: the order does not matter.
void SharedText::share() const noexcept
{
    if (is_long()) std::atomic_ref{shared()->owners}.fetch_add(1, std::memory_order_relaxed);
}

void SharedText::release() noexcept
{
    Shared* at = shared();
    std::atomic_ref owners{at->owners};
    if (owners.fetch_sub(1, std::memory_order_acq_rel) == 1) ::operator delete(at);
}

std::ostream& operator<<(std::ostream& out, const SharedText& text) { return out << text.view(); }

}  // namespace callwatch
