#pragma once

#include <memory>

#include "wallboard/model/desk/rows.hpp"

namespace callwatch::bench {

/// What a desk was answered: so many open messages of a tenth as many people, at the offices of
/// many_rows().
std::shared_ptr<const wallboard::desk::Rows> many_messages(std::size_t messages);

}  // namespace callwatch::bench
