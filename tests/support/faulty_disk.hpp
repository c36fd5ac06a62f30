#pragma once

#include <cstdint>
#include <memory>

#include "tests/support/seeded_random.hpp"

namespace callwatch::test {

/// SQLite on a disk that fails on order, and that loses what was not synced when its power goes:
/// while this object lives, every SqliteFile that is opened is on it. Counts writes, truncations
/// and syncs together as calls.
class FaultyDisk {
public:
    enum class Fault { full, broken, power_off };

    FaultyDisk();
    ~FaultyDisk();
    FaultyDisk(const FaultyDisk&) = delete;
    FaultyDisk& operator=(const FaultyDisk&) = delete;

    /// The `n`-th call from now (1: the next) fails, once. After power_off every call fails.
    void fail_at(std::uint64_t n, Fault fault);

    std::uint64_t calls() const;

    /// To be called after power_off, with every SqliteFile closed: of what was not synced, each
    /// write stays, goes, or stays in part, as `random` wants.
    void lose_power(SeededRandom& random);

    struct State;

private:
    std::unique_ptr<State> state_;
};

}  // namespace callwatch::test
