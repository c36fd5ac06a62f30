#pragma once

#include <map>
#include <optional>

#include "daemon/model/fact.hpp"

namespace callwatch {

/// Where the mailbox of somebody who left stands (Standards, item 9).
enum class DepartureState : std::uint8_t {
    pending,     ///< It still answers for somebody who left.
    requested,   ///< Somebody asked for it to be switched off.
    confirmed,   ///< Off, by a manager's signature and the telephone system's own list.
    unverified,  ///< A manager's signature alone.
    handed_over  ///< It has another owner.
};
const char* word(DepartureState state);  ///< "DISCONNECT_PENDING", "CONFIRMED_UNVERIFIED"

/// One mailbox and the departure that concerns it; a later departure takes its place.
struct Departure {
    DepartureOpened opened;
    bool overdue = false;  ///< DepartureOverdue was raised.
    std::optional<CoverAssigned> cover;
    std::optional<DisconnectionRequested> requested;
    std::optional<DisconnectionConfirmed> confirmed;
    std::optional<MailboxHandedOver> handed_over;
    std::optional<MailboxObserved> observed;  ///< The newest.
    std::optional<DisconnectedBoxReceived> reopened;

    DepartureState state() const;
    /// Somebody still has to do something.
    bool is_open() const
    {
        return state() == DepartureState::pending || state() == DepartureState::requested;
    }
    /// When it was confirmed or handed over; nothing while it is open.
    std::optional<Instant> ended_at() const;
    /// The telephone system's list, made after the departure, no longer has it. A list that is not
    /// newer than a message that came all the same proves nothing.
    bool is_gone() const
    {
        return observed && !observed->exists && (!reopened || observed->as_of > reopened->at);
    }
    bool operator==(const Departure&) const = default;
};

/// Mailboxes that outlived their owner's employment, and who answers them. Changes only by applying
/// facts.
class DepartureBook {
public:
    void apply(const StaffLeft& fact);
    void apply(const DepartureOpened& fact);
    void apply(const DepartureOverdue& fact);
    void apply(const CoverAssigned& fact);
    void apply(const DisconnectionRequested& fact);
    void apply(const DisconnectionConfirmed& fact);
    void apply(const MailboxHandedOver& fact);
    void apply(const MailboxObserved& fact);
    void apply(const DisconnectedBoxReceived& fact);
    void apply(const PersonRecorded& fact);  ///< She may be back.

    const Departure* find(const MailboxId& mailbox) const;
    const std::map<MailboxId, Departure>& all() const { return departures_; }
    /// When the person left the location; nothing: she did not, as far as is known.
    std::optional<Instant> left_at(const PersonId& person, const LocationId& location) const;
    /// Who answers the mailbox instead of its owner; empty: nobody was named.
    PersonId cover_of(const MailboxId& mailbox) const;

    bool operator==(const DepartureBook&) const = default;

private:
    friend struct BoardCodec;  ///< Snapshots: wire/board_codec.hpp.
    Departure& change(const MailboxId& mailbox);

    std::map<MailboxId, Departure> departures_;
    std::map<std::pair<PersonId, LocationId>, StaffLeft> left_;
    std::map<MailboxId, CoverAssigned> covers_;  ///< Also of people who are away.
};

}  // namespace callwatch
