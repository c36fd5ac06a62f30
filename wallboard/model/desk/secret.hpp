#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace wallboard::desk {

/// As much as the collector takes of a remark (proto/README.md).
constexpr std::size_t field_bytes_max = 500;

/// Text that leaves nothing behind: its bytes are in itself, never on the heap, and each copy wipes
/// its own when it ends, is moved from, cleared or written over. At most field_bytes_max bytes.
class Secret {
public:
    Secret() = default;
    Secret(std::string_view text) { insert(0, text); }
    Secret(const char* text) : Secret{std::string_view{text}} {}
    Secret(const Secret& other) : Secret{other.view()} {}
    Secret(Secret&& other) noexcept;
    Secret& operator=(const Secret& other);
    Secret& operator=(Secret&& other) noexcept;
    ~Secret() { clear(); }

    /// The bytes, for as long as nothing changes.
    std::string_view view() const { return {bytes_.data(), size_}; }
    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    /// Nothing at all where it would be too long.
    void insert(std::size_t at, std::string_view bytes);
    void erase(std::size_t at, std::size_t count);
    void clear() { erase(0, size_); }
    bool operator==(const Secret& other) const { return view() == other.view(); }

private:
    std::array<char, field_bytes_max> bytes_{};  ///< Zero from size_ on.
    std::size_t size_ = 0;
};

/// Overwrites bytes with zeros, also where the compiler sees nobody read them again.
void wipe(char* bytes, std::size_t count);

}  // namespace wallboard::desk
