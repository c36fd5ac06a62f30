#pragma once

#include <string_view>
#include <vector>

namespace callwatch::asterisk {

/// One "Key: value" line. Both are trimmed views into the reader's buffer.
struct AmiHeader {
    std::string_view key;
    std::string_view value;
};

/// One AMI message as it came: headers in order, repeated ones kept (a Command's response has many
/// "Output" headers). Which headers there are is the server's configuration; nothing is assumed.
struct AmiMessage {
    std::vector<AmiHeader> headers;

    /// The first header of that name; an empty view if there is none. Names are matched as spelt.
    std::string_view operator[](std::string_view key) const
    {
        for (const auto& header : headers)
            if (header.key == key) return header.value;
        return {};
    }
    bool has(std::string_view key) const
    {
        for (const auto& header : headers)
            if (header.key == key) return true;
        return false;
    }
};

}  // namespace callwatch::asterisk
