#include "daemon/journal/journal_file.hpp"

#include <filesystem>

#include <fmt/format.h>

#include "daemon/journal/head_file.hpp"
#include "daemon/journal/segments.hpp"
#include "daemon/journal/sqlite_rows.hpp"
#include "daemon/journal/storage_file.hpp"

namespace callwatch {
namespace {

void take_rows(SegmentReader::Part& part, ChainVerifier& verifier)
{
    try {
        read_rows(*part.file, 0, [&](const StoredRow& row) { return verifier.take(row); });
    } catch (const StorageError& error) {
        verifier.fault(error.what());
    }
}

class ObservedJournal : public JournalReader {
public:
    explicit ObservedJournal(const std::string& path) : segments_{path}, head_{segments_.end()} {}

    void replay(Position after, const Visit& visit) override
    {
        // The owner goes on writing meanwhile.
        const auto until_head = [&](Position position, std::string_view fact) {
            if (position <= head_.position) visit(position, fact);
        };
        failing_as<JournalError>([&] { segments_.replay(after, head_.position, until_head); });
    }

    bool passes(const JournalHead& place) override
    {
        return failing_as<JournalError>([&] { return segments_.passes(place); });
    }

    Position archived() const override { return segments_.begin().position; }
    JournalHead head() const override { return head_; }

private:
    SegmentReader segments_;
    JournalHead head_;
};

}  // namespace

Verification verify_journal(const std::string& path, const std::optional<JournalHead>& kept)
{
    return verify_journal(path, kept ? std::vector{*kept} : std::vector<JournalHead>{}, {});
}

Verification verify_journal(const std::string& path, std::vector<JournalHead> kept,
                            const ChainVerifier::VisitRow& visit)
{
    return failing_as<JournalError>([&] {
        // Read before the rows are, so that a daemon's next row cannot be ahead of them.
        if (const auto last = HeadFile::read(path)) kept.push_back(*last);
        SegmentReader segments{path};
        ChainVerifier verifier{segments.begin(), std::move(kept), visit};
        std::vector<std::string> names;
        for (auto& part : segments.parts()) {
            names.push_back(std::filesystem::path{part.file->path()}.filename());
            if (auto wrong = wrong_order(part, verifier.found().head); !wrong.empty())
                verifier.fault(std::move(wrong));
            if (!verifier.found().fault) take_rows(part, verifier);
        }
        verifier.finish();
        auto found = verifier.found();
        found.segments = std::move(names);
        return found;
    });
}

std::unique_ptr<JournalReader> observe_journal(const std::string& path)
{
    return failing_as<JournalError>([&] { return std::make_unique<ObservedJournal>(path); });
}

void read_journal(const std::string& path, Position after, const JournalReader::Visit& visit)
{
    observe_journal(path)->replay(after, visit);
}

}  // namespace callwatch
