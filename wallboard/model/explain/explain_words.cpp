#include <algorithm>

#include <fmt/format.h>

#include "wallboard/model/explain/explain_parts.hpp"
#include "wallboard/model/health.hpp"
#include "wallboard/model/trend_day.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard {
namespace {

namespace figures = callwatch::figures;

/// What stands for {name}.
std::string word_for(const ExplainInput& in, std::string_view name)
{
    if (name == "variant")
        return in.variant == nullptr ? std::string{} : std::string{in.variant->sentence};
    for (const figures::Input& input : figures::inputs) {
        if (input.field != name) continue;
        const RowValue value = in.read(input);
        if (value.state == RowValue::State::number || value.state == RowValue::State::text)
            return value_text(input.field, value, in.utc_offset);
    }
    return "so many";
}

const char* rows_word(figures::Of of, bool many)
{
    switch (of) {
        case figures::Of::queue: return many ? "queues" : "queue";
        case figures::Of::source: return many ? "sources" : "source";
        default: return many ? "offices" : "office";
    }
}

std::string all_rows_text(const ExplainInput& in)
{
    const std::size_t known = in.rows.known.size();
    const std::size_t all = known + in.rows.unknown;
    const char* word = rows_word(in.figure.of, all != 1);
    if (all == 0) return fmt::format("no {}", rows_word(in.figure.of, false));
    if (in.rows.unknown > 0) return fmt::format("{} of {} {}", known, all, word);
    return all == 1 ? in.rows.known.front().name : fmt::format("all {} {}", all, word);
}

std::string subject_name(const ExplainInput& in)
{
    for (const Queue& queue : in.snapshot.queues)
        if (in.figure.of == figures::Of::queue && queue.id == in.ref.subject)
            return queue.name.empty() ? queue.id : queue.name;
    for (const Location& location : in.snapshot.locations)
        if (location.id == in.ref.subject && !location.name.empty()) return location.name;
    return in.ref.subject;
}

std::string half_hour_text(const ExplainInput& in)
{
    const TrendDay day = make_trend_day(in.snapshot, in.moment.figures);
    if (day.slots.empty()) return "no half hour yet";
    const Instant begins = day.hours.begin_of(day.slots.size() - 1);
    return fmt::format("{}\u2013{}", hour_minute_text(begins, day.hours.utc_offset),
                       hour_minute_text(begins + half_hour, day.hours.utc_offset));
}

std::string about_text(const ExplainInput& in)
{
    switch (in.figure.of) {
        case figures::Of::half_hour: return half_hour_text(in);
        case figures::Of::collector: return "the collector";
        case figures::Of::board: return "the board";
        default: break;
    }
    if (in.rows.one) return subject_name(in);
    const FigureRow* row = deciding_row(in);
    if (row == nullptr) return all_rows_text(in);
    return fmt::format("{}, of {} {}", row->name, in.rows.known.size(),
                       rows_word(in.figure.of, true));
}

const char* state_word(const Source& source)
{
    switch (source.state) {
        case SourceState::fresh: return "fresh";
        case SourceState::late: return "late";
        case SourceState::silent: return "silent";
        case SourceState::catching_up: return "catching up";
        case SourceState::ended: return "ended";
        case SourceState::never_seen:
        case SourceState::unspecified: break;
    }
    return "never heard";
}

std::string one_source(const Source& source)
{
    const std::string gaps =
        source.gaps_open == 0 ? "no open gap" : counted(source.gaps_open, "open gap", "open gaps");
    return fmt::format("from {}, {}, {}", source.id, state_word(source), gaps);
}

/// The location that the subject is or lies in; empty: all.
std::string place_of(const ExplainInput& in)
{
    if (in.figure.of == figures::Of::queue)
        for (const Queue& queue : in.snapshot.queues)
            if (queue.id == in.ref.subject) return queue.location_id;
    return in.figure.of == figures::Of::source ? std::string{} : in.ref.subject;
}

bool tells(const ExplainInput& in, const Source& source, const std::string& place)
{
    if (in.figure.of == figures::Of::source)
        return in.ref.subject.empty() || source.id == in.ref.subject;
    return place.empty() || std::find(source.location_ids.begin(), source.location_ids.end(),
                                      place) != source.location_ids.end();
}

/// Why a day is not known, in the collector's words.
std::string first_reason(const ExplainInput& in)
{
    if (in.figure.unit != figures::Unit::verdict || in.rows.known.size() != 1) return {};
    const Day& day = *in.rows.known.front().day;
    return day.reasons.empty() ? std::string{} : day.reasons.front().text;
}

}  // namespace

std::string filled_text(const ExplainInput& in, std::string_view text)
{
    std::string out;
    while (!text.empty()) {
        const auto open = text.find('{');
        const auto close = text.find('}', open);
        if (open == std::string_view::npos || close == std::string_view::npos) break;
        out += text.substr(0, open);
        out += word_for(in, text.substr(open + 1, close - open - 1));
        text.remove_prefix(close + 1);
    }
    out += text;
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

const FigureRow* deciding_row(const ExplainInput& in)
{
    if (in.rows.known.size() < 2) return nullptr;
    for (const figures::Term& term : in.formula()) {
        if (term.input == nullptr) continue;
        if (term.input->together == figures::Together::sum ||
            term.input->together == figures::Together::same)
            return nullptr;
        const RowValue all = in.read(*term.input);
        if (!all.is_number()) return nullptr;
        for (const FigureRow& row : in.rows.known) {
            const RowValue one = read_field(term.input->field, row, in.snapshot, in.moment);
            if (one.is_number() && one.number == all.number) return &row;
        }
    }
    return nullptr;
}

std::string as_of_text(const ExplainInput& in)
{
    return about_text(in) + ", as of " + clock_text(in.moment.figures, in.utc_offset);
}

std::string told_by(const ExplainInput& in)
{
    if (in.figure.of == figures::Of::collector || in.figure.of == figures::Of::board)
        return "from the collector itself";
    if (std::string reason = first_reason(in); !reason.empty()) return reason;
    const std::string place = place_of(in);
    const Source* only = nullptr;
    std::size_t all = 0, heard = 0;
    for (const Source& source : in.snapshot.sources) {
        if (!tells(in, source, place)) continue;
        ++all;
        only = &source;
        heard += is_unknown(trouble_of(source, in.snapshot)) ? 0 : 1;
    }
    if (all == 0) return "from no source";
    if (all == 1) return one_source(*only);
    const std::string from = fmt::format("from {} sources, ", all);
    return from + (heard == all ? "all heard" : fmt::format("{} not heard", all - heard));
}

}  // namespace wallboard
