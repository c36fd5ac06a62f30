#include "daemon/bridges/asterisk/live/mailbox_listing.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace callwatch::asterisk {
namespace {

SpoolChange change_of(SpoolChange::Kind kind, const std::string& mailbox, const std::string& msg_id,
                      const ListedMessage& message, Instant at)
{
    SpoolChange change;
    change.at = at;
    change.kind = kind;
    change.msg_id = msg_id;
    change.mailbox = mailbox;
    change.folder = message.folder;
    change.caller_id = message.caller_id;
    change.caller_channel = message.caller_channel;
    change.began = message.began;
    change.duration_ms = message.duration_ms;
    return change;
}

std::optional<int> number(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

/// Words between blanks; a day below ten is written with two blanks before it.
std::vector<std::string_view> words_of(std::string_view text)
{
    std::vector<std::string_view> words;
    while (words.size() < 8) {
        text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
        if (text.empty()) break;
        words.push_back(text.substr(0, text.find(' ')));
        text.remove_prefix(words.back().size());
    }
    return words;
}

std::optional<unsigned> month_of(std::string_view word)
{
    constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto found = std::find(months.begin(), months.end(), word);
    if (found == months.end()) return std::nullopt;
    return static_cast<unsigned>(found - months.begin()) + 1;
}

}  // namespace

std::vector<SpoolChange> compare(const std::string& mailbox, const MailboxListing& before,
                                 const MailboxListing& after, Instant at)
{
    using Kind = SpoolChange::Kind;
    std::vector<SpoolChange> changes;
    for (const auto& [msg_id, message] : after) {
        const auto was = before.find(msg_id);
        if (was == before.end()) {
            changes.push_back(change_of(Kind::appeared, mailbox, msg_id, message, at));
        } else if (was->second.folder != message.folder) {
            changes.push_back(change_of(Kind::moved, mailbox, msg_id, message, at));
            changes.back().from_folder = was->second.folder;
        } else if (was->second.file != message.file) {
            changes.push_back(change_of(Kind::renumbered, mailbox, msg_id, message, at));
        }
    }
    for (const auto& [msg_id, message] : before)
        if (after.count(msg_id) == 0)
            changes.push_back(change_of(Kind::gone, mailbox, msg_id, message, at));
    return changes;
}

std::optional<Instant> parse_voicemail_date(std::string_view text)
{
    const auto words = words_of(text);
    if (words.size() != 7 || words[5] != "UTC") return std::nullopt;
    const auto month = month_of(words[1]);
    const auto day = number(words[2]);
    const auto year = number(words[6]);
    const std::string_view time = words[3];
    const bool is_afternoon = words[4] == "PM";
    if (!month || !day || !year || time.size() != 8 || time[2] != ':' || time[5] != ':' ||
        (!is_afternoon && words[4] != "AM"))
        return std::nullopt;
    const auto hour = number(time.substr(0, 2));
    const auto minute = number(time.substr(3, 2));
    const auto second = number(time.substr(6, 2));
    const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{*month},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok() || !hour || !minute || !second || *hour < 1 || *hour > 12 || *minute < 0 ||
        *minute > 59 || *second < 0 || *second > 59 || *year < 2000 || *year >= 2100)
        return std::nullopt;
    const int hours = *hour % 12 + (is_afternoon ? 12 : 0);
    return std::chrono::sys_days{date} + std::chrono::hours{hours} + std::chrono::minutes{*minute} +
           std::chrono::seconds{*second};
}

}  // namespace callwatch::asterisk
