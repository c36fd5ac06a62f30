#pragma once

#include "daemon/model/organisation.hpp"
#include "daemon/model/policy.hpp"
#include "daemon/settings/toml_file.hpp"

namespace callwatch {

/// What a queue is held to where the organisation file does not say otherwise.
struct QueueDefaults {
    QueueThresholds thresholds;
    std::chrono::seconds service_level{20};
};

struct PolicyFile {
    Policy policy;
    QueueDefaults queues;
};

/// Reads policy.toml: every key is optional, config/README.md has its meaning, range and source.
/// Faults go to the file's list, and stand for their default in what is returned.
PolicyFile read_policy(TomlFile& file);

/// The keys that policy.toml (as defaults, prefix "queue_") and [queue.NAME] (no prefix) share.
QueueDefaults read_queue_limits(TomlTable& table, const std::string& prefix,
                                const QueueDefaults& fallback);

}  // namespace callwatch
