#include "daemon/ctl/export_lines.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <google/protobuf/util/json_util.h>
#include <google/protobuf/util/message_differencer.h>

#include "callwatch/journal/v1/facts.pb.h"
#include "daemon/ctl/journal_print.hpp"
#include "daemon/keys/hex.hpp"

namespace callwatch::ctl {
namespace {

constexpr int export_format = 1;
constexpr int depth_max = 16;  // A fact has lists of messages; what lies deeper is passed over.

std::string text(const Json& json, const char* name)
{
    const auto found = json.find(name);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

/// -1 if it is no number that a row may have.
std::int64_t number(const Json& json, const char* name)
{
    const auto found = json.find(name);
    return found != json.end() && found->is_number_unsigned() ? found->get<std::int64_t>() : -1;
}

std::string bytes(const Json& json, const char* name)
{
    const auto digits = text(json, name);
    return keys::from_hex(digits, digits.size() / 2).value_or(std::string{});
}

std::optional<ChainHash> hash(const Json& json, const char* name)
{
    const auto found = bytes(json, name);
    ChainHash value{};
    if (found.size() != value.size()) return std::nullopt;
    std::copy(found.begin(), found.end(), value.begin());
    return value;
}

std::optional<ExportHeader> parse_header(const Json& json)
{
    const auto begins = parse_head(text(json, "begins_after"));
    const auto head = parse_head(text(json, "head"));
    if (number(json, "callwatch_export") != export_format || !begins || !head) return std::nullopt;
    ExportHeader header{.location = text(json, "location"),
                        .from = text(json, "from"),
                        .to = text(json, "to"),
                        .zone = text(json, "zone"),
                        .software = text(json, "software"),
                        .begins_after = *begins,
                        .head = *head,
                        .signed_head = {}};
    if (const auto found = json.find("signed_head"); found != json.end() && found->is_object()) {
        header.signed_head = parse_signed_head(found->dump());
        if (!header.signed_head) return std::nullopt;
    }
    return header;
}

/// The fact that a readable one says; false if it says none.
bool parse_fact(const Json& readable, journal::v1::Fact& fact)
{
    Json only = readable;
    only.erase("position");
    only.erase("decided_at");
    google::protobuf::util::JsonParseOptions options;
    options.ignore_unknown_fields = true;
    return google::protobuf::util::JsonStringToMessage(only.dump(), &fact, options).ok();
}

bool says_the_same(const Json& readable, Position position, std::string_view bytes)
{
    if (!readable.is_object() || number(readable, "position") < 1 ||
        static_cast<Position>(number(readable, "position")) != position)
        return false;
    journal::v1::Fact stored;
    if (!stored.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())))
        return readable == fact_json(position, bytes);
    if (readable.value("decided_at", Json{}) != json_time(stored.decided_at_us())) return false;
    journal::v1::Fact said;
    if (!parse_fact(readable, said)) return false;
    stored.clear_decided_at_us();
    stored.DiscardUnknownFields();
    return google::protobuf::util::MessageDifferencer::Equals(stored, said);
}

}  // namespace

std::string header_line(const ExportHeader& header)
{
    return one_line(
        {{"callwatch_export", export_format},
         {"location", header.location},
         {"from", header.from},
         {"to", header.to},
         {"zone", header.zone},
         {"software", header.software},
         {"begins_after", describe(header.begins_after)},
         {"head", describe(header.head)},
         {"signed_head", header.signed_head ? Json::parse(to_line(*header.signed_head)) : Json{}}});
}

std::string told_line(const StoredRow& row)
{
    Json facts = Json::array();
    for_each_fact(row, [&](Position position, std::string_view fact) {
        facts.push_back(fact_json(position, fact));
    });
    return one_line({{"first", row.first},
                     {"count", row.count},
                     {"format", row.format},
                     {"previous", keys::to_hex(row.previous)},
                     {"hash", keys::to_hex(row.hash)},
                     {"bytes", keys::to_hex(row.bytes)},
                     {"facts", facts}});
}

std::string withheld_line(const StoredRow& row)
{
    return one_line({{"first", row.first},
                     {"count", row.count},
                     {"format", row.format},
                     {"digest", to_hex(digest_of(row.bytes))},
                     {"hash", keys::to_hex(row.hash)}});
}

std::string remark_line(const RemarkHash& remark)
{
    return one_line({{"remark", remark.token}, {"sha256", remark.sha256}});
}

std::optional<ExportLine> parse_export_line(const std::string& line)
{
    const auto is_shallow = [](int depth, auto, const auto&) { return depth <= depth_max; };
    auto json = Json::parse(line, is_shallow, false);
    if (!json.is_object()) return std::nullopt;
    if (json.contains("callwatch_export")) {
        auto header = parse_header(json);
        if (!header) return std::nullopt;
        return ExportLine{std::move(*header)};
    }
    if (json.contains("remark"))
        return ExportLine{RemarkHash{text(json, "remark"), text(json, "sha256")}};
    if (json.contains("digest")) {
        const auto digest = hash(json, "digest");
        const auto own = hash(json, "hash");
        if (!digest || !own) return std::nullopt;
        return ExportLine{WithheldRow{.first = number(json, "first"),
                                      .count = number(json, "count"),
                                      .format = number(json, "format"),
                                      .digest = *digest,
                                      .hash = *own}};
    }
    if (!json.contains("bytes")) return std::nullopt;
    return ExportLine{ToldRow{.first = number(json, "first"),
                              .count = number(json, "count"),
                              .format = number(json, "format"),
                              .previous = bytes(json, "previous"),
                              .hash = bytes(json, "hash"),
                              .bytes = bytes(json, "bytes"),
                              .facts = json.value("facts", Json{})}};
}

std::optional<Position> first_misread(const ToldRow& row)
{
    std::optional<Position> wrong;
    std::size_t index = 0;
    for_each_fact(row.view(), [&](Position position, std::string_view fact) {
        const bool is_there = row.facts.is_array() && index < row.facts.size();
        if (!wrong && (!is_there || !says_the_same(row.facts[index], position, fact)))
            wrong = position;
        ++index;
    });
    if (!wrong && row.facts.size() > index) wrong = static_cast<Position>(row.first);
    return wrong;
}

}  // namespace callwatch::ctl
