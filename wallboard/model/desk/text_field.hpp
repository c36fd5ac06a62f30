#pragma once

#include <string>
#include <string_view>

#include "wallboard/model/desk/press.hpp"
#include "wallboard/model/desk/secret.hpp"

namespace wallboard::desk {

/// One line of text with a caret. Characters, not bytes, are moved over and erased; control
/// characters and bytes that are no UTF-8 are never taken; what is pasted is cut between
/// characters. ImGui's own input would need fonts and keys of its own beside ours and could not be
/// tested without a window; a line of 500 bytes is all that a desk asks for. It may
/// be a passphrase, so that it leaves nothing in memory (secret.hpp).
class TextField {
public:
    TextField() = default;
    explicit TextField(std::string_view text);

    /// True if the key belongs to the field, also where it changed nothing.
    bool press(const Press& press);

    std::string_view text() const { return text_.view(); }
    const Secret& secret() const { return text_; }
    std::size_t caret() const { return caret_; }  ///< In bytes, at the begin of a character.
    bool empty() const { return text_.empty(); }
    std::size_t characters() const;
    void clear();
    bool operator==(const TextField&) const = default;

private:
    void insert(std::string_view bytes);
    void paste(std::string_view text);
    std::size_t before() const;
    std::size_t after() const;

    Secret text_;
    std::size_t caret_ = 0;
};

/// A code point as UTF-8; empty for what is none, and for control characters.
std::string utf8(char32_t letter);

}  // namespace wallboard::desk
