#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "daemon/journal/journal.hpp"
#include "daemon/keys/key.hpp"

namespace callwatch {

/// Where a journal ended, signed by the collector's own key, to be kept where nobody who can change
/// the journal can change it too.
struct SignedHead {
    JournalHead head;
    std::string time;       ///< When it was signed: "2026-11-20T23:00:00.000000Z".
    std::string sign_key;   ///< Ed25519, 64 hex digits: the sign_key of daemon.pub.
    std::string signature;  ///< 128 hex digits, over HeadStatement (model/statements).
    bool operator==(const SignedHead&) const = default;
};

/// Throws keys::KeyError for a key that signs nothing.
SignedHead sign_head(const JournalHead& head, Instant at, const keys::Key& key);

/// {"position":1234,"hash":"…","time":"…","sign_key":"…","signature":"…"}, without a line end.
std::string to_line(const SignedHead& head);

/// Nothing if it is no such line; whether it is signed is another question.
std::optional<SignedHead> parse_signed_head(std::string_view line);

/// Whether its own sign_key signed it. Whose that is, only daemon.pub can say.
bool is_signed(const SignedHead& head);

/// "POSITION:HASH", 64 hex digits in either case. Nothing if it is not.
std::optional<JournalHead> parse_head(std::string_view text);
/// The same the other way.
std::string describe(const JournalHead& head);

}  // namespace callwatch
