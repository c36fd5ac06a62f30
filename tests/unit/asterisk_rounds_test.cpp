// Is everything asked for that has to be known after a time of not seeing, is it asked for again
// often enough, and is what Asterisk refuses said and not waited for?

#include <catch2/catch.hpp>

#include <algorithm>
#include <vector>

#include "daemon/bridges/asterisk/ami_reader.hpp"
#include "daemon/bridges/asterisk/live/rounds.hpp"
#include "daemon/bridges/asterisk/times.hpp"

using namespace callwatch;
using namespace callwatch::asterisk;
using namespace std::chrono_literals;

namespace {

constexpr const char* offers = "QueueStatus: Show queue status. (Priv: <none>)\r\n";
constexpr const char* offers_summary =
    "QueueStatus: Show queue status. (Priv: <none>)\r\n"
    "VoicemailBoxSummary: Show the mailbox contents. (Priv: call,reporting,all)\r\n";

struct Asked {
    std::string id;
    std::string action;
    std::string subject;  ///< The value of its last header.
};

/// Rounds, and an Asterisk that answers what the test lets it answer.
struct World {
    std::vector<Asked> asked;
    std::map<std::string, MailboxListing> mailboxes;
    std::map<std::string, Instant> as_of;
    Rounds rounds{{},
                  [this](const Action& action, ActionSchedule::Urgency) {
                      const std::string id = "cw-" + std::to_string(asked.size());
                      asked.push_back({id, action.name,
                                       action.headers.empty() ? "" : action.headers.back().second});
                      return id;
                  },
                  [this](const std::string& mailbox, MailboxListing listing, Instant asked_at) {
                      mailboxes[mailbox] = std::move(listing);
                      as_of[mailbox] = asked_at;
                  }};
    AmiReader reader;
    Steady now{std::chrono::hours{1}};

    Instant at() const
    {
        return Instant{std::chrono::duration_cast<Micros>(now.time_since_epoch())};
    }
    void says(const std::string& text)
    {
        reader.feed(text);
        while (const auto* message = reader.next()) rounds.take(*message, now, at());
    }
    void later(std::chrono::milliseconds time)
    {
        now += time;
        rounds.turn(now, at());
    }
    std::string id_of(const std::string& action, const std::string& subject = "") const
    {
        const auto found = std::find_if(asked.rbegin(), asked.rend(), [&](const Asked& one) {
            return one.action == action && (subject.empty() || one.subject == subject);
        });
        return found == asked.rend() ? "" : found->id;
    }
    std::size_t count(const std::string& action) const
    {
        return static_cast<std::size_t>(std::count_if(
            asked.begin(), asked.end(), [&](const Asked& one) { return one.action == action; }));
    }
    void lists(const std::string& action, const std::string& items, const std::string& complete,
               const std::string& subject = "")
    {
        const std::string id = "ActionID: " + id_of(action, subject) + "\r\n";
        std::string text = "Response: Success\r\n" + id + "EventList: start\r\n\r\n";
        for (std::size_t from = 0; from < items.size();) {
            const auto end = items.find('|', from);
            text += "Event: " + items.substr(from, end - from) + "\r\n" + id + "\r\n";
            from = end + 1;
        }
        says(text + "Event: " + complete + "\r\n" + id + "EventList: Complete\r\n\r\n");
    }
    void refuses(const std::string& action, const std::string& why)
    {
        says("Response: Error\r\nActionID: " + id_of(action) + "\r\nMessage: " + why + "\r\n\r\n");
    }
    void commands(const std::string& list)
    {
        says("Response: Success\r\nActionID: " + id_of("ListCommands") + "\r\n" + list + "\r\n");
    }
    /// All of the beginning but the queues' own lists.
    void begin(const char* what_it_offers)
    {
        rounds.begin(now, at());
        commands(what_it_offers);
        lists("CoreShowChannels", "", "CoreShowChannelsComplete");
        lists("DeviceStateList", "DeviceStateChange\r\nDevice: PJSIP/101|",
              "DeviceStateListComplete");
        lists("QueueSummary", "QueueSummary\r\nQueue: fapo|QueueSummary\r\nQueue: main-line|",
              "QueueSummaryComplete");
        lists("VoicemailUsersList",
              "VoicemailUserEntry\r\nVMContext: default\r\nVoiceMailbox: 106|"
              "VoicemailUserEntry\r\nVMContext: branch\r\nVoiceMailbox: 301|",
              "VoicemailUserEntryComplete");
    }
};

}  // namespace

TEST_CASE("a beginning is settled when channels, devices, mailboxes and every queue have answered",
          "[unit][rounds]")
{
    World world;
    CHECK_FALSE(world.rounds.settled());
    world.begin(offers);
    CHECK_FALSE(world.rounds.settled());
    world.lists("QueueStatus", "QueueParams\r\nQueue: fapo|", "QueueStatusComplete", "fapo");
    CHECK_FALSE(world.rounds.settled());
    world.lists("QueueStatus", "QueueParams\r\nQueue: main-line|", "QueueStatusComplete",
                "main-line");
    CHECK(world.rounds.settled());
    CHECK(world.rounds.took_mailbox_list());
    CHECK_FALSE(world.rounds.took_mailbox_list());
    CHECK(world.rounds.missing().empty());
    world.rounds.end();
    CHECK_FALSE(world.rounds.settled());
}

TEST_CASE("every queue is asked again within thirty seconds, evenly spread", "[unit][rounds]")
{
    World world;
    world.begin(offers);
    CHECK(world.count("QueueStatus") == 2);
    world.later(29s);
    CHECK(world.count("QueueStatus") == 2);
    world.later(1s);
    CHECK(world.count("QueueStatus") == 3);
    world.later(14s);
    CHECK(world.count("QueueStatus") == 3);
    world.later(1s);
    CHECK(world.count("QueueStatus") == 4);
    world.later(15s);
    CHECK(world.count("QueueStatus") == 5);
}

TEST_CASE("queues and mailboxes are listed again every five minutes, and after a reload",
          "[unit][rounds]")
{
    World world;
    world.begin(offers);
    world.later(299s);
    CHECK(world.count("VoicemailUsersList") == 1);
    world.later(1s);
    CHECK(world.count("VoicemailUsersList") == 2);
    CHECK(world.count("QueueSummary") == 2);
    world.rounds.renew_lists();
    world.later(100ms);
    CHECK(world.count("VoicemailUsersList") == 3);
}

TEST_CASE("where it is offered every mailbox is listed, and one again when it was touched",
          "[unit][rounds]")
{
    World world;
    world.begin(offers_summary);
    CHECK(world.rounds.lists_mailboxes());
    CHECK(world.count("VoicemailBoxSummary") == 2);
    const Instant asked_at = world.at();
    world.later(2s);
    world.lists("VoicemailBoxSummary",
                "VoicemailBoxDetail\r\nFolder: INBOX\r\nCallerID: \"A\" <0217000001>\r\n"
                "Date: Sun Nov 22 01:09:27 AM UTC 2026\r\nDuration: 4\r\nID: 1795309767-00000025|"
                "VoicemailBoxDetail\r\nFolder: Deleted\r\nDuration: 4\r\nID: 1795309767-00000026|",
                "VoicemailBoxDetailComplete", "106");
    REQUIRE(world.mailboxes.count("106@default") == 1);
    REQUIRE(world.mailboxes["106@default"].size() == 1);
    const auto& message = world.mailboxes["106@default"].at("1795309767-00000025");
    CHECK(message.folder == "INBOX");
    CHECK(message.began == instant_of(1'795'309'767'000'000));
    CHECK(message.duration_ms == 4'000);
    CHECK(world.as_of["106@default"] == asked_at);

    world.says(
        "Event: MessageWaiting\r\nPrivilege: call,all\r\nMailbox: 301@branch\r\nNew: 1\r\n\r\n");
    world.says("Event: MessageWaiting\r\nPrivilege: call,all\r\nMailbox: 999@nowhere\r\n\r\n");
    CHECK(world.count("VoicemailBoxSummary") == 3);
    CHECK(world.asked.back().subject == "301");
}

TEST_CASE("a mailbox that is gone meanwhile has no list", "[unit][rounds]")
{
    World world;
    world.begin(offers_summary);
    world.rounds.renew_lists();
    world.later(1s);
    world.lists("VoicemailUsersList", "", "VoicemailUserEntryComplete");
    world.says("Response: Success\r\nActionID: " + world.id_of("VoicemailBoxSummary", "106") +
               "\r\nMessage: There is no voicemail user matching the given user.\r\n\r\n");
    CHECK(world.mailboxes.empty());
}

TEST_CASE("a mailbox that cannot be listed does not stop the others from being listed",
          "[unit][rounds]")
{
    World world;
    world.begin(offers_summary);
    world.refuses("VoicemailBoxSummary", "Unable to get mailbox info for the given user.");
    CHECK(world.rounds.lists_mailboxes());
    CHECK(world.rounds.missing().count("VoicemailBoxSummary") == 1);
}

TEST_CASE("an action that is gone after an update is no longer asked for", "[unit][rounds]")
{
    World world;
    world.begin(offers_summary);
    world.refuses("VoicemailBoxSummary", "Invalid/unknown command: VoicemailBoxSummary.");
    CHECK_FALSE(world.rounds.lists_mailboxes());
    world.rounds.end();
    world.begin(offers_summary);
    CHECK(world.rounds.lists_mailboxes());
}

TEST_CASE("without VoicemailBoxSummary nobody asks for it", "[unit][rounds]")
{
    World world;
    world.begin(offers);
    CHECK(world.rounds.summarises() == false);
    CHECK(world.count("VoicemailBoxSummary") == 0);
    CHECK_FALSE(world.rounds.lists_mailboxes());
}

TEST_CASE("what is refused is said and not waited for", "[unit][rounds]")
{
    World world;
    world.rounds.begin(world.now, world.at());
    world.commands(offers);
    world.refuses("CoreShowChannels", "Permission denied");
    world.refuses("DeviceStateList", "Permission denied");
    world.refuses("VoicemailUsersList", "Permission denied");
    world.lists("QueueSummary", "", "QueueSummaryComplete");
    CHECK(world.rounds.settled());
    CHECK(world.rounds.lacks_channels());
    CHECK(world.rounds.missing().at("VoicemailUsersList") == "Permission denied");
}

TEST_CASE("what is not answered is given up after twenty seconds", "[unit][rounds]")
{
    World world;
    world.begin(offers);
    world.later(19s);
    CHECK_FALSE(world.rounds.settled());
    world.later(3s);
    CHECK(world.rounds.settled());
    CHECK(world.rounds.missing().at("QueueStatus") == "no answer");
    // The next answer mends it.
    world.later(10s);
    world.lists("QueueStatus", "", "QueueStatusComplete");
    CHECK(world.rounds.missing().empty());
}
