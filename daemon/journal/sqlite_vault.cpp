#include "daemon/journal/sqlite_vault.hpp"

#include <sodium.h>

#include <array>
#include <filesystem>
#include <functional>
#include <utility>

#include <fmt/format.h>

#include "daemon/journal/sqlite_schema.hpp"
#include "daemon/model/check.hpp"

namespace callwatch {
namespace {

constexpr std::size_t token_bytes = 16;

constexpr SqliteSchema vault_schema{
    .kind = "vault",
    .application_id = 0x43577674,  // "CWvt"
    .version = 1,
    .tables =
        "CREATE TABLE entry(token BLOB PRIMARY KEY, lookup BLOB NOT NULL UNIQUE,"
        " sealed BLOB NOT NULL) STRICT, WITHOUT ROWID;"
        "CREATE TABLE key(check_value BLOB NOT NULL) STRICT",
};

std::string to_hex(std::string_view bytes)
{
    std::string hex(2 * bytes.size() + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                   bytes.size());
    hex.pop_back();
    return hex;
}

/// Empty if it is not a token as to_hex() writes it.
std::string from_hex(std::string_view token)
{
    std::array<unsigned char, token_bytes> bytes{};
    std::size_t size = 0;
    if (token.size() != 2 * token_bytes ||
        sodium_hex2bin(bytes.data(), bytes.size(), token.data(), token.size(), nullptr, &size,
                       nullptr) != 0 ||
        size != token_bytes)
        return {};
    const std::string found{bytes.begin(), bytes.end()};
    return to_hex(found) == token ? found : std::string{};
}

std::string new_token()
{
    std::string bytes(token_bytes, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return to_hex(bytes);
}

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

void check_key(SqliteFile& file, const VaultKey& key)
{
    const std::string ours = key.check_value();
    auto select = file.prepare("SELECT check_value FROM key");
    if (!select.step()) {
        file.prepare("INSERT INTO key VALUES(?1)").bind(1, std::string_view{ours}).run();
        return;
    }
    if (select.column_blob(0) != ours)
        throw StorageError{
            fmt::format("{}: was made with another key than {}.key: put the right one in its place",
                        file.path(), file.path())};
}

SqliteStatement prepare_insert(SqliteFile& file, const VaultKey& key)
{
    file.execute("PRAGMA secure_delete=ON");
    own_schema(file, vault_schema);
    check_key(file, key);
    return file.prepare("INSERT INTO entry(token, lookup, sealed) VALUES(?1, ?2, ?3)");
}

}  // namespace

SqliteVault::SqliteVault(const std::string& path, std::size_t recent_max)
try : path_{canonical_file(path)}, lock_{path_}, key_{path_ + ".key", may_make_key(path_)},
    file_{made(path_), SqliteFile::As::owner}, insert_{prepare_insert(file_, key_)},
    delete_{file_.prepare("DELETE FROM entry WHERE token = ?1")},
    reader_{path_, SqliteFile::As::observer},
    find_token_{reader_.prepare("SELECT token FROM entry WHERE lookup = ?1")},
    find_sealed_{reader_.prepare("SELECT sealed FROM entry WHERE token = ?1")},
    recent_{recent_max} {
} catch (const StorageError& error) {
    throw VaultError{error.what()};
}

std::string SqliteVault::token_for(VaultKind kind, std::string_view text)
{
    if (text.empty()) return {};
    CALLWATCH_CHECK(text.size() <= vault_text_bytes_max);
    if (const auto* known = recent_.find_text(kind, text)) return known->token;

    // Before the file is asked: an erasure that is finished meanwhile must still count below.
    forget_finished_erasures();
    const std::string lookup = key_.lookup(kind, text);
    if (std::string token = token_in_file(lookup); !token.empty() && !erased_.contains(token)) {
        recent_.add(kind, text, token, 0, written_);
        return token;
    }
    std::string token = new_token();
    changes_.push_back({token, lookup, key_.seal(token, kind, text), ++serial_});
    recent_.add(kind, text, token, serial_, written_);
    return token;
}

std::optional<std::string> SqliteVault::text_of(std::string_view token)
{
    if (const auto* known = recent_.find_token(token)) return known->text.substr(1);
    forget_finished_erasures();
    if (erased_.contains(token)) return std::nullopt;
    const auto opened = text_in_file(token);
    if (!opened) return std::nullopt;
    recent_.add(opened->kind, opened->text, std::string{token}, 0, written_);
    return opened->text;
}

void SqliteVault::erase(std::string_view token)
{
    if (from_hex(token).empty()) return;
    recent_.remove(token);
    changes_.push_back({std::string{token}, {}, {}, ++serial_});
    erased_.insert_or_assign(std::string{token}, serial_);
}

void SqliteVault::forget_finished_erasures()
{
    std::erase_if(erased_, [this](const auto& erased) { return erased.second <= written_; });
}

VaultChanges SqliteVault::take_changes() { return std::exchange(changes_, {}); }

std::string SqliteVault::token_in_file(std::string_view lookup)
{
    return failing_as<VaultError>([&] {
        std::string token;
        if (find_token_.bind(1, lookup).step()) token = to_hex(find_token_.column_blob(0));
        find_token_.reset();
        return token;
    });
}

std::optional<VaultKey::Opened> SqliteVault::text_in_file(std::string_view token)
{
    const std::string bytes = from_hex(token);
    if (bytes.empty()) return std::nullopt;
    return failing_as<VaultError>([&]() -> std::optional<VaultKey::Opened> {
        std::string sealed;
        if (find_sealed_.bind(1, std::string_view{bytes}).step())
            sealed = find_sealed_.column_blob(0);
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
    written_ = changes.back().serial;
}

void SqliteVault::store(const VaultChanges& changes)
{
    bool erased = false;
    SqliteTransaction transaction{file_};
    for (const auto& change : changes) {
        const std::string token = from_hex(change.token);
        if (change.lookup.empty()) {
            delete_.bind(1, std::string_view{token}).run();
            erased = true;
        } else {
            insert_.bind(1, std::string_view{token})
                .bind(2, change.lookup)
                .bind(3, change.sealed)
                .run();
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
