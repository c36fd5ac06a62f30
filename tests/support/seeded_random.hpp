#pragma once

#include <cstdint>
#include <cstdlib>
#include <string>

namespace callwatch::test {

/// The seed of this run: CALLWATCH_SEED, or the one given, so that a failure can be repeated
/// anywhere.
inline std::uint64_t seed_of_this_run(std::uint64_t otherwise)
{
    const char* given = std::getenv("CALLWATCH_SEED");
    return given ? std::strtoull(given, nullptr, 10) : otherwise;
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers on every machine and with every library.
class SeededRandom {
public:
    explicit SeededRandom(std::uint64_t seed) : state_{seed} {}

    std::uint64_t next()
    {
        std::uint64_t z = state_ += 0x9e3779b97f4a7c15u;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return z ^ (z >> 31);
    }

    /// 0 to `bound` - 1.
    std::uint64_t below(std::uint64_t bound) { return next() % bound; }

private:
    std::uint64_t state_;
};

}  // namespace callwatch::test
