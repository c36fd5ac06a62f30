#include "wallboard/model/desk/departure_words.hpp"

#include "wallboard/model/levels.hpp"

namespace wallboard::desk {
namespace {

constexpr std::chrono::days lately{30};

}  // namespace

ProofLamps lamps_of(const Departure& departure)
{
    ProofLamps lamps;
    if (!departure.requested_by.empty()) lamps.request = Lamp::yes;
    if (departure.observed == "there") lamps.system = Lamp::no;
    if (departure.observed == "gone" && !is_contradicted(departure)) lamps.system = Lamp::yes;
    if (!departure.confirmed_by.empty()) lamps.signature = Lamp::yes;
    return lamps;
}

bool is_contradicted(const Departure& departure)
{
    return departure.observed == "gone" && said(departure.reopened_at) &&
           departure.observed_at <= departure.reopened_at;
}

bool may_confirm(const State& state, const Departure& departure)
{
    return state.me.manages() && departure.is_pending() && departure.open_messages == 0 &&
           !departure.requested_by.empty() && departure.requested_by != state.me.person;
}

int days_since_left(const Knowledge& known, const Departure& departure)
{
    const Location* place = find_location(known.board, departure.location);
    const auto offset = place == nullptr ? std::chrono::seconds{0} : place->utc_offset;
    const auto day = [&](Instant at) { return std::chrono::floor<std::chrono::days>(at + offset); };
    return static_cast<int>((day(known.now) - day(departure.effective_at)).count());
}

bool is_red(const Departure& departure)
{
    return departure.is_pending() && (departure.overdue || said(departure.reopened_at));
}

bool lacks_cover(const Departure& departure, Instant now)
{
    return departure.is_pending() && departure.cover.empty() && departure.effective_at <= now;
}

Instant ended_at(const Departure& departure)
{
    return departure.handed_over_by.empty() ? departure.confirmed_at : departure.handed_over_at;
}

bool ended_lately(const Departure& departure, Instant now)
{
    return !departure.is_pending() && now - ended_at(departure) < lately;
}

std::string mailbox_number(const std::string& mailbox)
{
    const auto slash = mailbox.find('/');
    const auto from = slash == std::string::npos ? 0 : slash + 1;
    const std::string number = mailbox.substr(from, mailbox.find('@', from) - from);
    return number.empty() ? mailbox : number;
}

}  // namespace wallboard::desk
