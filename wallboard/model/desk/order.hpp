#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "wallboard/model/desk/secret.hpp"
#include "wallboard/model/instant.hpp"

namespace wallboard::desk {

/// What a person can do at the desk: each becomes one command of the contract
/// (proto/callwatch/v1/command.proto), recorded by the collector or refused with a sentence.
enum class Deed {
    claim,    ///< I am calling this caller; nobody else does meanwhile.
    release,  ///< I am not, after all.
    returned,
    attempted,
    resolve,
    defer,
    carry,
    unmask,
    cover,  ///< Somebody answers a leaver's mailbox, or for who is away.
    request_disconnection,
    confirm_disconnection,
    handover,  ///< A leaver's mailbox has a new owner.
    attest_greeting,
    verify_access,  ///< Management has tried its access to a mailbox.
    attest_script,
    add_absence,
    end_absence,
    record_training,
    sign_day,
    acknowledge,
    shelve,
    unshelve,
};

/// A message that stays open although the day is signed, and why.
struct Exception {
    std::string message;
    std::string reason;
    bool operator==(const Exception&) const = default;
};

/// What is signed besides what the order says itself (the statements in proto/README.md).
struct SignedText {
    std::string text;  ///< Empty: nothing is signed.
    Secret passphrase;
};

/// What somebody wants recorded, once: its id makes it idempotent, so that it can be sent again
/// until there is an answer.
struct Order {
    std::uint64_t number = 0;  ///< Of this desk, from 1.
    std::string command_id;    ///< 128 random bits, hex.
    Deed deed = Deed::claim;
    std::string subject;   ///< A message, mailbox, location or alarm.
    std::string location;  ///< Of a day.
    std::string person;    ///< Whom it concerns: who left, who covers, the successor.
    std::string text;      ///< Reason or note.
    std::string
        choice;      ///< Code of a closed list; a day "2026-11-30"; a greeting's state; a version.
    Instant from{};  ///< Greeting's hours or absence, as the deed needs them.
    Instant until{};
    std::uint32_t revision = 0;
    bool on_behalf = false;
    std::vector<Exception> exceptions;
    std::string said;  ///< In words, for the notice: "returned, message to Ada".
    SignedText to_sign;
};

/// What became of an order.
struct Outcome {
    std::uint64_t number = 0;
    bool done = false;
    std::uint64_t position = 0;  ///< In the journal.
    std::string code;            ///< Of a refusal; stable.
    std::string text;            ///< The collector's sentence, or what was asked for: a number.
};

}  // namespace wallboard::desk
