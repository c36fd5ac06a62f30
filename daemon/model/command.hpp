#pragma once

#include <string>
#include <variant>

#include "daemon/model/fact_alarms.hpp"
#include "daemon/model/fact_days.hpp"
#include "daemon/model/fact_greetings.hpp"
#include "daemon/model/fact_organisation.hpp"

namespace callwatch {

// What a person asks the collector to record (contract: command.proto), without its free text: the
// shell has put that into the vault.

struct ReturnMessage {
    MessageId message;
    Instant stated_at;  ///< When she says it was; the epoch: now.
    RemarkToken remark;
};
struct AttemptMessage {
    MessageId message;
    Instant stated_at;
    RemarkToken remark;
};
struct ResolveMessage {
    MessageId message;
    ResolveReason reason = ResolveReason::unspecified;
    RemarkToken remark;
};
struct DeferMessage {
    MessageId message;
    LocalDate to;
    RemarkToken remark;
};
struct CarryMessage {
    MessageId message;
    RemarkToken remark;
};
struct ClaimMessage {
    MessageId message;
    bool release = false;
};
struct NoteCallTime {
    MessageId message;
    Instant call_at;
    RemarkToken remark;
};
struct ReopenMessage {
    MessageId message;
    RemarkToken remark;
};
struct SignDay {
    LocationId location;
    LocalDate date;
    std::uint32_t revision = 0;
    std::vector<SignedException> exceptions;
    RemarkToken remark;
    bool on_behalf = false;
    // Checked by the shell before it comes here.
    std::string statement;
    std::string signature;
    std::string sign_key;
};
struct LeaveLocation {
    PersonId person;
    LocationId location;
    Instant effective_at;
};
struct AssignCover {
    MailboxId mailbox;
    PersonId person;
};
struct RequestDisconnection {
    MailboxId mailbox;
    RemarkToken remark;
};
struct ConfirmDisconnection {
    MailboxId mailbox;
    RemarkToken remark;
    // Checked by the shell before it comes here.
    std::string statement;
    std::string signature;
    std::string sign_key;
};
struct HandOverMailbox {
    MailboxId mailbox;
    PersonId successor;
    // Checked by the shell before it comes here.
    std::string statement;
    std::string signature;
    std::string sign_key;
};
struct RecordAbsence {
    PersonId person;
    Instant from;
    Instant to;      ///< The epoch: not known yet.
    PersonId cover;  ///< Empty: nobody is named.
};
struct EndAbsence {
    PersonId person;
};
struct VerifyAccess {
    MailboxId mailbox;
    RemarkToken remark;
};
struct AttestGreeting {
    MailboxId mailbox;
    GreetingState state = GreetingState::unspecified;
    Millis window_from{};
    Millis window_to{};
    Instant returns_at;  ///< The epoch: it does not say.
    std::string help_key;
};
struct AttestScript {
    LocationId location;
    std::string version;
};
struct RecordTraining {
    PersonId person;
    LocalDate on;
    RemarkToken remark;
};
struct MovePerson {
    PersonId person;
    LocationId from;
    LocationId to;
    Instant effective_at;
};
struct ShowNumber {
    MessageId message;
    RemarkToken reason;
};
struct ApplyConfig {
    std::string organisation_version;
    std::string policy_version;
    RemarkToken remark;
    // Found by the shell, which has read the files.
    std::vector<ConfigChange> changes;
};
struct ActOnAlarm {
    std::string alarm;
    AlarmAct act = AlarmAct::unspecified;
    Instant until;  ///< Of shelving; the epoch: not said.
};
struct AdmitKey {
    KeyId key;
    std::string sign_key;
    Role role = Role::none;
    PersonId person;
    SourceId source;
};
struct RevokeKey {
    KeyId key;
    RemarkToken remark;
};

using CommandBody =
    std::variant<ReturnMessage, AttemptMessage, ResolveMessage, DeferMessage, CarryMessage,
                 ClaimMessage, NoteCallTime, ReopenMessage, SignDay, LeaveLocation, AssignCover,
                 RequestDisconnection, ConfirmDisconnection, HandOverMailbox, RecordAbsence,
                 EndAbsence, VerifyAccess, AttestGreeting, AttestScript, RecordTraining, MovePerson,
                 ShowNumber, ApplyConfig, ActOnAlarm, AdmitKey, RevokeKey>;

/// One intention of one person. The same id again is answered as the first time, and does nothing.
struct Command {
    std::string id;  ///< 32 hex digits.
    KeyId key;       ///< Of the connection it came by.
    std::string kind;
    CommandBody what;
};

constexpr std::size_t command_id_digits = 32;

}  // namespace callwatch
