#include "daemon/wire/event_fields.hpp"

namespace callwatch {
namespace {

constexpr std::int64_t earliest_us = 946'684'800'000'000;     // 2000-01-01
constexpr std::int64_t latest_us = 4'102'444'800'000'000;     // 2100-01-01
constexpr std::int64_t span_ms_max = 7LL * 24 * 3600 * 1000;  // A week: no call lasts longer.
constexpr std::size_t number_bytes_max = 64;

}  // namespace

Instant EventFields::instant(std::int64_t us, const char* field)
{
    if (us < earliest_us || us > latest_us) {
        refuse(Refusal::Code::implausible, field);
        return {};
    }
    return Instant{Micros{us}};
}

Millis EventFields::span(std::int64_t ms, const char* field)
{
    // Real call records have starts after ends; a negative span is nothing, not an error.
    if (ms > span_ms_max) refuse(Refusal::Code::implausible, field);
    return Millis{std::clamp<std::int64_t>(ms, 0, span_ms_max)};
}

Party EventFields::party(const v1::PhoneNumber& number, const char* field)
{
    if (number.raw().size() > number_bytes_max || number.e164().size() > number_bytes_max ||
        number.extension().size() > number_bytes_max)
        refuse(Refusal::Code::oversized, field);
    if (refusal_) return {};
    if (number.withheld()) return {.withheld = true};
    if (!number.extension().empty()) return {.extension = number.extension()};
    const auto& known = number.e164().empty() ? number.raw() : number.e164();
    return known.empty() ? Party{} : Party{.number = tokens_.for_number(known)};
}

RemarkToken EventFields::private_text(const std::string& text, const char* field)
{
    if (text.size() > id_bytes_max) refuse(Refusal::Code::oversized, field);
    if (refusal_ || text.empty()) return {};
    return tokens_.for_text(text);
}

Dialled EventFields::dialled(const v1::PhoneNumber& number, const char* field)
{
    if (number.raw().size() > number_bytes_max || number.e164().size() > number_bytes_max ||
        number.extension().size() > number_bytes_max)
        refuse(Refusal::Code::oversized, field);
    if (refusal_) return {};
    return {.raw = number.raw(), .e164 = number.e164(), .extension = number.extension()};
}

}  // namespace callwatch
