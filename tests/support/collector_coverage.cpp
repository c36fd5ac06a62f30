#include <fmt/format.h>

#include "daemon/model/describe.hpp"
#include "tests/support/collector.hpp"

// What the collector is told of operators and of callers on their way, and what it has recorded.

namespace callwatch::test {
namespace {

/// "09:00:00", with milliseconds if there are any.
std::string clock_at(const Collector& collector, const std::string& location, Instant at)
{
    const auto& calendar = collector.engine().directory().calendar({location});
    const auto local = calendar.local_clock(at).local;
    const auto span = local - std::chrono::floor<std::chrono::days>(local);
    const std::chrono::hh_mm_ss clock{span};
    const auto fraction = (at - std::chrono::floor<std::chrono::seconds>(at)) / Micros{1'000};
    return fmt::format("{:02}:{:02}:{:02}{}", clock.hours().count(), clock.minutes().count(),
                       clock.seconds().count(),
                       fraction == 0 ? std::string{} : fmt::format(".{:03}", fraction));
}

}  // namespace

Collector& Collector::telephone(const std::string& device, bool is_on)
{
    return says(DevicePresence{phone(device), is_on}, "device_presence");
}

Collector& Collector::arrives(const std::string& call, const std::string& number)
{
    return says(CallArrived{{"pbx1/" + call}, {.raw = number, .e164 = {}, .extension = {}}},
                "call_arrived");
}

Collector& Collector::presses(const std::string& call, const std::string& key)
{
    return says(IvrOptionChosen{{"pbx1/" + call}, key}, "ivr_option_chosen");
}

Collector& Collector::is_sent(const std::string& call, RouteKind kind, const std::string& to)
{
    return says(CallRouted{{"pbx1/" + call}, kind, "pbx1/" + to}, "call_routed");
}

Collector& Collector::is_answered(const std::string& call, const std::string& device)
{
    return says(CallEstablished{{"pbx1/" + call}, {}, phone(device)}, "call_established");
}

Collector& Collector::is_transferred(const std::string& call, const std::string& device)
{
    return says(CallTransferred{{"pbx1/" + call}, phone(device)}, "call_transferred");
}

Collector& Collector::hears_greeting(const std::string& call, const std::string& mailbox,
                                     const std::string& transferred_by)
{
    return says(VoicemailReached{.call = {"pbx1/" + call},
                                 .mailbox = box(mailbox),
                                 .greeting_played = true,
                                 .transferred_by =
                                     transferred_by.empty() ? DeviceId{} : phone(transferred_by),
                                 .direction = Direction::inbound},
                "voicemail_reached");
}

Collector& Collector::leaves_message(const std::string& call, const std::string& mailbox)
{
    says(VoicemailReached{.call = {"pbx1/" + call},
                          .mailbox = box(mailbox),
                          .greeting_played = false,
                          .transferred_by = {},
                          .direction = Direction::inbound},
         "voicemail_reached");
    return message(call, from("0217000009"), mailbox);
}

Collector& Collector::cannot_see(const std::string& from)
{
    return says(UpstreamLost{time(from)}, "upstream_lost");
}

Collector& Collector::sees_again(const std::string& from, const std::string& to)
{
    return says(UpstreamRestored{time(from), time(to)}, "upstream_restored");
}

std::vector<std::string> Collector::coverage(const std::string& date,
                                             const std::string& location) const
{
    std::vector<std::string> lines;
    const auto* have = board().coverage().find({location});
    const auto* day = have == nullptr ? nullptr : have->find(parse_local_date(date).value());
    if (day == nullptr) return lines;
    for (const auto& stretch : day->stretches) {
        auto line = clock_at(*this, location, stretch.from) + " " + word(stretch.state);
        if (stretch.cause != CoverageCause::none) line += std::string{" "} + word(stretch.cause);
        if (stretch.alarmed) line += " ALARM";
        lines.push_back(std::move(line));
    }
    if (!day->stretches.empty() && day->stretches.back().until)
        lines.push_back(clock_at(*this, location, *day->stretches.back().until) + " closed");
    return lines;
}

std::vector<std::string> Collector::main_line(const std::string& date,
                                              const std::string& location) const
{
    std::vector<std::string> lines;
    const auto* day = board().main_line().find({location}, parse_local_date(date).value());
    if (day == nullptr) return lines;
    for (const auto& one : day->reached)
        lines.push_back(clock_at(*this, location, one.at) + " " + word(one.outcome) + " " +
                        one.call.text.str().substr(5));
    for (const auto& [call, one] : day->unseen)
        lines.push_back(clock_at(*this, location, one.at) + " not known " +
                        call.text.str().substr(5));
    return lines;
}

}  // namespace callwatch::test
