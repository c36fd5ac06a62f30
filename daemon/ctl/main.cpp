#include <exception>
#include <iostream>

#include <unistd.h>

#include "daemon/ctl/command_line.hpp"
#include "daemon/model/exit_code.hpp"

int main(int argc, char** argv)
try {
    using namespace callwatch::ctl;
    return run({argv + 1, argv + argc}, {std::cout, std::cerr, look_of(STDOUT_FILENO), &std::cin});
} catch (const std::exception& error) {
    std::cerr << "callwatchctl: internal error, please report: " << error.what() << "\n";
    return callwatch::exit_internal;
}
