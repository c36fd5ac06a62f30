#pragma once

#include <array>
#include <bit>
#include <compare>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/core.h>

namespace callwatch {

/// A text that never changes, in 16 bytes: up to short_max bytes lie in it, a longer text lies on
/// the heap once and is shared by all copies. An id stands in a fact, in every book and in every
/// index that names it: a copy takes no memory there, and nearly no time. Copies may be made and
/// dropped on several threads at once. At most 2^32 - 1 bytes.
class SharedText {
public:
    SharedText() noexcept = default;
    SharedText(std::string_view text);
    SharedText(const std::string& text) : SharedText{std::string_view{text}} {}
    SharedText(const char* text) : SharedText{std::string_view{text}} {}
    SharedText(const SharedText& other) noexcept : words_{other.words_} { share(); }
    SharedText(SharedText&& other) noexcept : words_{std::exchange(other.words_, {})} {}
    SharedText& operator=(const SharedText& other) noexcept { return *this = SharedText{other}; }
    SharedText& operator=(SharedText&& other) noexcept
    {
        SharedText taken{std::move(other)};
        std::swap(words_, taken.words_);
        return *this;
    }
    ~SharedText()
    {
        if (is_long()) release();
    }

    /// Borrowed: while this one lives and is not assigned to.
    std::string_view view() const
    {
        if (is_long()) return {shared()->text(), shared()->size};
        return {bytes(), static_cast<std::size_t>(bytes()[short_max])};
    }
    operator std::string_view() const { return view(); }
    std::string str() const { return std::string{view()}; }

    bool empty() const { return words_[1] == 0; }
    std::size_t size() const { return view().size(); }

    friend bool operator==(const SharedText& one, const SharedText& other)
    {
        // Either kind has its size in the second word.
        if (one.words_[1] != other.words_[1]) return false;
        return one.words_[0] == other.words_[0] || (one.is_long() && one.view() == other.view());
    }
    friend std::strong_ordering operator<=>(const SharedText& one, const SharedText& other)
    {
        return one.view() <=> other.view();
    }
    friend bool operator==(const SharedText& one, std::string_view other)
    {
        return one.view() == other;
    }
    friend bool operator==(const SharedText& one, const std::string& other)
    {
        return one.view() == other;
    }
    friend bool operator==(const SharedText& one, const char* other) { return one.view() == other; }

    static constexpr std::size_t short_max = 15;

private:
    /// On the heap, the text's bytes behind it.
    struct Shared {
        std::uint32_t owners;
        std::uint32_t size;
        char* text() { return reinterpret_cast<char*>(this + 1); }
    };
    /// In the last byte, where a short text has its size.
    static constexpr char is_long_mark = 0x7f;

    const char* bytes() const { return reinterpret_cast<const char*>(words_.data()); }
    bool is_long() const { return bytes()[short_max] == is_long_mark; }
    Shared* shared() const { return std::bit_cast<Shared*>(words_[0]); }
    void share() const noexcept;
    void release() noexcept;

    /// The bytes of a short text, zeros, and its size; or the address of a long one, its size, and
    /// the mark.
    std::array<std::uint64_t, 2> words_{};
};

inline std::string operator+(std::string text, const SharedText& more)
{
    return text += more.view();
}
inline std::string operator+(const SharedText& text, std::string_view more)
{
    return text.str() += more;
}

std::ostream& operator<<(std::ostream& out, const SharedText& text);

}  // namespace callwatch

template <>
struct fmt::formatter<callwatch::SharedText> : fmt::formatter<fmt::string_view> {
    template <class Context>
    auto format(const callwatch::SharedText& text, Context& context) const
    {
        const auto view = text.view();
        return fmt::formatter<fmt::string_view>::format({view.data(), view.size()}, context);
    }
};
