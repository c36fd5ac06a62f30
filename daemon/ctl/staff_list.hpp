#pragma once

#include "daemon/ctl/session.hpp"

namespace CLI {
class App;
}

namespace callwatch::ctl {

/// `staff list`: names are told to supervisors of the location and to managers only.
void add_staff_list(CLI::App& staff, Action& action);

}  // namespace callwatch::ctl
