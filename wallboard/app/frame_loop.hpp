#pragma once

#include "wallboard/app/command_line.hpp"
#include "wallboard/app/settings_watch.hpp"

namespace wallboard {

/// The wall on a screen: draws on change and once a second, for the clock (model/frame_pace.hpp);
/// nothing while it is iconified. A new red alarm sounds. Returns the exit code once the window is
/// closed, a signal came, or the command line says so. What `watch` brings is in force from the
/// next frame on.
int run_wall(const CommandLine& command, const Settings& settings, SettingsWatch& watch);

}  // namespace wallboard
