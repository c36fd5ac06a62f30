#include <fmt/format.h>

#include "wallboard/model/desk/form_parts.hpp"

namespace wallboard::desk {
namespace {

const Mailbox* mailbox_of(const Written& in)
{
    const auto found = in.known.rows.standards.find(location_shown(in.state, in.known));
    if (found == in.known.rows.standards.end()) return nullptr;
    for (const Mailbox& one : found->second.mailboxes)
        if (one.id == in.form.subject) return &one;
    return nullptr;
}

bool is_away(const Form& form) { return form.value("state") == "AWAY"; }

}  // namespace

std::vector<Field> greeting_fields()
{
    Field hours = line_field("hours", "in the office: hours it promises", false);
    hours.hint = "like 15:30-17:00; empty: it names none";
    Field returns = line_field("returns", "away: when it says you are back", false);
    returns.hint = "like 2026-11-30 09:00; empty: it does not say";
    Field key = line_field("help_key", "away: key for help at once", false);
    key.hint = "like 0; empty: it names none";
    return {choice_field("state", "what you have heard", {"in the office", "away"},
                         {"IN_OFFICE", "AWAY"}),
            hours, returns, key};
}

Made greeting_order(const Written& in)
{
    const Mailbox* mailbox = mailbox_of(in);
    if (mailbox == nullptr) return Missing{"", "this mailbox is no longer on the list"};
    Order order = start_order(
        in,
        "greeting attested: " +
            (mailbox->person.empty() ? mailbox->id : person_words(in.known.rows, mailbox->person)));
    order.choice = in.form.value("state");
    const std::string hours = in.form.value("hours");
    const std::string returns = in.form.value("returns");
    if (!is_away(in.form) && !hours.empty()) {
        const auto span = parse_hours(hours);
        if (!span) return Missing{"hours", "hours are like 15:30-17:00"};
        order.from = Instant{span->from};
        order.until = Instant{span->to};
    }
    if (is_away(in.form)) {
        if (!returns.empty()) {
            const auto at = instant_written(in, "returns");
            if (const auto* missing = std::get_if<Missing>(&at)) return *missing;
            order.until = std::get<Instant>(at);
        }
        order.text = in.form.value("help_key");
    }
    return order;
}

std::vector<std::string> greeting_sentences(const Written& in)
{
    const Mailbox* mailbox = mailbox_of(in);
    if (mailbox == nullptr) return {"This mailbox is no longer on the list."};
    const auto or_none = [](std::string text) { return text.empty() ? "none" : text; };
    const std::string says =
        is_away(in.form)
            ? fmt::format("away, back {}, key for help {}", or_none(in.form.value("returns")),
                          or_none(in.form.value("help_key")))
            : fmt::format("in the office, hours {}", or_none(in.form.value("hours")));
    std::vector<std::string> all{
        fmt::format(
            "I, {}, have heard the greeting of {}. It says: {}.",
            person_words(in.known.rows, in.state.me.person),
            mailbox->person.empty() ? mailbox->id : person_words(in.known.rows, mailbox->person),
            says),
        "Your word counts until the telephone system shows that another greeting was recorded."};
    if (std::string twice = twice_words(in, "returns"); is_away(in.form) && !twice.empty())
        all.push_back(std::move(twice));
    return all;
}

}  // namespace wallboard::desk
