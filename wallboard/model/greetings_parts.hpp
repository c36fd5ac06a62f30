#pragma once

#include <functional>
#include <map>
#include <optional>

#include "wallboard/model/greetings_view.hpp"

namespace wallboard {

/// What the parts of the page Greetings are made from. Lives as long as one call of
/// make_greetings().
struct GreetingsInput {
    const Snapshot& snapshot;
    const Moment& moment;
    const Alarms& alarms;
    const Layout& layout;
    std::size_t turn;  ///< Which page of the table.

    /// Monitored and heard.
    bool says(const Location& location) const
    {
        return location.hours != Hours::not_yet_monitored && is_known(location, snapshot);
    }
};

/// The greetings of all offices that are heard and monitored.
struct GreetingsSum {
    std::size_t known = 0;
    std::size_t unknown = 0;  ///< Offices.
    GreetingShares shares;
    std::map<std::string, std::uint64_t, std::less<>> faults;  ///< By their codes.
    std::uint64_t barred = 0;
    std::uint64_t bad_routes = 0;
    std::size_t offices_led_astray = 0;
    const Location* first_astray = nullptr;
    std::string deadline;  ///< The first; empty: no date.
    bool several_deadlines = false;

    std::uint64_t faults_of(std::string_view code) const;
    /// No required message, and it is past the day.
    std::uint64_t not_recorded() const { return faults_of(not_recorded_code); }
};
GreetingsSum sum_of_greetings(const GreetingsInput& in);

/// "Mon 30 Nov" of "2026-11-30"; nothing if that is no date.
std::optional<std::string> date_words(const std::string& date);

/// "option 3 rings nobody"; in brief, where there are too many for one to matter: "first: option
/// 3".
std::string route_words(const BadRoute& route, bool is_brief);

Hero make_routes_hero(const GreetingsInput& in, const GreetingsSum& sum, const Box& box);
Hero make_greetings_hero(const GreetingsSum& sum, const Box& box);
Hero make_messages_hero(const GreetingsSum& sum, const Box& box);
Table make_greetings_table(const GreetingsInput& in, const Box& box);
Table make_kinds_table(const GreetingsSum& sum, const Box& box);

/// Rows of make_kinds_table(), its head included.
std::size_t kinds_rows(const GreetingsSum& sum);

}  // namespace wallboard
