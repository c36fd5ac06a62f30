#include <algorithm>

#include "wallboard/model/explain/explain_parts.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard {
namespace {

namespace figures = callwatch::figures;

/// More addends than these are told as one: a card is read at a glance.
constexpr std::size_t addends_max = 4;

std::string sign(char op)
{
    switch (op) {
        case '+': return "+";
        case '-': return "\u2212";
        case '/': return "/";
        case 'o': return "of";
        default: return {};
    }
}

bool is_known(const Reckoned& reckoned) { return reckoned.state == RowValue::State::number; }

ExplainTerm result_term(const ExplainInput& in, const Reckoned& reckoned)
{
    ExplainTerm term{.op = "=", .value = {}, .name = {}};
    term.value = figure_text(in.figure.unit, reckoned, in.moment, in.utc_offset);
    const std::string unit = unit_text(in.figure.unit);
    if (is_known(reckoned) && !unit.empty()) {
        term.value += " " + unit;
        term.name = count_text(reckoned.part) + " of " + count_text(reckoned.whole);
    }
    if (in.figure.unit == figures::Unit::verdict) term.name = "to be counted";
    return term;
}

std::vector<ExplainTerm> terms_of(const ExplainInput& in, const Reckoned& reckoned)
{
    std::vector<ExplainTerm> sum;
    const auto formula = in.formula();
    for (std::size_t i = 0; i < reckoned.terms.size(); ++i) {
        const figures::Input* input = formula[i].input;
        ExplainTerm term{.op = sign(formula[i].op)};
        term.value = value_text(input == nullptr ? "now_us" : input->field, reckoned.terms[i],
                                in.utc_offset);
        term.name = input == nullptr ? "now" : filled_text(in, input->name);
        sum.push_back(std::move(term));
    }
    if (in.figure.unit != figures::Unit::part_of) sum.push_back(result_term(in, reckoned));
    return sum;
}

struct Addend {
    std::string name;
    std::int64_t value = 0;
};

/// What each row adds, the largest first; rows that add nothing are not told.
std::vector<Addend> addends_of(const ExplainInput& in, const figures::Input& input)
{
    std::vector<Addend> all;
    for (const FigureRow& row : in.rows.known) {
        const RowValue value = read_field(input.field, row, in.snapshot, in.moment);
        if (value.is_number() && value.number > 0) all.push_back({row.name, value.number});
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Addend& a, const Addend& b) { return a.value > b.value; });
    return all;
}

/// A number that is told as it is, of several rows: each row's share in it.
std::vector<ExplainTerm> by_row(const ExplainInput& in, const Reckoned& reckoned)
{
    const auto addends = addends_of(in, *in.formula().front().input);
    if (addends.size() < 2) return {};
    const std::size_t told = addends.size() <= addends_max ? addends.size() : addends_max - 1;
    std::vector<ExplainTerm> sum;
    Reckoned one;
    one.state = RowValue::State::number;
    const auto add = [&](std::int64_t value, std::string name) {
        one.part = value;
        sum.push_back({sum.empty() ? "" : "+",
                       figure_text(in.figure.unit, one, in.moment, in.utc_offset),
                       std::move(name)});
    };
    for (std::size_t i = 0; i < told; ++i) add(addends[i].value, addends[i].name);
    std::int64_t rest = 0;
    for (std::size_t i = told; i < addends.size(); ++i) rest += addends[i].value;
    if (rest > 0) add(rest, counted(addends.size() - told, "other", "others"));
    sum.push_back(result_term(in, reckoned));
    return sum;
}

/// Units whose values add up as they read.
bool adds_up(figures::Unit unit)
{
    return unit == figures::Unit::count || unit == figures::Unit::work;
}

}  // namespace

std::vector<ExplainTerm> make_sum(const ExplainInput& in, const Reckoned& reckoned)
{
    if (reckoned.terms.size() > 1) return terms_of(in, reckoned);
    const bool several = in.rows.known.size() > 1 && adds_up(in.figure.unit);
    const bool added = several && !in.formula().empty() && in.formula().front().input != nullptr &&
                       in.formula().front().input->together == figures::Together::sum;
    if (!added || !is_known(reckoned)) return {};
    return by_row(in, reckoned);
}

}  // namespace wallboard
