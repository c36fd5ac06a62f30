#pragma once

#include "wallboard/app/command_line.hpp"
#include "wallboard/app/settings.hpp"

namespace wallboard {

/// One picture of one page, from a recorded board or from the collector, which must answer within
/// 10 s. Throws SettingsError, DisplayError or NetworkError.
void take_screenshot(const CommandLine& command, const Settings& settings);

/// Pictures of every configured page, every so often, until the time is over or the day is settled.
/// Returns the exit code: exit_negative if --until-settled did not come true.
int take_shots(const CommandLine& command, const Settings& settings);

}  // namespace wallboard
