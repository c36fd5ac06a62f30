#pragma once

#include <map>

#include "daemon/state/departures.hpp"

namespace callwatch {

/// Departures as a record tells them that nobody has judged yet: the collector's own DepartureBook
/// aborts on what cannot be, this one passes over facts about mailboxes that nobody left.
class DepartureRecord {
public:
    void apply(const DepartureOpened& fact);
    void apply(const DepartureOverdue& fact);
    void apply(const CoverAssigned& fact);
    void apply(const DisconnectionRequested& fact);
    void apply(const DisconnectionConfirmed& fact);
    void apply(const MailboxHandedOver& fact);
    void apply(const MailboxObserved& fact);
    void apply(const DisconnectedBoxReceived& fact);

    /// Null: nobody left it, as far as was told.
    const Departure* find(const MailboxId& mailbox) const;
    const std::map<MailboxId, Departure>& all() const { return departures_; }

private:
    template <class Change>
    void change(const MailboxId& mailbox, Change change);

    std::map<MailboxId, Departure> departures_;
};

}  // namespace callwatch
