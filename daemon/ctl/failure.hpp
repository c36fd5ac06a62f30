#pragma once

#include <stdexcept>
#include <string>

#include "daemon/model/exit_code.hpp"

namespace callwatch::ctl {

/// A command cannot be carried out: nobody answers, the daemon refuses, a file is missing. The text
/// is a sentence that says what to do. Only run() catches it, prints it, and ends with `exit_code`.
class Failure : public std::runtime_error {
public:
    Failure(ExitCode exit_code, const std::string& sentence)
        : std::runtime_error{sentence},
          exit_code_{exit_code}
    {
    }

    ExitCode exit_code() const { return exit_code_; }

private:
    ExitCode exit_code_;
};

}  // namespace callwatch::ctl
