#pragma once

#include <optional>
#include <string>
#include <vector>

#include "callwatch/v1/request.pb.h"
#include "tests/bench/series.hpp"

namespace callwatch::bench {

/// What a figure is held to.
struct Target {
    enum class Kind { at_least, at_most };
    Kind kind = Kind::at_least;
    double value = 0;
    const char* unit = "";  ///< "x", "ms", "MiB", ...

    bool is_met_by(double figure) const
    {
        return kind == Kind::at_least ? figure >= value : figure <= value;
    }
};

/// One line of the table.
struct Line {
    std::string item;  ///< "P1"
    std::string what;
    std::optional<Target> target;  ///< Nothing: for information.
    Series figures;                ///< In the target's unit; the median is judged.
    std::string measured;          ///< Absolute figures: "181 k of 1.2 M ev/s".
};

/// "met", "not met", or "-" where nothing is asked.
std::string verdict(const Line& line);

/// What is wrong with a collector that was sent so many events: some are missing, or something was
/// refused. Empty: nothing. A figure of one that dropped events would be worth nothing.
std::string fault_in(const v1::StatusReply& status, std::uint64_t events);

/// 1234567 -> "1.23 M".
std::string count_text(double count);

/// What was measured, with machine and date above it.
class Report {
public:
    void add(Line line);
    void print() const;
    bool is_empty() const { return lines_.empty(); }

private:
    std::vector<Line> lines_;
};

}  // namespace callwatch::bench
