#pragma once

#include <istream>
#include <ostream>
#include <string>
#include <vector>

#include "daemon/ctl/look.hpp"

namespace callwatch::ctl {

/// Where a run of callwatchctl writes and reads.
struct Streams {
    std::ostream& out;
    std::ostream& err;
    Look look;                   ///< Of `out`.
    std::istream* in = nullptr;  ///< Where a question is answered; null: nobody does.
};

/// The whole of callwatchctl: reads the command line (without the program's name), carries it out,
/// and returns the exit code (daemon/model/exit_code.hpp). Whatever goes wrong is one sentence on
/// `err`.
int run(std::vector<std::string> arguments, const Streams& streams);

}  // namespace callwatch::ctl
