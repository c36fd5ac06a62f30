#pragma once

#include "tests/unit/wallboard_vocabulary.hpp"
#include "wallboard/model/desk/desk_view.hpp"
#include "wallboard/model/desk/press_desk.hpp"

// The words of the tests about people at the desk: one location, "north", on the day of the
// vocabulary of the walls, at 10:00 local time, and what was answered of it.

namespace wallboard::test {

/// A desk that looks at one location.
struct PeopleDesk {
    explicit PeopleDesk(Page page, std::string role = "supervisor")
    {
        state.me = {.person = "sue", .role = std::move(role)};
        state.page = page;
        board.locations.push_back(office("north", "Northside"));
        rows.messages_known = true;
    }

    desk::Standards& standards() { return rows.standards["north"]; }

    desk::Mailbox& mailbox(const std::string& id, const std::string& person)
    {
        desk::Mailbox one;
        one.id = id;
        one.person = person;
        one.greeting = "in_office";
        one.window_from = 15h;
        one.window_to = 16h;
        one.attested_by = "sue";
        one.attested_at = at("08:30:00");
        one.access_by = "mia";
        one.access_at = at("08:00:00");
        return standards().mailboxes.emplace_back(one);
    }

    desk::Person& person(const std::string& id, const std::string& name)
    {
        desk::Person one;
        one.id = id;
        one.name = name;
        one.location = "north";
        one.supervisor = "sue";
        rows.people_known.insert("north");
        return rows.people.emplace_back(one);
    }

    desk::Operator& counted(const std::string& device, const std::string& who)
    {
        desk::Operator one;
        one.device = device;
        one.person = who;
        one.trained_on = "2026-03-02";
        return standards().operators.emplace_back(one);
    }

    void at_telephone(const std::string& device, const std::string& who, const std::string& is,
                      const std::string& evidence = "queue_membership", bool on_call = false)
    {
        rows.operators["north"].push_back({device, who, is, evidence, on_call});
    }

    desk::Absent& away(const std::string& who)
    {
        desk::Absent one;
        one.person = who;
        one.from = at("08:00:00");
        return standards().absent.emplace_back(one);
    }

    void message(const std::string& who, const std::string& state_of = "NEW")
    {
        desk::Message one;
        one.id = "m" + std::to_string(rows.messages.size());
        one.location = "north";
        one.person = who;
        one.state = state_of;
        one.received_at = at("09:00:00");
        rows.messages.push_back(one);
        rows.messages_total = static_cast<std::uint32_t>(rows.messages.size());
    }

    desk::Knowledge known() const { return {rows, board, at("10:00:00"), nullptr, zones}; }

    desk::PageParts page(float w = 5'050, float h = 2'840) const
    {
        const Moment moment = moment_of(board, Micros{0}, Micros{0});
        return desk::make_view(state, known(), moment, {}, {.shape = Shape::wide, .w = w, .h = h})
            .page;
    }

    /// One letter, or with "text" what is written in the field.
    std::optional<desk::Order> press(char32_t key)
    {
        return desk::press(state, desk::letter(key), known(), {nullptr, "c1"});
    }
    void press(desk::Key key) { desk::press(state, desk::Press{key}, known(), {}); }
    void write(const std::string& text)
    {
        desk::press(state, desk::Press{.key = desk::Key::paste, .letter = 0, .pasted = text},
                    known(), {});
    }
    /// Fills the fields one after the other, and records.
    std::optional<desk::Order> fill(const std::vector<std::string>& texts)
    {
        for (const std::string& text : texts) {
            if (!text.empty()) write(text);
            press(desk::Key::enter);
        }
        return press(U'y');
    }

    std::string deeds() const
    {
        std::string keys;
        for (const desk::Choice& one : desk::deeds_on(state, known()))
            keys += static_cast<char>(one.key);
        return keys;
    }

    desk::State state;
    Snapshot board;
    desk::Rows rows;
    desk::Zones zones;
};

/// Text of a cell, or word of its badge.
inline std::string words(const Cell& cell)
{
    return cell.badge ? "[" + cell.badge->word + "]" : cell.text;
}

inline std::vector<std::string> ids(const desk::List& list)
{
    std::vector<std::string> all;
    for (const desk::ListRow& row : list.rows) all.push_back(row.id);
    return all;
}

/// All that the panel says, one line each.
inline std::string panel_text(const desk::PageParts& page)
{
    std::string text;
    const auto say = [&](const std::string& part) { text += part + "\n"; };
    for (const desk::PanelItem& item : page.panel.items) {
        if (const auto* one = std::get_if<desk::Heading>(&item)) say(one->text.full);
        if (const auto* one = std::get_if<desk::Pair>(&item)) say(one->title + ": " + one->value);
        if (const auto* one = std::get_if<desk::Sentence>(&item)) say(one->text);
        if (const auto* one = std::get_if<desk::Remark>(&item)) say(one->text + " " + one->detail);
        if (const auto* one = std::get_if<desk::Proof>(&item)) say(one->title + ": " + one->text);
        if (const auto* one = std::get_if<desk::LifeStep>(&item)) say(one->when + " " + one->what);
        if (const auto* one = std::get_if<desk::Facts>(&item))
            for (const auto& fact : one->facts) say(fact.title + ": " + fact.value);
    }
    return text;
}

}  // namespace wallboard::test
