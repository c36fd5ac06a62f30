#include "daemon/journal/new_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "daemon/journal/storage_file.hpp"

namespace callwatch {

NewFile::NewFile(std::string path)
    : path_{std::move(path)},
      unfinished_{path_ + ".new"},
      descriptor_{::open(unfinished_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0640)}
{
    if (descriptor_ < 0) throw file_error(unfinished_, "cannot be made", errno);
}

NewFile::~NewFile()
{
    if (descriptor_ < 0) return;
    ::close(descriptor_);
    ::unlink(unfinished_.c_str());
}

void NewFile::write(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0)
            throw file_error(unfinished_, "cannot be written", written < 0 ? errno : ENOSPC);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void NewFile::keep()
{
    if (::fsync(descriptor_) != 0) throw file_error(unfinished_, "cannot be synced", errno);
    if (::rename(unfinished_.c_str(), path_.c_str()) != 0)
        throw file_error(path_, "cannot be made", errno);
    ::close(descriptor_);
    descriptor_ = -1;
    sync_folder_of(path_);
}

}  // namespace callwatch
