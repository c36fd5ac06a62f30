#include "wallboard/model/end_of_day_view.hpp"

#include <algorithm>

#include "wallboard/model/days.hpp"
#include "wallboard/model/end_of_day_parts.hpp"
#include "wallboard/model/levels.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard {
namespace {

constexpr float evidence_height = 150;
constexpr float strip_row = 84;
constexpr float line_pitch = 64;
constexpr float word_block = 150 + 36 + 47 + 36;  // Word, gap, sentence, gap.

void place_wide(EndOfDayView& view, bool evidence, bool strip)
{
    const Layout& layout = view.layout;
    float bottom = layout.h - page_bottom;
    if (strip) {
        view.strip = columns(layout.w, 0, 12, bottom - 116, 116);
        bottom = view.strip.y - tile_gap;
    }
    for (std::size_t i = 0; evidence && i < view.evidence.size(); ++i)
        view.evidence[i].box = columns(layout.w, static_cast<int>(i) * 3, 3,
                                       bottom - evidence_height, evidence_height);
    if (evidence) bottom -= evidence_height + tile_gap;
    view.panel = columns(layout.w, 0, 12, below_header, bottom - below_header);
    const float side = std::min(460.0f, view.panel.w * 0.3f);
    view.side = {view.panel.x, view.panel.y, side, view.panel.h};
    const float gap = layout.far() ? 32.0f : 56.0f;
    view.words = {view.side.right() + gap, view.panel.y + tile_padding,
                  view.panel.w - side - gap - tile_padding, view.panel.h - 2 * tile_padding};
}

void place_upright(EndOfDayView& view)
{
    const Layout& layout = view.layout;
    float bottom = layout.h - page_bottom;
    if (!view.offices.empty()) {
        view.strip_columns = 2;
        const std::size_t rows = std::min<std::size_t>((view.offices.size() + 1) / 2, 4);
        const float h = 32 + strip_row * static_cast<float>(rows);
        view.strip = columns(layout.w, 0, 12, bottom - h, h);
        bottom = view.strip.y - tile_gap;
    }
    if (!view.evidence.empty()) {
        const float top = bottom - 2 * evidence_height - tile_gap;
        for (std::size_t i = 0; i < view.evidence.size(); ++i)
            view.evidence[i].box = columns(
                layout.w, static_cast<int>(i % 2) * 6, 6,
                top + static_cast<float>(i / 2) * (evidence_height + tile_gap), evidence_height);
        bottom = top - tile_gap;
    }
    view.panel = columns(layout.w, 0, 12, below_header, bottom - below_header);
    view.side = {view.panel.x, view.panel.y, view.panel.w, std::min(440.0f, view.panel.h * 0.45f)};
    view.words = {view.panel.x + tile_padding, view.side.bottom() + 40,
                  view.panel.w - 2 * tile_padding, view.panel.bottom() - view.side.bottom() - 72};
}

/// A far page keeps shape, word and sentence; an office without others has no strip.
void place(EndOfDayView& view)
{
    if (view.layout.upright()) return place_upright(view);
    if (view.layout.far()) {
        view.offices.clear();
        for (Evidence& evidence : view.evidence) evidence.box = {};
        return place_wide(view, false, false);
    }
    place_wide(view, !view.evidence.empty(), !view.offices.empty());
}

void add_offices(const Snapshot& snapshot, const Location& current, Instant now, EndOfDayView& view)
{
    const auto& all = snapshot.locations;
    if (all.size() < 2) return;
    const auto fit = static_cast<std::size_t>(std::max(0.0f, view.layout.w) / office_least) + 1;
    const std::size_t told = std::min(fit, all.size());
    for (std::size_t i = 0; i < told; ++i) {
        view.offices.push_back(make_office(snapshot, all[i], now));
        view.offices.back().current = all[i].id == current.id;
    }
    view.more_offices = all.size() - told;
}

std::size_t lines_that_fit(const EndOfDayView& view)
{
    if (view.layout.far()) return 0;
    const float room = view.words.h - word_block;
    return static_cast<std::size_t>(std::max(0.0f, room / line_pitch));
}

void tell_nothing(EndOfDayView& view)
{
    view.shape = VerdictShape::question;
    view.standing = Standing::unknown;
    view.word = "UNKNOWN";
    view.sentence = {"no location is on the board", {}};
}

}  // namespace

EndOfDayView make_end_of_day(const Snapshot& snapshot, const Moment& moment, const Alarms& alarms,
                             const PageChoice& choice, const Layout& layout)
{
    EndOfDayView view;
    view.layout = layout;
    view.frame = make_frame(snapshot, moment, alarms, choice);
    const Location* location = find_location(snapshot, choice.location);
    if (location == nullptr) location = home_of(snapshot);
    if (location == nullptr) {
        tell_nothing(view);
        place(view);
        return view;
    }
    const Instant now = moment.figures;
    const Day* day = day_of(snapshot, *location, now);
    DayInput in{snapshot, moment, *location, day, 0};
    const bool after = is_after_check(day, *location, now);
    if (after) view.evidence = make_evidence(in);
    add_offices(snapshot, *location, now, view);
    place(view);
    in.lines_max = lines_that_fit(view);
    if (after)
        tell_verdict(in, view);
    else
        tell_before_check(in, view);
    // VIOLATIONS is 992 u wide in step 4, 744 u in step 3.
    if (view.words.w < 1000) view.word_size = WordSize::three;
    if (view.words.w < 750) view.word_size = WordSize::two;
    return view;
}

}  // namespace wallboard
