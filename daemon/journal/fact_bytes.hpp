#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

namespace callwatch {

/// Bounds of a row. A turn of the loop stays far below them.
constexpr std::size_t facts_per_row_max = 65'536;
constexpr std::size_t fact_bytes_max = 1u << 20;
constexpr std::size_t row_bytes_max = 16u
                                   << 20;  ///< All facts of a row, with 4 bytes more for each.

/// What the length of a fact takes in a row.
constexpr std::size_t fact_length_bytes = 4;

/// Facts as the bytes that are stored and hashed for ever, one behind the other as a row holds
/// them: each behind its length in 4 bytes, lowest first. One text for a whole turn, so that a fact
/// is written once and never copied by itself.
class FactBytes {
public:
    FactBytes() = default;
    FactBytes(std::initializer_list<std::string_view> facts);

    /// 1 to fact_bytes_max bytes: anything else is a mistake of ours (CALLWATCH_CHECK).
    void push_back(std::string_view fact);

    /// The same for a fact that `write` appends to the text it is given.
    template <class Write>
    void add(Write write)
    {
        const auto at = open();
        write(bytes_);
        close(at);
    }

    void append(const FactBytes& more);
    void clear();

    std::size_t size() const { return count_; }
    bool empty() const { return count_ == 0; }
    std::string_view bytes() const { return bytes_; }

    bool operator==(const FactBytes&) const = default;

private:
    std::size_t open();
    void close(std::size_t at);

    std::string bytes_;
    std::size_t count_ = 0;
};

/// Takes the next fact off `bytes`, which are whole.
std::string_view take_fact(std::string_view& bytes);

}  // namespace callwatch
