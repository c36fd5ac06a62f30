#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace callwatch {

/// A file descriptor that is closed when its owner goes.
class FileDescriptor {
public:
    FileDescriptor() = default;
    explicit FileDescriptor(int number) : number_{number} {}
    FileDescriptor(FileDescriptor&& other) noexcept : number_{std::exchange(other.number_, -1)} {}
    FileDescriptor& operator=(FileDescriptor&& other) noexcept
    {
        std::swap(number_, other.number_);
        return *this;
    }
    ~FileDescriptor();

    int number() const { return number_; }
    explicit operator bool() const { return number_ >= 0; }

private:
    int number_ = -1;
};

/// Everything the spool does that changes the disk, so that a test can let it fail or forget. The
/// functions behave as the system calls of the same name: -1 and errno on failure.
class Disk {
public:
    virtual ~Disk() = default;
    virtual ssize_t write(int file, std::string_view bytes);
    virtual int sync(int file);  ///< fdatasync; fsync for a directory.
    virtual int truncate(int file, std::size_t bytes);
    virtual int rename(const std::filesystem::path& from, const std::filesystem::path& to);
    virtual int remove(const std::filesystem::path& file);

    /// The machine's own.
    static Disk& real();
};

// What follows throws SpoolError, naming the file.

/// Writes all of `bytes`. A short write is carried on with; no progress is a failure.
void write_all(Disk& disk, int file, std::string_view bytes, const std::filesystem::path& name);
void sync(Disk& disk, int file, const std::filesystem::path& name);
void sync_directory(Disk& disk, const std::filesystem::path& directory);
/// Afterwards the file is there with these bytes, mode 0600 and durable, or (after a crash) it is
/// not there.
void create_file(Disk& disk, const std::filesystem::path& file, std::string_view bytes);
void remove_file(Disk& disk, const std::filesystem::path& file);

FileDescriptor open_file(const std::filesystem::path& file, int flags);
/// The whole file. Throws also if it is larger than `bytes_max`.
std::string read_file(const std::filesystem::path& file, std::size_t bytes_max);
/// Exactly `bytes` from `offset`.
std::string read_part(const std::filesystem::path& file, std::size_t offset, std::size_t bytes);

}  // namespace callwatch
