#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "wallboard/model/instant.hpp"

namespace wallboard {

/// By workdays since the person left: today, 1, 2, 3, 4, 5 or more.
constexpr std::size_t departed_days = 6;

/// Mailboxes of people who left one location (Telephone Customer Service Standards, item 9), in
/// counts: a wall shows no names and no mailboxes.
struct Departures {
    std::uint32_t pending = 0;          ///< Still to be switched off or handed over.
    std::uint32_t red = 0;              ///< Of those: for too long, or reopened.
    std::uint32_t unanswered = 0;       ///< Of those: nobody was named who answers them.
    std::uint32_t requested = 0;        ///< Of those: somebody asked for it to be switched off.
    std::uint32_t seen_off = 0;         ///< Of those: the telephone system no longer lists it.
    std::uint32_t confirmed_today = 0;  ///< No longer pending.
    std::uint32_t unverified = 0;       ///< Confirmed by a signature that is not proved yet.
    std::uint32_t reopened = 0;         ///< Of `red`: a message came after the confirmation.
    /// Of `pending`; nothing: not told, which is not zero.
    std::optional<std::array<std::uint32_t, departed_days>> by_workdays{};
    std::uint32_t red_after_workdays = 0;  ///< 0: not said.
    std::uint32_t open_messages = 0;       ///< In `pending`.
    Instant next_promise{};                ///< Of those; not_said: none.

    constexpr bool is_red() const { return red > 0 || reopened > 0; }
};

/// True while there is something to tell: a mailbox to be switched off, or that was today, or that
/// is not proved to be off.
constexpr bool is_under_way(const Departures& departures)
{
    return departures.pending > 0 || departures.is_red() || departures.confirmed_today > 0 ||
           departures.unverified > 0;
}

}  // namespace wallboard
