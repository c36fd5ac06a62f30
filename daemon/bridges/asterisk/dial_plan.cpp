#include "daemon/bridges/asterisk/dial_plan.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <phonenumbers/phonenumberutil.h>

#include "daemon/bridges/asterisk/ami_text.hpp"

namespace callwatch::asterisk {
namespace {

constexpr std::size_t raw_bytes_max = 64;  // PhoneNumber.raw in the contract.
constexpr int rules_version = 1;
constexpr std::size_t known_max = 4'096;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string lower(std::string_view text)
{
    std::string out{text};
    for (char& c : out) c = lower(c);
    return out;
}

/// Digits, with a leading + if there was one; empty if there is anything that people do not write
/// between digits.
std::string dialled_digits(std::string_view raw)
{
    std::string out;
    for (const char c : raw) {
        const bool leading_plus = c == '+' && out.empty();
        if (is_digit(c) || leading_plus)
            out += c;
        else if (std::string_view{" -.()/"}.find(c) == std::string_view::npos)
            return {};
    }
    return out == "+" ? std::string{} : out;
}

}  // namespace

DialPlan::DialPlan(DialPlanSettings settings) : settings_{std::move(settings)}
{
    for (auto& word : settings_.withheld) word = lower(word);
}

v1::PhoneNumber DialPlan::read(std::string_view raw) const
{
    const auto found = known_.find(raw);
    if (found != known_.end()) return found->second;
    if (known_.size() >= known_max) known_.clear();
    return known_.emplace(raw, read_afresh(raw)).first->second;
}

v1::PhoneNumber DialPlan::read_afresh(std::string_view raw) const
{
    v1::PhoneNumber out;
    out.set_raw(clean(raw, raw_bytes_max));
    const auto& withheld = settings_.withheld;
    if (raw.empty() || std::find(withheld.begin(), withheld.end(), lower(raw)) != withheld.end()) {
        out.set_withheld(true);
        out.set_rule(rule("withheld"));
        return out;
    }
    const std::string digits = dialled_digits(raw.substr(0, raw_bytes_max));
    if (is_extension(digits)) {
        out.set_extension(digits);
        out.set_rule(rule("extension"));
        return out;
    }
    // A number that is assigned as it stands wins over one that is only possible, and over a
    // prefix: "9725550100" is a whole number in the United States, "90217000001" is none in New
    // Zealand.
    const auto found = [&](std::string e164, std::string_view name) {
        if (e164.empty()) return false;
        out.set_e164(std::move(e164));
        out.set_rule(rule(name));
        return true;
    };
    const std::string_view as_is =
        !digits.empty() && digits[0] == '+' ? "international" : "national";
    if (found(public_number(digits, true), as_is)) return out;
    for (const auto& prefix : settings_.outside_prefixes)
        if (digits.size() > prefix.size() && digits.compare(0, prefix.size(), prefix) == 0 &&
            found(public_number(std::string_view{digits}.substr(prefix.size()), false),
                  "outside-prefix"))
            return out;
    if (found(public_number(digits, false), as_is)) return out;
    out.set_rule(rule("unreadable"));
    return out;
}

bool DialPlan::is_extension(std::string_view digits) const
{
    const auto& lengths = settings_.extension_lengths;
    return std::all_of(digits.begin(), digits.end(), is_digit) &&
           std::find(lengths.begin(), lengths.end(), digits.size()) != lengths.end();
}

std::string DialPlan::public_number(std::string_view digits, bool only_valid) const
{
    using i18n::phonenumbers::PhoneNumberUtil;
    const auto& util = *PhoneNumberUtil::GetInstance();
    i18n::phonenumbers::PhoneNumber number;
    if (digits.empty() || util.Parse(std::string{digits}, settings_.country, &number) !=
                              PhoneNumberUtil::NO_PARSING_ERROR)
        return {};
    if (only_valid ? !util.IsValidNumber(number)
                   : util.IsPossibleNumberWithReason(number) != PhoneNumberUtil::IS_POSSIBLE)
        return {};
    std::string e164;
    util.Format(number, PhoneNumberUtil::E164, &e164);
    return e164;
}

std::string DialPlan::rule(std::string_view name) const
{
    return fmt::format("{}/{}:{}", lower(settings_.country), rules_version, name);
}

}  // namespace callwatch::asterisk
