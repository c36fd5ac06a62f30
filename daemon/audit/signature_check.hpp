#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "daemon/audit/departure_record.hpp"
#include "daemon/journal/journal.hpp"
#include "daemon/model/fact.hpp"
#include "daemon/state/days.hpp"
#include "daemon/state/keys.hpp"

namespace callwatch {

/// What came of holding one signature against the record.
struct SignatureOutcome {
    enum class State : std::uint8_t {
        proved,
        not_proved,  ///< Something it needs is not here; `what` says which.
        not_signed,  ///< Recorded before facts of its kind were signed.
        refuted,     ///< It is no signature of what the record says.
    };
    State state = State::not_proved;
    std::string what;  ///< Empty if proved.
};

/// Holds every signature in the record (DaySigned, DisconnectionConfirmed, MailboxHandedOver)
/// against the facts before it: the key was admitted for that person and not revoked, what was
/// signed is what the record says, and the signature is one of that by this key. Facts are told in
/// the order of the journal.
class SignatureCheck {
public:
    /// SHA-256 (64 hex digits) of a text of the vault; nothing: it is not to be had.
    using HashOf = std::function<std::optional<std::string>(const RemarkToken&)>;

    /// `begins`: facts up to here are not told, so that what a signature needs may stand there.
    explicit SignatureCheck(HashOf hash_of, Position begins = 0)
        : hash_of_{std::move(hash_of)},
          begins_{begins}
    {
    }

    /// Nothing if facts of its kind carry no signature.
    std::optional<SignatureOutcome> take(const DatedFact& dated);

    /// Of a mailbox that has a departure in what was told so far; null: it has none.
    const Departure* departure(const MailboxId& mailbox) const { return departures_.find(mailbox); }

private:
    struct Signed {
        const PersonId& by;
        const std::string& statement;
        const std::string& signature;
        const std::string& sign_key;
    };
    template <class Kind>
    std::optional<SignatureOutcome> learn(const Kind& fact);
    void remember(const DayChecked& fact);
    void remember(const KeyAdmitted& fact);
    void remember(const KeyRevoked& fact);
    const DayChecked* find_day(const LocationId& location, LocalDate date) const;
    SignatureOutcome judge(const DaySigned& fact) const;
    SignatureOutcome judge(const DisconnectionConfirmed& fact) const;
    SignatureOutcome judge(const MailboxHandedOver& fact) const;
    std::optional<SignatureOutcome> judge_key(const Signed& said) const;
    SignatureOutcome judge_text(const Signed& said, const std::string& text) const;
    SignatureOutcome missing(std::string what) const;

    HashOf hash_of_;
    Position begins_;
    std::map<KeyId, KeyState> keys_;
    /// The newest revision of each day; as many days of a location as the collector knows itself.
    std::map<LocationId, std::map<LocalDate, DayChecked>> days_;
    DepartureRecord departures_;
};

}  // namespace callwatch
