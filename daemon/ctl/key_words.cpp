#include "daemon/ctl/key_words.hpp"

#include <filesystem>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "daemon/ctl/failure.hpp"
#include "daemon/ctl/table.hpp"
#include "daemon/ctl/text.hpp"
#include "daemon/keys/key_file.hpp"

namespace callwatch::ctl {
namespace {

constexpr std::uint32_t page = 1'000;
constexpr std::size_t key_digits = 64;

/// Keys belong to no location, so their times are those of no zone.
std::string utc(std::int64_t us)
{
    if (us == 0) return "?";
    const Instant at{Micros{us}};
    return fmt::format("{:%Y-%m-%d %H:%M}Z", std::chrono::floor<std::chrono::minutes>(at));
}

bool is_hex(const std::string& text)
{
    return text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

std::string with_reason(const KeyRow& row)
{
    return row.revoked_because().empty()
             ? row.revoked_by()
             : fmt::format("{}: {}", row.revoked_by(), row.revoked_because());
}

}  // namespace

std::vector<KeyRow> ask_keys(RequestClient& client)
{
    std::vector<KeyRow> rows;
    std::uint32_t total = 0;
    do {
        callwatch::v1::Request request;
        request.mutable_keys()->set_offset(static_cast<std::uint32_t>(rows.size()));
        request.mutable_keys()->set_limit(page);
        auto reply = client.ask(std::move(request));
        total = reply.keys().total();
        if (total > keys_max || (reply.keys().keys().empty() && rows.size() < total))
            throw Failure{exit_negative, "the list of keys cannot be read: ask again"};
        for (auto& row : *reply.mutable_keys()->mutable_keys()) rows.push_back(std::move(row));
    } while (rows.size() < total);
    return rows;
}

std::string find_key(RequestClient& client, const std::string& text)
{
    if (std::filesystem::is_regular_file(text)) try {
            return keys::read_public_key(text).key.text.str();
        } catch (const keys::KeyError& error) {
            throw Failure{exit_usage, error.what()};
        }
    if (!is_hex(text) || text.size() < key_digits_shown || text.size() > key_digits)
        throw Failure{exit_usage,
                      fmt::format("{} is no key: it is a file NAME.pub, or the hex digits that "
                                  "`callwatchctl key list` shows, eight at least",
                                  clean(text))};
    if (text.size() == key_digits) return text;
    std::string found;
    for (const auto& row : ask_keys(client)) {
        if (!row.key().starts_with(text)) continue;
        if (!found.empty())
            throw Failure{exit_usage, text + " begins more than one key: give more digits"};
        found = row.key();
    }
    if (found.empty()) throw Failure{exit_usage, "no key begins with " + text};
    return found;
}

std::string describe(const keys::PublicKey& key)
{
    const auto& holder = key.holder;
    std::string who = "for whoever shows the board";
    if (!holder.person.text.empty()) who = "for " + clean(holder.person.text);
    if (!holder.source.text.empty()) who = "for the source " + clean(holder.source.text);
    return fmt::format("a key of role {} {}, {}…", word(holder.role), who,
                       key.key.text.view().substr(0, key_digits_shown));
}

std::string keys_table(const std::vector<KeyRow>& rows, const Look& look)
{
    if (rows.empty()) return "No key was ever admitted.\n";
    using enum Column::Kind;
    Table table{{{"KEY", text},
                 {"ROLE", text},
                 {"WHOSE", name},
                 {"ADMITTED", text},
                 {"BY", name},
                 {"REVOKED", text},
                 {"BY, WHY", name}}};
    for (const auto& row : rows) {
        const bool valid = row.revoked_by().empty();
        const Tone tone = valid ? Tone::plain : Tone::quiet;
        table.add({{row.key().substr(0, key_digits_shown), tone},
                   {row.role(), tone},
                   {row.person().empty() ? row.source_id() : row.person(), tone},
                   {utc(row.admitted_at_us()), tone},
                   {row.admitted_by().empty() ? "on the machine" : row.admitted_by(), tone},
                   {valid ? "" : utc(row.revoked_at_us()), tone},
                   {valid ? "" : with_reason(row), tone}});
    }
    return table.draw(look);
}

Json keys_json(const std::vector<KeyRow>& rows)
{
    Json all = Json::array();
    for (const auto& row : rows)
        all.push_back({{"key", row.key()},
                       {"sign_key", row.sign_key()},
                       {"role", row.role()},
                       {"person", row.person()},
                       {"source", row.source_id()},
                       {"valid", row.revoked_by().empty()},
                       {"admitted_by", row.admitted_by()},
                       {"admitted_at", json_time(row.admitted_at_us())},
                       {"revoked_by", row.revoked_by()},
                       {"revoked_at", json_time(row.revoked_at_us())},
                       {"revoked_because", row.revoked_because()}});
    return {{"keys", all}};
}

}  // namespace callwatch::ctl
