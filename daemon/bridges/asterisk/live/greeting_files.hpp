#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "daemon/model/types.hpp"

namespace callwatch::asterisk {

/// A mailbox's own greetings, as app_voicemail keeps them beside its folders: "unavail", "busy" and
/// "temp" (which is played instead of both), in one sound format or several. When each was last
/// written, by name. Its owner's recorded name ("greet") is none.
using GreetingFiles = std::map<std::string, Instant>;
/// Nothing if it cannot be read: that says nothing of greetings. A mailbox without a directory has
/// none.
std::optional<GreetingFiles> read_greetings(const std::filesystem::path& mailbox);

/// Which greetings callers have heard so far, mailbox by mailbox; says when one is another.
class GreetingWatch {
public:
    struct Change {
        std::string greeting;  ///< The newest that changed.
        Instant at;
    };
    /// Of "106@default", as its directory is at `as_of`. A greeting that is gone changed then, and
    /// so does what callers hear; one seen for the first time when its file was written. Nothing:
    /// all are what they were, or there are none.
    std::optional<Change> take(const std::string& mailbox, GreetingFiles files, Instant as_of);

private:
    std::map<std::string, GreetingFiles> known_;
};

}  // namespace callwatch::asterisk
