#include "daemon/journal/sqlite_vault.hpp"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <utility>

#include <fmt/format.h>

#include "daemon/journal/vault_reader.hpp"
#include "daemon/journal/vault_token.hpp"
#include "daemon/model/check.hpp"

namespace callwatch {
namespace {

/// The file is made before SQLite would, with rights for nobody else.
const std::string& made(const std::string& path)
{
    make_file(path, 0600);
    return path;
}

/// A vault that has been used and lost its key must not get another: its texts could never be read
/// again.
bool may_make_key(const std::string& path)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    return error || size == 0;
}

void own_key(SqliteFile& file, const VaultKey& key)
{
    const std::string ours = key.check_value();
    if (file.prepare("SELECT check_value FROM key").step()) return check_vault_key(file, key);
    file.prepare("INSERT INTO key VALUES(?1)").bind(1, std::string_view{ours}).run();
}

SqliteStatement prepare_insert(SqliteFile& file, const VaultKey& key)
{
    file.execute("PRAGMA secure_delete=ON");
    own_schema(file, vault_schema);
    own_key(file, key);
    return file.prepare("INSERT INTO entry(token, lookup, sealed, used) VALUES(?1, ?2, ?3, ?4)");
}

}  // namespace

SqliteVault::SqliteVault(const std::string& path, std::size_t recent_max)
try : path_{canonical_file(path)}, lock_{path_}, key_{path_ + ".key", may_make_key(path_)},
    file_{made(path_), SqliteFile::As::owner}, insert_{prepare_insert(file_, key_)},
    use_{file_.prepare("UPDATE entry SET used = max(used, ?2) WHERE token = ?1")},
    delete_{file_.prepare("DELETE FROM entry WHERE token = ?1")},
    reader_{path_, SqliteFile::As::observer},
    find_token_{reader_.prepare(
        "SELECT token, used FROM entry WHERE lookup = ?1 ORDER BY used DESC, token")},
    find_sealed_{reader_.prepare("SELECT sealed, used FROM entry WHERE token = ?1")},
    find_unused_{reader_.prepare("SELECT token FROM entry WHERE used < ?1 ORDER BY used LIMIT ?2")},
    recent_{recent_max} {
} catch (const StorageError& error) {
    throw VaultError{error.what()};
}

std::string SqliteVault::token_for(VaultKind kind, std::string_view text)
{
    if (text.empty()) return {};
    CALLWATCH_CHECK(text.size() <= vault_text_bytes_max);
    auto* known = recent_.find_text(kind, text);
    if (known == nullptr) {
        if (const auto found = find_in_file(kind, text)) {
            recent_.add(kind, text, found->token, 0, found->used, written_);
            known = recent_.find_text(kind, text);
        }
    }
    if (known != nullptr) {
        use(*known);
        return known->token;
    }
    std::string token = new_token();
    const auto used = kind == VaultKind::number ? today_ : vault_day_kept;
    changes_.push_back({.what = VaultChange::What::add,
                        .token = token,
                        .lookup = key_.lookup(kind, text),
                        .sealed = key_.seal(token, kind, text),
                        .serial = ++serial_,
                        .used = used});
    recent_.add(kind, text, token, serial_, used, written_);
    return token;
}

/// Writes a day once, however often a text is used on it.
void SqliteVault::use(RecentTexts::Entry& entry)
{
    if (entry.used >= today_) return;
    entry.used = today_;
    entry.serial = ++serial_;
    changes_.push_back({.what = VaultChange::What::use,
                        .token = entry.token,
                        .lookup = {},
                        .sealed = {},
                        .serial = serial_,
                        .used = today_});
}

void SqliteVault::set_day(VaultDay today)
{
    // What came before the first time was known came on this day.
    if (today_ == 0)
        for (auto& change : changes_) change.used = std::max(change.used, today);
    today_ = today;
}

std::optional<std::string> SqliteVault::text_of(std::string_view token)
{
    if (const auto* known = recent_.find_token(token)) return known->text.substr(1);
    forget_finished_erasures();
    if (erased_.contains(token)) return std::nullopt;
    VaultDay used = 0;
    const auto opened = text_in_file(token, used);
    if (!opened) return std::nullopt;
    // Another entry of this text may be the one that counts; then this one is on its way out.
    if (recent_.find_text(opened->kind, opened->text) == nullptr)
        recent_.add(opened->kind, opened->text, std::string{token}, 0, used, written_);
    return opened->text;
}

std::optional<std::string> SqliteVault::find(VaultKind kind, std::string_view text)
{
    if (text.empty() || text.size() > vault_text_bytes_max) return std::nullopt;
    if (const auto* known = recent_.find_text(kind, text)) return known->token;
    const auto found = find_in_file(kind, text);
    if (!found) return std::nullopt;
    return found->token;
}

std::vector<std::string> SqliteVault::unused_since(VaultDay day, std::size_t limit)
{
    forget_finished_erasures();
    return failing_as<VaultError>([&] {
        std::vector<std::string> tokens;
        find_unused_.bind(1, std::int64_t{day}).bind(2, static_cast<std::int64_t>(limit));
        while (find_unused_.step()) {
            auto token = token_of(find_unused_.column_blob(0));
            const auto* known = recent_.find_token(token);
            const bool is_used = known != nullptr && known->used >= day;
            if (!is_used && !erased_.contains(token)) tokens.push_back(std::move(token));
        }
        find_unused_.reset();
        return tokens;
    });
}

void SqliteVault::keep(std::string_view token)
{
    if (!text_of(token)) return;
    if (auto* known = recent_.find_token(token)) use(*known);
}

void SqliteVault::erase(std::string_view token)
{
    if (bytes_of_token(token).empty()) return;
    recent_.remove(token);
    changes_.push_back({.what = VaultChange::What::erase,
                        .token = std::string{token},
                        .lookup = {},
                        .sealed = {},
                        .serial = ++serial_,
                        .used = 0});
    erased_.insert_or_assign(std::string{token}, serial_);
}

void SqliteVault::forget_finished_erasures()
{
    std::erase_if(erased_,
                  [this](const auto& erased) { return erased.second <= erasures_written_; });
}

VaultChanges SqliteVault::take_changes() { return std::exchange(changes_, {}); }

std::optional<SqliteVault::InFile> SqliteVault::find_in_file(VaultKind kind, std::string_view text)
{
    // Before the file is asked: an erasure that is finished meanwhile must still count below.
    forget_finished_erasures();
    const std::string lookup = key_.lookup(kind, text);
    return failing_as<VaultError>([&]() -> std::optional<InFile> {
        std::optional<InFile> found;
        find_token_.bind(1, std::string_view{lookup});
        while (!found && find_token_.step()) {
            auto token = token_of(find_token_.column_blob(0));
            if (!erased_.contains(token))
                found = {std::move(token), static_cast<VaultDay>(find_token_.column_integer(1))};
        }
        find_token_.reset();
        return found;
    });
}

std::optional<VaultKey::Opened> SqliteVault::text_in_file(std::string_view token, VaultDay& used)
{
    const std::string bytes = bytes_of_token(token);
    if (bytes.empty()) return std::nullopt;
    return failing_as<VaultError>([&]() -> std::optional<VaultKey::Opened> {
        std::string sealed;
        if (find_sealed_.bind(1, std::string_view{bytes}).step()) {
            sealed = find_sealed_.column_blob(0);
            used = static_cast<VaultDay>(find_sealed_.column_integer(1));
        }
        find_sealed_.reset();
        if (sealed.empty()) return std::nullopt;
        auto opened = key_.open(token, sealed);
        if (!opened)
            throw StorageError{fmt::format(
                "{}: an entry was changed: put a copy from a backup in its place", path_)};
        return opened;
    });
}

void SqliteVault::write(const VaultChanges& changes)
{
    if (!failure_.empty()) throw VaultError{"the vault has failed before: " + failure_};
    if (changes.empty()) return;
    try {
        store(changes);
    } catch (const StorageError& error) {
        failure_ = error.what();
        throw VaultError{failure_};
    }
    for (const auto& change : changes)
        (change.what == VaultChange::What::erase ? erasures_written_ : written_) = change.serial;
}

void SqliteVault::store(const VaultChanges& changes)
{
    bool erased = false;
    SqliteTransaction transaction{file_};
    for (const auto& change : changes) {
        const std::string token = bytes_of_token(change.token);
        switch (change.what) {
            case VaultChange::What::erase:
                delete_.bind(1, std::string_view{token}).run();
                erased = true;
                break;
            case VaultChange::What::use:
                use_.bind(1, std::string_view{token}).bind(2, std::int64_t{change.used}).run();
                break;
            case VaultChange::What::add:
                insert_.bind(1, std::string_view{token}).bind(2, change.lookup);
                insert_.bind(3, change.sealed).bind(4, std::int64_t{change.used}).run();
        }
    }
    transaction.commit();
    if (erased) leave_no_copy();
}

/// What was deleted is overwritten in the file (secure_delete) and must go from the write-ahead log
/// too: https://sqlite.org/pragma.html#pragma_wal_checkpoint.
void SqliteVault::leave_no_copy()
{
    auto checkpoint = file_.prepare("PRAGMA wal_checkpoint(TRUNCATE)");
    const bool busy = !checkpoint.step() || checkpoint.column_integer(0) != 0;
    if (busy)
        throw StorageError{fmt::format(
            "{}: another program is reading it, so that erasing cannot be finished: stop that one",
            path_)};
}

}  // namespace callwatch
