#pragma once

#include <optional>
#include <string>
#include <vector>

#include "wallboard/model/box.hpp"
#include "wallboard/model/frame_view.hpp"
#include "wallboard/model/snapshot.hpp"

namespace wallboard {

/// Three verdicts differ in shape, pattern, luminance and word; the others are not verdicts.
enum class VerdictShape {
    ring_tick,  ///< CLEAR
    number,     ///< VIOLATIONS: the number on red
    question,   ///< UNKNOWN: hatched
    count,      ///< Before the check: how many are still to return
    dash,       ///< Nothing is judged
};

enum class WordSize { four, three, two };  ///< Steps of the type scale.

/// One line under the verdict: "left 11:02 | heard, nobody called back".
struct VerdictLine {
    std::string subject;
    Label text;
    Mark mark = Mark::none;
};

/// One condition of CLEAR, and how it stands.
struct Evidence {
    Box box;
    Standing standing = Standing::normal;
    std::string title;
    Mark mark = Mark::none;
    std::string aside;  ///< "by 18:00", in place of a mark.
    Label text;
};

/// Another office in the strip at the foot.
struct Office {
    Label name;
    VerdictShape shape = VerdictShape::dash;
    std::string number;
    bool current = false;
};

/// Narrower than this, with its gaps, no office stands in the strip: it is told of as many as could
/// have room, and the others are counted.
constexpr float office_least = 48;

/// The page End of day, every word and place decided. A box without a size is not drawn.
struct EndOfDayView {
    FrameView frame;
    Layout layout;
    Box panel;
    Box side;  ///< The block with the shape: left of the words, above them on an upright page.
    Box words;
    VerdictShape shape = VerdictShape::dash;
    Standing standing = Standing::normal;
    std::string number;
    std::string word;
    std::string brief_word;  ///< Where the word has no room.
    WordSize word_size = WordSize::four;
    Tone word_tone = Tone::text;
    Label sentence;
    std::optional<Badge> badge;
    std::vector<VerdictLine> lines;
    std::vector<Label> notes;       ///< Quiet sentences, where there are no lines.
    std::optional<float> progress;  ///< 0..1 of the last hour before close.
    std::vector<Evidence> evidence;
    Box strip;
    int strip_columns = 0;  ///< 0: spread over one line.
    std::vector<Office> offices;
    std::size_t more_offices = 0;
};

EndOfDayView make_end_of_day(const Snapshot& snapshot, const Moment& moment, const Alarms& alarms,
                             const PageChoice& choice, const Layout& layout);

}  // namespace wallboard
