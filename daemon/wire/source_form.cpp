#include "daemon/wire/source_form.hpp"

#include <limits>

#include <fmt/format.h>

#include "daemon/wire/source_protocol.hpp"

namespace callwatch {

using Code = Refusal::Code;

std::optional<Refusal> check_form(const v1::EventBatch& batch)
{
    if (batch.schema_version() != source_schema_version)
        return Refusal{
            Code::version,
            fmt::format("events of {} have schema version {}, this collector knows {}",
                        batch.source_id(), batch.schema_version(), source_schema_version)};
    const auto count = static_cast<std::size_t>(batch.events_size());
    if (count == 0)
        return Refusal{Code::malformed,
                       fmt::format("a batch of {} without events", batch.source_id())};
    if (count > batch_events_max)
        return Refusal{Code::oversized,
                       fmt::format("a batch of {} with {} events, at most {} are allowed",
                                   batch.source_id(), count, batch_events_max)};
    const auto first = batch.events(0).sequence();
    if (first == 0 || first > std::numeric_limits<std::uint64_t>::max() - count)
        return Refusal{Code::malformed, fmt::format("a batch of {} begins at sequence {}",
                                                    batch.source_id(), first)};
    for (std::size_t i = 0; i < count; ++i)
        if (batch.events(static_cast<int>(i)).sequence() != first + i)
            return Refusal{Code::malformed,
                           fmt::format("a batch of {} does not rise by one after sequence {}",
                                       batch.source_id(), first + i - 1)};
    return std::nullopt;
}

std::optional<Refusal> check_form(const v1::Hello& hello)
{
    const auto& name = hello.source_id();
    if (hello.schema_version() != source_schema_version)
        return Refusal{Code::version,
                       fmt::format("{} speaks schema version {}, this collector knows {}: use "
                                   "programs of the same release",
                                   name, hello.schema_version(), source_schema_version)};
    if (hello.software().size() > software_bytes_max || hello.kind().size() > source_kind_bytes_max)
        return Refusal{Code::oversized,
                       fmt::format("{} gives a software or kind that is too long", name)};
    if (hello.source_epoch_us() <= 0 || hello.first_kept() == 0 ||
        hello.head() == std::numeric_limits<std::uint64_t>::max() ||
        hello.first_kept() > hello.head() + 1)
        return Refusal{Code::malformed,
                       fmt::format("{} greets with epoch {}, first kept {}, head {}", name,
                                   hello.source_epoch_us(), hello.first_kept(), hello.head())};
    return std::nullopt;
}

}  // namespace callwatch
