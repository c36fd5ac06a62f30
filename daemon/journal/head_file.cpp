#include "daemon/journal/head_file.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <fstream>

#include <fmt/format.h>

#include "daemon/journal/storage_file.hpp"

namespace callwatch {
namespace {

constexpr std::size_t position_digits = 20;

std::string path_beside(const std::string& journal_path) { return journal_path + ".head"; }

}  // namespace

HeadFile::HeadFile(const std::string& journal_path)
    : path_{path_beside(journal_path)},
      descriptor_{::open(path_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0640)}
{
    if (descriptor_ < 0) throw file_error(path_, "cannot be opened", errno);
}

HeadFile::~HeadFile() { ::close(descriptor_); }

void HeadFile::keep(const JournalHead& head)
{
    const std::string line =
        fmt::format("{:0{}}:{}\n", head.position, position_digits, to_hex(head.hash));
    const ssize_t written = ::pwrite(descriptor_, line.data(), line.size(), 0);
    if (written != static_cast<ssize_t>(line.size()))
        throw file_error(path_, "cannot be written", written < 0 ? errno : ENOSPC);
}

std::optional<JournalHead> HeadFile::read(const std::string& journal_path)
{
    std::ifstream file{path_beside(journal_path)};
    std::string line;
    if (!std::getline(file, line) || line.find(':') != position_digits) return std::nullopt;
    JournalHead head;
    const char* const colon = line.data() + position_digits;
    const auto position = std::from_chars(line.data(), colon, head.position);
    if (position.ec != std::errc{} || position.ptr != colon) return std::nullopt;
    const std::string hash = line.substr(position_digits + 1);
    std::size_t size = 0;
    if (hash.size() != 2 * head.hash.size() ||
        sodium_hex2bin(head.hash.data(), head.hash.size(), hash.data(), hash.size(), nullptr, &size,
                       nullptr) != 0 ||
        size != head.hash.size())
        return std::nullopt;
    return head;
}

}  // namespace callwatch
