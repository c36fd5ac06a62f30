#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

#include "daemon/model/check.hpp"

namespace callwatch::test {

/// A folder of its own for one test, gone with everything in it at the end.
class TemporaryFolder {
public:
    TemporaryFolder()
    {
        path_ = (std::filesystem::temp_directory_path() / "callwatch-XXXXXX").string();
        CALLWATCH_CHECK(::mkdtemp(path_.data()));
    }
    ~TemporaryFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::string& path() const { return path_; }
    std::string file(const std::string& name) const { return path_ + "/" + name; }

private:
    std::string path_;
};

}  // namespace callwatch::test
