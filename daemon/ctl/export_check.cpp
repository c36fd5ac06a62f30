#include "daemon/ctl/export_check.hpp"

#include <algorithm>
#include <fstream>
#include <map>

#include <fmt/format.h>

#include "daemon/calendar/business_calendar.hpp"
#include "daemon/ctl/failure.hpp"
#include "daemon/ctl/figures.hpp"
#include "daemon/ctl/text.hpp"
#include "daemon/wire/fact_codec.hpp"

namespace callwatch::ctl {
namespace {

// A row of row_bytes_max as hex digits, and its facts in words.
constexpr std::size_t line_bytes_max = std::size_t{192} << 20;
constexpr std::size_t remarks_max = 1'000'000;

/// False at the end of the file. Throws Failure for a line that is too long.
bool read_line(std::istream& file, std::string& line)
{
    line.clear();
    auto& buffer = *file.rdbuf();
    for (int next = buffer.sbumpc(); next != std::char_traits<char>::eof();
         next = buffer.sbumpc()) {
        if (next == '\n') return true;
        if (line.size() >= line_bytes_max)
            throw Failure{exit_usage, "a line is longer than any that an export has"};
        line += static_cast<char>(next);
    }
    return !line.empty();
}

/// One export on its way through the judges.
class ExportCheck {
public:
    ExportCheck(ExportHeader header, std::vector<JournalHead> kept)
        : header_{std::move(header)},
          verifier_{header_.begins_after, std::move(kept)},
          signatures_{[this](const RemarkToken& token) { return hash_of(token); },
                      header_.begins_after.position}
    {
        if (header_.begins_after.position == 0 && header_.begins_after != JournalHead{})
            verifier_.fault("nothing comes before the first row of a journal");
    }

    /// False: there is a fault, and nothing more needs to be read.
    bool take(const ExportLine& line)
    {
        return std::visit([this](const auto& said) { return take_one(said); }, line);
    }
    bool take_one(const ExportHeader&) { return broken("a second beginning stands in the file"); }
    bool take_one(const RemarkHash& remark)
    {
        if (remarks_.size() >= remarks_max) return broken("the file has too many texts");
        remarks_[remark.token] = remark.sha256;
        return true;
    }
    bool take_one(const WithheldRow& row)
    {
        ++withheld_;
        return verifier_.take(row);
    }
    bool take_one(const ToldRow& row)
    {
        if (!verifier_.take(row.view())) return false;
        if (const auto position = first_misread(row)) {
            misread_ = {*position, "the readable fact is not what the stored bytes say"};
            return false;
        }
        for_each_fact(row.view(), [this](Position position, std::string_view bytes) {
            ++told_;
            if (const auto fact = reader_.read(bytes)) take_fact(position, **fact);
        });
        return true;
    }
    bool broken(std::string what)
    {
        verifier_.fault(std::move(what));
        return false;
    }

    ExportFindings finish()
    {
        verifier_.finish();
        if (verifier_.found().head != header_.head)
            verifier_.fault("the file does not end with the head that it names");
        ExportFindings found{.audit = {}, .header = header_, .told = told_, .withheld = withheld_};
        found.audit.chain = verifier_.found();
        if (misread_) found.audit.chain.fault = misread_;
        found.audit.signatures = found_;
        return found;
    }

private:
    std::optional<std::string> hash_of(const RemarkToken& token) const
    {
        const auto found = remarks_.find(token.text.str());
        if (found == remarks_.end()) return std::nullopt;
        return found->second;
    }

    /// Rows may hold what other locations signed, without what that rests on.
    bool is_ours(const DatedFact& dated) const
    {
        if (const auto* day = dated.fact.as<DaySigned>()) {
            const auto date = describe(day->date);
            return day->location.text == header_.location && header_.from <= date &&
                   date <= header_.to;
        }
        MailboxId mailbox;
        if (const auto* confirmed = dated.fact.as<DisconnectionConfirmed>())
            mailbox = confirmed->mailbox;
        if (const auto* handed_over = dated.fact.as<MailboxHandedOver>())
            mailbox = handed_over->mailbox;
        const auto* departure = signatures_.departure(mailbox);
        return departure != nullptr && departure->opened.location.text == header_.location;
    }

    void take_fact(Position position, const DatedFact& dated)
    {
        const bool ours = is_ours(dated);
        const auto outcome = signatures_.take(dated);
        if (ours && outcome) found_.add(position, *outcome);
    }

    ExportHeader header_;
    ChainVerifier verifier_;
    std::map<std::string, std::string> remarks_;
    SignatureCheck signatures_;
    SignatureFindings found_;
    FactReader reader_;
    std::uint64_t told_ = 0;
    std::uint64_t withheld_ = 0;
    std::optional<Verification::Fault> misread_;
};

ExportHeader read_header(std::istream& file, const std::string& path)
{
    std::string line;
    if (file && read_line(file, line))
        if (auto first = parse_export_line(line))
            if (auto* header = std::get_if<ExportHeader>(&*first)) return std::move(*header);
    throw Failure{exit_usage,
                  clean(path) + ": is no file that this version's `audit export` could have made"};
}

/// A head from before or after what the file holds proves nothing about it.
void must_reach(const ExportHeader& header, const KeptHeads& kept)
{
    const auto reaches = [&](const JournalHead& head) {
        return header.begins_after.position <= head.position &&
               head.position <= header.head.position;
    };
    if (kept.heads.empty() || std::ranges::any_of(kept.heads, reaches)) return;
    throw Failure{exit_negative,
                  fmt::format("no head that was kept lies within this export ({} to {}): take one "
                              "from then, or export again",
                              header.begins_after.position, header.head.position)};
}

}  // namespace

ExportFindings check_export(const std::string& path, KeptHeads kept)
{
    std::ifstream file{path, std::ios::binary};
    const auto header = read_header(file, path);
    must_reach(header, kept);
    const bool against_kept_head = !kept.heads.empty();
    if (header.signed_head) kept.add(*header.signed_head, clean(path));
    if (!kept.daemon_sign_key.empty() && !kept.newest)
        throw Failure{exit_usage,
                      "--daemon-key: this export has no signed head, and none was given: name the "
                      "collector's head_export with --head FILE"};
    auto heads = kept.heads;
    std::erase_if(heads,
                  [&](const JournalHead& head) { return head.position > header.head.position; });
    heads.push_back(header.head);
    ExportCheck check{header, std::move(heads)};
    for (std::string line; read_line(file, line);) {
        const auto said = parse_export_line(line);
        if (said ? !check.take(*said) : !check.broken("a line of the file is damaged")) break;
    }
    auto found = check.finish();
    found.audit.against_kept_head = against_kept_head || kept.is_vouched_for;
    found.audit.kept = std::move(kept);
    return found;
}

Json export_json(const ExportFindings& found)
{
    auto json = audit_json(found.audit);
    for (const char* of_a_journal : {"archived", "segments"}) json.erase(of_a_journal);
    json["location"] = found.header.location;
    json["from"] = found.header.from;
    json["to"] = found.header.to;
    json["begins_after"] = describe(found.header.begins_after);
    json["told"] = found.told;
    json["withheld"] = found.withheld;
    return json;
}

std::string export_text(const ExportFindings& found)
{
    const auto& header = found.header;
    const auto& chain = found.audit.chain;
    auto text = fmt::format("{}, {} to {}: {} facts told, {} rows by their digest alone.\n",
                            clean(header.location), clean(header.from), clean(header.to),
                            count(found.told), count(found.withheld)) +
                wrong_signatures_text(found.audit);
    if (chain.fault)
        text += fmt::format("BROKEN at position {}: {}\n", chain.fault->position,
                            clean(chain.fault->what));
    else
        text += fmt::format("Verified: the chain leads from position {} to the head.\nhead {}\n",
                            header.begins_after.position + 1, describe(chain.head));
    text += signatures_text(found.audit);
    if (!chain.fault && !found.audit.against_kept_head)
        text +=
            "That this is the head of the collector's journal shows only against one kept "
            "elsewhere "
            "(--head), or by its signature (--daemon-key).\n";
    return text;
}

}  // namespace callwatch::ctl
