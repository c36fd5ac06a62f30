#pragma once

#include "wallboard/app/command_line.hpp"
#include "wallboard/app/settings.hpp"

namespace wallboard {

/// One picture of the desk on a recorded board and recorded answers, after some keys were typed:
/// words of --keys are Down, Up, Left, Right, Enter, Esc, Tab or one letter; 'text:some words'
/// types them, and 'at:640x360' lets the pointer rest there, in pixels. Nothing is sent. Throws
/// SettingsError or DisplayError.
///
/// The answers are a text file: lines "me ROLE PERSON", and "QUESTION [LOCATION] JSON", a
/// callwatch.v1.Reply as protobuf JSON in one line; QUESTION is messages, day, departures,
/// standards, operators or staff.
void take_desk_picture(const CommandLine& command, const Settings& settings);

}  // namespace wallboard
