#include "wallboard/app/settings_watch.hpp"

#include "wallboard/app/errors.hpp"

namespace wallboard {
namespace {

constexpr std::chrono::seconds look_every{1};

}  // namespace

SettingsWatch::SettingsWatch(std::filesystem::path path, Load load, Tell tell)
    : path_{std::move(path)},
      load_{std::move(load)},
      tell_{std::move(tell)},
      known_{stamp()}
{
}

std::optional<SettingsWatch::Stamp> SettingsWatch::stamp() const
{
    if (path_.empty()) return std::nullopt;
    std::error_code error;
    Stamp found{.written = std::filesystem::last_write_time(path_, error)};
    if (!error) found.bytes = std::filesystem::file_size(path_, error);
    if (error) return std::nullopt;
    return found;
}

std::optional<Settings> SettingsWatch::look(std::chrono::steady_clock::time_point now)
{
    if (now < next_) return std::nullopt;
    next_ = now + look_every;
    const auto found = stamp();
    // Gone for a moment, as editors do when they write: the next look sees the new one.
    if (!found || found == known_) return std::nullopt;
    known_ = found;
    try {
        return load_();
    } catch (const SettingsError& error) {
        tell_(error.what());
        return std::nullopt;
    }
}

}  // namespace wallboard
