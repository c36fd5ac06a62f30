#include "daemon/model/describe_people.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

namespace callwatch {
namespace {

std::string date(LocalDate of)
{
    return fmt::format("{:%F}", std::chrono::sys_days{of.time_since_epoch()});
}

/// Enough of a key to tell it from others.
std::string_view short_key(const KeyId& key) { return key.text.view().substr(0, 8); }

std::string holder(const PersonId& person, const SourceId& source)
{
    if (!person.empty()) return " of " + person.text;
    return source.empty() ? std::string{} : " of source " + source.text;
}

}  // namespace

FactLine line(const KeyAdmitted& f)
{
    return {f.at, fmt::format("key {} admitted: {}{}{}", short_key(f.key), word(f.role),
                              holder(f.person, f.source),
                              f.by.empty() ? ", on this machine" : ", by " + f.by.text)};
}

FactLine line(const KeyRevoked& f)
{
    return {f.at, fmt::format("key {} revoked by {}", short_key(f.key), f.by.text)};
}

FactLine line(const CommandTaken& f)
{
    return {{},
            fmt::format("{} ({}) asked: {} {}", f.person.text, word(f.role), f.kind, f.subject)};
}

FactLine line(const MessageClaimed& f)
{
    return {f.at, fmt::format("{} claimed by {} until {}", f.message.text, f.by.text,
                              clock_time(f.until))};
}

FactLine line(const MessageReleased& f)
{
    return {f.at, fmt::format("{} released by {}", f.message.text, f.by.text)};
}

FactLine line(const MessageResolved& f)
{
    return {f.at, fmt::format("{} resolved by {}: {}", f.message.text, f.by.text, word(f.reason))};
}

FactLine line(const MessageDeferred& f)
{
    return {f.at, fmt::format("{} deferred by {} from {} to {}", f.message.text, f.by.text,
                              date(f.from_date), date(f.due_date))};
}

FactLine line(const MessageCarried& f)
{
    return {f.at, fmt::format("{} carried over by {}", f.message.text, f.by.text)};
}

FactLine line(const MessageReopened& f)
{
    return {f.at, fmt::format("{} opened again by {}", f.message.text, f.by.text)};
}

FactLine line(const DaySigned& f)
{
    return {
        f.at,
        fmt::format("{} {} revision {} signed by {}{}{}{}", f.location.text, date(f.date),
                    f.revision, f.by.text, f.on_behalf ? " on behalf" : "", f.late ? ", late" : "",
                    f.exceptions.empty() ? std::string{}
                                         : fmt::format(", {} exceptions", f.exceptions.size()))};
}

FactLine line(const CheckMissed& f)
{
    return {f.deadline, fmt::format("{} {} CHECK_MISSED", f.location.text, date(f.date))};
}

FactLine line(const DayAmended& f)
{
    return {f.at, fmt::format("{} {} amendment {}: {} {}", f.location.text, date(f.date), f.number,
                              f.code, f.message.text)};
}

}  // namespace callwatch
