#pragma once

#include <sys/types.h>

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "daemon/bridges/asterisk/live/mailbox_listing.hpp"

namespace callwatch::asterisk {

/// A mailbox's directory below the spool: <context>/<mailbox>.
struct MailboxDirectory {
    std::string context;
    std::string mailbox;
    std::string name() const { return mailbox + "@" + context; }
    auto operator<=>(const MailboxDirectory&) const = default;
};

/// What a msgNNNN.txt says: its msg_id and the message. Nothing if it is not whole yet: files are
/// seen half written, and are read again at the next look.
struct MessageFile {
    std::string msg_id;
    ListedMessage message;
};
std::optional<MessageFile> parse_message_file(std::string_view text);

/// Reads Asterisk's voicemail spool, as app_voicemail keeps it: <context>/<mailbox>/<folder>/
/// msgNNNN.txt. Files that come, go or are renumbered while it reads are normal. A file that was
/// read once is not read again while it is the same: renumbering keeps its inode.
class SpoolReader {
public:
    explicit SpoolReader(std::filesystem::path root) : root_{std::move(root)} {}

    /// Why the spool cannot be read, in words; empty if it can.
    std::string trouble() const;
    /// Every mailbox that has a directory; at most mailboxes_max.
    std::vector<MailboxDirectory> mailboxes() const;
    /// Everything in one mailbox. Nothing if it cannot be vouched for now: a file was half written,
    /// or names changed while it was read. A file that is still not whole after a minute is listed
    /// under a made-up id, without a caller.
    std::optional<MailboxListing> list(const MailboxDirectory& mailbox);

    const std::filesystem::path& root() const { return root_; }
    std::filesystem::path path(const MailboxDirectory& mailbox) const
    {
        return root_ / mailbox.context / mailbox.mailbox;
    }

    static constexpr std::size_t mailboxes_max = 20'000;
    static constexpr std::size_t file_bytes_max = std::size_t{16} << 10;

private:
    struct Identity {
        dev_t device;
        ino_t inode;
        std::int64_t modified_ns;
        std::int64_t bytes;
        auto operator<=>(const Identity&) const = default;
    };
    using Known = std::map<Identity, MessageFile>;

    bool list_folder(const std::filesystem::path& folder, const Known& known, Known& read,
                     MailboxListing& out) const;

    std::filesystem::path root_;
    std::map<MailboxDirectory, Known> known_;
};

}  // namespace callwatch::asterisk
