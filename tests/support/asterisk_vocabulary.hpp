#pragma once

// An Asterisk that says what a test tells it to: messages are written as the manager interface
// writes them, read by the real reader and translated; tests look at the events.

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "daemon/bridges/asterisk/ami_reader.hpp"
#include "daemon/bridges/asterisk/times.hpp"
#include "daemon/bridges/asterisk/translator.hpp"

namespace callwatch::test {

namespace v1 = callwatch::v1;
using Headers = std::vector<std::pair<std::string, std::string>>;

/// A made-up second to count from; what it is does not matter.
constexpr std::int64_t start_s = 1'800'000'000;

inline asterisk::Settings demo_settings()
{
    asterisk::Settings settings;
    settings.dial_plan.outside_prefixes = {"9"};
    settings.operator_extensions = {"100"};
    settings.ivr_contexts = {"main-ivr"};
    return settings;
}

inline std::string kind_of(const v1::Event& event)
{
    const auto* field =
        event.GetReflection()->GetOneofFieldDescriptor(event, event.GetDescriptor()->oneof_decl(0));
    return field == nullptr ? "nothing" : field->name();
}

class FakeAsterisk {
public:
    explicit FakeAsterisk(asterisk::MailboxWatch mailboxes = asterisk::MailboxWatch::recorded)
        : translator_{std::make_unique<asterisk::Translator>(
              asterisk::TranslatorSettings{demo_settings(), v1::ORIGIN_REPLAY, Micros{0}, mailboxes,
                                           mailboxes != asterisk::MailboxWatch::live})}
    {
    }

    /// Seconds from the start: both the Timestamp of what follows and when it arrives.
    FakeAsterisk& at(double seconds)
    {
        now_us_ = start_s * 1'000'000 + static_cast<std::int64_t>(seconds * 1e6 + 0.5);
        return *this;
    }

    /// Events of the manager, without a header for the time if timestamps are switched off.
    FakeAsterisk& says(const std::string& name, const Headers& headers)
    {
        std::string text = "Event: " + name + "\r\nPrivilege: call,all\r\n";
        if (timestamps)
            text += "Timestamp: " + std::to_string(now_us_ / 1'000'000) + "." +
                    std::to_string(1'000'000 + now_us_ % 1'000'000).substr(1) + "\r\n";
        return sends(text + lines(headers) + "\r\n");
    }

    /// An item of a reply: with an ActionID, without Privilege and Timestamp.
    FakeAsterisk& lists(const std::string& name, const Headers& headers)
    {
        return sends("Event: " + name + "\r\n" + lines(headers) + "\r\n");
    }

    FakeAsterisk& sends(const std::string& bytes)
    {
        reader.feed(bytes);
        while (const auto* message = reader.next())
            translator().take(*message, asterisk::instant_of(now_us_), events);
        return *this;
    }

    FakeAsterisk& spool(asterisk::SpoolChange change)
    {
        change.at = asterisk::instant_of(now_us_);
        translator().take(change, events);
        return *this;
    }

    // ---- what usually happens, in one line

    /// A channel with the headers of its snapshot.
    static Headers channel(const std::string& name, const std::string& uniqueid,
                           const std::string& linkedid, const Headers& more = {})
    {
        Headers out{{"Channel", name}, {"Uniqueid", uniqueid}, {"Linkedid", linkedid}};
        out.insert(out.end(), more.begin(), more.end());
        return out;
    }
    /// A caller from outside on channel PJSIP/trunk-<id>, Uniqueid <id>.
    FakeAsterisk& caller(const std::string& id, const std::string& number,
                         const std::string& dialled)
    {
        return says("Newchannel", channel("PJSIP/trunk-" + id, id, id,
                                          {{"ChannelState", "4"},
                                           {"CallerIDNum", number},
                                           {"CallerIDName", "<unknown>"},
                                           {"Context", "from-trunk"},
                                           {"Exten", dialled}}));
    }
    FakeAsterisk& on_caller(const std::string& name, const std::string& id,
                            const Headers& more = {})
    {
        return says(name, channel("PJSIP/trunk-" + id, id, id, more));
    }
    FakeAsterisk& joins(const std::string& id, const std::string& queue, const std::string& number)
    {
        return on_caller(
            "QueueCallerJoin", id,
            {{"Queue", queue}, {"Position", "1"}, {"Count", "1"}, {"CallerIDNum", number}});
    }
    FakeAsterisk& leaves(const std::string& id, const std::string& queue)
    {
        return on_caller("QueueCallerLeave", id,
                         {{"Queue", queue}, {"Position", "1"}, {"Count", "0"}});
    }
    FakeAsterisk& abandons(const std::string& id, const std::string& queue)
    {
        return on_caller("QueueCallerAbandon", id,
                         {{"Queue", queue}, {"Position", "2"}, {"OriginalPosition", "3"}});
    }
    FakeAsterisk& begins(const std::string& id, const std::string& application,
                         const std::string& data)
    {
        return on_caller("Newexten", id, {{"Application", application}, {"AppData", data}});
    }
    FakeAsterisk& hangs_up(const std::string& name, const std::string& uniqueid,
                           const std::string& linkedid, const std::string& cause = "16")
    {
        return says("Hangup", channel(name, uniqueid, linkedid, {{"Cause", cause}}));
    }
    FakeAsterisk& caller_hangs_up(const std::string& id)
    {
        return hangs_up("PJSIP/trunk-" + id, id, id);
    }

    // ---- what was told

    std::vector<v1::Event> all(const std::string& kind) const
    {
        std::vector<v1::Event> out;
        std::copy_if(events.begin(), events.end(), std::back_inserter(out),
                     [&](const v1::Event& event) { return kind_of(event) == kind; });
        return out;
    }
    std::size_t count(const std::string& kind) const { return all(kind).size(); }
    v1::Event only(const std::string& kind) const
    {
        const auto found = all(kind);
        if (found.size() != 1)
            throw std::logic_error(std::to_string(found.size()) + " times " + kind + ", not once");
        return found.front();
    }
    /// Microseconds since the Epoch of a second of at().
    static std::int64_t us(double seconds)
    {
        return start_s * 1'000'000 + static_cast<std::int64_t>(seconds * 1e6 + 0.5);
    }

    asterisk::Translator& translator() { return *translator_; }

    asterisk::AmiReader reader;
    asterisk::Events events;
    bool timestamps = true;

private:
    static std::string lines(const Headers& headers)
    {
        std::string out;
        for (const auto& [key, value] : headers) out += key + ": " + value + "\r\n";
        return out;
    }

    std::unique_ptr<asterisk::Translator>
        translator_;  // Its trackers refer to each other: it stays.
    std::int64_t now_us_ = start_s * 1'000'000;
};

}  // namespace callwatch::test
