#include "daemon/keys/private_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include <fmt/format.h>

namespace callwatch::keys {
namespace {

struct Descriptor {
    int number;
    ~Descriptor()
    {
        if (number >= 0) ::close(number);
    }
};

KeyError failure(const std::filesystem::path& path, const char* what, int error)
{
    return KeyError{
        fmt::format("{}: {}: {}", path.string(), what, std::generic_category().message(error))};
}

void write_all(const std::filesystem::path& path, std::string_view text, FileRights rights)
{
    const mode_t mode = rights == FileRights::owner ? 0600 : 0644;
    const Descriptor file{::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)};
    if (file.number < 0) throw failure(path, "cannot be made", errno);
    const auto written = ::write(file.number, text.data(), text.size());
    if (written != static_cast<ssize_t>(text.size()))
        throw failure(path, "cannot be written", written < 0 ? errno : ENOSPC);
    if (::fsync(file.number) != 0) throw failure(path, "cannot be synced", errno);
}

void sync_folder_of(const std::filesystem::path& path)
{
    const auto parent = path.parent_path();
    const Descriptor folder{
        ::open(parent.empty() ? "." : parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (folder.number < 0 || ::fsync(folder.number) != 0)
        throw failure(path, "its folder cannot be synced", errno);
}

}  // namespace

void write_new_file(const std::filesystem::path& path, std::string_view text, FileRights rights)
{
    auto unfinished = path;
    unfinished += ".new";
    ::unlink(unfinished.c_str());  // Of a run that was killed.
    write_all(unfinished, text, rights);
    // link() and not rename(): a key that is there is never written over.
    const int linked = ::link(unfinished.c_str(), path.c_str());
    const int error = errno;
    ::unlink(unfinished.c_str());
    if (linked != 0)
        throw failure(
            path, error == EEXIST ? "is there already, and is not written over" : "cannot be made",
            error);
    sync_folder_of(path);
}

Secret read_small_file(const std::filesystem::path& path, FileRights rights)
{
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    if (file.number < 0) throw failure(path, "cannot be opened", errno);
    struct stat status {};
    if (::fstat(file.number, &status) != 0) throw failure(path, "cannot be looked at", errno);
    if (!S_ISREG(status.st_mode)) throw KeyError{path.string() + ": is no file"};
    if (rights == FileRights::owner && (status.st_mode & 077) != 0)
        throw KeyError{path.string() + ": others than its owner may read it: chmod 600"};
    std::string text(file_bytes_max + 1, '\0');
    const auto got = ::read(file.number, text.data(), text.size());
    if (got < 0) throw failure(path, "cannot be read", errno);
    if (got > static_cast<ssize_t>(file_bytes_max))
        throw KeyError{fmt::format("{}: is larger than {} bytes", path.string(), file_bytes_max)};
    text.resize(static_cast<std::size_t>(got));
    return Secret{std::move(text)};
}

}  // namespace callwatch::keys
