#pragma once

#include <filesystem>
#include <optional>

#include "daemon/model/types.hpp"

namespace callwatch::bridge {

/// Up to which time of the telephone system a bridge has seen everything, kept across its restarts
/// in the file "last-seen" of its spool: what happened between two lives was seen by nobody.
class LastSeen {
public:
    explicit LastSeen(const std::filesystem::path& spool_dir) : file_{spool_dir / "last-seen"} {}

    /// Nothing if there is no such file, or it cannot be read.
    std::optional<Instant> read() const;
    /// Durable when it returns; nothing is written if nothing is new. Throws SpoolError.
    void write(Instant seen);

private:
    std::filesystem::path file_;
    std::optional<Instant> written_;
};

}  // namespace callwatch::bridge
