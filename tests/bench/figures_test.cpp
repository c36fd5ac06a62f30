// Do the words beside the figures say what was measured? And is a collector noticed that was fast
// because it dropped something?

#include <catch2/catch.hpp>

#include "callwatch/v1/request.pb.h"
#include "tests/bench/report.hpp"

using namespace callwatch::bench;

TEST_CASE("a figure is held to its target by the median", "[bench]")
{
    Line line{.item = "P1",
              .what = "durable ingest",
              .target = Target{Target::Kind::at_least, 0.35, "x raw"},
              .figures = {{0.1, 0.36, 0.4}},
              .measured = {}};
    CHECK(verdict(line) == "met");
    line.figures = {{0.1, 0.34, 0.9}};
    CHECK(verdict(line) == "not met");
    line.target = Target{Target::Kind::at_most, 0.34, "x"};
    CHECK(verdict(line) == "met");
    line.target.reset();
    CHECK(verdict(line) == "-");
}

TEST_CASE("subject and reference are compared round by round", "[bench]")
{
    // The machine became twice as slow in the second round, for both.
    const auto ratios = ratio({{200, 100}}, {{400, 200}});
    CHECK(ratios.min() == 0.5);
    CHECK(ratios.max() == 0.5);
}

TEST_CASE("percentiles are values that were measured", "[bench]")
{
    std::vector<double> values;
    for (int i = 100; i >= 0; --i) values.push_back(i);
    CHECK(percentile(values, 0.5) == 50);
    CHECK(percentile(values, 0.99) == 99);
    CHECK(percentile(values, 1) == 100);
}

TEST_CASE("a collector that dropped an event is no figure (canary)", "[bench][canary]")
{
    callwatch::v1::StatusReply status;
    status.set_events_accepted(99);
    CHECK(fault_in(status, 100) == "100 events were sent, 99 accepted");
    status.set_events_accepted(100);
    CHECK(fault_in(status, 100).empty());
    (*status.mutable_refused())["malformed"] = 1;
    CHECK(fault_in(status, 100) == "1 refused as malformed");
}
