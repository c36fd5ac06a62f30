#pragma once

namespace callwatch {

/// SIGTERM and SIGINT as a descriptor, so that the loop learns of them where it waits. Blocks both
/// for every thread started later: make it before any thread.
class StopSignal {
public:
    StopSignal();
    ~StopSignal();
    StopSignal(const StopSignal&) = delete;
    StopSignal& operator=(const StopSignal&) = delete;

    int descriptor() const { return descriptor_; }

private:
    int descriptor_ = -1;
};

}  // namespace callwatch
