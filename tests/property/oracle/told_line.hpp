#pragma once

#include <charconv>
#include <map>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "daemon/model/types.hpp"

namespace callwatch::test {

/// One line of a told history: "event now=17 source=pbx1 kind=voicemail_heard ...". A word, then
/// values by name; a value that is not there is not said. Throws std::invalid_argument at what it
/// cannot read: the teller is wrong then, and nothing of the run means anything.
class ToldLine {
public:
    explicit ToldLine(const std::string& text)
    {
        std::istringstream words{text};
        words >> verb;
        for (std::string word; words >> word;) {
            const auto equals = word.find('=');
            if (equals == std::string::npos) throw std::invalid_argument{"no value: " + text};
            values_[word.substr(0, equals)] = word.substr(equals + 1);
        }
    }

    std::string verb;

    bool has(const std::string& name) const { return values_.contains(name); }

    /// Empty if it is not said.
    std::string text(const std::string& name) const
    {
        const auto found = values_.find(name);
        return found == values_.end() ? std::string{} : found->second;
    }

    std::int64_t number(const std::string& name) const
    {
        const auto said = text(name);
        std::int64_t value = 0;
        const auto [end, error] = std::from_chars(said.data(), said.data() + said.size(), value);
        if (error != std::errc{} || end != said.data() + said.size())
            throw std::invalid_argument{verb + ": " + name + " is no number: " + said};
        return value;
    }

    bool flag(const std::string& name) const { return text(name) == "1"; }
    std::chrono::seconds seconds(const std::string& name) const
    {
        return std::chrono::seconds{number(name)};
    }
    Millis millis(const std::string& name) const { return Millis{has(name) ? number(name) : 0}; }

    /// Microseconds since 1970 UTC; the epoch if it is not said.
    Instant instant(const std::string& name) const
    {
        return Instant{Micros{has(name) ? number(name) : 0}};
    }
    std::optional<Instant> instant_if_said(const std::string& name) const
    {
        return has(name) ? std::optional{instant(name)} : std::nullopt;
    }

    /// "a,b,c"
    std::vector<std::string> list(const std::string& name) const
    {
        std::vector<std::string> parts;
        std::istringstream said{text(name)};
        for (std::string part; std::getline(said, part, ',');) parts.push_back(part);
        return parts;
    }
    template <class IdType>
    std::vector<IdType> ids(const std::string& name) const
    {
        std::vector<IdType> made;
        for (auto& part : list(name)) made.push_back({std::move(part)});
        return made;
    }

private:
    std::map<std::string, std::string> values_;
};

}  // namespace callwatch::test
