#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <protozero/pbf_reader.hpp>

#include "daemon/model/types.hpp"
#include "daemon/wire/stored_form.hpp"

namespace callwatch {

/// Reads the fields of one Protobuf message that FieldWriter or Protobuf has written, asked for by
/// number, lowest first. What is not there gets its default value; what is not asked for, or of
/// another type, is passed over. Memory of what is read into is used again.
///
/// Throws protozero::exception where the bytes are no message: to be caught in this folder.
class FieldReader {
public:
    static constexpr bool reads = true;
    using Number = protozero::pbf_tag_type;

    explicit FieldReader(std::string_view bytes) : from_{bytes.data(), bytes.size()} { next(); }

    FieldReader& operator()(Number number, std::string& text);
    FieldReader& operator()(Number number, SharedText& text);
    template <class Tag>
    FieldReader& operator()(Number number, Id<Tag>& id)
    {
        return (*this)(number, id.text);
    }
    template <class Unsigned>
    requires std::is_unsigned_v<Unsigned> FieldReader& operator()(Number number, Unsigned& value)
    {
        value = static_cast<Unsigned>(varint(number));
        return *this;
    }
    FieldReader& operator()(Number number, Instant& at)
    {
        at = Instant{Micros{static_cast<std::int64_t>(varint(number))}};
        return *this;
    }
    FieldReader& operator()(Number number, Millis& span)
    {
        span = Millis{static_cast<std::int64_t>(varint(number))};
        return *this;
    }
    FieldReader& operator()(Number number, LocalDate& date);
    FieldReader& operator()(Number number, Verdict& verdict);
    template <class Enum>
    requires std::is_enum_v<Enum> FieldReader& operator()(Number number, Enum& value)
    {
        value = static_cast<Enum>(varint(number));
        return *this;
    }
    template <class Tag>
    FieldReader& operator()(Number number, std::vector<Id<Tag>>& ids)
    {
        for (ids.clear(); is_at(number, text_type); next()) ids.push_back({view()});
        return *this;
    }
    template <class Message>
    FieldReader& operator()(Number number, std::vector<Message>& messages)
    {
        for (messages.clear(); is_at(number, text_type); next())
            read(view(), messages.emplace_back());
        return *this;
    }
    template <class Message>
    requires std::is_class_v<Message> FieldReader& operator()(Number number, Message& message)
    {
        read(is_at(number, text_type) ? take() : std::string_view{}, message);
        return *this;
    }

    /// Passes over what is left.
    void finish();

private:
    static constexpr auto text_type = protozero::pbf_wire_type::length_delimited;

    template <class Message>
    static void read(std::string_view bytes, Message& message)
    {
        FieldReader inner{bytes};
        stored_form(inner, message);
        inner.finish();
    }

    void next() { has_field_ = from_.next(); }
    bool is_at(Number number, protozero::pbf_wire_type type);
    std::uint64_t varint(Number number);
    std::string_view view();
    std::string_view take();

    protozero::pbf_reader from_;
    bool has_field_ = false;
};

}  // namespace callwatch
