// The required options and scripts (requirement TS-0): does a location with an answering system
// speak them, by a supervisor's word and a manager's approval?

#include <catch2/catch.hpp>

#include "tests/support/collector.hpp"

using namespace callwatch;
using namespace callwatch::test;

namespace {

Collector office(bool has_answering_system, const std::string& required)
{
    auto organisation = two_locations();
    organisation.locations[1].has_answering_system = has_answering_system;
    organisation.locations[1].script_version = required;
    Collector collector{{}, organisation};
    collector.at("08:00:00").has_key("sue", Role::supervisor).has_key("mia", Role::manager);
    collector.has_key("anna", Role::staff);
    return collector;
}

}  // namespace

TEST_CASE("a supervisor attests the scripts, a manager approves the same version",
          "[scenario][script]")
{
    auto collector = office(true, "2012-06");
    CHECK(collector.script() == "NOT_ATTESTED");
    CHECK(collector.attests_script("anna", "2012-06") == "not_allowed");
    CHECK(collector.attests_script("sue", "2011-01") == "done");
    CHECK(collector.script() == "OUTDATED");
    CHECK(collector.attests_script("sue", "2012-06") == "done");
    CHECK(collector.script() == "NOT_APPROVED");
    CHECK(collector.attests_script("mia", "2012-06") == "done");
    CHECK(collector.script() == "GOOD");
    CHECK(collector.restart().script() == "GOOD");
}

TEST_CASE("an approval is of one version only", "[scenario][script]")
{
    auto collector = office(true, "");
    CHECK(collector.attests_script("mia", "2012-06") == "done");
    CHECK(collector.script() == "GOOD");
    CHECK(collector.attests_script("sue", "2012-07") == "done");
    CHECK(collector.script() == "NOT_APPROVED");
}

TEST_CASE("a location without an answering system is asked for none", "[scenario][script]")
{
    auto collector = office(false, "2012-06");
    CHECK(collector.script() == "NOT_ASKED");
    CHECK(collector.attests_script("sue", "2012-06") == "implausible");
}
