#pragma once

#include <string>

#include "daemon/journal/storage_error.hpp"

namespace callwatch {

/// "PATH: WHAT (the system's words): what to do", for an errno value.
StorageError file_error(const std::string& path, const std::string& what, int error_number);

/// The one name of a file, links resolved, so that two programs that spell it differently meet at
/// the same lock. Throws StorageError if its folder does not exist.
std::string canonical_file(const std::string& path);

/// Makes the file, empty and with exactly these rights, unless it is there. Throws StorageError.
void make_file(const std::string& path, unsigned mode);

/// Makes what was made, renamed or removed in the folder of `path` survive a power cut. Throws
/// StorageError.
void sync_folder_of(const std::string& path);

/// One owner of a file: an advisory lock (flock) on "PATH.lock" for the life of this object. The
/// kernel frees it when a process dies, however it dies. The lock file stays behind on purpose:
/// removing it would let two owners in. (A lock on the file itself would undo SQLite's own,
/// https://sqlite.org/howtocorrupt.html section 2.2.)
class FileLock {
public:
    /// Throws StorageError, naming the process that has it.
    explicit FileLock(const std::string& path);
    ~FileLock();
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

private:
    int descriptor_ = -1;
};

/// Runs `action` and gives what it throws as StorageError the type the caller's contract names.
template <class Error, class Action>
auto failing_as(Action action) -> decltype(action())
try {
    return action();
} catch (const StorageError& error) {
    throw Error{error.what()};
}

}  // namespace callwatch
