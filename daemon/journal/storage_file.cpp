#include "daemon/journal/storage_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include <fmt/format.h>

namespace callwatch {
namespace {

const char* advice(int error_number)
{
    switch (error_number) {
        case ENOENT:
        case ENOTDIR: return "make its folder and give it to the user of the daemon";
        case EACCES:
        case EPERM:
            return "give the user of the daemon the right to read and write it and its folder";
        case EROFS: return "it is on a file system that is mounted read-only: mount it for writing";
        case ENOSPC:
        case EDQUOT: return "the disk is full: free some space, then start again";
        case EMFILE:
        case ENFILE: return "raise the limit of open files";
        default: return "check the disk, then start again";
    }
}

/// Opens, or makes, the lock file; -1 and errno if that cannot be.
int open_lock(const std::string& path)
{
    return ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0640);
}

std::string owner_named_in(int descriptor)
{
    std::array<char, 24> text{};
    const ssize_t size = ::pread(descriptor, text.data(), text.size(), 0);
    if (size <= 0) return "another process";
    return fmt::format("process {}", std::string{text.data(), static_cast<std::size_t>(size)});
}

}  // namespace

StorageError file_error(const std::string& path, const std::string& what, int error_number)
{
    return StorageError{fmt::format("{}: {} ({}): {}", path, what,
                                    std::generic_category().message(error_number),
                                    advice(error_number))};
}

std::string canonical_file(const std::string& path)
{
    std::error_code error;
    const std::filesystem::path whole = std::filesystem::absolute(path, error);
    if (!std::filesystem::is_directory(whole.parent_path(), error))
        throw file_error(path, "there is no folder for it", error ? error.value() : ENOENT);
    const auto canonical = std::filesystem::weakly_canonical(whole, error);
    if (error) throw file_error(path, "cannot be found", error.value());
    return canonical.string();
}

void make_file(const std::string& path, unsigned mode)
{
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (descriptor < 0) {
        if (errno == EEXIST) return;
        throw file_error(path, "cannot be made", errno);
    }
    ::fchmod(descriptor, mode);
    ::close(descriptor);
}

void sync_folder_of(const std::string& path)
{
    const std::string folder = std::filesystem::path{path}.parent_path().string();
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) throw file_error(folder, "cannot be synced", errno);
    const bool synced = ::fsync(descriptor) == 0;
    const int error_number = errno;
    ::close(descriptor);
    if (!synced) throw file_error(folder, "cannot be synced", error_number);
}

FileLock::FileLock(const std::string& path)
{
    const std::string lock_path = path + ".lock";
    descriptor_ = open_lock(lock_path);
    if (descriptor_ < 0) throw file_error(lock_path, "cannot be opened", errno);

    if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
        const int error_number = errno;
        const std::string owner = owner_named_in(descriptor_);
        ::close(descriptor_);
        if (error_number != EWOULDBLOCK)
            throw file_error(lock_path, "cannot be locked", error_number);
        throw StorageError{fmt::format("{}: {} is using it: stop that one first", path, owner)};
    }
    // The number only makes the message above better, so a failure to write it is none.
    const std::string owner = std::to_string(::getpid());
    if (::ftruncate(descriptor_, 0) == 0)
        static_cast<void>(::pwrite(descriptor_, owner.data(), owner.size(), 0) == 0);
}

FileLock::~FileLock() { ::close(descriptor_); }

}  // namespace callwatch
