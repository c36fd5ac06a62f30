#include <fmt/format.h>

#include "daemon/model/describe.hpp"
#include "daemon/model/describe_people.hpp"

namespace callwatch {

FactLine line(const StaffLeft& f)
{
    return {f.effective_at,
            fmt::format("{} left {}, said by {}", f.person.text, f.location.text, f.by.text)};
}

FactLine line(const DepartureOpened& f)
{
    return {f.effective_at, fmt::format("{} DISCONNECT_PENDING, was {}'s, red from {}",
                                        f.mailbox.text, f.person.text, describe(f.red_at))};
}

FactLine line(const DepartureOverdue& f)
{
    return {f.red_at, f.mailbox.text + " still connected after its owner left"};
}

FactLine line(const CoverAssigned& f)
{
    return {f.at, fmt::format("{} answered by {}, assigned by {}", f.mailbox.text, f.person.text,
                              f.by.text)};
}

FactLine line(const DisconnectionRequested& f)
{
    return {f.at, fmt::format("{} disconnection requested by {}", f.mailbox.text, f.by.text)};
}

FactLine line(const DisconnectionConfirmed& f)
{
    return {f.at, fmt::format("{} disconnection confirmed by {}{}", f.mailbox.text, f.by.text,
                              f.verified ? "" : ", UNVERIFIED")};
}

FactLine line(const MailboxHandedOver& f)
{
    return {f.at, fmt::format("{} handed over to {} by {}{}", f.mailbox.text, f.successor.text,
                              f.by.text, f.is_signed() ? "" : ", not signed")};
}

FactLine line(const MailboxObserved& f)
{
    return {f.as_of, fmt::format("{} {}", f.mailbox.text,
                                 f.exists ? "is still on the telephone system"
                                          : "is gone from the telephone system")};
}

FactLine line(const DisconnectedBoxReceived& f)
{
    return {f.at, fmt::format("{} DISCONNECTED_BOX_RECEIVED {}", f.mailbox.text, f.message.text)};
}

FactLine line(const AbsenceRecorded& f)
{
    return {f.from, fmt::format("{} away{}{}, recorded by {}", f.person.text,
                                f.to == Instant{} ? std::string{} : " until " + describe(f.to),
                                f.cover.empty() ? std::string{} : ", covered by " + f.cover.text,
                                f.by.text)};
}

FactLine line(const AbsenceEnded& f)
{
    return {f.at, fmt::format("{} is back, recorded by {}", f.person.text, f.by.text)};
}

FactLine line(const NoCover& f) { return {f.since, f.person.text + " NO_COVER"}; }

FactLine line(const AccessVerified& f)
{
    return {f.at, fmt::format("access to {} verified by {}", f.mailbox.text, f.by.text)};
}

}  // namespace callwatch
