#pragma once

#include <stdexcept>

namespace callwatch {

/// An endpoint could not be bound or connected. The text names the endpoint and the reason. Only
/// main() catches it; the exit code is 3 (network).
class NetworkError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

}  // namespace callwatch
