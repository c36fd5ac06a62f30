#include "wallboard/model/desk/form_parts.hpp"

#include <charconv>

#include <fmt/format.h>

namespace wallboard::desk {
namespace {

/// Digits only, all of them.
std::optional<int> number(std::string_view text)
{
    int value = 0;
    const auto* end = text.data() + text.size();
    const auto [at, fault] = std::from_chars(text.data(), end, value);
    if (text.empty() || text.front() == '-' || fault != std::errc{} || at != end)
        return std::nullopt;
    return value;
}

std::optional<std::chrono::sys_days> day_of_text(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto y = number(text.substr(0, 4));
    const auto m = number(text.substr(5, 2));
    const auto d = number(text.substr(8, 2));
    if (!y || !m || !d) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{*y},
                                           std::chrono::month{static_cast<unsigned>(*m)},
                                           std::chrono::day{static_cast<unsigned>(*d)}};
    if (!date.ok()) return std::nullopt;
    return std::chrono::sys_days{date};
}

}  // namespace

Field line_field(std::string name, std::string title, bool required)
{
    Field field;
    field.name = std::move(name);
    field.title = std::move(title);
    field.required = required;
    return field;
}

Field choice_field(std::string name, std::string title, std::vector<std::string> choices,
                   std::vector<std::string> codes)
{
    Field field = line_field(std::move(name), std::move(title));
    field.kind = Field::Kind::choice;
    field.choices = std::move(choices);
    field.codes = std::move(codes);
    return field;
}

Field passphrase_field()
{
    Field field = line_field("passphrase", "passphrase of your key");
    field.kind = Field::Kind::secret;
    return field;
}

std::string person_words(const Rows& rows, const std::string& person)
{
    return person.empty() ? "nobody" : rows.name_of(person);
}

std::string owner_words(const Rows& rows, const Message& message)
{
    if (!message.person.empty()) return rows.name_of(message.person);
    if (!message.group.empty()) return "group " + message.group;
    return message.mailbox.empty() ? "a call-back request" : message.mailbox;
}

std::optional<std::string> parse_date(std::string_view text)
{
    if (!day_of_text(text)) return std::nullopt;
    return std::string{text};
}

std::optional<Micros> parse_clock(std::string_view text)
{
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || text.size() - colon != 3) return std::nullopt;
    const auto h = number(text.substr(0, colon));
    const auto m = number(text.substr(colon + 1));
    if (!h || !m || *h > 24 || *m > 59 || (*h == 24 && *m > 0)) return std::nullopt;
    return std::chrono::hours{*h} + std::chrono::minutes{*m};
}

std::optional<HoursOfDay> parse_hours(std::string_view text)
{
    const auto dash = text.find('-');
    if (dash == std::string_view::npos) return std::nullopt;
    const auto from = parse_clock(text.substr(0, dash));
    const auto to = parse_clock(text.substr(dash + 1));
    if (!from || !to || *from >= *to) return std::nullopt;
    return HoursOfDay{*from, *to};
}

std::optional<Instant> parse_local(std::string_view text, std::chrono::seconds utc_offset)
{
    if (text.size() < 15 || text[10] != ' ') return std::nullopt;
    const auto day = day_of_text(text.substr(0, 10));
    const auto clock = parse_clock(text.substr(11));
    if (!day || !clock) return std::nullopt;
    return Instant{*day} + *clock - utc_offset;
}

std::variant<std::string, Missing> person_written(const Written& in)
{
    const std::string text = in.form.value("person");
    const auto found = people_named(in.known.rows, text);
    if (found.size() == 1) return found.front()->id;
    if (found.empty()) return Missing{"person", "nobody here is called \"" + text + "\""};
    return Missing{
        "person",
        fmt::format("{} people are called so, {} ({}) and {} ({}) among them: write "
                    "more, or the id",
                    found.size(), found[0]->name, found[0]->id, found[1]->name, found[1]->id)};
}

Order start_order(const Written& in, std::string said)
{
    Order order;
    order.deed = in.form.deed;
    order.subject = in.form.subject;
    order.text = in.form.value("text");
    order.said = std::move(said);
    return order;
}

}  // namespace wallboard::desk
