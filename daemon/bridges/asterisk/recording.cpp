#include "daemon/bridges/asterisk/recording.hpp"

#include <algorithm>
#include <future>

#include <fmt/format.h>

#include "daemon/bridges/asterisk/gzip_file.hpp"
#include "daemon/bridges/asterisk/json_lines.hpp"
#include "daemon/bridges/digest.hpp"

namespace callwatch::asterisk {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view banner_begins = "Asterisk Call Manager/";

/// "recordings/ami" of recordings/ami.txt.gz.
fs::path without_extensions(fs::path path)
{
    if (path.extension() == ".gz") path.replace_extension();
    if (path.extension() == ".txt") path.replace_extension();
    return path;
}

std::optional<fs::path> plain_or_packed(const fs::path& plain)
{
    fs::path packed = plain;
    packed += ".gz";
    if (fs::exists(plain)) return plain;
    if (fs::exists(packed)) return packed;
    return std::nullopt;
}

fs::path chunks_of(const RecordingFiles& files)
{
    if (!files.chunks.empty()) return files.chunks;
    fs::path plain = without_extensions(files.ami);
    plain += ".chunks.jsonl";
    const auto found = plain_or_packed(plain);
    if (!found)
        throw RecordingError(fmt::format(
            "{}[.gz]: not there; it says when which bytes of {} arrived. Name it with --chunks",
            plain.string(), files.ami.string()));
    return *found;
}

std::optional<fs::path> spool_log_of(const RecordingFiles& files)
{
    if (!files.spool_log.empty()) return files.spool_log;
    return plain_or_packed(files.ami.parent_path() / "spool-changes.jsonl");
}

struct Content {
    std::string digest;
    std::size_t bytes = 0;
};

/// Of `first`, which was read already, and all that follows it in `file`.
Content read_through(GzipFile& file, std::string_view first)
{
    bridge::Sha256 hash;
    Content content;
    for (auto piece = first; !piece.empty(); piece = file.next()) {
        hash.add(piece);
        content.bytes += piece.size();
    }
    content.digest = hash.hex();
    return content;
}

SpoolChange::Kind change_kind(const JsonLine& line)
{
    const std::string word = line.text("change");
    if (word == "new") return SpoolChange::Kind::appeared;
    if (word == "moved") return SpoolChange::Kind::moved;
    if (word == "renumbered") return SpoolChange::Kind::renumbered;
    if (word == "gone") return SpoolChange::Kind::gone;
    line.refuse("\"change\" must be new, moved, renumbered or gone");
}

}  // namespace

Instant Recording::ends() const
{
    const Instant last_word = chunks.back().arrived;
    return changes.empty() ? last_word : std::max(last_word, changes.back().at);
}

std::vector<Recording::Chunk> parse_chunks(const std::string& name, std::string_view bytes,
                                           std::size_t ami_bytes)
{
    std::vector<Recording::Chunk> chunks;
    std::size_t covered = 0;
    for_each_json_line(name, bytes, [&](const JsonLine& line) {
        const Recording::Chunk chunk{line.instant("t"), line.size("off"), line.size("len")};
        if (chunk.offset != covered)
            line.refuse(fmt::format("\"off\" is {} where {} should follow", chunk.offset, covered));
        if (chunk.size > ami_bytes - covered)
            line.refuse(fmt::format("ends after the {} bytes of the recording", ami_bytes));
        if (!chunks.empty() && chunk.arrived < chunks.back().arrived)
            line.refuse("\"t\" is earlier than the line before");
        covered += chunk.size;
        chunks.push_back(chunk);
    });
    if (chunks.empty()) throw RecordingError(name + ": is empty; nothing says when bytes arrived");
    if (covered != ami_bytes)
        throw RecordingError(
            fmt::format("{}: speaks of {} bytes, the recording has {}; they are not of "
                        "the same recording, or one is cut off",
                        name, covered, ami_bytes));
    return chunks;
}

std::vector<SpoolChange> parse_spool_log(const std::string& name, std::string_view bytes)
{
    std::vector<SpoolChange> changes;
    for_each_json_line(name, bytes, [&](const JsonLine& line) {
        SpoolChange change;
        change.at = line.instant("t");
        change.kind = change_kind(line);
        change.msg_id = line.text("msg_id");
        change.mailbox = line.text("mailbox");
        change.folder = line.text("folder");
        change.from_folder = line.text_or_empty("from_folder");
        change.caller_id = line.text_or_empty("callerid");
        change.caller_channel = line.text_or_empty("callerchan");
        change.began = line.instant("origtime");
        change.duration_ms = line.millis_or_zero("duration");
        if (change.msg_id.empty() || change.mailbox.empty())
            line.refuse("\"msg_id\" and \"mailbox\" must not be empty");
        if (!changes.empty() && change.at < changes.back().at)
            line.refuse("\"t\" is earlier than the line before");
        changes.push_back(std::move(change));
    });
    return changes;
}

Recording load_recording(const RecordingFiles& files)
{
    Recording recording;
    recording.ami = files.ami;
    GzipFile ami{files.ami, recording_bytes_max};
    recording.ami_stamp = stamp_of(files.ami);
    const auto first = ami.next();
    if (!first.starts_with(banner_begins))
        throw RecordingError(
            fmt::format("{}: does not begin with \"{}\"; it is no recording of an AMI connection "
                        "from its start",
                        files.ami.string(), banner_begins));
    const auto plain_size = ami.plain_size();
    // It takes as long as the chunks take to be read.
    const std::shared_future<Content> content =
        std::async(std::launch::async, [&] { return read_through(ami, first); });
    const fs::path chunks = chunks_of(files);
    const std::string chunk_lines = read_file(chunks, recording_bytes_max);
    recording.chunks =
        parse_chunks(chunks.string(), chunk_lines, plain_size ? *plain_size : content.get().bytes);
    std::string all = bridge::sha256_hex(chunk_lines);
    if (const auto log = spool_log_of(files)) {
        const std::string lines = read_file(*log, recording_bytes_max);
        recording.changes = parse_spool_log(log->string(), lines);
        recording.spool_is_watched = true;
        all += bridge::sha256_hex(lines);
    }
    recording.digest = bridge::sha256_hex(content.get().digest + all);
    return recording;
}

}  // namespace callwatch::asterisk
