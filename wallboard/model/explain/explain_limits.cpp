#include <algorithm>

#include "wallboard/model/explain/explain_parts.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard {
namespace {

namespace figures = callwatch::figures;

std::string limit_text(const ExplainInput& in, const figures::Limit& limit)
{
    if (!limit.fixed.empty()) return std::string{limit.fixed};
    if (limit.input == nullptr) return {};
    const RowValue value = in.read(*limit.input);
    switch (value.state) {
        case RowValue::State::unknown: return std::string{not_known};
        case RowValue::State::nothing:
            return in.rows.known.size() > 1 ? "not the same for all" : std::string{nothing_offered};
        case RowValue::State::text: return value.text;
        case RowValue::State::number: break;
    }
    if (value.number == 0) return "none set, so not judged";
    Reckoned one;
    one.state = value.state;
    one.part = value.number;
    return figure_text(limit.unit, one, in.moment, in.utc_offset);
}

/// "policy.toml queue_amber_wait_s" as it reads: with a comma.
std::string where_text(std::string_view place)
{
    std::string text{place};
    if (const auto blank = text.find(' '); blank != std::string::npos) text.insert(blank, ",");
    return text;
}

}  // namespace

std::vector<ExplainRow> make_limits(const ExplainInput& in)
{
    std::vector<ExplainRow> values, places;
    for (const figures::Limit& limit : in.figure.limits) {
        const std::string text = limit_text(in, limit);
        const std::string name{limit.name};
        if (!text.empty()) values.push_back({name, text});
        // Two limits that are set side by side are told by the first.
        const bool is_twin = !text.empty() && !places.empty();
        if (limit.set_in.empty() || is_twin) continue;
        places.push_back({text.empty() ? name : "set in", where_text(limit.set_in.front())});
        for (std::size_t i = 1; i < limit.set_in.size(); ++i)
            places.push_back({"else in", where_text(limit.set_in[i])});
    }
    values.insert(values.end(), places.begin(), places.end());
    return values;
}

std::vector<ExplainRow> make_variants(const ExplainInput& in)
{
    std::vector<ExplainRow> all;
    if (in.variant == nullptr) return all;
    for (const figures::Variant& one : in.figure.variants) {
        const Reckoned reckoned = reckon(one.formula, in.rows, in.snapshot, in.moment);
        std::string text = figure_text(in.figure.unit, reckoned, in.moment, in.utc_offset);
        if (reckoned.state == RowValue::State::number) text += " " + unit_text(in.figure.unit);
        const bool shown = &one == in.variant;
        if (shown) text += ", shown";
        all.push_back({std::string{one.id} + ", " + std::string{one.name}, text, shown});
    }
    // Four are told; the one that is shown is always among them.
    constexpr std::size_t most = 4;
    while (all.size() > most) {
        const bool last_is_shown = all.back().shown;
        all.erase(last_is_shown ? all.end() - 2 : all.end() - 1);
    }
    return all;
}

}  // namespace wallboard
