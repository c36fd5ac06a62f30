#include "tests/bench/bare_journal.hpp"

#include <iterator>
#include <stdexcept>

namespace callwatch::bench {
namespace {

constexpr std::size_t rows_waiting_max = 25'600;

void execute(sqlite3* file, const char* sql)
{
    if (sqlite3_exec(file, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        throw std::runtime_error{sqlite3_errmsg(file)};
}

}  // namespace

BareJournal::BareJournal(const std::string& file, std::function<void(std::uint64_t)> committed)
    : committed_{std::move(committed)}
{
    sqlite3_open(file.c_str(), &file_);
    execute(file_, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL");
    execute(file_,
            "CREATE TABLE event(id INTEGER PRIMARY KEY, source TEXT, sequence INTEGER,"
            " at_us INTEGER, payload BLOB)");
    sqlite3_prepare_v2(file_, "INSERT INTO event(source, sequence, at_us, payload) VALUES(?,?,?,?)",
                       -1, &insert_, nullptr);
    thread_ = std::thread{[this] { run(); }};
}

BareJournal::~BareJournal()
{
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    gathered_.notify_one();
    thread_.join();
    sqlite3_finalize(insert_);
    sqlite3_close(file_);
}

void BareJournal::submit(std::vector<Row> rows)
{
    {
        std::unique_lock lock{mutex_};
        room_.wait(lock, [this] { return waiting_.size() < rows_waiting_max; });
        waiting_.insert(waiting_.end(), std::make_move_iterator(rows.begin()),
                        std::make_move_iterator(rows.end()));
    }
    gathered_.notify_one();
}

void BareJournal::run()
{
    while (true) {
        std::vector<Row> rows;
        {
            std::unique_lock lock{mutex_};
            gathered_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
            if (waiting_.empty()) return;
            rows.swap(waiting_);
        }
        room_.notify_one();
        write(rows);
        committed_(written_);
    }
}

void BareJournal::write(const std::vector<Row>& rows)
{
    execute(file_, "BEGIN");
    for (const auto& row : rows) {
        sqlite3_bind_text(insert_, 1, row.source.data(), static_cast<int>(row.source.size()),
                          SQLITE_STATIC);
        sqlite3_bind_int64(insert_, 2, row.sequence);
        sqlite3_bind_int64(insert_, 3, row.at_us);
        sqlite3_bind_blob(insert_, 4, row.payload.data(), static_cast<int>(row.payload.size()),
                          SQLITE_STATIC);
        if (sqlite3_step(insert_) != SQLITE_DONE) throw std::runtime_error{sqlite3_errmsg(file_)};
        sqlite3_reset(insert_);
    }
    execute(file_, "COMMIT");
    written_ += rows.size();
}

}  // namespace callwatch::bench
