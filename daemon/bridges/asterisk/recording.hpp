#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "daemon/bridges/asterisk/recorded_bytes.hpp"
#include "daemon/bridges/asterisk/recording_error.hpp"
#include "daemon/bridges/asterisk/spool_change.hpp"
#include "daemon/model/types.hpp"

namespace callwatch::asterisk {

/// The most that is read of a recording's file, unpacked.
constexpr std::size_t recording_bytes_max = std::size_t{1} << 30;

/// Where a recording lies. The first file is the raw byte stream of an AMI connection from its
/// banner on; each may be gzip.
struct RecordingFiles {
    std::filesystem::path ami;
    std::filesystem::path chunks;  ///< Empty: <ami without .txt[.gz]>.chunks.jsonl[.gz] beside it.
    std::filesystem::path
        spool_log;  ///< Empty: spool-changes.jsonl[.gz] beside it, if it is there.
};

/// A session with an Asterisk, as its observer received it.
struct Recording {
    struct Chunk {
        Instant arrived;
        std::size_t offset = 0;
        std::size_t size = 0;
    };

    std::filesystem::path ami;         ///< Where its bytes lie; RecordedBytes reads them.
    FileStamp ami_stamp;               ///< As they were when `digest` was made.
    std::vector<Chunk> chunks;         ///< Without holes, all of `ami`, times never going back.
    std::vector<SpoolChange> changes;  ///< Times never going back.
    bool spool_is_watched = false;     ///< There is a spool log.
    std::string digest;                ///< Hex SHA-256 of everything in it.

    Instant begins() const { return chunks.front().arrived; }
    /// The later of the last chunk's arrival and the last change of the spool.
    Instant ends() const;
};

/// Throws RecordingError when it is none, or its files do not belong together. They must stay as
/// they are while it is played.
Recording load_recording(const RecordingFiles& files);

/// The parts of load_recording, from memory; `name` stands for the file in complaints.
std::vector<Recording::Chunk> parse_chunks(const std::string& name, std::string_view bytes,
                                           std::size_t ami_bytes);
std::vector<SpoolChange> parse_spool_log(const std::string& name, std::string_view bytes);

}  // namespace callwatch::asterisk
