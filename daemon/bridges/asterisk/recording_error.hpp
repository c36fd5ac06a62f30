#pragma once

#include <stdexcept>

namespace callwatch::asterisk {

/// A recording that cannot be played: what is wrong, where, and what to do. Caught in main(),
/// exit 2.
class RecordingError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

}  // namespace callwatch::asterisk
