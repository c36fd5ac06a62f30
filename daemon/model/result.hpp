#pragma once

#include <string>
#include <utility>
#include <variant>

#include "daemon/model/check.hpp"

namespace callwatch {

/// Why something from outside was refused. `code` is stable: it is a metric label, a golden-file
/// word and what callwatchctl prints. `detail` is a sentence for people and may change freely.
struct Refusal {
    enum class Code : unsigned char {
        malformed,        ///< Not what the contract says.
        version,          ///< A schema version this program does not know.
        oversized,        ///< More than the limit of the contract.
        unknown_source,   ///< Not in the configuration.
        old_epoch,        ///< A spool older than the one already seen.
        duplicate,        ///< Had it already; nothing is lost.
        out_of_order,     ///< A hole before it; it is asked for again.
        implausible,      ///< Times outside 2000..2100, contradictions.
        unknown_subject,  ///< A location, message or day that does not exist.
        not_available,    ///< The contract has it, this version does not.
        full,             ///< A bound of the collector was reached.
        unknown_key,      ///< A connection without a key that was admitted.
        not_allowed,      ///< The key's role may not do that, or not there.
        already_closed,   ///< The message asks for nothing any more.
        claimed,          ///< Somebody else is calling this caller.
        outdated,         ///< What was read has changed since.
        incomplete,       ///< Something that has to be said is missing.
        bad_signature,    ///< Not a signature of what was signed, by the key of this connection.
    };
    Code code;
    std::string detail;
};

/// The stable word of a code: "unknown_source".
const char* word(Refusal::Code code);

/// A value, or the reason there is none. What C++23 calls std::expected, cut down to what we use;
/// g++ 12 in C++20 mode has no <expected>.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : held_{std::move(value)} {}
    Result(Refusal refusal) : held_{std::move(refusal)} {}

    explicit operator bool() const { return std::holds_alternative<T>(held_); }
    const T& operator*() const&
    {
        CALLWATCH_CHECK(*this);
        return std::get<T>(held_);
    }
    T& operator*() &
    {
        CALLWATCH_CHECK(*this);
        return std::get<T>(held_);
    }
    const T* operator->() const { return &**this; }
    const Refusal& refusal() const
    {
        CALLWATCH_CHECK(!*this);
        return std::get<Refusal>(held_);
    }

private:
    std::variant<T, Refusal> held_;
};

}  // namespace callwatch
