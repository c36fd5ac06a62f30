#pragma once

#include <string>
#include <variant>
#include <vector>

#include "wallboard/model/desk/deeds.hpp"

namespace wallboard::desk {

/// The form of a deed on the selected row, empty.
Form form_for(Deed deed, const State& state, const Knowledge& known);

/// What is missing before a form can become an order, as a sentence.
struct Missing {
    std::string field;  ///< Where; by name.
    std::string text;
};

/// The order that a filled form stands for; without number and command id. What is signed is made
/// here, from the very rows that are on the screen.
std::variant<Order, Missing> order_of(const Form& form, const State& state, const Knowledge& known,
                                      TextHash hash);

/// The same for a deed without a form.
Order order_at_once(Deed deed, const State& state, const Knowledge& known);

/// What will be recorded, in sentences of whole words: a person puts her name under them.
std::vector<std::string> sentences_of(const Form& form, const State& state, const Knowledge& known);

/// People whom a text names: an exact id alone, else all whose whole name it is, else all whose
/// name holds it. Latin letters without regard to case. Nobody who has left.
std::vector<const Person*> people_named(const Rows& rows, std::string_view text);

}  // namespace wallboard::desk
