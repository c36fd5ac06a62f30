#pragma once

#include <chrono>
#include <compare>
#include <cstdint>

#include "daemon/model/shared_text.hpp"

namespace callwatch {

/// A moment in time: UTC, microseconds. Everything that is judged carries the source's time; the
/// collector's own time is only ever "when we decided".
using Micros = std::chrono::microseconds;
using Millis = std::chrono::milliseconds;
using Instant = std::chrono::sys_time<Micros>;

/// A calendar day where a location is; its zone gives it a meaning (calendar/).
using LocalDate = std::chrono::local_days;

/// A text id that cannot be confused with another kind of id.
template <class Tag>
struct Id {
    SharedText text;

    bool empty() const { return text.empty(); }
    auto operator<=>(const Id&) const = default;
};

using LocationId = Id<struct LocationTag>;  ///< From the organisation file: "northside".
using PersonId = Id<struct PersonTag>;      ///< From the organisation file or the roster.
using GroupId = Id<struct GroupTag>;        ///< People who share a mailbox.
using SourceId = Id<struct SourceTag>;      ///< Who sends events.

// Native ids, scoped to the telephone system that gave them ("pbx1/..."). Never a person.
using QueueId = Id<struct QueueTag>;      ///< "pbx1/main-line"
using MailboxId = Id<struct MailboxTag>;  ///< "pbx1/106@default"
using DeviceId = Id<struct DeviceTag>;    ///< "pbx1/106": a telephone, also as an agent's id.
using CallId = Id<struct CallTag>;        ///< "pbx1/1795309119.0"
using MsgId = Id<struct MsgTag>;  ///< A message's id within its mailbox, as the list shows it.

/// The collector's id of one duty; never changes once given (state/messages.hpp).
using MessageId = Id<struct MessageTag>;

/// A caller's number, as facts hold it: 32 hex digits that mean nothing without the vault. Empty:
/// there is no number (withheld, or never said).
using NumberToken = Id<struct NumberTokenTag>;
/// What a person wrote or is called, as facts hold it: a token of the vault. Empty: nothing was
/// written.
using RemarkToken = Id<struct RemarkTokenTag>;

/// How a location's day stands. There is no all-clear by default: doubt about the data is
/// `unknown`, and `unknown` is never shown or stored as `clear`.
enum class Verdict : std::uint8_t { unknown, clear, violations };

/// Longest text taken from outside, in bytes; the decoder refuses more (wire/decode_event).
constexpr std::size_t id_bytes_max = 128;

}  // namespace callwatch
