#include "daemon/bridges/publisher/spool_folder.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <optional>

#include <fcntl.h>
#include <fmt/format.h>
#include <sodium.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "daemon/bridges/publisher/publisher.hpp"

namespace callwatch {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view segment_suffix = ".events";
constexpr std::size_t sequence_digits = 20;
constexpr std::size_t description_bytes_max = 1'024;
constexpr std::size_t files_max = 100'000;

SpoolError not_usable(const fs::path& file, const std::string& why)
{
    return SpoolError{"spool: " + file.string() + ": " + why};
}

template <class Number>
std::optional<Number> number(std::string_view text)
{
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<std::uint64_t> first_of(const fs::path& file)
{
    const auto name = file.filename().string();
    if (name.size() != sequence_digits + segment_suffix.size() || !name.ends_with(segment_suffix))
        return std::nullopt;
    return number<std::uint64_t>(std::string_view{name}.substr(0, sequence_digits));
}

/// Cuts "<word> <rest>\n" off the front of `text`; gives the rest.
std::optional<std::string> line(std::string_view& text, std::string_view word)
{
    const auto end = text.find('\n');
    if (end == std::string_view::npos || !text.starts_with(word) || end <= word.size() ||
        text[word.size()] != ' ')
        return std::nullopt;
    std::string rest{text.substr(word.size() + 1, end - word.size() - 1)};
    text.remove_prefix(end + 1);
    return rest;
}

/// What may be in a directory whose spool was never finished: a crash while it was made.
bool is_unfinished(const fs::path& directory)
{
    for (const auto& entry : fs::directory_iterator{directory}) {
        const auto& file = entry.path();
        if (file.filename() == "lock" || file.filename() == "key" || file.extension() == ".new")
            continue;
        if (first_of(file) == 1 && fs::file_size(file) == segment_header_bytes) continue;
        return false;
    }
    return true;
}

}  // namespace

std::string fingerprint(const SpoolKey& key)
{
    std::array<unsigned char, crypto_generichash_BYTES_MIN> hash{};
    crypto_generichash(hash.data(), hash.size(), key.data(), key.size(), nullptr, 0);
    std::string text;
    for (const auto byte : hash) text += fmt::format("{:02x}", byte);
    return text;
}

std::string encode(const SpoolIdentity& identity, const SpoolKey& key)
{
    return fmt::format("callwatch-spool 1\nsource {}\nepoch {}\ntag {}\nkey {}\n",
                       identity.source_id, identity.epoch, identity.tag, fingerprint(key));
}

Result<SpoolDescription> read_description(std::string_view text)
{
    const auto format = line(text, "callwatch-spool");
    if (!format) return Refusal{Refusal::Code::malformed, "not a spool"};
    if (*format != "1")
        return Refusal{Refusal::Code::version,
                       "a spool of format " + *format + ", this program knows 1"};
    const auto source = line(text, "source");
    const auto epoch = line(text, "epoch");
    const auto tag = line(text, "tag");
    const auto key = line(text, "key");
    const auto made = epoch ? number<std::uint64_t>(*epoch) : std::nullopt;
    if (!source || !made || !tag || !key || !text.empty())
        return Refusal{Refusal::Code::malformed, "not a spool, or a damaged one"};
    return SpoolDescription{{*source, *tag, *made}, *key};
}

SpoolFolder::SpoolFolder(fs::path directory, const SpoolIdentity& wanted, Disk& disk)
    : directory_{std::move(directory)},
      disk_{disk}
{
    try {
        open_or_make(wanted);
    } catch (const fs::filesystem_error& error) {
        throw SpoolError{std::string{"spool: "} + error.what()};
    }
}

void SpoolFolder::open_or_make(const SpoolIdentity& wanted)
{
    if (::mkdir(directory_.c_str(), S_IRWXU) == 0)
        sync_directory(disk_, fs::absolute(directory_).lexically_normal().parent_path());
    else if (errno != EEXIST)
        throw not_usable(directory_,
                         std::string{"cannot make the directory: "} + std::strerror(errno));
    if (!fs::is_directory(directory_)) throw not_usable(directory_, "not a directory");

    // Before the lock is made: a directory that is not ours is left as it is.
    if (!fs::exists(directory_ / "spool") && !is_unfinished(directory_))
        throw not_usable(directory_, "not a spool, and not empty: name another directory");
    lock();
    remove_unfinished_files();
    if (fs::exists(directory_ / "spool"))
        open(wanted);
    else
        make(wanted);
}

void SpoolFolder::lock()
{
    const auto file = directory_ / "lock";
    lock_ = open_file(file, O_RDWR | O_CREAT);
    if (::flock(lock_.number(), LOCK_EX | LOCK_NB) != 0)
        throw not_usable(file, "another process is using this spool: a source has one publisher");
}

/// What a crash left of files that were being made.
void SpoolFolder::remove_unfinished_files()
{
    std::vector<fs::path> unfinished;
    for (const auto& entry : fs::directory_iterator{directory_})
        if (entry.path().extension() == ".new") unfinished.push_back(entry.path());
    for (const auto& file : unfinished) remove_file(disk_, file);
}

void SpoolFolder::make(const SpoolIdentity& wanted)
{
    if (fs::exists(directory_ / "key"))
        read_key();
    else
        make_key();
    identity_ = wanted;
    // The description comes last: without it there is no spool, with it there is a whole one.
    begin_segment(1);
    create_file(disk_, directory_ / "spool", encode(identity_, key_));
}

void SpoolFolder::open(const SpoolIdentity& wanted)
{
    const auto file = directory_ / "spool";
    const auto description = read_description(read_file(file, description_bytes_max));
    if (!description) throw not_usable(file, description.refusal().detail);
    identity_ = description->identity;
    if (identity_.source_id != wanted.source_id)
        throw not_usable(file, "belongs to source " + identity_.source_id + ", not " +
                                   wanted.source_id + ": name another directory");
    if (identity_.tag != wanted.tag)
        throw not_usable(file, "numbers the events of '" + identity_.tag + "', not of '" +
                                   wanted.tag + "': name another directory");
    read_key();
    if (fingerprint(key_) != description->key_fingerprint)
        throw not_usable(directory_ / "key", "not the key that this spool was sealed with");
}

void SpoolFolder::make_key()
{
    randombytes_buf(key_.data(), key_.size());
    create_file(disk_, directory_ / "key",
                {reinterpret_cast<const char*>(key_.data()), key_.size()});
}

void SpoolFolder::read_key()
{
    const auto file = directory_ / "key";
    struct stat about {};
    if (::stat(file.c_str(), &about) != 0)
        throw not_usable(file, std::string{"cannot read: "} + std::strerror(errno));
    if ((about.st_mode & (S_IRWXG | S_IRWXO)) != 0 || about.st_uid != ::geteuid())
        throw not_usable(file,
                         "others may read it: chmod 600, owned by the user that runs this program");
    const auto bytes = read_file(file, spool_key_bytes);
    if (bytes.size() != spool_key_bytes) throw not_usable(file, "not a key");
    std::memcpy(key_.data(), bytes.data(), key_.size());
}

fs::path SpoolFolder::segment(std::uint64_t first) const
{
    return directory_ / fmt::format("{:0{}}{}", first, sequence_digits, segment_suffix);
}

std::vector<std::uint64_t> SpoolFolder::segments() const
{
    std::vector<std::uint64_t> firsts;
    for (const auto& entry : fs::directory_iterator{directory_}) {
        if (const auto first = first_of(entry.path())) firsts.push_back(*first);
        if (firsts.size() > files_max) throw not_usable(directory_, "too many files");
    }
    if (firsts.empty())
        throw not_usable(directory_, "the events files are gone, and with them the numbering");
    std::sort(firsts.begin(), firsts.end());
    return firsts;
}

SegmentHeader SpoolFolder::begin_segment(std::uint64_t first)
{
    SegmentHeader header{identity_.epoch, first, {}};
    randombytes_buf(header.salt.data(), header.salt.size());
    create_file(disk_, segment(first), encode(header));
    return header;
}

}  // namespace callwatch
