#include "daemon/bridges/app/check.hpp"

#include <poll.h>

#include <ostream>

#include "daemon/bridges/app/stop_signal.hpp"
#include "daemon/bridges/asterisk/live/live_source.hpp"
#include "daemon/bridges/asterisk/live/probe.hpp"
#include "daemon/bridges/asterisk/live/spool_reader.hpp"

namespace callwatch::bridge {
namespace {

using namespace std::chrono_literals;
using asterisk::AmiLink;

/// Longer than it takes to see that nobody answers.
constexpr auto connect_within = 12s;
/// To be answered, and to hear some events.
constexpr auto listen_for = 5s;
constexpr auto answered_within = 15s;

void wait(const AmiLink& link)
{
    pollfd readable{link.fd(), POLLIN, 0};
    (void)poll(&readable, link.fd() < 0 ? 0 : 1, 20);
}

bool say(std::ostream& out, bool good, const std::string& text)
{
    out << (good ? "  ok    " : "  LACKS ") << text << std::endl;
    return good;
}

/// True when it is ready; else its trouble is final or the time is over.
bool connect(AmiLink& link, asterisk::Probe& probe)
{
    const auto deadline = std::chrono::steady_clock::now() + connect_within;
    while (!stop_requested()) {
        const auto now = std::chrono::steady_clock::now();
        link.turn(now, [&](const asterisk::AmiMessage& message) { probe.take(message); });
        if (link.state() == AmiLink::State::ready) return true;
        if (!link.trouble().empty() || now > deadline) return false;
        wait(link);
    }
    return false;
}

void listen(AmiLink& link, asterisk::Probe& probe)
{
    const auto began = std::chrono::steady_clock::now();
    probe.begin(link);
    while (!stop_requested() && link.state() == AmiLink::State::ready) {
        const auto now = std::chrono::steady_clock::now();
        if (now - began > answered_within || (probe.complete() && now - began > listen_for)) break;
        link.turn(now, [&](const asterisk::AmiMessage& message) { probe.take(message); });
        wait(link);
    }
}

}  // namespace

bool check_live(const asterisk::Settings& settings, std::ostream& out)
{
    const auto& manager = *settings.manager;
    const std::string where = manager.host + ":" + std::to_string(manager.port);
    AmiLink link{asterisk::dial_of(manager), asterisk::credentials_of(manager), "callwatch-check-"};
    asterisk::Probe probe;
    if (!connect(link, probe))
        return say(out, false,
                   where + ": " + (link.trouble().empty() ? "stopped" : link.trouble()));
    say(out, true, where + ": reached, and logged in as \"" + manager.username + "\"");
    listen(link, probe);
    bool good = true;
    if (link.state() != AmiLink::State::ready)
        good = say(out, false, "the connection did not hold: " + link.trouble());
    link.log_off();
    const std::string spool_trouble = asterisk::SpoolReader{settings.voicemail.spool}.trouble();
    for (const auto& finding : findings(probe, spool_trouble, settings.voicemail.lists))
        good = say(out, finding.good, finding.text) && good;
    return good;
}

}  // namespace callwatch::bridge
