#pragma once

#include <string>

#include "daemon/model/organisation.hpp"

/// A made-up organisation for tests: two locations in two zones, on one telephone system "pbx1".
///
/// northside (America/Chicago, 8 to 5): anna 101, ben 102, carla 103, each with a mailbox of the
/// same number; the box 199 is shared by anna and ben. Queue "main". eastside (America/New_York, 8
/// to 5): dora 201 with a mailbox; the box 299 is shared by dora and carla. Queue "east".
namespace callwatch::test {

Organisation two_locations();

/// The same, with a second source "calls" beside "pbx1", for both locations.
Organisation two_sources();

MailboxId box(const std::string& extension);  ///< "101": pbx1/101@default
DeviceId phone(const std::string& extension);
QueueId queue(const std::string& name);

}  // namespace callwatch::test
