#pragma once

#include <type_traits>

namespace callwatch {

/// One description of a fact's stored form serves writing and reading: stored_form(wire, fact)
/// names every field by number and member, lowest number first, and `wire` is a FieldWriter or a
/// FieldReader.
template <class Wire, class Fact>
using Said = std::conditional_t<Wire::reads, Fact&, const Fact&>;

}  // namespace callwatch
