#pragma once

#include <optional>

#include "wallboard/model/desk/forms.hpp"

namespace wallboard::desk {

/// What the model cannot make itself.
struct Means {
    TextHash hash = nullptr;
    std::string command_id;  ///< Fresh: 128 random bits, hex.
};

/// One touch changes the state, and may give an order; it is pending from then on. Nothing that was
/// typed is lost: a form that is left keeps its words as a draft, and a refused one stays open.
/// While notices_max orders wait for an answer no other is given.
std::optional<Order> press(State& state, const Touch& touch, const Knowledge& known,
                           const Means& means);

/// The answer to an order. A form that was recorded is closed, one that was refused is open again.
void settle(State& state, const Outcome& outcome, Instant now);

/// To be called once a frame: numbers that were shown long enough go.
void forget(State& state, Instant now);

/// Pages that this role has at the desk: staff have their own messages only.
std::vector<Page> pages_of(const Me& me);

}  // namespace wallboard::desk
