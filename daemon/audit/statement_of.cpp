#include "daemon/audit/statement_of.hpp"

#include "daemon/calendar/business_calendar.hpp"
#include "daemon/journal/sha256.hpp"
#include "daemon/model/describe.hpp"
#include "daemon/wire/fact_codec.hpp"

namespace callwatch {

DayStatement statement_of(const DayChecked& day)
{
    return {.location = day.location.text.str(),
            .date = describe(day.date),
            .revision = day.revision,
            .verdict = word(day.verdict),
            .record_hash = sha256_hex(encode_body(day)),
            .by = {},
            .on_behalf = false,
            .exceptions = {},
            .note = {}};
}

DisconnectionStatement statement_of(const Departure& departure)
{
    const auto& opened = departure.opened;
    return {.mailbox = opened.mailbox.text.str(),
            .location = opened.location.text.str(),
            .person = opened.person.text.str(),
            .left_at_us = opened.effective_at.time_since_epoch().count(),
            .requested_by = departure.requested->by.text.str(),
            .requested_at_us = departure.requested->at.time_since_epoch().count(),
            .verified = departure.is_gone(),
            .by = {},
            .note = {}};
}

HandOverStatement statement_of(const Departure& departure, const PersonId& successor)
{
    const auto& opened = departure.opened;
    return {.mailbox = opened.mailbox.text.str(),
            .location = opened.location.text.str(),
            .person = opened.person.text.str(),
            .left_at_us = opened.effective_at.time_since_epoch().count(),
            .successor = successor.text.str(),
            .by = {}};
}

}  // namespace callwatch
