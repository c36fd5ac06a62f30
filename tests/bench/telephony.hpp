#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "callwatch/v1/event.pb.h"
#include "tests/support/seeded_random.hpp"

namespace callwatch::bench {

/// A made-up organisation of `staff` people: a location for each hundred, a queue for each ten, one
/// telephone system "pbx1". Everybody has a telephone and a mailbox.
struct Office {
    std::uint32_t staff = 1'000;

    std::uint32_t locations() const { return staff < 100 ? 1 : staff / 100; }
    std::uint32_t queues() const { return staff < 10 ? 1 : staff / 10; }
    std::string organisation_toml() const;
};

std::string queue_id(std::uint32_t number);
std::string device_id(std::uint32_t number);
std::string mailbox_id(std::uint32_t number);

/// A day's telephony without an end, the same for the same seed: calls arrive, wait, are offered,
/// answered and cleared, a tenth hangs up; now and then somebody pauses, calls out, or leaves a
/// message. As a bridge words it: correlation, native type and all.
class Telephony {
public:
    Telephony(Office office, std::int64_t begins_us);

    /// The next event, numbered from 1.
    v1::Event next();

private:
    struct Call {
        std::uint64_t number = 0;
        std::uint32_t queue = 0;
        std::uint32_t agent = 0;
        bool is_abandoned = false;
    };
    void plan();
    v1::Event& say(const Call& call, const char* native_type);
    void arrive(const Call& call);
    void answer(const Call& call);
    void clear(const Call& call);
    void leave_message(const Call& call);
    void pause(bool begins);

    Office office_;
    test::SeededRandom random_;
    std::int64_t now_us_;
    std::uint64_t sequence_ = 0;
    std::vector<Call> calls_;  ///< The newest, a ring.
    std::uint64_t calls_begun_ = 0;
    std::vector<v1::Event> planned_;
    std::size_t next_ = 0;
    std::uint32_t paused_ = 0;
};

/// A party of the outside world, out of `numbers` of them.
void set_number(v1::PhoneNumber& number, std::uint64_t which);

/// Event messages of `per_frame` events, ready to be sent.
struct Frames {
    std::vector<std::string> frames;
    std::uint64_t events = 0;
    std::uint32_t per_frame = 1;
};
Frames make_frames(Office office, std::uint64_t events, std::uint32_t per_frame);

constexpr const char* source_id = "pbx1";
constexpr std::int64_t source_epoch_us = 1'700'000'000'000'000;

}  // namespace callwatch::bench
