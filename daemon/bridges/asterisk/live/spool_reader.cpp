#include "daemon/bridges/asterisk/live/spool_reader.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <ctime>
#include <system_error>

#include "daemon/bridges/asterisk/ami_text.hpp"
#include "daemon/bridges/asterisk/times.hpp"

namespace callwatch::asterisk {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t contexts_max = 256;
constexpr std::size_t folders_max = 64;
/// A file that is still not whole after so long never will be.
constexpr std::time_t half_written_s = 60;

/// Being recorded, and what was deleted but is kept (backupdeleted): neither is in the mailbox.
bool holds_messages(const std::string& folder) { return folder != "tmp" && folder != "Deleted"; }

bool is_message_file(const std::string& name)
{
    return name.size() > 7 && name.compare(0, 3, "msg") == 0 &&
           name.compare(name.size() - 4, 4, ".txt") == 0 &&
           std::all_of(name.begin() + 3, name.end() - 4,
                       [](char c) { return c >= '0' && c <= '9'; });
}

/// Names of the directories in `path`, sorted; none if it cannot be read.
std::vector<std::string> directories(const fs::path& path, std::size_t most)
{
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator one{path, error}, end; !error && one != end && names.size() < most;
         one.increment(error)) {
        std::error_code ignored;
        if (one->is_directory(ignored)) names.push_back(one->path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::optional<std::string> read_small(int directory, const std::string& name, std::size_t most,
                                      struct stat& status)
{
    const int fd = openat(directory, name.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0) return std::nullopt;
    std::string text(most + 1, '\0');
    const bool readable = fstat(fd, &status) == 0 && S_ISREG(status.st_mode);
    const auto got = readable ? ::read(fd, text.data(), text.size()) : -1;
    ::close(fd);
    if (got < 0) return std::nullopt;
    text.resize(static_cast<std::size_t>(got));
    return text;
}

std::int64_t modified_ns(const struct stat& status)
{
    return std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
}

/// When names in it changed last; nothing if it is gone.
std::optional<std::int64_t> names_changed(const fs::path& directory)
{
    struct stat status = {};
    if (stat(directory.c_str(), &status) != 0) return std::nullopt;
    return modified_ns(status);
}

/// What nobody can read stays in the list as something that lies there: without it the mailbox
/// would look emptier than it is.
MessageFile unreadable(const std::string& name, std::int64_t changed_ns)
{
    MessageFile file;
    file.message.began = Instant{Micros{changed_ns / 1'000}};
    file.msg_id = "unreadable-" + std::to_string(changed_ns / 1'000'000'000) + "-" + name;
    return file;
}

std::int64_t whole(std::string_view text)
{
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

}  // namespace

std::optional<MessageFile> parse_message_file(std::string_view text)
{
    if (text.size() > SpoolReader::file_bytes_max) return std::nullopt;
    MessageFile file;
    bool has_duration = false;
    std::optional<Instant> began;
    while (!text.empty()) {
        const auto end = text.find('\n');
        // The last line without its end is half a line.
        if (end == std::string_view::npos) break;
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end + 1);
        const auto equals = line.find('=');
        if (equals == std::string_view::npos || line.front() == ';') continue;
        const std::string_view key = line.substr(0, equals);
        const std::string_view value = line.substr(equals + 1);
        if (key == "msg_id") file.msg_id = value;
        if (key == "callerid") file.message.caller_id = value;
        if (key == "callerchan") file.message.caller_channel = value;
        if (key == "origtime") began = parse_epoch(value);
        if (key == "duration") {
            has_duration = true;
            file.message.duration_ms = std::clamp<std::int64_t>(whole(value), 0, 86'400) * 1'000;
        }
    }
    // The duration is written last, when the caller has gone.
    if (!began || !has_duration) return std::nullopt;
    file.message.began = *began;
    // Files of Asterisk before 11 have no id: what they do have stays with them.
    if (file.msg_id.empty())
        file.msg_id =
            std::to_string(micros(*began) / 1'000'000) + "-" + file.message.caller_channel;
    return file;
}

std::string SpoolReader::trouble() const
{
    std::error_code error;
    const fs::directory_iterator one{root_, error};
    if (error == std::errc::no_such_file_or_directory)
        return root_.string() + ": there is no such voicemail directory";
    if (error)
        return root_.string() + ": the voicemail directory cannot be read: " + error.message() +
               "; the bridge's user has to be in Asterisk's group";
    for (const auto& mailbox : mailboxes()) {
        for (const auto& folder : directories(path(mailbox), folders_max)) {
            const fs::path place = path(mailbox) / folder;
            if (holds_messages(folder) && access(place.c_str(), R_OK | X_OK) != 0)
                return place.string() +
                       ": the voicemail directory cannot be read: " + std::strerror(errno) +
                       "; the bridge's user has to be in Asterisk's group";
        }
    }
    return {};
}

std::vector<MailboxDirectory> SpoolReader::mailboxes() const
{
    std::vector<MailboxDirectory> found;
    for (const auto& context : directories(root_, contexts_max))
        for (auto& mailbox : directories(root_ / context, mailboxes_max - found.size()))
            found.push_back({context, std::move(mailbox)});
    return found;
}

std::optional<MailboxListing> SpoolReader::list(const MailboxDirectory& mailbox)
{
    MailboxListing listing;
    Known read;
    const Known& known = known_[mailbox];
    std::vector<std::pair<fs::path, std::optional<std::int64_t>>> places;
    places.emplace_back(path(mailbox), names_changed(path(mailbox)));
    for (const auto& folder : directories(path(mailbox), folders_max)) {
        if (!holds_messages(folder)) continue;
        const fs::path place = path(mailbox) / folder;
        places.emplace_back(place, names_changed(place));
        if (!list_folder(place, known, read, listing)) return std::nullopt;
    }
    // A message that moved from one folder to another while they were read may be missing.
    for (const auto& [place, changed] : places)
        if (names_changed(place) != changed) return std::nullopt;
    known_[mailbox] = std::move(read);
    return listing;
}

bool SpoolReader::list_folder(const fs::path& folder, const Known& known, Known& read,
                              MailboxListing& out) const
{
    const int directory = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (directory < 0) return errno == ENOENT;
    bool whole_list = true;
    std::error_code error;
    for (fs::directory_iterator one{folder, error}, end; !error && one != end;
         one.increment(error)) {
        const std::string name = one->path().filename().string();
        if (!is_message_file(name)) continue;
        struct stat status = {};
        if (out.size() >= listed_messages_max ||
            fstatat(directory, name.c_str(), &status, 0) != 0) {
            whole_list = false;  // Gone or renumbered meanwhile: another look is needed.
            break;
        }
        const Identity identity{status.st_dev, status.st_ino, modified_ns(status), status.st_size};
        std::optional<MessageFile> file;
        if (const auto same = known.find(identity); same != known.end()) {
            file = same->second;
        } else if (const auto text = read_small(directory, name, file_bytes_max, status)) {
            file = parse_message_file(*text);
        }
        if (!file && std::time(nullptr) - status.st_mtim.tv_sec > half_written_s)
            file = unreadable(name, identity.modified_ns);
        if (!file) {
            whole_list = false;
            break;
        }
        file->message.folder = folder.filename().string();
        file->message.file = name.substr(0, name.size() - 4);
        read.insert_or_assign(identity, *file);
        out.insert_or_assign(file->msg_id, file->message);
    }
    ::close(directory);
    return whole_list && !error;
}

}  // namespace callwatch::asterisk
