#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <string>

#include "daemon/journal/recent_texts.hpp"
#include "daemon/journal/sqlite_file.hpp"
#include "daemon/journal/storage_file.hpp"
#include "daemon/journal/vault.hpp"
#include "daemon/journal/vault_key.hpp"

namespace callwatch {

/// The vault in a SQLite file of its own (secure_delete, WAL, synchronous=FULL), with its key in
/// "PATH.key". Two connections, one for each thread; the loop's only reads.
class SqliteVault : public Vault {
public:
    /// Texts in memory. 16 384 numbers take about 4 MB.
    static constexpr std::size_t recent_texts_max = 16'384;

    /// Opens the vault at `path`, or makes an empty one and its key (rights 0600). Throws
    /// VaultError if another process has it, or the key is missing, another one, or readable by
    /// others.
    explicit SqliteVault(const std::string& path, std::size_t recent_max = recent_texts_max);

    std::string token_for(VaultKind kind, std::string_view text) override;
    std::optional<std::string> text_of(std::string_view token) override;
    std::optional<std::string> find(VaultKind kind, std::string_view text) override;
    void set_day(VaultDay today) override;
    std::vector<std::string> unused_since(VaultDay day, std::size_t limit) override;
    void keep(std::string_view token) override;
    void erase(std::string_view token) override;
    VaultChanges take_changes() override;
    void write(const VaultChanges& changes) override;

private:
    struct InFile {
        std::string token;
        VaultDay used = 0;
    };
    std::optional<InFile> find_in_file(VaultKind kind, std::string_view text);
    std::optional<VaultKey::Opened> text_in_file(std::string_view token, VaultDay& used);
    void use(RecentTexts::Entry& entry);
    void forget_finished_erasures();
    void store(const VaultChanges& changes);
    void leave_no_copy();

    std::string path_;
    FileLock lock_;  ///< Before the files, so that it is freed after them.
    VaultKey key_;

    // The journal thread's.
    SqliteFile file_;
    SqliteStatement insert_;
    SqliteStatement use_;
    SqliteStatement delete_;
    std::string failure_;  ///< Of the write that ended this object's life; empty: it lives.

    // Serials of the last changes on disk; what is erased may come later than what was added after.
    std::atomic<std::uint64_t> written_ = 0;
    std::atomic<std::uint64_t> erasures_written_ = 0;

    // The loop's.
    SqliteFile reader_;
    SqliteStatement find_token_;
    SqliteStatement find_sealed_;
    SqliteStatement find_unused_;
    RecentTexts recent_;
    std::uint64_t serial_ = 0;
    VaultDay today_ = 0;
    VaultChanges changes_;
    std::map<std::string, std::uint64_t, std::less<>> erased_;  ///< Not on disk yet: token, serial.
};

}  // namespace callwatch
