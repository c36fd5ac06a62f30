#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "callwatch/v1/event.pb.h"
#include "daemon/model/types.hpp"

/// What the collector hears from a source, once numbering has been dealt with: per source in order,
/// without duplicates and without holes. An `epoch` is the creation time of the source's spool, µs.
namespace callwatch::heard {

/// A greeting that was accepted and is news: the first in this life of the collector, a new epoch
/// (larger than any before), a restarted source, or another software or kind.
struct Announced {
    SourceId source;
    std::uint64_t epoch = 0;
    std::uint64_t first_kept = 0;  ///< Oldest sequence in its spool; head + 1 if there is none.
    std::uint64_t head = 0;        ///< Newest sequence in its spool, 0 if there was never one.
    std::string software;
    std::string kind;
};

/// 1..256 events whose sequences rise by one and follow what was heard of this epoch before. They
/// lie where they were parsed: moving them out one by one costs more than reading them.
struct Events {
    SourceId source;
    std::uint64_t epoch = 0;
    google::protobuf::RepeatedPtrField<v1::Event> events;
};

/// Handed over only once every event up to `head` has been; older ones that were overtaken are left
/// out.
struct Heartbeat {
    SourceId source;
    std::uint64_t epoch = 0;
    std::uint64_t head = 0;
    std::int64_t source_clock_us = 0;
    std::int64_t upstream_as_of_us = 0;  ///< 0: it has not said.
    bool spool_watch_alive = false;
    std::uint64_t fetched_again = 0;  ///< Events that were asked for again in this life.
};

/// Events first..last of this epoch will never be had: the source no longer keeps them, or began a
/// new spool without having delivered them.
struct Gap {
    SourceId source;
    std::uint64_t epoch = 0;
    std::uint64_t first = 0;
    std::uint64_t last = 0;
};

/// Something well-formed came from this source; at most one in each SourcePort::take().
struct SignOfLife {
    SourceId source;
};

using Input = std::variant<Announced, Events, Heartbeat, Gap, SignOfLife>;

}  // namespace callwatch::heard
