#pragma once

#include "daemon/settings/organisation_tables.hpp"

namespace callwatch {

/// Every name that is used is the name of something in the file. Replaces the names of operator
/// queues by the queues' ids.
void check_references(OrganisationTables& read);

/// Nothing belongs to two at once: main numbers, queue ids, devices, mailboxes.
void check_owners(OrganisationTables& read);

/// Somebody answers for everything: supervisors of locations and of people with a mailbox, sources
/// of locations and of telephone systems.
void check_responsibilities(TomlTable& root, OrganisationTables& read);

}  // namespace callwatch
