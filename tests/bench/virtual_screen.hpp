#pragma once

#include "tests/bench/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace callwatch::bench {

/// An Xvfb of our own, 1920x1080, on the first free number; this process and those it starts draw
/// there, by the processor (llvmpipe), from its construction on. Throws if there is none.
class VirtualScreen {
public:
    VirtualScreen();

private:
    test::TemporaryDirectory folder_;
    Program server_;
};

}  // namespace callwatch::bench
