#pragma once

#include <cstdint>
#include <string_view>

namespace callwatch {

/// FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/. Tells texts apart that nobody chose
/// to make alike; it proves nothing.
constexpr std::uint64_t fnv1a(std::string_view text)
{
    std::uint64_t hash = 14695981039346656037u;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
    return hash;
}

}  // namespace callwatch
