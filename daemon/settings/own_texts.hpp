#pragma once

#include "daemon/model/organisation.hpp"

namespace callwatch {

/// A copy that shares no text with the original, and has each native id once. Its memory lies
/// together, wherever the original's does.
Organisation with_own_texts(const Organisation& organisation);

}  // namespace callwatch
