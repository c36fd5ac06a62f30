#include "daemon/audit/signed_head.hpp"

#include <charconv>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "daemon/keys/hex.hpp"
#include "daemon/keys/signature.hpp"
#include "daemon/model/describe.hpp"
#include "daemon/model/statements.hpp"

namespace callwatch {
namespace {

constexpr std::size_t line_bytes_max = 1'024;

template <class Number>
bool read_whole(std::string_view text, Number& number, int base)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
    return error == std::errc{} && end == text.data() + text.size() && !text.empty();
}

std::string text_of(const SignedHead& head)
{
    return describe(HeadStatement{head.head.position, to_hex(head.head.hash), head.time});
}

std::string member(const nlohmann::json& json, const char* name)
{
    const auto found = json.find(name);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

}  // namespace

SignedHead sign_head(const JournalHead& head, Instant at, const keys::Key& key)
{
    SignedHead made{
        .head = head, .time = describe(at), .sign_key = key.part.sign_key, .signature = {}};
    made.signature = keys::to_hex(keys::sign(key, text_of(made)));
    return made;
}

std::string to_line(const SignedHead& head)
{
    return fmt::format(
        R"({{"position":{},"hash":"{}","time":"{}","sign_key":"{}","signature":"{}"}})",
        head.head.position, to_hex(head.head.hash), head.time, head.sign_key, head.signature);
}

std::optional<SignedHead> parse_signed_head(std::string_view line)
{
    if (line.size() > line_bytes_max) return std::nullopt;
    const auto json = nlohmann::json::parse(line, nullptr, false);
    if (!json.is_object() || !json.contains("position") || !json["position"].is_number_unsigned())
        return std::nullopt;
    const auto place = fmt::format("{}:{}", json["position"].get<Position>(), member(json, "hash"));
    const auto head = parse_head(place);
    if (!head) return std::nullopt;
    SignedHead found{.head = *head,
                     .time = member(json, "time"),
                     .sign_key = member(json, "sign_key"),
                     .signature = member(json, "signature")};
    if (found.sign_key.empty() || found.signature.empty()) return std::nullopt;
    return found;
}

bool is_signed(const SignedHead& head)
{
    const auto signature = keys::from_hex(head.signature, keys::signature_bytes);
    return signature && keys::verify(text_of(head), head.sign_key, *signature);
}

std::optional<JournalHead> parse_head(std::string_view text)
{
    JournalHead head;
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const std::string_view digits = text.substr(colon + 1);
    if (digits.size() != 2 * head.hash.size()) return std::nullopt;
    if (!read_whole(text.substr(0, colon), head.position, 10)) return std::nullopt;
    for (std::size_t i = 0; i < head.hash.size(); ++i)
        if (!read_whole(digits.substr(2 * i, 2), head.hash[i], 16)) return std::nullopt;
    return head;
}

std::string describe(const JournalHead& head)
{
    return fmt::format("{}:{}", head.position, to_hex(head.hash));
}

}  // namespace callwatch
