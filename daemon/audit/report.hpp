#pragma once

#include <map>
#include <optional>
#include <vector>

#include "daemon/audit/selection.hpp"
#include "daemon/audit/signature_check.hpp"

namespace callwatch {

/// A signed fact, where it stands and what came of holding the signature against the record.
template <class Kind>
struct Signing {
    Position position = 0;
    Kind said;
    SignatureOutcome outcome;
};

/// What became of one message, as far as the record goes.
struct MessageStory {
    enum class State : std::uint8_t { open, attempted, returned, resolved, no_duty };
    MessageLeft left;
    LocalDate due_date{};
    Instant deadline{};
    State state = State::open;
    PersonId by;
    Instant at{};
    CallId call;           ///< The evidence; empty: somebody's word.
    bool overdue = false;  ///< UNRETURNED was raised.
    std::size_t deferrals = 0;
};

/// One workday of the location.
struct DayStory {
    Position position = 0;            ///< Of the check.
    std::optional<DayChecked> check;  ///< The last revision.
    std::optional<Signing<DaySigned>> signing;
    std::optional<CheckMissed> missed;
    std::vector<DayAmended> amendments;
    std::vector<CoverageChanged> coverage;
    std::vector<NoOperatorAlarm> alarms;
    std::vector<MainToVoicemail> to_voicemail;
    std::vector<MainLineUnseen> unseen;
};

/// One mailbox of somebody who left.
struct DepartureStory {
    Departure departure;
    std::vector<Signing<DisconnectionConfirmed>> confirmations;
    std::optional<Signing<MailboxHandedOver>> hand_over;
};

/// The selected facts of an export, put together by day for people. Facts are told in the order of
/// the journal.
class Report {
public:
    explicit Report(ExportScope scope) : scope_{std::move(scope)} {}

    /// `outcome` is that of SignatureCheck, which has been told the same fact before.
    void take(Position position, const Fact& fact, const std::optional<SignatureOutcome>& outcome);

    const ExportScope& scope() const { return scope_; }
    const std::map<LocalDate, DayStory>& days() const { return days_; }
    const std::map<MessageId, MessageStory>& messages() const { return messages_; }
    std::vector<DepartureStory> departures() const;

    /// Messages that the day's check is about: due then, or open at it. Oldest first.
    std::vector<const MessageStory*> messages_of(LocalDate date) const;

private:
    void tell(const DayChecked& fact, Position position);
    void tell(const CheckMissed& fact) { days_[fact.date].missed = fact; }
    void tell(const DayAmended& fact) { days_[fact.date].amendments.push_back(fact); }
    void tell(const CoverageChanged& fact) { days_[fact.date].coverage.push_back(fact); }
    void tell(const NoOperatorAlarm& fact) { days_[fact.date].alarms.push_back(fact); }
    void tell(const MainToVoicemail& fact) { days_[fact.date].to_voicemail.push_back(fact); }
    void tell(const MainLineUnseen& fact) { days_[fact.date].unseen.push_back(fact); }
    void tell(const MessageLeft& fact);
    void tell(const MessageNoDuty& fact);
    void tell(const MessageAttempted& fact);
    void tell(const MessageReturned& fact);
    void tell(const MessageResolved& fact);
    void tell(const MessageDeferred& fact);
    void tell(const MessageReopened& fact);
    void tell(const MessageOverdue& fact);
    void tell(const DepartureOpened& fact);
    MessageStory& story(const MessageId& message);
    DepartureStory story(const Departure& departure) const;

    ExportScope scope_;
    std::map<LocalDate, DayStory> days_;
    std::map<MessageId, MessageStory> messages_;
    std::vector<DepartureStory> finished_;  ///< Followed by another departure of the mailbox.
    DepartureRecord record_;
    std::map<MailboxId, std::vector<Signing<DisconnectionConfirmed>>> confirmations_;
    std::map<MailboxId, Signing<MailboxHandedOver>> hand_overs_;
};

}  // namespace callwatch
