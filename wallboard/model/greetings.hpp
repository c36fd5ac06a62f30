#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wallboard {

struct GreetingFault {
    std::string code;  ///< Stable (board.proto); one that is not known here is shown as "other".
    std::uint32_t mailboxes = 0;
};

/// A choice of callers that leads nowhere, or to somebody who left.
struct BadRoute {
    std::string option;  ///< "3"; empty for the main number itself.
    std::string fault;   ///< "unknown", "departed", "empty"
};

/// Unknown comes first and is the default: what is not said is not known.
enum class ScriptState { unknown, not_asked, not_attested, outdated, not_approved, good };

/// Greetings, scripts and routes of one location (Telephone Customer Service Standards, items 2 and
/// 4, Actions 1 and 2).
struct Greetings {
    std::uint32_t asked = 0;      ///< Mailboxes whose greeting is judged.
    std::uint32_t faults = 0;     ///< Of those: not what is asked for.
    std::uint32_t not_known = 0;  ///< Of those: nobody has said what it says; neither good nor bad.
    std::vector<GreetingFault> by_kind;
    std::uint32_t barred = 0;  ///< Mailboxes where callers cannot leave messages.
    std::string deadline;      ///< "2026-11-30": required messages are recorded by then; or empty.
    ScriptState script = ScriptState::unknown;
    std::string script_version;  ///< That was attested.
    std::uint32_t bad_routes = 0;
    BadRoute bad_route_first;
};

/// The greetings of a location as shares that add up to `asked`, whatever was sent: what could be
/// a fault or unknown is never called conforming.
struct GreetingShares {
    std::uint64_t asked = 0;
    std::uint64_t conform = 0;
    std::uint64_t faults = 0;
    std::uint64_t not_known = 0;

    GreetingShares& operator+=(const GreetingShares& other);
};
GreetingShares shares_of(const Greetings& greetings);

/// How many greetings have this fault.
std::uint64_t faults_of(const Greetings& greetings, std::string_view code);
constexpr std::string_view not_recorded_code = "GREETING_NOT_RECORDED";

/// True where a script is asked for and is not as it must be.
bool is_script_wrong(const Greetings& greetings);

/// True while somebody has to look: a fault, a bad route, a full mailbox, a script, or a greeting
/// that nobody has attested.
bool needs_a_look(const Greetings& greetings);

}  // namespace wallboard
