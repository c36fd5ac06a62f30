#pragma once

#include <optional>
#include <string>

#include "daemon/bridges/asterisk/ami_reader.hpp"
#include "daemon/bridges/asterisk/recorded_bytes.hpp"
#include "daemon/bridges/asterisk/recording.hpp"
#include "daemon/bridges/asterisk/settings.hpp"
#include "daemon/bridges/asterisk/translator.hpp"

namespace callwatch::asterisk {

/// A recording as a sequence of steps, each what arrived at one moment: the bytes of one read, or
/// one change of the voicemail spool, in the order of their times (a change after a read of the
/// same time). The events of all steps are a pure function of recording, settings and `ends_at`.
class Replay {
public:
    /// `ends_at`: all times are moved by one offset, so that the end of the recording is exactly
    /// then. Not set: times are as recorded. `recording` must outlive this. Throws RecordingError,
    /// as step() does, if its file cannot be read any more or was changed.
    Replay(const Recording& recording, const Settings& settings, std::optional<Instant> ends_at);

    /// When the next step was, moved. Nothing after the last one, which ends the recording.
    std::optional<Instant> next_at() const;
    /// Appends the events of the next step.
    void step(Events& out);

    Instant begins() const { return recording_.begins() + offset_; }
    Instant ends() const { return recording_.ends() + offset_; }
    /// Everything that occurred up to here has been appended; ends() after the last step.
    std::optional<Instant> as_of() const;

    const Census& census() const { return translator_.census(); }
    const AmiReader::Counters& reader_counters() const { return reader_.counters(); }

    /// What numbers in a spool belong to: a hash of everything that events depend on, in one line.
    static std::string tag(const Recording& recording, const Settings& settings,
                           std::optional<Instant> ends_at);

private:
    void step_ami(Events& out);
    void step_spool(Events& out);
    bool spool_is_next() const;

    const Recording& recording_;
    Micros offset_;
    Translator translator_;
    RecordedBytes ami_;
    AmiReader reader_;
    std::size_t next_chunk_ = 0;
    std::size_t next_change_ = 0;
    bool started_ = false;
    bool finished_ = false;
};

}  // namespace callwatch::asterisk
