#pragma once

#include <sys/types.h>

#include <string>

namespace wallboard {

/// What can be heard.
class Sound {
public:
    virtual ~Sound() = default;

    /// Begins the sound and returns at once. Where nothing can be heard nothing is, which is no
    /// error.
    virtual void play() = 0;
};

/// Each sound is a process of its own, `PROGRAM --test-sound`: a sound server that accepts and then
/// says nothing holds libcanberra for ever (measured), and must not hold the wall. One at a time; a
/// second one meanwhile is left out. That nothing was heard is logged, once until it works again.
class SpawnedSound : public Sound {
public:
    explicit SpawnedSound(std::string program = "/proc/self/exe") : program_{std::move(program)} {}
    ~SpawnedSound() override;
    SpawnedSound(const SpawnedSound&) = delete;
    SpawnedSound& operator=(const SpawnedSound&) = delete;

    void play() override;

    bool is_playing();
    bool was_heard() const { return heard_; }  ///< Of the last one that is over; true before.

private:
    void note(bool heard);

    std::string program_;
    pid_t playing_ = -1;
    bool heard_ = true;
};

struct SoundOutcome {
    bool heard = false;
    std::string sentence;  ///< "no sound device: ..."
};

/// Plays the sound of an alarm once, in this process, and waits for its end. Without a device or a
/// sound server that answers it says so within 2 s. To be called once, by a process that ends then.
SoundOutcome play_sound_once();

}  // namespace wallboard
