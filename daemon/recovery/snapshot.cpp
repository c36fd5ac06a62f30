#include "daemon/recovery/snapshot.hpp"

#include <algorithm>
#include <fstream>
#include <optional>

#include <fmt/format.h>

#include "daemon/journal/new_file.hpp"
#include "daemon/journal/sha256.hpp"
#include "daemon/recovery/state_hash.hpp"
#include "daemon/wire/board_codec.hpp"

namespace callwatch {
namespace {

namespace fs = std::filesystem;
using Record = BoardCodec::Record;

constexpr std::string_view magic = "callwatch state\n";
constexpr std::size_t length_bytes = 4;
constexpr std::size_t hash_bytes = std::tuple_size_v<Sha256::Hash>;
constexpr std::size_t block_bytes = 256 * 1024;
constexpr std::uintmax_t file_bytes_max = std::uintmax_t{2} << 30;  // Some million messages.

std::string_view view_of(const Sha256::Hash& hash)
{
    return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

/// Gathers records into blocks, hashes and writes them.
class RecordFile {
public:
    explicit RecordFile(const fs::path& path) : file_{path.string()} { block_ = magic; }

    void put(const Record& record)
    {
        const auto size = static_cast<std::uint32_t>(record.ByteSizeLong());
        for (std::size_t i = 0; i < length_bytes; ++i)
            block_ += static_cast<char>(static_cast<unsigned char>(size >> (8 * i)));
        record.AppendToString(&block_);
        ++records_;
        if (block_.size() >= block_bytes) write_block();
    }

    void keep()
    {
        Record record;
        record.mutable_end()->set_records(records_ + 1);
        put(record);
        write_block();
        file_.write(view_of(hash_.finish()));
        file_.keep();
    }

private:
    void write_block()
    {
        hash_.add(block_);
        file_.write(block_);
        block_.clear();
    }

    NewFile file_;
    Sha256 hash_;
    std::string block_;
    std::uint64_t records_ = 0;
};

Refusal damaged(const char* what) { return {Refusal::Code::malformed, what}; }

Result<std::string> read_checked(const fs::path& path)
{
    std::error_code error;
    const auto size = fs::file_size(path, error);
    if (error || size > file_bytes_max) return damaged("cannot be read");
    std::string bytes(static_cast<std::size_t>(size), '\0');
    std::ifstream file{path, std::ios::binary};
    if (!file.read(bytes.data(), static_cast<std::streamsize>(bytes.size())))
        return damaged("cannot be read");
    if (bytes.size() < magic.size() + hash_bytes || !bytes.starts_with(magic))
        return damaged("is no snapshot");
    const std::string_view content{bytes.data(), bytes.size() - hash_bytes};
    if (view_of(sha256(content)) != std::string_view{bytes}.substr(content.size()))
        return damaged("is damaged: its checksum is another one");
    bytes.resize(content.size());
    return bytes;
}

/// The next record of `rest`, into `record`, whose memory is used again. False: there is none.
bool next_record(std::string_view& rest, Record& record)
{
    if (rest.size() < length_bytes) return false;
    std::size_t size = 0;
    for (std::size_t i = 0; i < length_bytes; ++i)
        size |= std::size_t{static_cast<unsigned char>(rest[i])} << (8 * i);
    rest.remove_prefix(length_bytes);
    if (size > rest.size() || !record.ParseFromArray(rest.data(), static_cast<int>(size)))
        return false;
    rest.remove_prefix(size);
    return true;
}

JournalHead place_of(const journal::v1::SnapshotHeader& header)
{
    JournalHead at{.position = header.position(), .hash = {}};
    if (header.chain_hash().size() == at.hash.size())
        std::copy(header.chain_hash().begin(), header.chain_hash().end(), at.hash.begin());
    return at;
}

fs::path path_of(const fs::path& folder, Position position)
{
    return folder / fmt::format("state-{:020}.snapshot", position);
}

bool is_snapshot(const fs::path& path)
{
    const auto name = path.filename().string();
    return name.starts_with("state-") && name.ends_with(".snapshot");
}

/// What a crash has left of one.
bool is_unfinished(const fs::path& path)
{
    const auto name = path.filename().string();
    return name.starts_with("state-") && name.ends_with(".snapshot.new");
}

}  // namespace

void write_snapshot(const fs::path& folder, const Board& board, const JournalHead& at)
{
    RecordFile file{path_of(folder, at.position)};
    Record record;
    auto& header = *record.mutable_header();
    header.set_state_format(Board::format);
    header.set_position(at.position);
    header.set_chain_hash(std::string{at.hash.begin(), at.hash.end()});
    header.set_ledger_hash(ledger_hash(board));
    header.set_operational_hash(operational_hash(board));
    header.set_software("callwatchd " CALLWATCH_VERSION);
    file.put(record);
    BoardCodec::write(board, [&](const Record& each) { file.put(each); });
    file.keep();

    const auto files = list_snapshots(folder);
    std::error_code ignored;  // One too many does no harm.
    for (std::size_t i = snapshots_kept; i < files.size(); ++i) fs::remove(files[i], ignored);
    for (const auto& entry : fs::directory_iterator{folder, ignored})
        if (is_unfinished(entry.path())) fs::remove(entry.path(), ignored);
}

Result<Snapshot> read_snapshot(const fs::path& file)
{
    const auto bytes = read_checked(file);
    if (!bytes) return bytes.refusal();
    std::string_view rest = std::string_view{*bytes}.substr(magic.size());
    Record record;
    if (!next_record(rest, record) || !record.has_header()) return damaged("has no header");
    const auto header = record.header();
    if (header.state_format() != Board::format)
        return Refusal{Refusal::Code::version,
                       fmt::format("is of state format {} ({}), this program's is {}",
                                   header.state_format(), header.software(), Board::format)};

    Snapshot snapshot{.board = {}, .at = place_of(header)};
    std::uint64_t records = 2;
    for (; next_record(rest, record) && !record.has_end(); ++records)
        if (!BoardCodec::take(record, snapshot.board))
            return Refusal{Refusal::Code::version, "has a record that this program does not know"};
    if (!record.has_end() || record.end().records() != records || !rest.empty())
        return damaged("is not complete");
    if (ledger_hash(snapshot.board) != header.ledger_hash() ||
        operational_hash(snapshot.board) != header.operational_hash())
        return Refusal{Refusal::Code::version, "gives another state than the one it was made of (" +
                                                   header.software() + ")"};
    return snapshot;
}

std::vector<fs::path> list_snapshots(const fs::path& folder)
{
    std::vector<fs::path> files;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator{folder, error})
        if (is_snapshot(entry.path())) files.push_back(entry.path());
    std::sort(files.begin(), files.end(), std::greater<>{});
    return files;
}

}  // namespace callwatch
