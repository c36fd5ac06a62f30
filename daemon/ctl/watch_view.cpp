#include "daemon/ctl/watch_view.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "daemon/ctl/figures.hpp"
#include "daemon/ctl/text.hpp"

namespace callwatch::ctl {
namespace {

using callwatch::v1::BoardHeartbeat;
using callwatch::v1::BoardRow;

const v1::LocationRow* content(const BoardRow& row, const v1::LocationRow*)
{
    return row.has_location() ? &row.location() : nullptr;
}
const v1::QueueRow* content(const BoardRow& row, const v1::QueueRow*)
{
    return row.has_queue() ? &row.queue() : nullptr;
}
const v1::SourceRow* content(const BoardRow& row, const v1::SourceRow*)
{
    return row.has_source() ? &row.source() : nullptr;
}
const v1::DayRow* content(const BoardRow& row, const v1::DayRow*)
{
    return row.has_day() ? &row.day() : nullptr;
}
const v1::CollectorRow* content(const BoardRow& row, const v1::CollectorRow*)
{
    return row.has_collector() ? &row.collector() : nullptr;
}

std::string sources_heard(const WatchView& view)
{
    const auto all = view.rows<v1::SourceRow>();
    const auto heard = std::ranges::count_if(all, [](const v1::SourceRow* row) {
        return row->state() == v1::SourceRow::FRESH || row->state() == v1::SourceRow::ENDED;
    });
    return fmt::format("{} of {} sources heard", heard, all.size());
}

std::string seconds_text(std::chrono::milliseconds age)
{
    if (age < std::chrono::seconds{10})
        return fmt::format("{}.{} s", age.count() / 1'000, age.count() / 100 % 10);
    return fmt::format("{} s", age.count() / 1'000);
}

/// What keeps the figures from being trusted, in one sentence; empty if nothing does.
std::string doubt_of(const WatchView& view)
{
    if (!view.mirror.is_complete())
        return view.age ? "NO DATA: the collector is heard, its board is not here yet"
                        : "NO DATA: nothing has been heard from the collector";
    if (view.is_stale())
        return fmt::format("NO DATA for {}: what is below is from {} and NOT CURRENT",
                           duration(view.age->count()),
                           view.times().in_full("", view.mirror.now_us()));
    switch (view.mirror.health()) {
        case BoardHeartbeat::STORAGE_FAULT:
            return "STORAGE FAULT: the collector records nothing any more; trust nothing below";
        case BoardHeartbeat::RECOVERING:
            return "RECOVERING: the collector reads its journal; figures are not complete";
        case BoardHeartbeat::CLOCK_DOUBT:
            return "CLOCK DOUBT: the collector's clock was set and is not followed";
        default: return {};
    }
}

void append(std::vector<std::string>& lines, const WatchSection& section, const Look& look)
{
    if (!lines.empty()) lines.emplace_back();
    lines.push_back(paint(section.title, Tone::strong, look));
    lines.insert(lines.end(), section.lines.begin(), section.lines.end());
}

std::vector<WatchSection> sections_of(const WatchView& view)
{
    auto sections = live_sections(view);
    sections.push_back(returns_section(view));
    sections.push_back(days_section(view));
    for (auto& section : source_sections(view)) sections.push_back(std::move(section));
    std::erase_if(sections, [](const WatchSection& one) { return one.lines.empty(); });
    if (view.is_stale())
        for (auto& section : sections) section.title += " (NOT CURRENT)";
    return sections;
}

/// Cuts sections into pages of `room` lines; a part that goes on says so and repeats its head.
std::vector<std::vector<std::string>> pages_of(const std::vector<WatchSection>& sections,
                                               std::size_t room, const Look& look)
{
    constexpr std::size_t least = 4;  // Blank line, title, head and a row: less is not begun.
    std::vector<std::vector<std::string>> pages(1);
    for (const auto& section : sections) {
        const std::size_t head = section.has_head && !section.lines.empty() ? 1 : 0;
        std::size_t next = head;
        bool first = true;
        do {
            const std::size_t used = pages.back().empty() ? 0 : pages.back().size() + 1;
            if (used > 0 && used + least - 1 > room) {
                pages.emplace_back();
                continue;
            }
            WatchSection part{section.title + (first ? "" : " (continued)"), {}, section.has_head};
            if (head > 0) part.lines.push_back(section.lines.front());
            const std::size_t fixed = used + 1 + head;
            const std::size_t fit = room > fixed ? room - fixed : 1;
            const std::size_t end = std::min(section.lines.size(), next + fit);
            part.lines.insert(part.lines.end(),
                              section.lines.begin() + static_cast<std::ptrdiff_t>(next),
                              section.lines.begin() + static_cast<std::ptrdiff_t>(end));
            append(pages.back(), part, look);
            next = end;
            first = false;
        } while (next < section.lines.size());
    }
    return pages;
}

}  // namespace

std::int64_t WatchView::now_us() const
{
    if (is_stale() || !age) return mirror.now_us();
    return mirror.now_us() + age->count() * mirror.rate_milli();
}

LocalTimes WatchView::times() const
{
    google::protobuf::RepeatedPtrField<v1::LocationRow> locations;
    for (const auto* row : rows<v1::LocationRow>()) *locations.Add() = *row;
    return LocalTimes{locations};
}

template <class Row>
std::vector<const Row*> WatchView::rows() const
{
    std::vector<const Row*> all;
    for (const auto& [key, row] : mirror.rows())
        if (const Row* one = content(row, static_cast<const Row*>(nullptr))) all.push_back(one);
    return all;
}

template std::vector<const v1::LocationRow*> WatchView::rows() const;
template std::vector<const v1::QueueRow*> WatchView::rows() const;
template std::vector<const v1::SourceRow*> WatchView::rows() const;
template std::vector<const v1::DayRow*> WatchView::rows() const;
template std::vector<const v1::CollectorRow*> WatchView::rows() const;

std::vector<std::string> watch_header(const WatchView& view)
{
    const std::string clock =
        view.mirror.now_us() > 0 ? view.times().in_full("", view.now_us()) : "time not known";
    std::string first = "Callwatch  " + paint(clock, Tone::strong, view.look);
    if (view.age && !view.is_stale())
        first += fmt::format("  {} old, {}", seconds_text(*view.age), sources_heard(view));
    std::vector<std::string> lines{std::move(first)};
    if (const std::string doubt = doubt_of(view); !doubt.empty())
        lines.push_back(paint("? " + doubt, Tone::doubt, view.look));
    return lines;
}

std::string watch_text(const WatchView& view)
{
    std::vector<std::string> lines = watch_header(view);
    for (const auto& section : sections_of(view)) append(lines, section, view.look);
    lines.emplace_back();
    lines.push_back(view.times().caption());
    std::string text;
    for (const auto& line : lines) text += line + "\n";
    return text;
}

WatchPage watch_page(const WatchView& view, std::size_t page, std::size_t height)
{
    constexpr std::size_t around = 2;  // The blank line above the key line, and itself.
    WatchPage shown;
    shown.lines = watch_header(view);
    const std::size_t above = shown.lines.size() + 1;
    const std::size_t room = height > above + around + 4 ? height - above - around : 4;
    const auto pages = pages_of(sections_of(view), room, view.look);
    shown.pages = pages.size();
    shown.page = std::min(page, pages.size() - 1);
    shown.lines.emplace_back();
    shown.lines.insert(shown.lines.end(), pages[shown.page].begin(), pages[shown.page].end());
    while (shown.lines.size() + 1 < height) shown.lines.emplace_back();
    std::string keys = "q quit";
    if (shown.pages > 1)
        keys = fmt::format("page {} of {}   space next, b back   ", shown.page + 1, shown.pages) +
               keys;
    shown.lines.push_back(paint(keys + "   " + view.times().caption(), Tone::quiet, view.look));
    if (shown.lines.size() > height) shown.lines.resize(std::max<std::size_t>(1, height));
    return shown;
}

}  // namespace callwatch::ctl
