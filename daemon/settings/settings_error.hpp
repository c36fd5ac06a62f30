#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace callwatch {

/// Configuration that cannot be used: thrown once everything was read, caught in main(), exit
/// code 2. what() is one fault a line, ready to be shown.
class SettingsError : public std::runtime_error {
public:
    explicit SettingsError(std::vector<std::string> faults);

    const std::vector<std::string>& faults() const { return faults_; }

private:
    std::vector<std::string> faults_;
};

/// Collects everything that is wrong in a set of configuration files, so that whoever installs the
/// program mends them once and not key by key.
class SettingsFaults {
public:
    /// Line 0: the file as a whole.
    void add(std::string_view file, int line, std::string text);

    bool empty() const { return faults_.empty(); }
    /// "FILE:LINE: text", files in the order in which they were first named, by line within a file;
    /// control characters are escaped. After faults_shown_max of them only their number is told.
    std::vector<std::string> texts() const;
    /// Throws SettingsError unless empty.
    void throw_if_any() const;

    static constexpr std::size_t faults_shown_max = 100;

private:
    struct Fault {
        std::size_t file;
        int line;
        std::string text;
    };
    std::vector<std::string> files_;
    std::vector<Fault> faults_;
};

}  // namespace callwatch
