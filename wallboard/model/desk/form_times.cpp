#include <fmt/format.h>

#include "wallboard/model/desk/form_parts.hpp"
#include "wallboard/model/desk/local_times.hpp"
#include "wallboard/model/levels.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard::desk {
namespace {

ZoneTime time_in(const Written& in, const Instant& local)
{
    return resolve(in.known, location_shown(in.state, in.known), local.time_since_epoch());
}

/// "there is no 02:30 on 2027-03-14: the clocks go from 02:00 to 03:00"
std::string skipped_words(const Written& in, const std::string& text, Instant change)
{
    const std::string place = location_shown(in.state, in.known);
    const Instant before = change - std::chrono::seconds{1};
    return fmt::format("there is no {} on {}: the clocks go from {} to {}", text.substr(11),
                       text.substr(0, 10),
                       hour_minute_text(change, offset_at(in.known, place, before)),
                       hour_minute_text(change, offset_at(in.known, place, change)));
}

}  // namespace

std::variant<Instant, Missing> instant_written(const Written& in, const std::string& field)
{
    const std::string text = in.form.value(field);
    const auto local = parse_local(text, std::chrono::seconds{0});
    if (!local) return Missing{field, "a time is like 2026-11-30 09:00"};
    const ZoneTime time = time_in(in, *local);
    switch (time.kind) {
        case ZoneTime::Kind::once:
        case ZoneTime::Kind::twice: return time.at;
        case ZoneTime::Kind::never: return Missing{field, skipped_words(in, text, time.at)};
        case ZoneTime::Kind::no_zone: break;
    }
    const Location* place = find_location(in.known.board, location_shown(in.state, in.known));
    return Missing{field, fmt::format("the time zone \"{}\" is not known on this computer: its "
                                      "list of time zones is missing or too old",
                                      place == nullptr ? "" : place->zone)};
}

std::string twice_words(const Written& in, const std::string& field)
{
    const std::string text = in.form.value(field);
    const auto local = parse_local(text, std::chrono::seconds{0});
    if (!local || time_in(in, *local).kind != ZoneTime::Kind::twice) return {};
    return fmt::format("The clocks show {} twice on {}: the first is recorded.", text.substr(11),
                       text.substr(0, 10));
}

}  // namespace wallboard::desk
