#pragma once

#include <functional>

#include "callwatch/v1/event.pb.h"
#include "daemon/model/event.hpp"
#include "daemon/model/result.hpp"

namespace callwatch {

/// Put what is private into the vault and give the tokens that facts use instead.
struct EventTokens {
    std::function<NumberToken(const std::string& number)> for_number;
    std::function<RemarkToken(const std::string& text)> for_text;  ///< Names of staff.
};

/// One event of a source in the words of the model. Anything may be in it: what is not complete,
/// too long or not of this century is refused (`malformed`, `oversized`, `implausible`), by field
/// name. Numbers and names of staff go through `tokens`; names of callers are dropped here and go
/// no further.
Result<Event> decode_event(const v1::Event& wire, const SourceId& source,
                           const EventTokens& tokens);

}  // namespace callwatch
