#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace wallboard {

/// In the order of their keys.
enum class Page { live, returns, end_of_day, departures, greetings, team, trends, health };

constexpr std::array all_pages{Page::live,      Page::returns, Page::end_of_day, Page::departures,
                               Page::greetings, Page::team,    Page::trends,     Page::health};

/// As in the configuration and on the command line.
constexpr std::string_view page_name(Page page)
{
    switch (page) {
        case Page::live: return "live";
        case Page::returns: return "returns";
        case Page::end_of_day: return "end-of-day";
        case Page::departures: return "departures";
        case Page::greetings: return "greetings";
        case Page::team: return "team";
        case Page::trends: return "trends";
        case Page::health: return "health";
    }
    return "live";
}

constexpr std::optional<Page> page_named(std::string_view name)
{
    for (const Page page : all_pages)
        if (page_name(page) == name) return page;
    return std::nullopt;
}

}  // namespace wallboard
