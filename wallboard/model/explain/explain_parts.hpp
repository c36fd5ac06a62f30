#pragma once

#include "wallboard/model/explain/explain_card.hpp"
#include "wallboard/model/explain/formula.hpp"

namespace wallboard {

/// What the parts of a card are made from. Lives as long as one call of make_explanation().
struct ExplainInput {
    const callwatch::figures::Figure& figure;
    const FigureRef& ref;
    const Snapshot& snapshot;
    const Moment& moment;
    FigureRows rows;
    std::chrono::seconds utc_offset{};
    const callwatch::figures::Variant* variant = nullptr;  ///< That counts here.
    bool differs = false;  ///< The rows do not agree on one, so that there is no common figure.

    std::span<const callwatch::figures::Term> formula() const
    {
        return variant != nullptr ? variant->formula : figure.formula;
    }
    RowValue read(const callwatch::figures::Input& input) const
    {
        return read_together(input, rows, snapshot, moment);
    }
};

/// {Row.field} by its value, {variant} by the sentence of the variant.
std::string filled_text(const ExplainInput& in, std::string_view text);

std::vector<ExplainTerm> make_sum(const ExplainInput& in, const Reckoned& reckoned);
std::vector<ExplainRow> make_limits(const ExplainInput& in);
std::vector<ExplainRow> make_variants(const ExplainInput& in);

/// "Payments, as of 14:07:42", "7 of 8 queues, as of …".
std::string as_of_text(const ExplainInput& in);

/// "from pbx1, fresh, no open gap", "from 9 sources, all heard".
std::string told_by(const ExplainInput& in);

/// The row that gave the figure, where it is one of several: the queue of the longest wait. Null
/// where values are added up.
const FigureRow* deciding_row(const ExplainInput& in);

}  // namespace wallboard
