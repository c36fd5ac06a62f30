#pragma once

#include <utility>
#include <vector>

#include "daemon/model/organisation.hpp"
#include "daemon/model/people.hpp"
#include "daemon/model/policy.hpp"
#include "tests/property/oracle/told_line.hpp"

namespace callwatch::test {

/// The organisation of a told history, line by line, and the keys that its people hold.
struct ToldOrganisation {
    Organisation organisation;
    Policy policy;
    std::vector<std::pair<PersonId, Role>> keys;

    /// False: the line speaks of something else.
    bool take(const ToldLine& line);
    /// In the order of their ids, as the configuration's reader hands it over.
    Organisation in_order() const;

private:
    void take_policy(const ToldLine& line);
    void take_mailbox(const ToldLine& line);
    Location& location(const ToldLine& line);
    Person& person(const ToldLine& line);
};

}  // namespace callwatch::test
