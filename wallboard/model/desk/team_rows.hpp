#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "wallboard/model/desk/rows.hpp"

namespace wallboard::desk {

/// Who is rung for the calls of a location: a person with all her telephones and queues, or a
/// telephone that is nobody's.
struct OperatorRow {
    std::string_view id;  ///< The person's, else the telephone's: of the rows, and as long as they.
    std::string person;   ///< Empty: the telephone is nobody's.
    std::string name;     ///< Hers, else the id.
    std::vector<std::string> devices;
    std::optional<OperatorNow> now;  ///< The best of her telephones; nothing: not known.
    bool counted = false;            ///< False: nothing is known of training and today.
    Operator today;  ///< Rings are sums over queues; the longest ring and pause are the most.
};

/// By name, and never by a figure: nobody is ranked.
std::vector<OperatorRow> operators_at(const Rows& rows, const std::string& location);

/// Who works there besides, by name.
std::vector<const Person*> others_at(const Rows& rows, const std::string& location,
                                     const std::vector<OperatorRow>& operators);

}  // namespace wallboard::desk
