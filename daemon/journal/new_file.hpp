#pragma once

#include <string>
#include <string_view>

namespace callwatch {

/// A file that is there as a whole or not at all, whenever the power fails: written under another
/// name ("PATH.new"), synced, renamed, its folder synced. What is left of one that was not kept is
/// removed.
class NewFile {
public:
    /// Rights 0640. Throws StorageError.
    explicit NewFile(std::string path);
    ~NewFile();
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;

    /// Appends. Throws StorageError.
    void write(std::string_view bytes);
    /// Nothing is there before this; everything after. Throws StorageError.
    void keep();

private:
    std::string path_;
    std::string unfinished_;
    int descriptor_ = -1;
};

}  // namespace callwatch
