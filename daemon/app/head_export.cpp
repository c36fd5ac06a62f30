#include "daemon/app/head_export.hpp"

#include <fstream>

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "daemon/journal/journal_file.hpp"
#include "daemon/journal/new_file.hpp"

namespace callwatch {
namespace {

constexpr std::size_t file_bytes_max = 1'024;

/// What stands in the file; empty if it is not there.
std::string read_file(const std::filesystem::path& path)
{
    std::ifstream file{path, std::ios::binary};
    std::string text(file_bytes_max, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(std::max(std::streamsize{0}, file.gcount())));
    return text;
}

}  // namespace

HeadExport::HeadExport(Parts parts) : with_{std::move(parts)}, thread_{[this] { run(); }} {}

HeadExport::~HeadExport() { end_thread(); }

void HeadExport::durable(const JournalHead& head)
{
    if (head == told_) return;
    told_ = head;
    {
        const std::lock_guard lock{mutex_};
        waiting_ = head;
    }
    woken_.notify_one();
}

void HeadExport::stop(const JournalHead& end)
{
    end_thread();
    if (end.position > 0) write(end);
}

void HeadExport::end_thread()
{
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    woken_.notify_one();
    if (thread_.joinable()) thread_.join();
}

void HeadExport::run()
{
    while (true) {
        JournalHead head;
        {
            std::unique_lock lock{mutex_};
            woken_.wait(lock, [this] { return stopping_ || waiting_.position > 0; });
            if (stopping_) return;
            head = std::exchange(waiting_, {});
        }
        const bool is_written = write(head);
        std::unique_lock lock{mutex_};
        if (!is_written && waiting_.position == 0) waiting_ = head;
        if (woken_.wait_for(lock, with_.every, [this] { return stopping_; })) return;
    }
}

bool HeadExport::write(const JournalHead& head)
try {
    refuse_other_heads();
    auto line = to_line(sign_head(head, with_.now(), with_.key)) + "\n";
    NewFile file{with_.file.string()};
    file.write(line);
    file.keep();
    written_ = std::move(line);
    return true;
} catch (const std::exception& error) {
    spdlog::error("the journal's head was not exported: {}", error.what());
    return false;
}

void HeadExport::refuse_other_heads() const
{
    const auto text = read_file(with_.file);
    if (text.empty() || text == written_) return;
    const auto name = with_.file.string();
    const auto there = parse_signed_head(text);
    if (!there || there->sign_key != with_.key.part.sign_key || !is_signed(*there))
        throw StorageError{fmt::format(
            "{}: holds something that is no head of this collector: move it away, or name another "
            "file as journal.head_export",
            name)};
    if (!observe_journal(with_.journal_path)->passes(there->head))
        throw StorageError{fmt::format(
            "{}: the journal does not pass through the head at position {} that was exported at "
            "{}: it was changed or cut short since; keep that file and find out why",
            name, there->head.position, there->time)};
}

}  // namespace callwatch
