#include <algorithm>

#include <fmt/format.h>

#include "wallboard/model/health_parts.hpp"
#include "wallboard/model/levels.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard {
namespace {

constexpr float lines_pitch = 47;
constexpr float item_height = 2 * lines_pitch + 10;

/// Whose figures hang on it: "Mill Street", "3 offices", "nobody".
std::string places_text(const Source& source, const Snapshot& snapshot)
{
    if (source.location_ids.size() == 1) {
        const Location* place = find_location(snapshot, source.location_ids.front());
        return place == nullptr ? source.location_ids.front() : place->name;
    }
    if (source.location_ids.empty()) return "no office";
    return counted(source.location_ids.size(), "office", "offices");
}

/// What comes of it if nothing changes before close.
Label unknown_until(const HealthInput& in, const Source& source)
{
    const std::string place = places_text(source, in.snapshot);
    const bool many = source.location_ids.size() > 1;
    const std::string is = fmt::format("{} {} not known", place, many ? "are" : "is");
    const Location* first = source.location_ids.empty()
                              ? nullptr
                              : find_location(in.snapshot, source.location_ids.front());
    if (first == nullptr || !said(first->closes_at) || in.now() >= first->closes_at)
        return {is, {}};
    return {fmt::format("{}; if so at {}, the day is UNKNOWN", is,
                        hour_minute_text(first->closes_at, first->utc_offset)),
            is};
}

std::string since(const HealthInput& in, Instant at)
{
    if (!said(at)) return "";
    const bool today = in.now() - at < std::chrono::hours{12};
    return " since " + (today ? clock_text(at, in.offset()) : when_text(at, in.now(), in.offset()));
}

Meaning meaning(Standing standing, std::string what, Label means)
{
    return {standing, {std::move(what), {}}, std::move(means)};
}

Meaning meaning(Standing standing, std::string what, std::string means)
{
    return meaning(standing, std::move(what), Label{std::move(means), {}});
}

std::optional<Meaning> meaning_of(const HealthInput& in, const Ranked& ranked)
{
    const Source& source = *ranked.source;
    const std::string& id = source.id;
    switch (ranked.trouble) {
        case Trouble::never_seen:
            return meaning(Standing::unknown, id + " has never been heard",
                           unknown_until(in, source));
        case Trouble::silent:
            return meaning(Standing::unknown, id + " is silent" + since(in, source.silent_since),
                           unknown_until(in, source));
        case Trouble::blind:
            return meaning(
                Standing::unknown,
                id + " does not see its telephone system" + since(in, source.upstream_lost_since),
                unknown_until(in, source));
        case Trouble::late:
            return meaning(Standing::unknown, id + " is late" + since(in, source.silent_since),
                           places_text(source, in.snapshot) + " is not known until it speaks");
        case Trouble::clock:
            return meaning(
                Standing::warning,
                fmt::format("the clock of {} is {} off", id, skew_text(source.clock_skew)),
                "its times are kept and marked; set its clock");
        case Trouble::gap:
            return meaning(
                Standing::warning,
                fmt::format("{} has {}", id, counted(source.gaps_open, "open gap", "open gaps")) +
                    since(in, source.gap_since),
                "what came then is not known, until a mailbox list heals it");
        case Trouble::said: return meaning(Standing::warning, id + " says:", source.trouble);
        case Trouble::not_watched:
            return meaning(Standing::warning, id + " does not watch the mailboxes",
                           "new messages are seen when the list is read again");
        case Trouble::catching_up:
            return meaning(Standing::warning, id + " is catching up",
                           "its figures are from the past until it has");
        case Trouble::none:
        case Trouble::ended: break;
    }
    return std::nullopt;
}

std::vector<Meaning> all_meanings(const HealthInput& in)
{
    std::vector<Meaning> all = make_collector_meanings(in);
    for (const Ranked& ranked : worst_first(in.snapshot))
        if (auto one = meaning_of(in, ranked)) all.push_back(std::move(*one));
    return all;
}

std::string healed_words(std::uint64_t gaps)
{
    return gaps == 0
             ? "no gap today"
             : counted(gaps, "gap", "gaps") + " today, fetched again or listed: nothing lost";
}

Meaning all_is_well(const Snapshot& snapshot)
{
    std::uint64_t healed = 0;
    bool all_over = !snapshot.sources.empty();
    for (const Source& source : snapshot.sources) {
        healed += source.gaps_healed_today;
        all_over = all_over && source.state == SourceState::ended;
    }
    if (snapshot.sources.empty())
        return meaning(Standing::unknown, "no source is configured", "nothing can be known");
    return meaning(Standing::normal,
                   all_over ? "the recording is over, all of it was heard"
                            : "every source is heard, nothing is missing",
                   healed_words(healed));
}

}  // namespace

std::vector<Meaning> make_collector_meanings(const HealthInput& in)
{
    std::vector<Meaning> all;
    const Collector& collector = in.snapshot.collector;
    if (collector.clock_doubt)
        all.push_back(meaning(Standing::unknown, "the collector's own clock is in doubt",
                              "it was set by more than the limit and is not followed"));
    if (has_little_room(collector))
        all.push_back(meaning(Standing::warning,
                              "the journal has " + room_text(collector.room_left_bytes) + " left",
                              "when it is full nothing is recorded any more: make room"));
    return all;
}

Meaning make_meaning(const HealthInput& in, const Ranked& ranked)
{
    if (auto one = meaning_of(in, ranked)) return *one;
    const Source& source = *ranked.source;
    return meaning(Standing::normal,
                   source.id + (ranked.trouble == Trouble::ended
                                    ? ": the recording is over, all of it was heard"
                                    : " is heard, nothing is missing"),
                   healed_words(source.gaps_healed_today));
}

std::string chain_head_text(const Collector& collector)
{
    constexpr std::size_t digits = 16;
    const std::string hex = collector.chain_head.substr(0, digits);
    std::string text;
    for (std::size_t i = 0; i < hex.size(); ++i) {
        if (i > 0 && i % 4 == 0) text += ' ';
        text += hex[i];
    }
    return text;
}

std::string room_text(std::uint64_t bytes)
{
    constexpr std::uint64_t mb = 1'000'000;
    if (bytes < 1'000 * mb) return fmt::format("{} MB", bytes / mb);
    if (bytes < 10'000 * mb)
        return fmt::format("{}.{} GB", bytes / (1'000 * mb), bytes / (100 * mb) % 10);
    if (bytes < 10'000'000 * mb) return fmt::format("{} GB", bytes / (1'000 * mb));
    return fmt::format("{} TB", bytes / (1'000'000 * mb));
}

Meanings make_meanings(const HealthInput& in, const Box& box)
{
    Meanings meanings;
    meanings.box = box;
    if (box.empty()) return meanings;
    const auto all = all_meanings(in);
    if (all.empty()) {
        meanings.shown = {all_is_well(in.snapshot)};
        return meanings;
    }
    const auto fit =
        static_cast<std::size_t>(std::max(1.0f, (box.h - 2 * tile_padding + 16) / item_height));
    const std::size_t pages = (all.size() + fit - 1) / fit;
    const std::size_t first =
        std::min(in.turn % pages * fit, all.size() > fit ? all.size() - fit : 0);
    for (std::size_t i = first; i < std::min(first + fit, all.size()); ++i)
        meanings.shown.push_back(all[i]);
    if (pages > 1)
        meanings.counter =
            fmt::format("{}\u2013{} of {}", first + 1, first + meanings.shown.size(), all.size());
    return meanings;
}

Record make_record(const HealthInput& in, const Box& box)
{
    Record record;
    record.box = box;
    const Collector& collector = in.snapshot.collector;
    if (box.empty()) return record;
    if (!collector.said) {
        record.lines = {{"journal", "not told"}};
        return record;
    }
    const auto count = [](std::uint64_t n) { return count_text(static_cast<std::int64_t>(n)); };
    record.lines = {{"head", chain_head_text(collector)},
                    {"position", count(collector.position)},
                    {"events", count(collector.events_accepted)},
                    {"refused", count(collector.refused)}};
    return record;
}

}  // namespace wallboard
