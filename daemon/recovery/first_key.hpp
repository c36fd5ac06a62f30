#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "daemon/model/command.hpp"
#include "daemon/model/result.hpp"
#include "daemon/recovery/recovery.hpp"

namespace callwatch {

/// Admits a manager's key on the machine itself, while the collector is stopped and no valid key of
/// a manager is there: who may write the collector's data is believed. Holds the journal for itself
/// meanwhile.
class FirstKey {
public:
    /// Throws StorageError, also if a collector is running on this folder.
    explicit FirstKey(const std::filesystem::path& data_folder);

    /// Why this one cannot be admitted here; nothing: it can.
    std::optional<Refusal> refuse(const AdmitKey& said) const;
    /// One that is not refused. `now` stands in the fact; the journal's own time stays where it
    /// was. Throws StorageError.
    JournalHead admit(const AdmitKey& said, Instant now);

private:
    std::unique_ptr<Journal> journal_;
    Board board_;
};

}  // namespace callwatch
