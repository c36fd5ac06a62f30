#pragma once

#include <map>
#include <string>
#include <vector>

#include "wallboard/model/instant.hpp"

namespace wallboard::desk {

struct Message;

/// The open messages of one location added up: what the tiles of Returns are made from.
struct OpenSum {
    std::string location;
    std::size_t overdue = 0;
    Instant oldest{};                        ///< Of those; not_said: none.
    std::map<std::string, std::size_t> due;  ///< Of the others, by the day they are due.
    std::size_t claimed = 0;
    std::vector<Instant> promises;  ///< Ends of hours that were promised and not missed, in order.
};

/// Of each location, by id.
std::vector<OpenSum> add_up(const std::vector<Message>& open);

}  // namespace wallboard::desk
