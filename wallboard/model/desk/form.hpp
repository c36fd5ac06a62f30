#pragma once

#include <optional>
#include <string>
#include <vector>

#include "wallboard/model/desk/order.hpp"
#include "wallboard/model/desk/text_field.hpp"

namespace wallboard::desk {

/// What a person is asked before something is recorded.
struct Field {
    enum class Kind {
        line,    ///< Any text.
        choice,  ///< One of `choices`, by its number or by the arrows.
        secret,  ///< A passphrase: shown as dots, wiped when it was used.
    };
    std::string name;   ///< Stable: "reason", "note", "workday", "passphrase", or a message's id.
    std::string title;  ///< "why it stays open"
    Kind kind = Kind::line;
    bool required = true;
    TextField text;
    std::vector<std::string> choices;  ///< In words, at most nine.
    std::vector<std::string> codes;    ///< Of each choice.
    std::size_t chosen = 0;
    std::string hint = {};  ///< "like 2026-11-30"
    bool operator==(const Field&) const = default;
};

/// Fields of one deed on one subject. The first keystroke opened it; Enter goes from field to field
/// and then arms it; Y, and nothing else, records it.
struct Form {
    Deed deed = Deed::returned;
    std::string subject;
    std::vector<Field> fields;
    std::size_t at = 0;      ///< The field that is written in; fields.size(): armed.
    std::string missing;     ///< Why it could not be armed.
    std::uint64_t sent = 0;  ///< Number of the order that it became; 0: not sent.

    bool is_armed() const { return at >= fields.size(); }
    const Field* field(std::string_view name) const;
    /// Text, or code of the choice; trimmed. Nothing of a secret.
    std::string value(std::string_view name) const;
    Secret secret(std::string_view name) const;
    bool operator==(const Form&) const = default;
};

enum class FormStep { stays, closes, records };

/// One keystroke in the form. `closes`: Esc in a field; what was typed is kept by the caller.
FormStep press(Form& form, const Press& press);

/// Sets the field that is written in; no further than the first required one that is empty.
void go_to(Form& form, std::size_t at);

}  // namespace wallboard::desk
