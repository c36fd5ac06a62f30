#include "tests/bench/series.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace callwatch::bench {

double Series::min() const { return *std::min_element(values.begin(), values.end()); }

double Series::max() const { return *std::max_element(values.begin(), values.end()); }

double Series::median() const
{
    auto ordered = values;
    return percentile(ordered, 0.5);
}

Series ratio(const Series& subject, const Series& reference)
{
    if (subject.values.size() != reference.values.size())
        throw std::logic_error{"a ratio of series that are not as long"};
    Series ratios;
    for (std::size_t i = 0; i < subject.values.size(); ++i)
        ratios.add(subject.values[i] / reference.values[i]);
    return ratios;
}

double percentile(std::vector<double>& values, double share)
{
    if (values.empty()) throw std::logic_error{"a figure of nothing measured"};
    std::sort(values.begin(), values.end());
    const auto last = static_cast<double>(values.size() - 1);
    return values[static_cast<std::size_t>(std::lround(last * share))];
}

}  // namespace callwatch::bench
