#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <protozero/types.hpp>

#include "daemon/model/types.hpp"
#include "daemon/wire/stored_form.hpp"

namespace callwatch {

/// Appends the fields of one Protobuf message to a text, as Protobuf itself would: lowest number
/// first, without those that have their default value. A message within is always written.
/// tests/unit/fact_codec_test.cpp compares the bytes with Protobuf's.
class FieldWriter {
public:
    static constexpr bool reads = false;
    using Number = protozero::pbf_tag_type;

    explicit FieldWriter(std::string& to) : to_{to} {}

    FieldWriter& operator()(Number number, const std::string& text)
    {
        if (!text.empty()) put(number, text);
        return *this;
    }
    template <class Tag>
    FieldWriter& operator()(Number number, const Id<Tag>& id)
    {
        return (*this)(number, id.text);
    }
    FieldWriter& operator()(Number number, const SharedText& text)
    {
        if (!text.empty()) put(number, text);
        return *this;
    }
    FieldWriter& operator()(Number number, std::uint64_t value)
    {
        if (value != 0) put(number, protozero::pbf_wire_type::varint, value);
        return *this;
    }
    FieldWriter& operator()(Number number, std::uint32_t value)
    {
        return (*this)(number, std::uint64_t{value});
    }
    FieldWriter& operator()(Number number, bool value)
    {
        return (*this)(number, std::uint64_t{value});
    }
    FieldWriter& operator()(Number number, Instant at)
    {
        return (*this)(number, static_cast<std::uint64_t>(at.time_since_epoch().count()));
    }
    FieldWriter& operator()(Number number, Millis span)
    {
        return (*this)(number, static_cast<std::uint64_t>(span.count()));
    }
    /// As text: "2026-11-20".
    FieldWriter& operator()(Number number, LocalDate date);
    /// The contract has UNSPECIFIED before UNKNOWN; in the model what is not said is not known.
    FieldWriter& operator()(Number number, Verdict verdict)
    {
        return (*this)(number, static_cast<std::uint64_t>(verdict) + 1);
    }
    /// All other enumerators have the contract's values.
    template <class Enum>
    requires std::is_enum_v<Enum> FieldWriter& operator()(Number number, Enum value)
    {
        return (*this)(number, static_cast<std::uint64_t>(value));
    }
    template <class Tag>
    FieldWriter& operator()(Number number, const std::vector<Id<Tag>>& ids)
    {
        for (const auto& id : ids) put(number, id.text);
        return *this;
    }
    template <class Message>
    FieldWriter& operator()(Number number, const std::vector<Message>& messages)
    {
        for (const auto& message : messages) (*this)(number, message);
        return *this;
    }
    template <class Message>
    requires std::is_class_v<Message> FieldWriter& operator()(Number number, const Message& message)
    {
        put(number, text_type, 0);
        const auto begin = to_.size();
        stored_form(*this, message);
        set_length(begin);
        return *this;
    }

private:
    static constexpr auto text_type = protozero::pbf_wire_type::length_delimited;

    void put(Number number, protozero::pbf_wire_type type, std::uint64_t value);
    void put(Number number, std::string_view text);
    void set_length(std::size_t begin);

    std::string& to_;
};

}  // namespace callwatch
