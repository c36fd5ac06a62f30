// Does a passphrase leave nothing in memory where it was typed, moved, copied, erased or used?

#include <cstring>
#include <memory>
#include <new>

#include <catch2/catch.hpp>

#include "tests/unit/desk_vocabulary.hpp"
#include "wallboard/model/desk/panel_form.hpp"

using namespace wallboard;
using namespace wallboard::desk;
using namespace wallboard::desk::test;
using Desk = wallboard::desk::test::Desk;

namespace {

constexpr std::string_view words = "open sesame";

/// Memory in which something lives that can be ended while the bytes are still looked at.
template <class Thing>
struct Place {
    alignas(Thing) std::array<char, sizeof(Thing)> bytes{};
    Thing* thing = nullptr;

    template <class... From>
    explicit Place(From&&... from) : thing{new (bytes.data()) Thing(std::forward<From>(from)...)}
    {
    }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    ~Place() { end(); }
    void end()
    {
        if (thing != nullptr) std::destroy_at(thing);
        thing = nullptr;
    }
    /// Whether any five letters of the words are in there.
    bool holds_a_part() const
    {
        const std::string_view all{bytes.data(), bytes.size()};
        for (std::size_t i = 0; i + 5 <= words.size(); ++i)
            if (all.find(words.substr(i, 5)) != std::string_view::npos) return true;
        return false;
    }
};

}  // namespace

TEST_CASE("a secret is wiped when it ends, is moved from, cleared or written over",
          "[unit][desk][secret]")
{
    Place<Secret> ended{words};
    REQUIRE(ended.holds_a_part());
    ended.end();
    CHECK_FALSE(ended.holds_a_part());

    Place<Secret> from{words};
    Place<Secret> to{std::move(*from.thing)};
    CHECK_FALSE(from.holds_a_part());
    CHECK(to.thing->view() == words);
    Place<Secret> third;
    *third.thing = std::move(*to.thing);
    CHECK_FALSE(to.holds_a_part());
    CHECK(third.thing->view() == words);

    Place<Secret> copy{*third.thing};
    CHECK(*copy.thing == *third.thing);
    *copy.thing = Secret{"x"};
    CHECK_FALSE(copy.holds_a_part());
    CHECK(copy.thing->view() == "x");
    third.thing->clear();
    CHECK_FALSE(third.holds_a_part());
}

TEST_CASE("what is erased of a secret is wiped too", "[unit][desk][secret]")
{
    Place<Secret> place{words};
    place.thing->erase(1, 100);
    CHECK(place.thing->view() == "o");
    CHECK_FALSE(place.holds_a_part());
    place.thing->insert(1, "yster");
    place.thing->insert(0, "an ");
    CHECK(place.thing->view() == "an oyster");
    place.thing->erase(2, 3);
    CHECK(place.thing->view() == "anster");
    place.thing->insert(7, "beyond its end");
    CHECK(place.thing->view() == "anster");
    const Secret full{std::string(field_bytes_max, 'a')};
    CHECK(full.size() == field_bytes_max);
    CHECK(Secret{std::string(field_bytes_max + 1, 'a')}.empty());
}

TEST_CASE("a field in which a passphrase was typed, pasted or corrected keeps none of it",
          "[unit][desk][secret]")
{
    Place<TextField> typed;
    for (const char one : words) typed.thing->press(letter(static_cast<char32_t>(one)));
    REQUIRE(typed.holds_a_part());
    for (std::size_t i = 0; i < words.size(); ++i) typed.thing->press({.key = Key::backspace});
    CHECK_FALSE(typed.holds_a_part());

    Place<Field> field{passphrase_field()};
    field.thing->text.press(paste(std::string{words}));
    REQUIRE(field.holds_a_part());
    Place<Field> moved{std::move(*field.thing)};
    CHECK_FALSE(field.holds_a_part());
    Place<Field> copied{*moved.thing};
    moved.end();
    copied.end();
    CHECK_FALSE(moved.holds_a_part());
    CHECK_FALSE(copied.holds_a_part());
}

TEST_CASE("a form gives its passphrase as a secret only, and shows stars", "[unit][desk][secret]")
{
    Desk desk;
    desk.state.page = Page::end_of_day;
    desk.state.form = Form{.deed = Deed::sign_day, .subject = "north", .fields = {}, .missing = {}};
    desk.state.form->fields = {passphrase_field()};
    desk.state.form->fields[0].text.press(paste(std::string{words}));
    CHECK(desk.state.form->secret("passphrase").view() == words);
    CHECK(desk.state.form->value("passphrase").empty());
    CHECK(desk.state.form->secret("none").empty());
    bool seen = false;
    for (const auto& item : form_panel(desk.state, desk.known(), {0, 0, 2000, 2000}).items)
        if (const auto* entry = std::get_if<Entry>(&item)) {
            seen = true;
            CHECK(entry->text == std::string(words.size(), '*'));
        }
    CHECK(seen);
    // Left with Esc it is no draft: nothing else was typed.
    desk.touch(Press{Key::escape});
    CHECK(desk.state.drafts.empty());
}

TEST_CASE("an order's copies of a passphrase are wiped with it", "[unit][desk][secret]")
{
    Place<Order> order;
    order.thing->to_sign.passphrase = words;
    Place<Order> moved{std::move(*order.thing)};
    CHECK_FALSE(order.holds_a_part());
    Place<Order> copy{*moved.thing};
    copy.thing->to_sign = {};
    CHECK_FALSE(copy.holds_a_part());
    CHECK(moved.thing->to_sign.passphrase.view() == words);
    moved.end();
    CHECK_FALSE(moved.holds_a_part());
}
