#include "daemon/wire/field_writer.hpp"

#include <array>

#include <protozero/varint.hpp>

#include "daemon/calendar/business_calendar.hpp"

namespace callwatch {

FieldWriter& FieldWriter::operator()(Number number, LocalDate date)
{
    return (*this)(number, describe(date));
}

void FieldWriter::put(Number number, protozero::pbf_wire_type type, std::uint64_t value)
{
    std::array<char, 2 * protozero::max_varint_length> bytes;
    const auto key = number << 3u | static_cast<std::uint32_t>(type);
    auto size = protozero::write_varint(bytes.data(), key);
    size += protozero::write_varint(bytes.data() + size, value);
    to_.append(bytes.data(), static_cast<std::size_t>(size));
}

void FieldWriter::put(Number number, std::string_view text)
{
    put(number, text_type, text.size());
    to_ += text;
}

/// The message that begins at `begin` has been written, behind one byte for its length.
void FieldWriter::set_length(std::size_t begin)
{
    std::array<char, protozero::max_varint_length> bytes;
    const auto size = protozero::write_varint(bytes.data(), to_.size() - begin);
    to_.replace(begin - 1, 1, bytes.data(), static_cast<std::size_t>(size));
}

}  // namespace callwatch
