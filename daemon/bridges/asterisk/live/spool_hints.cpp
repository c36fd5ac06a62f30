#include <linux/magic.h>
#include <sys/inotify.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "daemon/bridges/asterisk/live/spool_watcher.hpp"

namespace callwatch::asterisk {
namespace {

constexpr std::uint32_t changes = IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO |
                                  IN_CLOSE_WRITE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;
constexpr int reads_max = 64;

}  // namespace

SpoolHints::SpoolHints() : fd_{inotify_init1(IN_NONBLOCK | IN_CLOEXEC)} {}

SpoolHints::~SpoolHints()
{
    if (fd_ >= 0) ::close(fd_);
}

bool SpoolHints::watch(const std::filesystem::path& directory, const std::string& subject)
{
    if (fd_ < 0) return false;
    const int watch = inotify_add_watch(fd_, directory.c_str(), changes);
    if (watch < 0) return false;
    watches_[watch] = subject;
    return true;
}

SpoolHints::Read SpoolHints::read()
{
    Read out;
    alignas(inotify_event) std::array<char, std::size_t{64} * 1024> buffer;
    for (int i = 0; i < reads_max && fd_ >= 0; ++i) {
        const auto got = ::read(fd_, buffer.data(), buffer.size());
        if (got <= 0) break;
        for (std::size_t at = 0; at + sizeof(inotify_event) <= static_cast<std::size_t>(got);) {
            inotify_event event;
            std::memcpy(&event, buffer.data() + at, sizeof event);
            at += sizeof event + event.len;
            if ((event.mask & IN_Q_OVERFLOW) != 0) out.overflow = true;
            const auto subject = watches_.find(event.wd);
            if (subject != watches_.end()) out.subjects.insert(subject->second);
            if ((event.mask & IN_IGNORED) != 0) watches_.erase(event.wd);
        }
    }
    return out;
}

bool is_network_file_system(const std::filesystem::path& path)
{
    // What linux/magic.h does not name: CIFS, SMB2, GFS2, Lustre.
    constexpr std::array<std::uint32_t, 13> network{
        NFS_SUPER_MAGIC, SMB_SUPER_MAGIC, 0xFF534D42U,      0xFE534D42U, CODA_SUPER_MAGIC,
        AFS_FS_MAGIC,    AFS_SUPER_MAGIC, CEPH_SUPER_MAGIC, V9FS_MAGIC,  OCFS2_SUPER_MAGIC,
        0x01161970U,     0x0BD00BD0U,     FUSE_SUPER_MAGIC};
    struct statfs status = {};
    if (statfs(path.c_str(), &status) != 0) return false;
    const auto type = static_cast<std::uint32_t>(status.f_type);
    return std::find(network.begin(), network.end(), type) != network.end();
}

}  // namespace callwatch::asterisk
