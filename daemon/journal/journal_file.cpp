#include "daemon/journal/journal_file.hpp"

#include <filesystem>

#include <fmt/format.h>

#include "daemon/journal/head_file.hpp"
#include "daemon/journal/segments.hpp"
#include "daemon/journal/sqlite_rows.hpp"
#include "daemon/journal/storage_file.hpp"

namespace callwatch {
namespace {

/// What is wrong if the chain goes on to `head` and `kept` was once its end.
std::optional<std::string> contradiction(const JournalHead& before, const JournalHead& head,
                                         const JournalHead& kept)
{
    if (kept.position <= before.position || kept.position > head.position) return std::nullopt;
    if (kept.position < head.position)
        return fmt::format("no row ends at position {}, where the head that was kept elsewhere is",
                           kept.position);
    if (kept.hash != head.hash)
        return fmt::format("the hash at position {} is not the one that was kept elsewhere",
                           kept.position);
    return std::nullopt;
}

/// One walk over all segments. Through every head of `kept` the chain must pass.
class Verifier {
public:
    explicit Verifier(const std::vector<JournalHead>& kept) : kept_{kept} {}

    Verification walk(SegmentReader& segments)
    {
        found_.archived = segments.begin().position;
        found_.head = segments.begin();
        for (const auto& head : kept_)
            if (head.position == found_.archived && head.hash != found_.head.hash)
                fault("the hash before it is not the one that was kept elsewhere");
        for (auto& part : segments.parts()) {
            found_.segments.push_back(std::filesystem::path{part.file->path()}.filename());
            if (found_.fault) continue;
            if (auto wrong = wrong_order(part, found_.head); !wrong.empty())
                fault(std::move(wrong));
            else
                walk_rows(part);
        }
        for (const auto& head : kept_)
            if (!found_.fault && head.position > found_.head.position)
                fault(fmt::format("the journal ends here: {} facts that had been written are gone",
                                  head.position - found_.head.position));
        return std::move(found_);
    }

private:
    void fault(std::string what)
    {
        found_.fault = Verification::Fault{found_.head.position + 1, std::move(what)};
    }

    void walk_rows(SegmentReader::Part& part)
    {
        ChainWalk walk{found_.head};
        try {
            read_rows(*part.file, 0, [&](const StoredRow& row) {
                auto wrong = walk.check(row);
                for (const auto& head : kept_)
                    if (!wrong) wrong = contradiction(found_.head, walk.head(), head);
                if (wrong) {
                    fault(std::move(*wrong));
                    return false;
                }
                found_.head = walk.head();
                ++found_.rows;
                return true;
            });
        } catch (const StorageError& error) {
            fault(error.what());
        }
    }

    const std::vector<JournalHead>& kept_;
    Verification found_;
};

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
    return failing_as<JournalError>([&] {
        // Read before the rows are, so that a daemon's next row cannot be ahead of them.
        std::vector<JournalHead> heads;
        if (const auto last = HeadFile::read(path)) heads.push_back(*last);
        if (kept) heads.push_back(*kept);
        SegmentReader segments{path};
        return Verifier{heads}.walk(segments);
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
