#pragma once

#include <cerrno>
#include <map>
#include <string>

#include <sys/stat.h>
#include <unistd.h>

#include "daemon/bridges/publisher/disk.hpp"

namespace callwatch::test {

/// Thrown instead of doing anything, from the moment the machine is gone.
struct PowerCut {};

/// A disk that fails, cuts short or forgets. Counts every call that changes something.
class FaultySpoolDisk final : public Disk {
public:
    int calls = 0;
    int fails_at = 0;  ///< The n-th call fails with `error`; 0: none.
    int error = EIO;
    int power_cut_at = 0;  ///< The n-th call never happens, nor any after it.
    bool short_writes = false;
    bool lies = false;  ///< A sync says that it was done, and was not.

    ssize_t write(int file, std::string_view bytes) override
    {
        if (fault()) return -1;
        note_size(file);
        if (short_writes && bytes.size() > 1) bytes = bytes.substr(0, bytes.size() / 2);
        return Disk::write(file, bytes);
    }
    int sync(int file) override
    {
        if (fault()) return -1;
        if (!lies) synced_[inode(file)] = size(file);
        return 0;  // A test does not survive a real power cut, so it need not wait for the disk.
    }
    int truncate(int file, std::size_t bytes) override
    {
        return fault() ? -1 : Disk::truncate(file, bytes);
    }
    int rename(const std::filesystem::path& from, const std::filesystem::path& to) override
    {
        return fault() ? -1 : Disk::rename(from, to);
    }
    int remove(const std::filesystem::path& file) override
    {
        return fault() ? -1 : Disk::remove(file);
    }

    /// After a power cut: bytes that were never synced are gone, but for `kept` of each file.
    void forget_unsynced(const std::filesystem::path& directory, std::uint64_t kept)
    {
        for (const auto& entry : std::filesystem::directory_iterator{directory}) {
            struct stat about {};
            if (::stat(entry.path().c_str(), &about) != 0 || !S_ISREG(about.st_mode)) continue;
            const auto known = synced_.find(about.st_ino);
            if (known == synced_.end()) continue;
            const auto length = std::min<std::uint64_t>(known->second + kept,
                                                        static_cast<std::uint64_t>(about.st_size));
            if (::truncate(entry.path().c_str(), static_cast<off_t>(length)) != 0) throw PowerCut{};
        }
    }

private:
    bool fault()
    {
        ++calls;
        if (power_cut_at != 0 && calls >= power_cut_at) throw PowerCut{};
        if (calls != fails_at) return false;
        errno = error;
        return true;
    }
    static ino_t inode(int file)
    {
        struct stat about {};
        ::fstat(file, &about);
        return about.st_ino;
    }
    static std::uint64_t size(int file)
    {
        struct stat about {};
        ::fstat(file, &about);
        return static_cast<std::uint64_t>(about.st_size);
    }
    void note_size(int file) { synced_.try_emplace(inode(file), size(file)); }

    std::map<ino_t, std::uint64_t> synced_;  ///< How much of each file is safe.
};

}  // namespace callwatch::test
