#pragma once

#include <map>
#include <optional>

#include "daemon/model/fact.hpp"

namespace callwatch {

/// Somebody's absence, and whether it was noticed that nobody covers it.
struct Absence {
    AbsenceRecorded recorded;
    std::optional<Instant> ended_at;
    bool no_cover = false;  ///< NoCover was raised.

    /// In [from, to), and not ended before.
    bool covers(Instant at) const
    {
        return at >= recorded.from && (recorded.to == Instant{} || at < recorded.to) &&
               (!ended_at || at < *ended_at);
    }
    bool operator==(const Absence&) const = default;
};

/// Who is away, and when management last tried each mailbox. One absence a person: the last one
/// recorded. Changes only by applying facts.
class AbsenceBook {
public:
    void apply(const AbsenceRecorded& fact);
    void apply(const AbsenceEnded& fact);
    void apply(const NoCover& fact);
    void apply(const AccessVerified& fact);

    const Absence* find(const PersonId& person) const;
    bool is_away(const PersonId& person, Instant at) const;
    const std::map<PersonId, Absence>& all() const { return absences_; }
    const AccessVerified* access(const MailboxId& mailbox) const;

    bool operator==(const AbsenceBook&) const = default;

private:
    friend struct BoardCodec;  ///< Snapshots: wire/board_codec.hpp.

    std::map<PersonId, Absence> absences_;
    std::map<MailboxId, AccessVerified> access_;
};

}  // namespace callwatch
