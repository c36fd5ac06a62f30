#pragma once

#include "daemon/model/organisation.hpp"
#include "daemon/settings/policy_file.hpp"
#include "daemon/settings/toml_file.hpp"

namespace callwatch {

/// Reads organisation.toml: locations, people, groups, queues and sources, and checks that they fit
/// together. `queues` holds for queues that say nothing else. Faults go to the file's list; with
/// any fault the result is incomplete and must not be used.
///
/// Afterwards: every id that is referred to exists; a device or mailbox belongs to one person at
/// any instant, or a mailbox to one group; who has a mailbox has a supervisor (requirement TS-6);
/// every location has a supervisor, a source and hours; main numbers are unique; every telephone
/// system that is named has a source.
Organisation read_organisation(TomlFile& file, const QueueDefaults& queues);

}  // namespace callwatch
