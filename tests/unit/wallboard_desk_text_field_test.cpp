// Does the desk's one line of text take what people type, in any script, and nothing else?

#include <catch2/catch.hpp>

#include "tests/unit/desk_vocabulary.hpp"

using namespace wallboard::desk;
using namespace wallboard::desk::test;

namespace {

/// A field in which somebody types.
struct Typed {
    TextField field;

    explicit Typed(std::string_view text = {}) { type(text); }
    Typed& type(std::string_view text)
    {
        for (const char32_t one : letters_of(text)) field.press(letter(one));
        return *this;
    }
    Typed& press(Key key, int times = 1)
    {
        while (times-- > 0) field.press({.key = key});
        return *this;
    }
    /// The text with a bar where the caret stands.
    std::string seen() const
    {
        std::string text{field.text()};
        return text.insert(field.caret(), "|");
    }
};

// One to four bytes each.
constexpr std::string_view scripts = "aé€𝄞";

}  // namespace

TEST_CASE("letters of one to four bytes are typed, and counted as one each", "[unit][desk]")
{
    const Typed typed{scripts};
    CHECK(typed.field.text() == scripts);
    CHECK(typed.field.characters() == 4);
    CHECK(typed.field.caret() == 10);
}

TEST_CASE("the caret moves over letters, not over bytes", "[unit][desk]")
{
    Typed typed{scripts};
    CHECK(typed.press(Key::left).seen() == "aé€|𝄞");
    CHECK(typed.press(Key::left).seen() == "aé|€𝄞");
    CHECK(typed.press(Key::left).seen() == "a|é€𝄞");
    CHECK(typed.press(Key::left, 3).seen() == "|aé€𝄞");
    CHECK(typed.press(Key::right, 2).seen() == "aé|€𝄞");
    CHECK(typed.press(Key::end).seen() == "aé€𝄞|");
    CHECK(typed.press(Key::right).seen() == "aé€𝄞|");
    CHECK(typed.press(Key::home).seen() == "|aé€𝄞");
}

TEST_CASE("a letter is typed and erased where the caret stands", "[unit][desk]")
{
    Typed typed{scripts};
    CHECK(typed.press(Key::left).press(Key::backspace).seen() == "aé|𝄞");
    CHECK(typed.press(Key::erase).seen() == "aé|");
    CHECK(typed.press(Key::erase).seen() == "aé|");
    CHECK(typed.press(Key::left).type("ñ").seen() == "añ|é");
    CHECK(typed.press(Key::home).press(Key::backspace).seen() == "|añé");
    CHECK(typed.press(Key::erase).seen() == "|ñé");
    typed.field.clear();
    CHECK(typed.seen() == "|");
    CHECK(typed.field.empty());
}

TEST_CASE("a key that moves between fields is none of the field's", "[unit][desk]")
{
    TextField field{"word"};
    for (const Key key : {Key::up, Key::down, Key::page_up, Key::page_down, Key::tab, Key::back_tab,
                          Key::enter, Key::escape, Key::f1, Key::f11})
        CHECK_FALSE(field.press({.key = key}));
    CHECK_FALSE(field.press({}));
    for (const Key key :
         {Key::left, Key::right, Key::home, Key::end, Key::backspace, Key::erase, Key::paste})
        CHECK(field.press({.key = key}));
    CHECK(field.press(letter(U'a')));
}

TEST_CASE("what is no letter becomes no bytes", "[unit][desk]")
{
    for (const char32_t none : {U'\0', U'\n', U'\x1B', U'\x1F', U'\x7F', U'\u0080', U'\u009F'})
        CHECK(utf8(none).empty());
    for (const unsigned none : {0xD800U, 0xDFFFU, 0x110000U, 0xFFFFFFFFU})
        CHECK(utf8(static_cast<char32_t>(none)).empty());
    CHECK(utf8(U' ') == " ");
    CHECK(utf8(U'\u00A0') == "\u00A0");
    CHECK(utf8(U'\u07FF') == "\u07FF");
    CHECK(utf8(U'\u0800') == "\u0800");
    CHECK(utf8(U'\uFFFD') == "\uFFFD");
    CHECK(utf8(U'\U00010000') == "\U00010000");
    CHECK(utf8(U'\U0010FFFF') == "\U0010FFFF");
}

TEST_CASE("a field takes 500 bytes and no half of a letter", "[unit][desk]")
{
    Typed typed{std::string(field_bytes_max - 1, 'a')};
    typed.type("é");
    CHECK(typed.field.text().size() == field_bytes_max - 1);
    typed.type("b");
    CHECK(typed.field.text().size() == field_bytes_max);
    typed.type("c");
    CHECK(typed.field.text().size() == field_bytes_max);
    CHECK(typed.field.text().back() == 'b');
}

TEST_CASE("what is pasted is one line without control characters", "[unit][desk]")
{
    TextField field{"[]"};
    field.press({.key = Key::left});
    field.press(paste("one\r\ntwo\tthree\x1B\x7F\xC2\x85é€𝄞"));
    CHECK(field.text() == "[one two threeé€𝄞]");
    CHECK(field.caret() == field.text().size() - 1);
}

TEST_CASE("what is pasted is cut between letters where it is too long", "[unit][desk]")
{
    TextField field;
    field.press(paste(std::string(field_bytes_max - 1, 'a') + "é"));
    CHECK(field.text() == std::string(field_bytes_max - 1, 'a'));
    const TextField euros{std::string(field_bytes_max - 2, 'a') + "€"};
    CHECK(euros.text() == std::string(field_bytes_max - 2, 'a'));

    TextField part{std::string(field_bytes_max - 3, 'a')};
    part.press(paste("12345"));
    CHECK(part.text().size() == field_bytes_max);
    CHECK(part.text().substr(field_bytes_max - 3) == "123");
}

TEST_CASE("bytes that are no UTF-8 are not taken: the collector would refuse the whole command",
          "[unit][desk]")
{
    CHECK(TextField{"a\x80z"}.text() == "az");          // Nothing that it could continue.
    CHECK(TextField{"a\xC3z"}.text() == "az");          // Ends before its second byte.
    CHECK(TextField{"a\xE2\x82z"}.text() == "az");      // Ends before its third.
    CHECK(TextField{"a\xC0\xAFz"}.text() == "az");      // "/", longer than it need be.
    CHECK(TextField{"a\xED\xA0\x80z"}.text() == "az");  // Half of a surrogate pair.
    CHECK(TextField{"a\xF4\x90\x80\x80z"}.text() == "az");
    CHECK(TextField{"a\xFFz"}.text() == "az");
    CHECK(TextField{"a\xF0\x9D\x84"}.text() == "a");
}
