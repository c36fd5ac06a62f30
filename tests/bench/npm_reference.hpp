#pragma once

#include <optional>
#include <string>

#include "tests/support/temporary_folder.hpp"

namespace callwatch::bench {

/// npm's fastest AMI library on the same bytes, where node and npm are and the registry answers.
class NpmReference {
public:
    NpmReference();

    bool is_there() const { return is_there_; }
    /// Messages a second that it merely parses; the bytes come from a socket.
    double rate(const std::string& ami, std::uint64_t messages);

    /// What was measured on the 2-core reference machine, where it cannot be had.
    static constexpr double stated_rate = 48'000;

private:
    test::TemporaryFolder folder_;
    bool is_there_ = false;
};

}  // namespace callwatch::bench
