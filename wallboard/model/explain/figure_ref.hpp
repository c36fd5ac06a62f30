#pragma once

#include <string>

namespace wallboard {

/// One figure of one thing: "longest-wait" of the queue "pbx1/main-line". An empty subject means
/// all of them together.
struct FigureRef {
    std::string figure;   ///< An id of proto/figures/figures.toml.
    std::string subject;  ///< Id of a queue, a location or a source.
    bool operator==(const FigureRef&) const = default;
};

}  // namespace wallboard
