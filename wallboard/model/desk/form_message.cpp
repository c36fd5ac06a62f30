#include <fmt/format.h>

#include "wallboard/model/desk/form_parts.hpp"
#include "wallboard/model/desk/list_window.hpp"

namespace wallboard::desk {
namespace {

/// "the message to Ada Ruiz, left Mon 15:42, caller •• 41"
std::string message_words(const Knowledge& known, const Message& message)
{
    return fmt::format("the message to {}, left {}, caller {}", owner_words(known.rows, message),
                       local_time(known, message.location, message.received_at), message.caller);
}

std::string choice_words(const Form& form, std::string_view name)
{
    const Field* field = form.field(name);
    return field == nullptr || field->chosen >= field->choices.size()
             ? std::string{}
             : field->choices[field->chosen];
}

const char* verb_of(Deed deed)
{
    switch (deed) {
        case Deed::returned: return "returned";
        case Deed::attempted: return "tried";
        case Deed::resolve: return "resolved";
        case Deed::defer: return "deferred";
        case Deed::carry: return "carried over";
        case Deed::unmask: return "number asked for";
        case Deed::cover: return "cover assigned";
        default: return "";
    }
}

std::string reason_words(const Form& form)
{
    const std::string text = form.value("text");
    return text.empty() ? "…" : text;
}

std::string deed_sentence(const Written& in, const Message& message)
{
    const std::string who = person_words(in.known.rows, in.state.me.person);
    const std::string what = message_words(in.known, message);
    switch (in.form.deed) {
        case Deed::returned:
            return fmt::format("I, {}, say that {}, was returned: {}.", who, what,
                               reason_words(in.form));
        case Deed::attempted:
            return fmt::format("I, {}, say that somebody called back and nobody answered: {}.", who,
                               what);
        case Deed::resolve:
            return fmt::format("I, {}, close {}, without a call back: {}.", who, what,
                               choice_words(in.form, "reason"));
        case Deed::defer:
            return fmt::format("I, {}, defer {}, to {} because the caller asked for it: {}.", who,
                               what, in.form.value("workday"), reason_words(in.form));
        case Deed::carry:
            return fmt::format("I, {}, carry over {}, to the next workday: {}.", who, what,
                               reason_words(in.form));
        case Deed::unmask:
            return fmt::format("I, {}, look at the whole number of {}: {}.", who, what,
                               reason_words(in.form));
        case Deed::cover:
            return fmt::format("I, {}, name who answers the mailbox of {}: {}.", who,
                               owner_words(in.known.rows, message), in.form.value("person"));
        default: return {};
    }
}

/// What is true besides, so that nobody believes more than that.
std::string bound_of(Deed deed)
{
    switch (deed) {
        case Deed::returned:
            return "It is recorded as your word, not as seen by the telephone system. Said after "
                   "the deadline, it stays late.";
        case Deed::attempted:
            return "The message stays on the list until somebody reaches the caller.";
        case Deed::carry: return "It does not make the day clear. It is the first of tomorrow.";
        case Deed::defer: return "It leaves today's list and is due on that workday.";
        case Deed::unmask:
            return "That you saw it, when and why, stays on record. It is shown for a minute.";
        default: return {};
    }
}

}  // namespace

std::vector<Field> message_fields(Deed deed)
{
    switch (deed) {
        case Deed::returned: return {line_field("text", "how and by whom")};
        case Deed::attempted: return {line_field("text", "note", false)};
        case Deed::resolve:
            return {
                choice_field(
                    "reason", "why no call is needed",
                    {"caller was reached", "wrong number", "no reply needed", "spam", "personal"},
                    {"CALLER_REACHED", "WRONG_NUMBER", "NO_REPLY_NEEDED", "SPAM", "PERSONAL"}),
                line_field("text", "note", false)};
        case Deed::defer: {
            Field day = line_field("workday", "to which workday");
            day.hint = "like 2026-11-30";
            return {day, line_field("text", "what the caller said")};
        }
        case Deed::carry: return {line_field("text", "why it stays open today")};
        case Deed::unmask: return {line_field("text", "why you need the number")};
        case Deed::cover: {
            Field person = line_field("person", "who answers");
            person.hint = "a name, or part of it";
            return {person};
        }
        default: return {};
    }
}

Made message_order(const Written& in)
{
    const Message* message = in.known.rows.message(in.form.subject);
    if (message == nullptr || !message->is_open())
        return Missing{"", "this message was closed meanwhile: Esc, and look at it again"};
    Order order = start_order(
        in, fmt::format("{}: {}", verb_of(in.form.deed), owner_words(in.known.rows, *message)));
    order.choice = in.form.value("reason");
    if (in.form.deed == Deed::defer) {
        const auto date = parse_date(in.form.value("workday"));
        if (!date) return Missing{"workday", "a date is like 2026-11-30"};
        order.choice = *date;
    }
    if (in.form.deed == Deed::cover) {
        auto person = person_written(in);
        if (const auto* missing = std::get_if<Missing>(&person)) return *missing;
        order.person = std::get<std::string>(std::move(person));
        order.subject = message->mailbox;
    }
    return order;
}

std::vector<std::string> message_sentences(const Written& in)
{
    const Message* message = in.known.rows.message(in.form.subject);
    if (message == nullptr) return {"This message is no longer on the list."};
    std::vector<std::string> all{deed_sentence(in, *message)};
    if (std::string bound = bound_of(in.form.deed); !bound.empty()) all.push_back(std::move(bound));
    return all;
}

}  // namespace wallboard::desk
