#pragma once

#include "daemon/ctl/watch_view.hpp"

namespace callwatch::ctl {

/// A table line by line, the head first.
std::vector<std::string> lines_of(const Table& table, const Look& look);

}  // namespace callwatch::ctl
