#include "daemon/engine/apply_command.hpp"

#include "daemon/calendar/business_calendar.hpp"
#include "daemon/policy/absence_cover.hpp"
#include "daemon/policy/alarm_act.hpp"
#include "daemon/policy/configuration.hpp"
#include "daemon/policy/current_greeting.hpp"
#include "daemon/policy/day_signing.hpp"
#include "daemon/policy/departed_mailbox.hpp"
#include "daemon/policy/key_admission.hpp"
#include "daemon/policy/location_script.hpp"
#include "daemon/policy/message_claim.hpp"
#include "daemon/policy/message_deferral.hpp"
#include "daemon/policy/message_outcome.hpp"
#include "daemon/policy/operator_training.hpp"
#include "daemon/policy/shown_number.hpp"
#include "daemon/policy/staff_roster.hpp"

namespace callwatch {

std::optional<Refusal> apply_command(const Known& known, const Actor& actor, const Command& command,
                                     Facts& out)
{
    return std::visit([&](const auto& said) { return take(known, actor, said, out); },
                      command.what);
}

std::string subject(const CommandBody& body)
{
    return std::visit(
        [](const auto& said) -> std::string {
            if constexpr (requires { said.message; })
                return said.message.text.str();
            else if constexpr (requires { said.alarm; })
                return said.alarm;
            else if constexpr (requires { said.date; })
                return said.location.text + " " + describe(said.date);
            else if constexpr (requires { said.mailbox; })
                return said.mailbox.text.str();
            else if constexpr (requires { said.key; })
                return said.key.text.str();
            else if constexpr (requires { said.organisation_version; })
                return said.organisation_version;
            else if constexpr (requires { said.version; })
                return said.location.text.str();
            else
                return said.person.text.str();
        },
        body);
}

}  // namespace callwatch
