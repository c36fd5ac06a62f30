#pragma once

#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "daemon/journal/vault.hpp"
#include "daemon/recovery/recovery.hpp"

namespace callwatch {

/// Erases numbers from the vault of a collector that is not running, with a fact in the journal
/// before anything goes. Holds both for itself meanwhile.
class NumberErasure {
public:
    /// Throws StorageError, also if a collector is running on this folder.
    explicit NumberErasure(const std::filesystem::path& data_folder);

    struct Found {
        std::vector<NumberToken> numbers;
        std::size_t needed = 0;  ///< Numbers of which a message is still to be returned.
    };
    /// The number as it is kept, or as people write it: "(512) 555-0142". `needed` ones are found
    /// too: who asks for one number means it.
    Found find(std::string_view number);
    /// All that were not used for so many days, counted from now or from the newest fact, whichever
    /// is later; `needed` ones are left out.
    Found unused_for(std::chrono::days span, Instant now);

    /// Throws StorageError.
    JournalHead erase(const Found& found);

private:
    std::unique_ptr<Journal> journal_;
    std::unique_ptr<Vault> vault_;
    Board board_;
    Instant used_before_;  ///< The epoch: not asked for.
};

}  // namespace callwatch
