#pragma once

#include "tests/unit/wallboard_vocabulary.hpp"
#include "wallboard/model/desk/departures.hpp"
#include "wallboard/model/desk/press_desk.hpp"

// The words the tests of the desk's Departures are written in: a manager's desk at 14:12:05 on
// Tuesday 2026-11-24, and people who left two offices.

namespace wallboard::test {

/// A hash that can be read: the tests compare texts, not digests.
inline std::string marked(std::string_view text) { return "<" + std::string{text} + ">"; }

inline desk::Person person(const std::string& id, std::string name, const std::string& location)
{
    desk::Person one;
    one.id = id;
    one.name = std::move(name);
    one.location = location;
    return one;
}

struct DepartedDesk {
    Snapshot snapshot = board("14:12:05");
    desk::Rows rows;
    desk::State state;
    Layout layout{Shape::wide, 5'040, 2'835};

    DepartedDesk()
    {
        state.me = {"m1", "manager"};
        state.page = Page::departures;
        rows.departures_known = true;
        rows.people = {
            person("m1", "Ruth Okafor", "north"),   person("m2", "Paul Dietz", "north"),
            person("s1", "Marta Álvarez", "north"), person("p1", "Lena Fischer", "north"),
            person("p2", "Ivo Marek", "harbor"),    person("x1", "Martin Osei", "north"),
            person("x2", "Rosa Jiménez", "harbor")};
        rows.people[5].has_left = rows.people[6].has_left = true;
    }

    /// Left on Monday at 17:00: amber, asked for by Marta, covered by Lena, seen to be gone.
    desk::Departure& left(const std::string& mailbox, const std::string& who = "x1")
    {
        desk::Departure one;
        one.mailbox = mailbox;
        one.location = who == "x2" ? "harbor" : "north";
        one.person = who;
        one.effective_at = at("17:00:00") - 24h;
        one.red_at = at("17:00:00");
        one.state = "DISCONNECT_REQUESTED";
        one.cover = "p1";
        one.requested_by = "s1";
        one.requested_at = at("17:26:00") - 24h;
        one.request_note = "resigned";
        one.observed = "gone";
        one.observed_at = at("13:58:04");
        rows.departures.push_back(one);
        return rows.departures.back();
    }
    desk::Departure& confirmed(const std::string& mailbox, Micros ago)
    {
        desk::Departure& one = left(mailbox);
        one.state = "CONFIRMED";
        one.confirmed_by = "m2";
        one.confirmed_at = at("14:12:05") - ago;
        return one;
    }

    desk::Knowledge known() const { return {rows, snapshot, snapshot.as_of}; }
    desk::PageParts page() const { return desk::make_departures(state, known(), layout); }

    std::optional<desk::Order> press(const desk::Press& key)
    {
        return desk::press(state, key, known(), {marked, "c1"});
    }
    std::optional<desk::Order> press(char32_t key) { return press(desk::letter(key)); }
    void write(const std::string& text)
    {
        press({.key = desk::Key::paste, .letter = 0, .pasted = text});
        press({.key = desk::Key::enter});
    }
    std::vector<std::string> sentences() const
    {
        return desk::sentences_of(*state.form, state, known());
    }
    std::string keys() const
    {
        std::string keys;
        for (const desk::Choice& one : desk::deeds_on(state, known()))
            keys += static_cast<char>(one.key);
        return keys;
    }
};

}  // namespace wallboard::test
