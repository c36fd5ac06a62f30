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

/// "Mill Street is not known"; where the name is too long for that, what matters comes first.
std::string not_known_in_brief(const std::string& place, const std::string& is)
{
    constexpr std::size_t long_from = 32;
    return place.size() < long_from ? is : "not known: " + place;
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
        return {is, not_known_in_brief(place, is)};
    return {fmt::format("{}; if so at {}, the day is UNKNOWN", is,
                        hour_minute_text(first->closes_at, first->utc_offset)),
            not_known_in_brief(place, is)};
}

std::string since(const HealthInput& in, Instant at)
{
    if (!said(at)) return "";
    const bool today = in.now() - at < std::chrono::hours{12};
    return " since " + (today ? clock_text(at, in.offset()) : when_text(at, in.now(), in.offset()));
}

Meaning meaning(Standing standing, Label what, Label means)
{
    return {standing, std::move(what), std::move(means)};
}

Meaning meaning(Standing standing, std::string what, std::string means)
{
    return meaning(standing, Label{std::move(what), {}}, Label{std::move(means), {}});
}

/// "pbx-mill is silent"; where the name is too long, what is wrong comes first: "silent: pbx-…".
Label of_source(const std::string& id, const std::string& words, const std::string& brief)
{
    return {id + " " + words, brief + ": " + id};
}

std::optional<Meaning> meaning_of(const HealthInput& in, const Ranked& ranked)
{
    const Source& source = *ranked.source;
    const auto of = [&](const std::string& words, const std::string& brief) {
        return of_source(source.id, words, brief);
    };
    switch (ranked.trouble) {
        case Trouble::never_seen:
            return meaning(Standing::unknown, of("has never been heard", "never heard"),
                           unknown_until(in, source));
        case Trouble::silent: {
            const std::string silent = "silent" + since(in, source.silent_since);
            return meaning(Standing::unknown, of("is " + silent, silent),
                           unknown_until(in, source));
        }
        case Trouble::blind:
            return meaning(
                Standing::unknown,
                of("does not see its telephone system" + since(in, source.upstream_lost_since),
                   "no telephone system"),
                unknown_until(in, source));
        case Trouble::late: {
            const std::string late = "late" + since(in, source.silent_since);
            const std::string place = places_text(source, in.snapshot);
            return meaning(Standing::unknown, of("is " + late, late),
                           Label{place + " is not known until it speaks", "not known: " + place});
        }
        case Trouble::clock: {
            const std::string off = skew_text(source.clock_skew) + " off";
            return meaning(Standing::warning,
                           Label{fmt::format("the clock of {} is {}", source.id, off),
                                 fmt::format("clock {}: {}", off, source.id)},
                           Label{"its times are kept and marked; set its clock", {}});
        }
        case Trouble::gap: {
            const std::string gaps = counted(source.gaps_open, "open gap", "open gaps");
            return meaning(Standing::warning, of("has " + gaps + since(in, source.gap_since), gaps),
                           Label{"what came then is not known, until a mailbox list heals it",
                                 "what came then is not known"});
        }
        case Trouble::said:
            return meaning(Standing::warning, of("says:", "says"), Label{source.trouble, {}});
        case Trouble::not_watched:
            return meaning(Standing::warning,
                           of("does not watch the mailboxes", "mailboxes not watched"),
                           Label{"new messages are seen when the list is read again", {}});
        case Trouble::catching_up:
            return meaning(Standing::warning, of("is catching up", "catching up"),
                           Label{"its figures are from the past until it has", {}});
        case Trouble::none:
        case Trouble::ended: break;
    }
    return std::nullopt;
}

Label healed_words(std::uint64_t gaps)
{
    if (gaps == 0) return {"no gap today", {}};
    const std::string words = counted(gaps, "gap", "gaps");
    return {words + " today, fetched again or listed: nothing lost", words + " today, all healed"};
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
    const std::string gaps = healed == 0 ? "no gap today" : counted(healed, "gap", "gaps");
    return meaning(Standing::normal,
                   Label{all_over ? "the recording is over, all of it was heard"
                                  : "every source is heard, nothing is missing",
                         {}},
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
        all.push_back(
            meaning(Standing::warning,
                    Label{"the journal has " + room_text(collector.room_left_bytes) + " left", {}},
                    Label{"when it is full nothing is recorded any more: make room",
                          "make room: full, it records nothing"}));
    return all;
}

Meaning make_meaning(const HealthInput& in, const Ranked& ranked)
{
    if (auto one = meaning_of(in, ranked)) return *one;
    const Source& source = *ranked.source;
    return meaning(Standing::normal,
                   Label{source.id + (ranked.trouble == Trouble::ended
                                          ? ": the recording is over, all of it was heard"
                                          : " is heard, nothing is missing"),
                         {}},
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
    const auto collector = make_collector_meanings(in);
    const auto sources = worst_first(in.snapshot);
    // The worst come first, so that those without a meaning are the last.
    const auto well = std::partition_point(sources.begin(), sources.end(), [](const Ranked& one) {
        return one.trouble < Trouble::none;
    });
    const std::size_t all = collector.size() + static_cast<std::size_t>(well - sources.begin());
    if (all == 0) {
        meanings.shown = {all_is_well(in.snapshot)};
        return meanings;
    }
    const auto fit =
        static_cast<std::size_t>(std::max(1.0f, (box.h - 2 * tile_padding + 16) / item_height));
    const std::size_t pages = (all + fit - 1) / fit;
    const std::size_t first = std::min(in.turn % pages * fit, all > fit ? all - fit : 0);
    for (std::size_t i = first; i < std::min(first + fit, all); ++i)
        meanings.shown.push_back(
            i < collector.size() ? collector[i] : make_meaning(in, sources[i - collector.size()]));
    if (pages > 1)
        meanings.counter =
            fmt::format("{}\u2013{} of {}", first + 1, first + meanings.shown.size(), all);
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
