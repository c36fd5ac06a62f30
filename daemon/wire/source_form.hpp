#pragma once

#include <optional>

#include "callwatch/v1/source.pb.h"
#include "daemon/model/result.hpp"

namespace callwatch {

/// Whether a message of a source is what proto/callwatch/v1 says, whatever came before it: version,
/// sizes, and numbers that can be. nullopt: it is.
std::optional<Refusal> check_form(const v1::EventBatch& batch);
std::optional<Refusal> check_form(const v1::Hello& hello);

}  // namespace callwatch
