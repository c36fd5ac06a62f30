#include <map>

#include <fmt/format.h>

#include "wallboard/model/desk/form_parts.hpp"
#include "wallboard/model/desk/list_window.hpp"

namespace wallboard::desk {
namespace {

constexpr std::string_view for_all = "for_all";

const DayRecord* record_of(const Knowledge& known, const std::string& location)
{
    const auto found = known.rows.days.find(location);
    return found == known.rows.days.end() || found->second.revision == 0 ? nullptr : &found->second;
}

std::string exception_title(const Knowledge& known, const Message& message)
{
    return fmt::format("why it stays open: {}, left {}", owner_words(known.rows, message),
                       local_time(known, message.location, message.received_at));
}

/// By message, as the statement lists them.
std::map<std::string, std::string> reasons_of(const Written& in, const DayRecord& day)
{
    std::map<std::string, std::string> reasons;
    for (const Message& message : day.open) {
        if (!message.needs_exception) continue;
        std::string own = in.form.value(message.id);
        reasons[message.id] = own.empty() ? in.form.value(for_all) : own;
    }
    return reasons;
}

/// The text that is signed, word for word as the collector makes it again (proto/README.md).
std::string statement_of(const Written& in, const DayRecord& day, const Order& order)
{
    std::string text = fmt::format(
        "callwatch day sign-off 1\n"
        "location {}\n"
        "date {}\n"
        "revision {}\n"
        "verdict {}\n"
        "record {}\n"
        "by {}{}\n",
        day.location, day.date, day.revision, day.verdict, in.hash(day.record), in.state.me.person,
        order.on_behalf ? " on behalf" : "");
    for (const Exception& one : order.exceptions)
        text += fmt::format("exception {} {}\n", one.message, in.hash(one.reason));
    if (!order.text.empty()) text += "note " + in.hash(order.text) + "\n";
    return text;
}

}  // namespace

std::vector<Field> day_fields(const State&, const Knowledge& known, const std::string& location)
{
    std::vector<Field> fields;
    const DayRecord* day = record_of(known, location);
    if (day == nullptr) return fields;
    std::vector<Field> exceptions;
    for (const Message& message : day->open)
        if (message.needs_exception)
            exceptions.push_back(line_field(message.id, exception_title(known, message), false));
    if (exceptions.size() > 2)
        fields.push_back(line_field(std::string{for_all},
                                    "one reason for those that get none of their own", false));
    // With few there is none for all, so each must have its own.
    if (exceptions.size() <= 2)
        for (Field& one : exceptions) one.required = true;
    fields.insert(fields.end(), exceptions.begin(), exceptions.end());
    fields.push_back(line_field("text", day->verdict == "UNKNOWN" ? "what you found out" : "note",
                                day->verdict == "UNKNOWN"));
    fields.push_back(passphrase_field());
    return fields;
}

Made day_order(const Written& in)
{
    const DayRecord* day = record_of(in.known, in.form.subject);
    if (day == nullptr || !day->signature.by.empty())
        return Missing{"", "this day was signed meanwhile: Esc, and look at it again"};
    Order order = start_order(
        in, fmt::format("signed: {}, {}", place_label(in.known, day->location).full, day->date));
    order.location = day->location;
    order.choice = day->date;
    order.revision = day->revision;
    order.on_behalf = in.state.me.manages();
    for (const auto& [message, reason] : reasons_of(in, *day)) {
        if (reason.empty())
            return Missing{in.form.field(message) == nullptr ? std::string{} : message,
                           "each message that stays open needs a reason"};
        order.exceptions.push_back({message, reason});
    }
    // The check may have been revised while the form was open.
    if (day->verdict == "UNKNOWN" && order.text.empty())
        return Missing{"text", "the day is UNKNOWN: say what you found out"};
    order.to_sign = {statement_of(in, *day, order), in.form.secret("passphrase")};
    return order;
}

std::vector<std::string> day_sentences(const Written& in)
{
    const DayRecord* day = record_of(in.known, in.form.subject);
    if (day == nullptr) return {"The check of this day has not been made yet."};
    std::size_t open = 0;
    for (const Message& message : day->open) open += message.needs_exception ? 1 : 0;
    std::string first = fmt::format(
        "I, {}, {}{}, have checked {} for {}.", person_words(in.known.rows, in.state.me.person),
        in.state.me.role, in.state.me.manages() ? ", on behalf of the supervisor" : "",
        place_label(in.known, day->location).full, day->date);
    if (open > 0)
        first += fmt::format(" {} still open: {} carried over, each with the reason given.",
                             open == 1 ? "One message is" : fmt::format("{} messages are", open),
                             open == 1 ? "it is" : "they are");
    return {first, fmt::format("The result stays {}.", day->verdict),
            "A signature cannot be taken back. A later finding is added as an amendment and shown "
            "beside it."};
}

}  // namespace wallboard::desk
