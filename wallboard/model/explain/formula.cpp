#include "wallboard/model/explain/formula.hpp"

#include <algorithm>

#include "wallboard/model/health_parts.hpp"
#include "wallboard/model/words.hpp"
#include "wallboard/model/work.hpp"

namespace wallboard {
namespace {

namespace figures = callwatch::figures;

/// A difference of clocks may be below 0, everything else is cut there.
bool is_signed(const Reckoned& reckoned, std::span<const figures::Term> formula)
{
    return reckoned.terms.size() == 1 && formula.front().input != nullptr &&
           formula.front().input->field == "SourceRow.clock_skew_ms";
}

bool ends_with(std::string_view text, std::string_view end)
{
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// Never 100 while one is missing, nor 0 while one is there.
std::string strict_percent(std::uint64_t part, std::uint64_t whole)
{
    if (whole > 0 && part == whole) return "100";
    const std::string text = percent_text(part, whole);
    if (text == "100.0") return "99.9";
    return text == "0.0" && part > 0 ? "0.1" : text;
}

}  // namespace

Reckoned reckon(std::span<const figures::Term> formula, const FigureRows& rows,
                const Snapshot& snapshot, const Moment& moment)
{
    Reckoned out;
    bool unknown = false, nothing = false, divided = false;
    // A page that is stale tells the age by the clock; all else stops with the figures.
    const auto now = [&] {
        const bool heard = std::any_of(formula.begin(), formula.end(), [](const auto& term) {
            return term.input != nullptr && term.input->field == "BoardHeartbeat.now_us";
        });
        return number_value((heard ? moment.clock : moment.figures).time_since_epoch().count());
    };
    for (const figures::Term& term : formula) {
        RowValue value =
            term.input == nullptr ? now() : read_together(*term.input, rows, snapshot, moment);
        unknown = unknown || value.state == RowValue::State::unknown;
        nothing = nothing || value.state == RowValue::State::nothing;
        divided = divided || term.op == '/' || term.op == 'o';
        std::int64_t& side = divided ? out.whole : out.part;
        side += term.op == '-' ? -value.number : value.number;
        if (value.state == RowValue::State::text) out.text = value.text;
        out.terms.push_back(std::move(value));
    }
    if (!is_signed(out, formula)) out.part = std::max<std::int64_t>(0, out.part);
    out.whole = std::max<std::int64_t>(0, out.whole);
    nothing = nothing || (divided && out.whole == 0);
    out.state = unknown           ? RowValue::State::unknown
              : nothing           ? RowValue::State::nothing
              : !out.text.empty() ? RowValue::State::text
                                  : RowValue::State::number;
    return out;
}

std::string figure_text(figures::Unit unit, const Reckoned& reckoned, const Moment& moment,
                        std::chrono::seconds utc_offset)
{
    if (reckoned.state == RowValue::State::unknown) return std::string{not_known};
    if (reckoned.state == RowValue::State::nothing) return std::string{nothing_offered};
    if (reckoned.state == RowValue::State::text) return reckoned.text;
    const auto part = static_cast<std::uint64_t>(reckoned.part);
    const auto whole = static_cast<std::uint64_t>(reckoned.whole);
    const Instant time{Micros{reckoned.part}};
    switch (unit) {
        case figures::Unit::percent: return percent_text(part, whole);
        case figures::Unit::strict_percent: return strict_percent(part, whole);
        case figures::Unit::part_of:
            return count_text(reckoned.part) + " of " + count_text(reckoned.whole);
        case figures::Unit::duration: return duration_text(Micros{reckoned.part});
        case figures::Unit::countdown: return countdown_text(Micros{reckoned.part});
        case figures::Unit::time: return when_text(time, moment.figures, utc_offset);
        case figures::Unit::age: return age_text(Micros{reckoned.part});
        case figures::Unit::work: return work_text(std::chrono::seconds{reckoned.part});
        case figures::Unit::left: return work_text(time - moment.figures);
        case figures::Unit::bytes: return room_text(part);
        case figures::Unit::skew: return skew_text(Micros{reckoned.part});
        case figures::Unit::seconds: return count_text(reckoned.part) + " s";
        case figures::Unit::callers: return counted(part, "caller", "callers");
        case figures::Unit::days: return counted(part, "workday", "workdays");
        case figures::Unit::count:
        case figures::Unit::verdict:
        case figures::Unit::word: break;
    }
    return count_text(reckoned.part);
}

std::string unit_text(figures::Unit unit)
{
    const bool percent = unit == figures::Unit::percent || unit == figures::Unit::strict_percent;
    return percent ? "%" : "";
}

std::string value_text(std::string_view field, const RowValue& value,
                       std::chrono::seconds utc_offset)
{
    switch (value.state) {
        case RowValue::State::unknown: return std::string{not_known};
        case RowValue::State::nothing: return std::string{nothing_offered};
        case RowValue::State::text: return value.text;
        case RowValue::State::number: break;
    }
    if (ends_with(field, "_us")) return clock_text(Instant{Micros{value.number}}, utc_offset);
    return count_text(value.number);
}

}  // namespace wallboard
