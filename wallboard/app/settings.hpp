#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "wallboard/feed/feed.hpp"
#include "wallboard/model/page_choice.hpp"
#include "wallboard/model/sound_rule.hpp"
#include "wallboard/widgets/scale.hpp"
#include "wallboard/widgets/theme.hpp"

namespace wallboard {

/// config/wallboard.toml; the defaults are those of a file that says nothing.
struct Settings {
    Viewing viewing{};
    Viewing desk{0.7f, 24.0f};  ///< Of --mode desk.
    std::string monitor = "1";  ///< Number from 1, or part of a name: "HDMI".
    ThemeName theme = ThemeName::dark;
    std::string clock;  ///< Id of the location whose time it shows; empty: the first one's.
    PagePolicy pages{};
    SoundPolicy sound{};
    std::vector<std::string> locations;  ///< Empty: all, in the collector's order.
    FeedSettings feed{};
    std::string key_file;    ///< Empty: the collector works without keys.
    std::string server_key;  ///< daemon.pub, or 64 hex digits.
};

/// Throws SettingsError with one line for each thing that is wrong: file, line, key, value, what is
/// allowed.
Settings load_settings(const std::string& path);

/// As load_settings(), from text; `name` stands for the file in the messages.
Settings read_settings(std::string_view text, const std::string& name);

}  // namespace wallboard
