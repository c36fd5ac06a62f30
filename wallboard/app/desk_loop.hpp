#pragma once

#include "wallboard/app/command_line.hpp"
#include "wallboard/app/settings_watch.hpp"

namespace wallboard {

/// The desk on a screen: a window with mouse and keyboard that draws on change and once a second,
/// for the clock (model/frame_pace.hpp); nothing while it is iconified, what somebody types at
/// once. Asks for the passphrase of the key first, unless a file has it. Returns the exit code once
/// the window is closed, a signal came, or the command line says so.
int run_desk(const CommandLine& command, const Settings& settings, SettingsWatch& watch);

}  // namespace wallboard
