#pragma once

#include <string>
#include <vector>

#include "wallboard/model/desk/knowledge.hpp"
#include "wallboard/model/desk/page_parts.hpp"

namespace wallboard::desk {

/// What a location owes besides greetings: its scripts (requirement TS-0), messages recorded by a
/// date (TS-A1), and options that lead to somebody (TS-A2).
std::vector<Check> script_checks(const Knowledge& known, const std::string& location,
                                 const Standards& there);

std::size_t count_bad_routes(const Standards& there);
/// "option 3", "main number"; empty: none is bad.
std::string first_bad_option(const Standards& there);
/// "Option 3 leads to mailbox sw1/2214@default: its owner has left." for each bad one.
std::vector<std::string> bad_route_words(const Standards& there);

}  // namespace wallboard::desk
