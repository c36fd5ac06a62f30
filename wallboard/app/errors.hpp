#pragma once

#include <stdexcept>

namespace wallboard {

/// The configuration or a file named on the command line cannot be used; the text says where and
/// what is allowed. Exit code 2.
class SettingsError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// No display, no OpenGL. Exit code 2.
class DisplayError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Nothing could be heard where an answer was needed. Exit code 3.
class NetworkError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

}  // namespace wallboard
