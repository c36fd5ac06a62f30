#pragma once

#include <functional>

#include "callwatch/v1/event.pb.h"
#include "daemon/model/event.hpp"
#include "daemon/model/result.hpp"

namespace callwatch {

/// Puts a number into the vault and gives the token that facts use instead.
using TokenForNumber = std::function<NumberToken(const std::string& number)>;

/// One event of a source in the words of the model. Anything may be in it: what is not complete,
/// too long or not of this century is refused (`malformed`, `oversized`, `implausible`), by field
/// name. Numbers go through `token_for`; names of callers are dropped here and go no further.
Result<Event> decode_event(const v1::Event& wire, const SourceId& source,
                           const TokenForNumber& token_for);

}  // namespace callwatch
