#include "daemon/journal/segments.hpp"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "daemon/journal/sqlite_rows.hpp"

namespace callwatch {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view extension = ".db";

/// "DIR/journal-" of "DIR/journal.db".
std::string stem_of(const std::string& base)
{
    return (base.ends_with(extension) ? base.substr(0, base.size() - extension.size()) : base) +
           "-";
}

JournalHead read_begin(SqliteFile& file)
{
    auto select = file.prepare("SELECT after, hash FROM begins");
    JournalHead begin;
    if (!select.step() || select.column_blob(1).size() != begin.hash.size())
        throw StorageError{
            fmt::format("{}: does not say what it follows: put a copy from a backup in its place",
                        file.path())};
    begin.position = static_cast<Position>(select.column_integer(0));
    const auto hash = select.column_blob(1);
    std::copy(hash.begin(), hash.end(), begin.hash.begin());
    return begin;
}

SegmentReader::Part read_part(const std::string& base, std::unique_ptr<SqliteFile> file)
{
    const bool is_first = file->path() == base;
    check_schema(*file, is_first ? journal_schema : segment_schema);
    auto begin = is_first ? JournalHead{} : read_begin(*file);
    return {std::move(file), begin};
}

}  // namespace

bool is_month(std::string_view text)
{
    const auto digits = [&](std::size_t from, std::size_t count) {
        const auto part = text.substr(from, count);
        return std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    return text.size() == 7 && digits(0, 4) && text[4] == '-' && digits(5, 2) &&
           text.substr(5) >= "01" && text.substr(5) <= "12";
}

std::string segment_path(const std::string& base, std::string_view month)
{
    return stem_of(base) + std::string{month} + std::string{extension};
}

std::string month_of(const std::string& base, const std::string& segment)
{
    if (segment == base) return {};
    return segment.substr(stem_of(base).size(), 7);
}

std::vector<std::string> list_segments(const std::string& base)
{
    std::vector<std::string> found;
    const auto stem = stem_of(base);
    std::error_code error;
    for (const auto& entry : fs::directory_iterator{fs::path{base}.parent_path(), error}) {
        const auto path = entry.path().string();
        if (path.starts_with(stem) && path.size() > stem.size() + 7 &&
            is_month(std::string_view{path}.substr(stem.size(), 7)) &&
            path == segment_path(base, path.substr(stem.size(), 7)))
            found.push_back(path);
    }
    std::sort(found.begin(), found.end());
    if (fs::exists(base, error)) found.insert(found.begin(), base);
    return found;
}

void own_segment(SqliteFile& file, const std::string& base, const JournalHead& begin)
{
    if (file.path() == base) return own_schema(file, journal_schema);
    const auto tables = fmt::format("{}INSERT INTO begins VALUES({}, x'{}');",
                                    segment_schema.tables, begin.position, to_hex(begin.hash));
    auto schema = segment_schema;
    schema.tables = tables.c_str();
    own_schema(file, schema);
}

SegmentReader::SegmentReader(const std::string& base)
{
    auto paths = list_segments(base);
    if (paths.empty()) paths.push_back(base);  // Which then says what is wrong.
    for (const auto& path : paths) {
        auto file = std::make_unique<SqliteFile>(path, SqliteFile::As::observer);
        // A newest segment that a crash has left without its tables holds nothing yet.
        if (path != base && path == paths.back() && is_unmade(*file)) break;
        parts_.push_back(read_part(base, std::move(file)));
    }
    if (parts_.empty())
        throw StorageError{fmt::format(
            "{}: is empty, and no segment before it is here: put the one before it in its folder",
            paths.back())};
}

JournalHead SegmentReader::end()
{
    auto& last = parts_.back();
    const auto head = read_head(*last.file);
    return head.position == 0 ? last.begin : head;
}

std::size_t SegmentReader::part_after(Position position) const
{
    std::size_t found = 0;
    while (found + 1 < parts_.size() && parts_[found + 1].begin.position <= position) ++found;
    return found;
}

std::string wrong_order(const SegmentReader::Part& part, const JournalHead& head)
{
    const auto& begin = part.begin;
    if (begin == head) return {};
    if (begin.position > head.position)
        return fmt::format(
            "{} begins after {}: facts {} to {} are missing, in rows cut off before "
            "it or in a segment that is not here",
            part.file->path(), begin.position, head.position + 1, begin.position);
    return fmt::format("{} does not follow the segment before it, which ends at {}",
                       part.file->path(), head.position);
}

void SegmentReader::replay(Position after, Position end, const JournalReader::Visit& visit)
{
    if (after < begin().position)
        throw StorageError{
            fmt::format("{}: facts {} to {} are not here: put the segments before it "
                        "back into its folder",
                        parts_.front().file->path(), after + 1, begin().position)};
    const auto first = part_after(after);
    ChainWalk walk{parts_[first].begin};
    try {
        for (auto part = first; part < parts_.size(); ++part) {
            const auto wrong =
                part == first ? std::string{} : wrong_order(parts_[part], walk.head());
            if (!wrong.empty())
                throw StorageError{fmt::format("{}: put the right file in its place", wrong)};
            const bool in_the_middle = part == first && after > parts_[part].begin.position;
            replay_rows(*parts_[part].file, in_the_middle ? after : 0, after, walk, visit);
        }
    } catch (const StorageError& error) {
        throw StorageError{
            fmt::format("{} (facts up to {} are good)", error.what(), walk.head().position)};
    }
    const Position reached = std::max(after, end);
    if (walk.head().position < reached)
        throw bad_row(*parts_.back().file, walk.head().position + 1,
                      fmt::format("the journal ends here, and {} had been reached", reached));
}

bool SegmentReader::passes(const JournalHead& place)
{
    for (auto& part : parts_)
        if (part.begin == place) return true;
    if (place.position <= begin().position) return false;
    auto holder = part_after(place.position);
    if (parts_[holder].begin.position == place.position && holder > 0) --holder;
    return passes_through(*parts_[holder].file, place);
}

}  // namespace callwatch
