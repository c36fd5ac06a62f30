#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/unit/wallboard_vocabulary.hpp"
#include "wallboard/model/desk/form_parts.hpp"
#include "wallboard/model/desk/knowledge.hpp"
#include "wallboard/model/desk/press_desk.hpp"
#include "wallboard/model/desk/row_order.hpp"

// The words the desk's tests are written in: Sam Ortega, who supervises, at the two quiet offices
// of wallboard_vocabulary.hpp, at 10:00; rows are built by a few words, and keys are pressed.

namespace wallboard::desk::test {

using wallboard::test::at;
using namespace std::chrono_literals;

/// Stands for SHA-256, so that one can read in a statement what was hashed.
inline std::string readable_hash(std::string_view text) { return "<" + std::string{text} + ">"; }

/// The code points of a text.
inline std::u32string letters_of(std::string_view text)
{
    std::u32string letters;
    for (const char byte : text) {
        const auto value = static_cast<unsigned char>(byte);
        if (value < 0x80)
            letters += static_cast<char32_t>(value);
        else if (value < 0xC0)
            letters.back() = letters.back() << 6 | (value & 0x3FU);
        else
            letters += static_cast<char32_t>(value & (value < 0xE0   ? 0x1FU
                                                      : value < 0xF0 ? 0x0FU
                                                                     : 0x07U));
    }
    return letters;
}

inline Press paste(std::string text)
{
    return {.key = Key::paste, .letter = 0, .pasted = std::move(text)};
}

/// A desk with what it knows, what it shows, and the orders it gave.
struct Desk {
    Snapshot board = wallboard::test::board("10:00:00");
    Rows rows;
    State state;
    Instant now = at("10:00:00");
    std::vector<Order> orders;

    explicit Desk(const std::string& role = "supervisor", const std::string& person = "sam")
    {
        state.me = {person, role};
        rows.messages_known = rows.departures_known = true;
        knows(person, "Sam Ortega");
    }

    Knowledge known() const { return {rows, board, now}; }

    // What there is.

    Person& knows(const std::string& id, const std::string& name,
                  const std::string& location = "north")
    {
        return rows.people.emplace_back(Person{.id = id,
                                               .name = name,
                                               .location = location,
                                               .supervisor = {},
                                               .role = {},
                                               .mailboxes = {}});
    }
    /// A message for this person, left at 9:00 and due at close.
    Message& left(const std::string& id, const std::string& person = "ada",
                  const std::string& location = "north")
    {
        Message message;
        message.id = id;
        message.mailbox = "box-" + person;
        message.location = location;
        message.person = person;
        message.received_at = message.left_at = at("09:00:00");
        message.due_date = "2026-11-24";
        message.deadline = at("17:00:00");
        message.state = "NEW";
        message.caller = "•• 41";
        return rows.messages.emplace_back(std::move(message));
    }
    /// The mailbox of somebody who left on Monday.
    Departure& departed(const std::string& mailbox, const std::string& person,
                        const std::string& location = "north")
    {
        Departure row;
        row.mailbox = mailbox;
        row.location = location;
        row.person = person;
        row.state = "DISCONNECT_PENDING";
        row.effective_at = at("09:00:00") - 24h;
        row.observed = "not known";
        return rows.departures.emplace_back(std::move(row));
    }
    /// The check of an office's day, with the messages that were open at it.
    DayRecord& checked(const std::string& location, const std::string& verdict,
                       const std::vector<std::string>& open = {})
    {
        DayRecord& day = rows.days[location];
        day.known = true;
        day.location = location;
        day.date = "2026-11-24";
        day.revision = 1;
        day.verdict = verdict;
        day.record = "record of " + location;
        for (const std::string& id : open) {
            Message& message = day.open.emplace_back();
            message.id = id;
            message.location = location;
            message.person = "ada";
            message.received_at = at("15:00:00");
            message.caller = "•• 41";
            message.state = "NEW";
            message.needs_exception = true;
        }
        return day;
    }
    Mailbox& greeting(const std::string& id, const std::string& person,
                      const std::string& location = "north")
    {
        Mailbox mailbox;
        mailbox.id = id;
        mailbox.person = person;
        mailbox.greeting = "in_office";
        return rows.standards[location].mailboxes.emplace_back(std::move(mailbox));
    }

    // What somebody does. Each gives the order that it led to.

    std::optional<Order> touch(const Touch& touch)
    {
        auto order = desk::press(state, touch, known(),
                                 {readable_hash, "command-" + std::to_string(orders.size() + 1)});
        if (order) orders.push_back(*order);
        return order;
    }
    /// Letters, one keystroke each; the last order that they led to.
    std::optional<Order> press(std::string_view keys)
    {
        std::optional<Order> last;
        for (const char32_t key : letters_of(keys))
            if (auto order = touch(letter(key))) last = std::move(order);
        return last;
    }
    std::optional<Order> press(Key key) { return touch(Press{.key = key}); }
    Desk& type(std::string_view words)
    {
        press(words);
        return *this;
    }
    Desk& enter()
    {
        press(Key::enter);
        return *this;
    }
    Desk& escape()
    {
        press(Key::escape);
        return *this;
    }
    Desk& page(Page page)
    {
        state.page = page;
        return *this;
    }

    // What the collector says.

    void recorded(const Order& order, std::string text = {})
    {
        settle(state,
               {.number = order.number,
                .done = true,
                .position = 7,
                .code = {},
                .text = std::move(text)},
               now);
    }
    void refused(const Order& order, std::string text)
    {
        settle(state,
               {.number = order.number, .done = false, .code = "no", .text = std::move(text)}, now);
    }

    /// A frame begins: what is shown from now on is kept in its order.
    Desk& frame()
    {
        keep_order(state, known());
        return *this;
    }

    // What is seen.

    const Form& form() const { return state.form.value(); }
    std::string written() const { return std::string{form().fields.at(form().at).text.text()}; }
    std::vector<std::string> sentences() const { return sentences_of(form(), state, known()); }
    std::string selected() const { return row_selected(state, known()); }
    std::string shown() const
    {
        std::string all;
        for (const std::string_view id : rows_shown(state, known())) {
            all += all.empty() ? "" : " ";
            all += id;
        }
        return all;
    }
    /// Keys of the deeds that are offered: "c r t x".
    std::string offered() const
    {
        std::string all;
        for (const Choice& choice : deeds_on(state, known()))
            all += (all.empty() ? "" : " ") + utf8(choice.key);
        return all;
    }
};

}  // namespace wallboard::desk::test
