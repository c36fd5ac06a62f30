#include "daemon/bridges/publisher/disk.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "daemon/bridges/publisher/publisher.hpp"

namespace callwatch {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& file, const char* what)
{
    throw SpoolError{"spool: " + file.string() + ": cannot " + what + ": " + std::strerror(errno)};
}

}  // namespace

FileDescriptor::~FileDescriptor()
{
    if (number_ >= 0) ::close(number_);
}

ssize_t Disk::write(int file, std::string_view bytes)
{
    return ::write(file, bytes.data(), bytes.size());
}

int Disk::sync(int file) { return ::fsync(file); }
int Disk::truncate(int file, std::size_t bytes)
{
    return ::ftruncate(file, static_cast<off_t>(bytes));
}
int Disk::rename(const fs::path& from, const fs::path& to)
{
    return std::rename(from.c_str(), to.c_str());
}
int Disk::remove(const fs::path& file) { return ::unlink(file.c_str()); }

Disk& Disk::real()
{
    static Disk disk;
    return disk;
}

void write_all(Disk& disk, int file, std::string_view bytes, const fs::path& name)
{
    while (!bytes.empty()) {
        const auto written = disk.write(file, bytes);
        if (written < 0 && errno == EINTR) continue;
        if (written == 0) errno = ENOSPC;
        if (written <= 0) fail(name, "write");
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void sync(Disk& disk, int file, const fs::path& name)
{
    // Never tried again: after a failed fsync the kernel may have dropped the pages and call the
    // next one a success (PostgreSQL, 2018).
    if (disk.sync(file) != 0) fail(name, "sync");
}

void sync_directory(Disk& disk, const fs::path& directory)
{
    const auto file = open_file(directory, O_RDONLY | O_DIRECTORY);
    sync(disk, file.number(), directory);
}

void create_file(Disk& disk, const fs::path& file, std::string_view bytes)
{
    auto unfinished = file;
    unfinished += ".new";
    const auto opened = open_file(unfinished, O_WRONLY | O_CREAT | O_TRUNC);
    write_all(disk, opened.number(), bytes, unfinished);
    sync(disk, opened.number(), unfinished);
    if (disk.rename(unfinished, file) != 0) fail(unfinished, "rename");
    sync_directory(disk, file.parent_path());
}

void remove_file(Disk& disk, const fs::path& file)
{
    if (disk.remove(file) != 0 && errno != ENOENT) fail(file, "remove");
}

FileDescriptor open_file(const fs::path& file, int flags)
{
    FileDescriptor opened{::open(file.c_str(), flags | O_CLOEXEC, S_IRUSR | S_IWUSR)};
    if (!opened) fail(file, "open");
    return opened;
}

std::string read_file(const fs::path& file, std::size_t bytes_max)
{
    const auto opened = open_file(file, O_RDONLY);
    struct stat about {};
    if (::fstat(opened.number(), &about) != 0) fail(file, "read");
    if (!S_ISREG(about.st_mode) || static_cast<std::size_t>(about.st_size) > bytes_max)
        throw SpoolError{"spool: " + file.string() + ": not a file of at most " +
                         std::to_string(bytes_max) + " bytes: not part of a spool"};
    return read_part(file, 0, static_cast<std::size_t>(about.st_size));
}

std::string read_part(const fs::path& file, std::size_t offset, std::size_t bytes)
{
    const auto opened = open_file(file, O_RDONLY);
    std::string content(bytes, '\0');
    std::size_t have = 0;
    while (have < bytes) {
        const auto got = ::pread(opened.number(), content.data() + have, bytes - have,
                                 static_cast<off_t>(offset + have));
        if (got < 0 && errno == EINTR) continue;
        if (got == 0) errno = ENODATA;
        if (got <= 0) fail(file, "read");
        have += static_cast<std::size_t>(got);
    }
    return content;
}

}  // namespace callwatch
