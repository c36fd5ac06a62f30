#pragma once

#include <vector>

#include "wallboard/model/explain/figure_ref.hpp"
#include "wallboard/model/page_choice.hpp"

namespace wallboard {

/// A page has no more figures than somebody can walk through with one key.
constexpr std::size_t explainable_max = 400;

/// The figures of a page in the order in which they are read: the large ones, then row by row, then
/// what stands around. `location`: whose day, on the end-of-day page.
std::vector<FigureRef> explainable(Page page, const Snapshot& snapshot,
                                   const std::string& location = {});

/// The one after `ref`, the first after the last or where `ref` is not among them.
FigureRef next_figure(const std::vector<FigureRef>& figures, const FigureRef& ref);

}  // namespace wallboard
