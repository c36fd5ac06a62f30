#include "wallboard/app/sound.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <future>
#include <thread>

#include <canberra.h>
#include <spdlog/spdlog.h>

extern char** environ;  // NOLINT(readability-redundant-declaration): POSIX leaves it to us.

namespace wallboard {
namespace {

/// A name of the freedesktop sound naming specification; every theme has it.
constexpr const char* event = "dialog-warning";

constexpr std::chrono::seconds device_answers_within{2};
constexpr std::chrono::seconds sound_ends_within{5};

/// What the thread that may hang shares with the one that must not.
struct Playing {
    std::promise<int> begun;  ///< libcanberra's code.
    std::promise<int> ended;
    std::atomic<bool> has_ended{false};
    ca_context* context = nullptr;
};

/// libcanberra may call it once more, when the context goes while its thread has not let go of the
/// sound yet.
void on_end(ca_context*, std::uint32_t, int code, void* data)
{
    auto& playing = *static_cast<Playing*>(data);
    if (!playing.has_ended.exchange(true)) playing.ended.set_value(code);
}

int begin(Playing& playing)
{
    if (const int failed = ca_context_create(&playing.context)) return failed;
    if (const int failed = ca_context_open(playing.context)) return failed;
    ca_proplist* properties = nullptr;
    if (const int failed = ca_proplist_create(&properties)) return failed;
    ca_proplist_sets(properties, CA_PROP_EVENT_ID, event);
    ca_proplist_sets(properties, CA_PROP_EVENT_DESCRIPTION, "A new red alarm of Callwatch");
    ca_proplist_sets(properties, CA_PROP_MEDIA_ROLE, "event");
    ca_proplist_sets(properties, CA_PROP_APPLICATION_NAME, "Callwatch");
    const int failed = ca_context_play_full(playing.context, 1, properties, on_end, &playing);
    ca_proplist_destroy(properties);
    return failed;
}

std::string no_device(int code)
{
    std::string sentence = std::string{"no sound device: "} + ca_strerror(code);
    // ALSA says the same of a device that is not there.
    if (code == CA_ERROR_NOTFOUND)
        sentence += ", or the sound theme has no " + std::string{event} +
                    " (package sound-theme-freedesktop)";
    return sentence;
}

}  // namespace

SoundOutcome play_sound_once()
{
    // ALSA tells its reasons there, line by line; one sentence says it.
    (void)std::freopen("/dev/null", "w", stderr);
    // As long as the process: a thread of libcanberra may still be in on_end(), or never come back.
    static Playing playing;
    auto begun = playing.begun.get_future();
    auto ended = playing.ended.get_future();
    std::thread{[] { playing.begun.set_value(begin(playing)); }}.detach();
    if (begun.wait_for(device_answers_within) != std::future_status::ready)
        return {false, "no sound device: the sound server does not answer"};
    if (const int code = begun.get()) return {false, no_device(code)};
    if (ended.wait_for(sound_ends_within) != std::future_status::ready)
        return {false, "the sound was begun, and did not end"};
    const int code = ended.get();
    ca_context_destroy(playing.context);
    if (code != CA_SUCCESS)
        return {false, std::string{"the sound was begun, and failed: "} + ca_strerror(code)};
    return {true, "the sound of an alarm was played"};
}

SpawnedSound::~SpawnedSound() { (void)is_playing(); }

bool SpawnedSound::is_playing()
{
    if (playing_ < 0) return false;
    int status = 0;
    if (waitpid(playing_, &status, WNOHANG) == 0) return true;
    playing_ = -1;
    note(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    return false;
}

void SpawnedSound::note(bool heard)
{
    if (heard_ && !heard)
        spdlog::warn("an alarm could not be heard; callwatch-wallboard --test-sound says why");
    heard_ = heard;
}

void SpawnedSound::play()
{
    if (is_playing()) return;
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    for (const int stream : {0, 1, 2})
        posix_spawn_file_actions_addopen(&files, stream, "/dev/null", O_RDWR, 0);
    std::string option = "--test-sound";
    char* const arguments[] = {program_.data(), option.data(), nullptr};
    if (posix_spawn(&playing_, program_.c_str(), &files, nullptr, arguments, environ) != 0) {
        playing_ = -1;
        note(false);
    }
    posix_spawn_file_actions_destroy(&files);
}

}  // namespace wallboard
