#include "wallboard/model/explain/make_explanation.hpp"

#include <algorithm>

#include "wallboard/model/days.hpp"
#include "wallboard/model/explain/explain_parts.hpp"
#include "wallboard/model/frame_view.hpp"
#include "wallboard/model/levels.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard {
namespace {

namespace figures = callwatch::figures;

/// The clock of the place that the figure is about, else that of the page.
std::chrono::seconds offset_of(const FigureRows& rows, const Snapshot& snapshot)
{
    const Location* place = home_of(snapshot);
    if (rows.one && rows.known.size() == 1) {
        const FigureRow& row = rows.known.front();
        if (row.location != nullptr) place = row.location;
        if (row.queue != nullptr)
            if (const Location* its = find_location(snapshot, row.queue->location_id)) place = its;
    }
    return place == nullptr ? std::chrono::seconds{0} : place->utc_offset;
}

/// The variant by which this figure is reckoned here.
void choose_variant(ExplainInput& in)
{
    if (in.figure.choice == nullptr) return;
    const RowValue choice = in.read(*in.figure.choice);
    in.differs = in.rows.known.size() > 1 && choice.state == RowValue::State::nothing;
    const auto found =
        std::find_if(in.figure.variants.begin(), in.figure.variants.end(),
                     [&](const figures::Variant& one) { return one.id == choice.text; });
    if (found != in.figure.variants.end()) in.variant = &*found;
}

/// Of several offices the one that needs somebody most.
Verdict worst_verdict(const FigureRows& rows)
{
    bool unknown = false;
    for (const FigureRow& row : rows.known) {
        const Verdict one = shown_verdict(*row.day);
        if (one == Verdict::violations) return one;
        unknown = unknown || one == Verdict::unknown;
    }
    return unknown ? Verdict::unknown : Verdict::clear;
}

std::string verdict_word(const FigureRows& rows)
{
    if (rows.known.empty()) return std::string{nothing_offered};
    switch (worst_verdict(rows)) {
        case Verdict::clear: return "CLEAR";
        case Verdict::violations: return "VIOLATIONS";
        case Verdict::unknown: break;
    }
    return "UNKNOWN";
}

Reckoned reckon_figure(const ExplainInput& in)
{
    if (in.figure.choice == nullptr || in.variant != nullptr)
        return reckon(in.formula(), in.rows, in.snapshot, in.moment);
    Reckoned none;  // Queues that are measured differently have no common figure.
    const bool empty = in.rows.known.empty() && in.rows.unknown == 0;
    if (in.differs || empty) none.state = RowValue::State::nothing;
    return none;
}

/// Without a variant the title names none.
std::string title_of(const ExplainInput& in)
{
    const std::string_view title = in.figure.title;
    if (in.figure.choice != nullptr && in.variant == nullptr)
        return std::string{title.substr(0, title.find(" {"))};
    return filled_text(in, title);
}

ExplainCard no_such_figure(const FigureRef& ref)
{
    return {.of = ref,
            .title = "no such figure",
            .figure = std::string{not_known},
            .sentence = "\"" + ref.figure.substr(0, 60) + "\" is not among the figures of a page."};
}

}  // namespace

const figures::Figure* find_figure(std::string_view id)
{
    const auto found = std::find_if(figures::all.begin(), figures::all.end(),
                                    [&](const figures::Figure& one) { return one.id == id; });
    return found == figures::all.end() ? nullptr : &*found;
}

ExplainCard make_explanation(const FigureRef& ref, const Snapshot& snapshot, const Moment& moment)
{
    ExplainCard card;
    const figures::Figure* figure = find_figure(ref.figure);
    if (figure == nullptr) {
        card = no_such_figure(ref);
    } else {
        ExplainInput in{*figure, ref, snapshot, moment,
                        rows_of(*figure, ref.subject, snapshot, moment)};
        in.utc_offset = offset_of(in.rows, snapshot);
        choose_variant(in);
        const Reckoned reckoned = reckon_figure(in);
        card.of = ref;
        card.title = title_of(in);
        card.as_of = as_of_text(in);
        card.figure = figure_text(figure->unit, reckoned, moment, in.utc_offset);
        if (reckoned.state == RowValue::State::number) card.unit = unit_text(figure->unit);
        if (figure->unit == figures::Unit::verdict) card.figure = verdict_word(in.rows);
        card.sentence = filled_text(in, figure->sentence);
        card.sum = make_sum(in, reckoned);
        card.limits = make_limits(in);
        card.variants = make_variants(in);
        card.source = told_by(in);
        card.standard = "after " + std::string{figure->source};
    }
    card.keys = {{"Tab", "next figure"}, {"Esc", "close"}};
    return card;
}

}  // namespace wallboard
