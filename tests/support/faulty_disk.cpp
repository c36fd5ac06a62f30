#include "tests/support/faulty_disk.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <new>
#include <optional>
#include <string>
#include <vector>

#include "daemon/model/check.hpp"

namespace callwatch::test {
namespace {

/// A write or truncation that no sync has followed yet.
struct Unsynced {
    std::size_t offset = 0;
    std::string bytes;
    bool truncates = false;
};

/// A file as the platter has it, and what is only in the cache.
struct Medium {
    std::string synced;
    std::vector<Unsynced> unsynced;
};

void settle(std::string& content, const Unsynced& change)
{
    if (change.truncates) {
        content.resize(std::min(content.size(), change.offset));
        return;
    }
    content.resize(std::max(content.size(), change.offset + change.bytes.size()));
    std::copy(change.bytes.begin(), change.bytes.end(),
              content.begin() + static_cast<std::ptrdiff_t>(change.offset));
}

std::string content_of(const std::string& path)
{
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

}  // namespace

struct FaultyDisk::State {
    sqlite3_vfs vfs{};
    sqlite3_vfs* real = nullptr;
    std::uint64_t calls = 0;
    std::uint64_t fails_at = 0;  ///< 0: never.
    Fault fault = Fault::full;
    bool off = false;
    std::map<std::string, Medium> media;

    /// Counts a call; says how it fails, or SQLITE_OK.
    int call(int broken_code)
    {
        ++calls;
        if (calls == fails_at && fault == Fault::power_off) off = true;
        if (off) return SQLITE_IOERR;
        if (calls != fails_at) return SQLITE_OK;
        return fault == Fault::full ? SQLITE_FULL : broken_code;
    }
};

namespace {

/// What SQLite holds for an open file; the real one's lies right behind it.
struct File {
    sqlite3_file base;
    FaultyDisk::State* disk;
    Medium* medium;  ///< Null: not one that lasts (shared memory is no file of the VFS).

    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

File& ours(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }
sqlite3_file* real(sqlite3_file* file) { return ours(file).real(); }

int close_file(sqlite3_file* file) { return real(file)->pMethods->xClose(real(file)); }

int read_file(sqlite3_file* file, void* to, int size, sqlite3_int64 offset)
{
    return real(file)->pMethods->xRead(real(file), to, size, offset);
}

int write_file(sqlite3_file* file, const void* from, int size, sqlite3_int64 offset)
{
    if (const int code = ours(file).disk->call(SQLITE_IOERR_WRITE)) return code;
    if (auto* medium = ours(file).medium)
        medium->unsynced.push_back(
            {static_cast<std::size_t>(offset),
             std::string{static_cast<const char*>(from), static_cast<std::size_t>(size)}, false});
    return real(file)->pMethods->xWrite(real(file), from, size, offset);
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size)
{
    if (const int code = ours(file).disk->call(SQLITE_IOERR_TRUNCATE)) return code;
    if (auto* medium = ours(file).medium)
        medium->unsynced.push_back({static_cast<std::size_t>(size), {}, true});
    return real(file)->pMethods->xTruncate(real(file), size);
}

int sync_file(sqlite3_file* file, int)
{
    if (const int code = ours(file).disk->call(SQLITE_IOERR_FSYNC)) return code;
    if (auto* medium = ours(file).medium) {
        for (const auto& change : medium->unsynced) settle(medium->synced, change);
        medium->unsynced.clear();
    }
    return SQLITE_OK;
}

int size_of_file(sqlite3_file* file, sqlite3_int64* size)
{
    return real(file)->pMethods->xFileSize(real(file), size);
}
int lock_file(sqlite3_file* file, int level)
{
    return real(file)->pMethods->xLock(real(file), level);
}
int unlock_file(sqlite3_file* file, int level)
{
    return real(file)->pMethods->xUnlock(real(file), level);
}
int check_lock(sqlite3_file* file, int* held)
{
    return real(file)->pMethods->xCheckReservedLock(real(file), held);
}
int control_file(sqlite3_file* file, int operation, void* argument)
{
    return real(file)->pMethods->xFileControl(real(file), operation, argument);
}
int sector_size(sqlite3_file* file) { return real(file)->pMethods->xSectorSize(real(file)); }
/// None: no promise about torn or reordered writes.
int characteristics(sqlite3_file*) { return 0; }
int map_memory(sqlite3_file* file, int region, int size, int extend, void volatile** memory)
{
    return real(file)->pMethods->xShmMap(real(file), region, size, extend, memory);
}
int lock_memory(sqlite3_file* file, int offset, int count, int flags)
{
    return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}
void order_memory(sqlite3_file* file) { real(file)->pMethods->xShmBarrier(real(file)); }
int unmap_memory(sqlite3_file* file, int remove)
{
    return real(file)->pMethods->xShmUnmap(real(file), remove);
}

constexpr sqlite3_io_methods methods{
    .iVersion = 2,
    .xClose = close_file,
    .xRead = read_file,
    .xWrite = write_file,
    .xTruncate = truncate_file,
    .xSync = sync_file,
    .xFileSize = size_of_file,
    .xLock = lock_file,
    .xUnlock = unlock_file,
    .xCheckReservedLock = check_lock,
    .xFileControl = control_file,
    .xSectorSize = sector_size,
    .xDeviceCharacteristics = characteristics,
    .xShmMap = map_memory,
    .xShmLock = lock_memory,
    .xShmBarrier = order_memory,
    .xShmUnmap = unmap_memory,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags)
{
    auto* disk = static_cast<FaultyDisk::State*>(vfs->pAppData);
    File& opened = *new (file) File{{nullptr}, disk, nullptr};
    const int code = disk->real->xOpen(disk->real, name, opened.real(), flags, out_flags);
    if (code != SQLITE_OK) return code;
    if (name) {
        const auto [medium, is_new] = disk->media.try_emplace(name);
        if (is_new) medium->second.synced = content_of(name);
        opened.medium = &medium->second;
    }
    opened.base.pMethods = &methods;
    return SQLITE_OK;
}

int delete_file(sqlite3_vfs* vfs, const char* name, int sync_folder)
{
    auto* disk = static_cast<FaultyDisk::State*>(vfs->pAppData);
    if (disk->off) return SQLITE_IOERR_DELETE;
    const int code = disk->real->xDelete(disk->real, name, sync_folder);
    if (code == SQLITE_OK) disk->media.erase(name);
    return code;
}

}  // namespace

FaultyDisk::FaultyDisk() : state_{std::make_unique<State>()}
{
    state_->real = sqlite3_vfs_find(nullptr);
    state_->vfs = *state_->real;
    state_->vfs.zName = "faulty disk";
    state_->vfs.pNext = nullptr;
    state_->vfs.pAppData = state_.get();
    state_->vfs.szOsFile = static_cast<int>(sizeof(File)) + state_->real->szOsFile;
    state_->vfs.xOpen = open_file;
    state_->vfs.xDelete = delete_file;
    CALLWATCH_CHECK(sqlite3_vfs_register(&state_->vfs, 1) == SQLITE_OK);
}

FaultyDisk::~FaultyDisk()
{
    sqlite3_vfs_unregister(&state_->vfs);
    sqlite3_vfs_register(state_->real, 1);
}

void FaultyDisk::fail_at(std::uint64_t n, Fault fault)
{
    state_->fails_at = state_->calls + n;
    state_->fault = fault;
}

std::uint64_t FaultyDisk::calls() const { return state_->calls; }

void FaultyDisk::lose_power(SeededRandom& random)
{
    CALLWATCH_CHECK(state_->off);
    for (auto& [path, medium] : state_->media) {
        for (auto change : medium.unsynced) {
            const auto fate = random.below(3);
            if (fate == 0) continue;
            if (fate == 1) change.bytes.resize(random.below(change.bytes.size() + 1));
            settle(medium.synced, change);
        }
        std::ofstream{path, std::ios::binary | std::ios::trunc} << medium.synced;
    }
    state_->media.clear();
    state_->off = false;
    state_->fails_at = 0;
}

}  // namespace callwatch::test
