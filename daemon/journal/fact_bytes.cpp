#include "daemon/journal/fact_bytes.hpp"

#include "daemon/model/check.hpp"

namespace callwatch {

FactBytes::FactBytes(std::initializer_list<std::string_view> facts)
{
    for (const auto fact : facts) push_back(fact);
}

void FactBytes::push_back(std::string_view fact)
{
    add([&](std::string& to) { to.append(fact); });
}

void FactBytes::append(const FactBytes& more)
{
    bytes_ += more.bytes_;
    count_ += more.count_;
}

void FactBytes::clear()
{
    bytes_.clear();
    count_ = 0;
}

/// Leaves room for the length of the fact that is written next.
std::size_t FactBytes::open()
{
    const auto at = bytes_.size();
    bytes_.append(fact_length_bytes, '\0');
    return at;
}

void FactBytes::close(std::size_t at)
{
    const auto size = bytes_.size() - at - fact_length_bytes;
    CALLWATCH_CHECK(size > 0 && size <= fact_bytes_max);
    for (std::size_t i = 0; i < fact_length_bytes; ++i)
        bytes_[at + i] = static_cast<char>(static_cast<unsigned char>(size >> (8 * i)));
    ++count_;
}

std::string_view take_fact(std::string_view& bytes)
{
    std::size_t length = 0;
    for (std::size_t i = 0; i < fact_length_bytes; ++i)
        length |= std::size_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
    const auto fact = bytes.substr(fact_length_bytes, length);
    bytes.remove_prefix(fact_length_bytes + length);
    return fact;
}

}  // namespace callwatch
