#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>

#include "callwatch/v1/event.pb.h"

namespace callwatch {

class Disk;

/// The spool or the network is unusable. The text names the file or the endpoint and says what to
/// do. A publisher that has thrown this sends nothing more: end the program and start again.
class PublisherError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// It is the spool: the disk fails, or the directory holds something else. Not mended by trying
/// again.
class SpoolError : public PublisherError {
public:
    using PublisherError::PublisherError;
};

/// PublisherSettings::stop_requested said so while publish() was waiting for room. Nothing is
/// wrong.
class PublisherStopped : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

struct PublisherSettings {
    std::string
        source_id;     ///< [a-z0-9._-]{1,64}, as the collector's configuration names this source.
    std::string kind;  ///< "asterisk", "roster", ...; at most 64 bytes.
    std::string software;  ///< "callwatch-bridge 0.1.0 asterisk"; at most 128 bytes.

    /// Where the collector listens. Without a key only loopback and ipc:// are possible: nothing is
    /// encrypted then.
    std::string events_endpoint = "tcp://127.0.0.1:7701";
    std::string control_endpoint = "tcp://127.0.0.1:7702";

    /// The key of this source (`callwatchctl key new --role source`), a file that only its owner
    /// may read, and the collector's public key: its daemon.pub, or 64 hex digits. Both, or none.
    std::filesystem::path key_file;
    std::string server_key;

    /// A directory of this publisher alone; made if it is missing (its parent must exist). Holds
    /// events until the collector's journal has them, sealed with a key of its own beside them.
    std::filesystem::path spool_dir;
    /// What the numbering belongs to, one line of at most 256 bytes: "live", or the digest of a
    /// recording. A spool with another tag is refused, because its numbers mean other events.
    std::string spool_tag = "live";
    std::uint64_t spool_bytes_max = 256u << 20;  ///< At least 1 MiB. Full: publish() waits.

    /// Unacknowledged events in flight, 1..65 536. The collector may ask for fewer.
    std::uint32_t window = 4'096;

    /// The source's clock, µs since 1970 UTC, for heartbeats. Empty: the system clock. A recording
    /// that is played gives its own.
    std::function<std::int64_t()> clock_us;
    /// Asked some ten times a second while a call waits; true ends the wait. Empty: never.
    std::function<bool()> stop_requested;
};

/// Largest event as Protobuf bytes. A batch of 64 KiB (event.proto) has to hold it.
constexpr std::size_t published_event_bytes_max = 60u << 10;

/// Makes any C++ program a source of Callwatch: numbers events, keeps them on disk until the
/// collector has them, and sends them again when asked. example_source.cpp is a whole source.
///
/// Promise: an event that flush() has returned for reaches the collector exactly once and in order,
/// across crashes and power cuts of both sides, as long as the spool directory survives. An event
/// that publish() took but flush() did not may be lost in a crash; head() after the restart tells
/// which.
///
/// One thread at a time, and no thread of its own (libzmq has one): nothing is sent or answered but
/// inside calls. Call service() at least every 100 ms. Two processes cannot share a spool: the
/// second is refused.
class Publisher {
public:
    /// Opens the spool, or makes it: its epoch is then now. Connects; a collector need not be there
    /// yet. Throws PublisherError: not a spool, another source's or tag's, locked, damaged (a torn
    /// end is cut off in silence, damage before it is not), a key that others may read or that is
    /// damaged, a bad endpoint or setting.
    explicit Publisher(PublisherSettings settings);
    /// The same with another disk than the machine's, which outlives it: for tests of what happens
    /// when it fails.
    Publisher(PublisherSettings settings, Disk& disk);
    ~Publisher();
    Publisher(const Publisher&) = delete;
    Publisher& operator=(const Publisher&) = delete;

    /// Number of the last event ever taken under this epoch, 0 before the first; survives restarts
    /// and acknowledgements. A bridge that reads a recording resumes after the event with this
    /// number.
    std::uint64_t head() const;
    /// Creation time of the spool, µs since 1970 UTC.
    std::int64_t epoch_us() const;

    /// Numbers `event` (its own `sequence` is ignored), takes it into the spool's memory and
    /// returns the number. Waits, serving the sockets, while the spool is full. Throws
    /// PublisherError if it is larger than published_event_bytes_max or the disk fails,
    /// PublisherStopped.
    std::uint64_t publish(v1::Event event);

    /// publish() would not wait now, whatever the event.
    bool has_room() const;

    /// Makes everything published durable (one fsync for all of it), then sends what the window
    /// allows. Cheap if there is nothing new. Throws PublisherError if the disk fails: nothing of
    /// this group is sent then, now or later.
    void flush();

    /// The telephone system's own time of its last event or answer, µs. Set it after publishing
    /// what that answer brought: it says "everything until then has been published". Goes out with
    /// heartbeats.
    void upstream_as_of(std::int64_t us);
    /// Whether the voicemail directory is being watched. Goes out with heartbeats. Starts false.
    void spool_watch_alive(bool alive);

    /// Serves the sockets: greeting, sending, resending, acknowledgements, a heartbeat each second
    /// (before which it flushes). Waits up to `timeout` for something to do, or until one of
    /// `wake_on` (at most 16 file descriptors of the caller) can be read.
    void service(std::chrono::milliseconds timeout, std::span<const int> wake_on = {});

    /// Everything up to this number is in the collector's journal.
    std::uint64_t acknowledged() const;
    /// Flushes and serves until everything published is acknowledged; false: not within `timeout`,
    /// or a stop was requested.
    bool wait_until_acknowledged(std::chrono::milliseconds timeout);

    /// The collector listens and has answered our greeting.
    bool connected() const;
    /// Why the collector does not listen to this source, while that is so: in its words, or that it
    /// refuses the key. It is asked again every few seconds.
    std::optional<std::string> refusal() const;

private:
    class Conversation;
    std::unique_ptr<Conversation> conversation_;
};

}  // namespace callwatch
