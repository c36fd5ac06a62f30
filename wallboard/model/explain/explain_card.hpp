#pragma once

#include <string>
#include <vector>

#include "wallboard/model/explain/figure_ref.hpp"
#include "wallboard/model/key_hint.hpp"
#include "wallboard/model/view_words.hpp"

namespace wallboard {

/// One step of the sum: operator, value and what it is: + 11 abandoned.
struct ExplainTerm {
    std::string op;  ///< Empty for the first: "/", "+", "−", "of", "=".
    std::string value;
    std::string name;
    bool operator==(const ExplainTerm&) const = default;
};

/// A name and what belongs to it: "amber from | 60 s". `shown`: this is the one on the page.
struct ExplainRow {
    std::string name;
    std::string value;
    bool shown = false;
    bool operator==(const ExplainRow&) const = default;
};

/// All that there is to say of one figure: what it means, how it is reckoned from which numbers,
/// what it is judged by, where that is set, and who told it. "?" is not known, "–" nothing.
struct ExplainCard {
    FigureRef of;
    std::string title;                 ///< "Service level SL4, 20 s"
    std::string as_of;                 ///< "Payments, as of 14:07:42"
    std::string figure;                ///< "62.4"
    std::string unit;                  ///< "%"; may be empty.
    std::string sentence;              ///< The definition.
    std::vector<ExplainTerm> sum;      ///< Empty where a figure is a number as it was told.
    std::vector<ExplainRow> limits;    ///< Values first, then where they are set.
    std::vector<ExplainRow> variants;  ///< The same calls by other definitions.
    std::string source;                ///< Who told it: "from pbx1, fresh, no open gap"
    std::string standard;              ///< Where the definition comes from.
    std::vector<KeyHint> keys;
};

}  // namespace wallboard
