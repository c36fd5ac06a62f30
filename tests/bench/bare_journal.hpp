#pragma once

#include <sqlite3.h>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace callwatch::bench {

/// The journal that anybody would write first: a row an event, WAL, synchronous=FULL, on a thread
/// of its own that commits whatever has gathered. The reference that ours is held against.
class BareJournal {
public:
    struct Row {
        std::string source;
        std::int64_t sequence = 0;
        std::int64_t at_us = 0;
        std::string payload;
    };

    /// `committed` is called on the journal's thread with the number of rows in the file.
    BareJournal(const std::string& file, std::function<void(std::uint64_t)> committed);
    ~BareJournal();  ///< Writes what is waiting.
    BareJournal(const BareJournal&) = delete;
    BareJournal& operator=(const BareJournal&) = delete;

    void submit(std::vector<Row> rows);  ///< Waits while too much is waiting.

private:
    void run();
    void write(const std::vector<Row>& rows);

    std::function<void(std::uint64_t)> committed_;
    sqlite3* file_ = nullptr;
    sqlite3_stmt* insert_ = nullptr;
    std::uint64_t written_ = 0;
    std::mutex mutex_;
    std::condition_variable gathered_;
    std::condition_variable room_;
    std::vector<Row> waiting_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace callwatch::bench
