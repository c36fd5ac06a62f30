#pragma once

#include <map>
#include <set>
#include <string>

#include "daemon/model/fact.hpp"

namespace callwatch {

/// What an export is about.
struct ExportScope {
    LocationId location;
    LocalDate from{};  ///< The first day.
    LocalDate to{};    ///< The last one, inclusive.
    Instant begins{};  ///< Of the first day, where the location is.
    Instant ends{};    ///< Of the day after the last.
};

/// Which facts belong to a location and a period: checks, signatures, amendments, coverage and
/// callers to voicemail of these dates; everything about messages due then or named by these
/// checks; departures that were not finished before; and the keys that signed. Needs two passes
/// over the journal: what belongs to it is known only at the end of the first.
class Selection {
public:
    explicit Selection(ExportScope scope) : scope_{std::move(scope)} {}

    /// First pass, in order. False: more messages than messages_max, and nothing more is noted.
    bool note(const Fact& fact);
    /// After the first pass.
    void finish();
    /// Second pass.
    bool wants(const Fact& fact) const;

    const ExportScope& scope() const { return scope_; }

    /// Messages of the location that were due until the end of the period: seven years of a
    /// thousand a workday. About 100 bytes each.
    static constexpr std::size_t messages_max = 2'000'000;

private:
    /// Of one mailbox, the departures that reach into the period.
    struct Absence {
        Instant from{};
        Instant until{};
        std::set<std::string> sign_keys;
    };
    bool has(LocalDate date) const { return scope_.from <= date && date <= scope_.to; }
    bool is_ours(const LocationId& location, LocalDate date) const
    {
        return location == scope_.location && has(date);
    }
    void note_kind(const MessageLeft& fact);
    void note_kind(const MessageDeferred& fact);
    void note_kind(const DayChecked& fact);
    void note_kind(const DaySigned& fact);
    void note_kind(const DayAmended& fact);
    void note_kind(const KeyAdmitted& fact);
    void note_kind(const DepartureOpened& fact);
    void note_kind(const DisconnectionConfirmed& fact);
    void note_kind(const MailboxHandedOver& fact);
    void note_kind(const DisconnectedBoxReceived& fact);
    void close_departure(const MailboxId& mailbox);

    ExportScope scope_;
    std::set<MessageId> known_;  ///< Messages of the location, due by the end of the period.
    std::set<MessageId> messages_;
    std::map<MailboxId, Absence> open_;  ///< The newest departure of each mailbox.
    std::set<MailboxId> mailboxes_;
    std::set<std::string> sign_keys_;
    std::map<KeyId, std::string> keys_;
};

}  // namespace callwatch
