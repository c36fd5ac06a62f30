// What does a wrong organisation, policy or daemon file say? Each fault in the words shown, and
// every check of read_organisation() once.

#include <catch2/catch.hpp>

#include "daemon/settings/daemon_settings.hpp"
#include "daemon/settings/organisation_file.hpp"
#include "daemon/settings/policy_file.hpp"

using namespace callwatch;
using Lines = std::vector<std::string>;

namespace {

constexpr auto sound = R"([location.north]
name = "North"
zone = "America/Chicago"
supervisors = ["boss"]
[person.boss]
name = "Boss"
location = "north"
[source.pbx1]
kind = "asterisk"
locations = ["north"]
)";

Lines organisation_faults(std::string_view text)
{
    SettingsFaults faults;
    TomlFile file{"o.toml", text, faults};
    read_organisation(file, {});
    file.refuse_unknown_keys();
    return faults.texts();
}

// What `more` adds to a sound organisation of ten lines.
Lines faults_with(std::string_view more) { return organisation_faults(sound + std::string{more}); }

Lines policy_faults(std::string_view text)
{
    SettingsFaults faults;
    TomlFile file{"p.toml", text, faults};
    read_policy(file);
    file.refuse_unknown_keys();
    return faults.texts();
}

Lines daemon_faults(std::string_view text)
{
    SettingsFaults faults;
    TomlFile file{"d.toml",
                  "data_directory = 'a'\norganisation = 'o'\npolicy = 'p'\n" + std::string{text},
                  faults};
    read_daemon_settings(file);
    file.refuse_unknown_keys();
    return faults.texts();
}

}  // namespace

TEST_CASE("a sound organisation has no faults", "[unit][settings]")
{
    CHECK(faults_with("") == Lines{});
}

TEST_CASE("an organisation with ten errors names all ten", "[unit][settings]")
{
    CHECK(organisation_faults(R"([location.north]
name = "North"
zone = "America/Chicgo"
supervisors = []
main_numbers = ["0205550100", "zero"]
holidays = [2026-11-26]
[location.north.hours]
monday = "17:00-08:00"
[location.north.special_hours]
2026-11-26 = "08:00-12:00"
2026-02-30 = "08:00-12:00"
[person.p1]
name = "One"
location = "nort"
mailboxes = ["pbx1/101@default"]
[source.pbx1]
kind = "asterix"
locations = ["north"]
location = "north"
)") == Lines{
           "o.toml:3: location.north.zone = \"America/Chicgo\": must be a time zone of the IANA "
           "database: \"America/Chicago\"",
           "o.toml:4: location.north.supervisors = a list: must name who checks at the end of "
           "the day (Telephone Customer Service Standards, item 7)",
           "o.toml:5: location.north.main_numbers[2] = \"zero\": must be digits as they are "
           "dialled, '+' may precede",
           "o.toml:8: location.north.hours.monday = \"17:00-08:00\": must be hours from-to "
           "within a day: \"08:00-17:00\", or \"closed\"",
           "o.toml:10: location.north.special_hours.2026-11-26 = \"08:00-12:00\": must not be a "
           "holiday as well",
           "o.toml:11: location.north.special_hours.2026-02-30 = \"08:00-12:00\": must have a "
           "date from 1970 to 2037 as its key: 2026-12-24",
           "o.toml:12: person.p1.supervisor: is missing: must name who answers for this "
           "person's mailbox: without, no day of the location could be called clear "
           "(requirement TS-6)",
           "o.toml:14: person.p1.location = \"nort\": must be the name of a [location.…]: did "
           "you mean \"north\"?",
           "o.toml:17: source.pbx1.kind = \"asterix\": must be \"asterisk\" or \"freeswitch\" "
           "or \"queue-log\" or \"roster\" or \"simulate\" or \"other\"",
           "o.toml:19: source.pbx1.location = \"north\": is no key of this table: did you mean "
           "\"locations\"?",
       });
}

TEST_CASE("a mailbox or telephone of two people at once is refused", "[unit][settings]")
{
    const std::string people = R"([person.a]
name = "A"
location = "north"
supervisor = "boss"
devices = ["pbx1/101"]
mailboxes = [{ id = "pbx1/101@default", until = 2026-06-01T00:00:00Z }]
[person.b]
name = "B"
location = "north"
supervisor = "boss"
devices = [{ id = "pbx1/101", from = 2026-06-01T00:00:00Z }]
mailboxes = [{ id = "pbx1/101@default", from = )";

    CHECK(
        faults_with(people + "2026-06-01T00:00:00Z }]\n") ==
        Lines{"o.toml:21: person.b.devices[1] = a table: must not belong to two at once: pbx1/101 "
              "is also of [person.a]"});
    CHECK(
        faults_with(people + "2026-05-31T23:59:59Z }]\n") ==
        Lines{"o.toml:21: person.b.devices[1] = a table: must not belong to two at once: pbx1/101 "
              "is also of [person.a]",
              "o.toml:22: person.b.mailboxes[1] = a table: must not belong to two at once: "
              "pbx1/101@default is also of [person.a]"});
}

TEST_CASE("a mailbox of a group has no other owner", "[unit][settings]")
{
    CHECK(faults_with(R"([person.a]
name = "A"
location = "north"
supervisor = "boss"
mailboxes = ["pbx1/101@default"]
[group.g]
location = "north"
members = ["a", "b"]
mailboxes = ["pbx1/101@default", "pbx1/199@default"]
[group.h]
location = "north"
mailboxes = ["pbx1/199@default"]
)") == Lines{
           "o.toml:18: group.g.members[2] = \"b\": must be the name of a [person.…]: did you mean "
           "\"a\"?",
           "o.toml:19: group.g.mailboxes[1] = \"pbx1/101@default\": must not belong to two: it is "
           "also of [person.a]",
           "o.toml:22: group.h.mailboxes[1] = \"pbx1/199@default\": must not belong to two: it is "
           "also of [group.g]",
       });
}

TEST_CASE("an id that no source could ever send is refused", "[unit][settings]")
{
    CHECK(faults_with(R"([queue.main]
id = "pxb1/main"
name = "Main"
location = "north"
[queue.other]
id = "main"
name = "Other"
location = "north"
[queue.third]
id = "pxb1/main"
name = "Third"
location = "north"
[person.a]
name = "A"
location = "north"
supervisor = "a"
devices = ["pbx1/1 0 1"]
mailboxes = ["pbx1/101"]
)") == Lines{
           "o.toml:12: queue.main.id = \"pxb1/main\": must begin with a telephone system of a "
           "[source.…]: did you mean \"pbx1\"?",
           "o.toml:16: queue.other.id = \"main\": must be a telephone system and its own name for "
           "it, without blanks: \"pbx1/106\"",
           "o.toml:20: queue.third.id = \"pxb1/main\": must begin with a telephone system of a "
           "[source.…]: did you mean \"pbx1\"?",
           "o.toml:20: queue.third.id = \"pxb1/main\": must be of one queue: [queue.main] has it "
           "too",
           "o.toml:26: person.a.supervisor = \"a\": must be somebody else",
           "o.toml:27: person.a.devices[1] = \"pbx1/1 0 1\": must be a telephone system and its "
           "own "
           "name for it, without blanks: \"pbx1/106\"",
           "o.toml:28: person.a.mailboxes[1] = \"pbx1/101\": must have a context: "
           "\"pbx1/106@default\"",
       });
}

TEST_CASE("a location that nobody serves, or that never opens, is refused", "[unit][settings]")
{
    CHECK(faults_with(R"([location.south]
name = "South"
zone = "America/Chicago"
supervisors = ["boss", "bos"]
operator_queues = ["pbx1/main"]
main_numbers = ["1", "2"]
[location.south.hours]
monday = "closed"
tuesday = "closed"
wednesday = "closed"
thursday = "closed"
friday = "closed"
[location.west]
name = "West"
zone = "Europe/Dublin"
supervisors = ["boss"]
main_numbers = ["2"]
[location."east wing"]
name = "East"
zone = "UTC"
supervisors = ["boss"]
[queue.main]
id = "pbx1/main"
name = "Main"
location = "north"
[source.s2]
kind = "other"
)") == Lines{
           "o.toml:11: [location.south]: must be in the locations of a [source.…] that is no "
           "roster: nothing would be known of its telephones",
           "o.toml:14: location.south.supervisors[2] = \"bos\": must be the name of a [person.…]: "
           "did you mean \"boss\"?",
           "o.toml:15: location.south.operator_queues[1] = \"pbx1/main\": must be the name of a "
           "[queue.…]: known here: main",
           "o.toml:17: [location.south.hours]: must leave a day open",
           "o.toml:23: [location.west]: must be in the locations of a [source.…] that is no "
           "roster: nothing would be known of its telephones",
           "o.toml:27: location.west.main_numbers[1] = \"2\": must be of one location: "
           "[location.south] has it too",
           "o.toml:28: [location.\"east wing\"]: must be named with 1 to 128 letters, digits, '-' "
           "and '_'",
           "o.toml:28: [location.\"east wing\"]: must be in the locations of a [source.…] that is "
           "no "
           "roster: nothing would be known of its telephones",
           "o.toml:36: source.s2.locations: is missing: must name the locations whose events it "
           "sends",
       });
    CHECK(organisation_faults("# Nothing\n") ==
          Lines{"o.toml:1: location: is missing: must have a table for each office: "
                "[location.NAME]"});
}

TEST_CASE("a mailbox does not move between locations", "[unit][settings]")
{
    CHECK(faults_with(R"([location.south]
name = "South"
zone = "America/Chicago"
supervisors = ["boss"]
[source.s2]
kind = "other"
locations = ["south"]
[person.a]
name = "A"
location = "north"
supervisor = "boss"
mailboxes = [{ id = "pbx1/1@d", from = 2026-06-01T00:00:00Z, until = 2026-05-01T00:00:00Z }]
[person.b]
name = "B"
location = "south"
supervisor = "boss"
mailboxes = [{ id = "pbx1/1@d", from = 2026-06-01T00:00:00Z }]
)") == Lines{
           "o.toml:22: person.a.mailboxes[1].until = 2026-05-01T00:00:00Z: must be later than from",
           "o.toml:27: person.b.mailboxes[1] = a table: must stay at one location: [person.a], who "
           "has pbx1/1@d too, is at north",
       });
}

TEST_CASE("queues are held to the policy's limits unless they have their own", "[unit][settings]")
{
    SettingsFaults faults;
    TomlFile policy{"p.toml", "queue_amber_waiting = 2\nqueue_red_wait_s = 0\n", faults};
    const auto limits = read_policy(policy).queues;
    TomlFile file{"o.toml", sound + std::string{R"([queue.main]
id = "pbx1/main"
name = "Main"
location = "north"
red_waiting = 9
service_level_s = 30
)"},
                  faults};
    const auto queue = read_organisation(file, limits).queues.at(0);

    CHECK(faults.texts() == Lines{});
    CHECK(queue.thresholds.amber_waiting == 2);
    CHECK(queue.thresholds.red_waiting == 9);
    CHECK(queue.thresholds.amber_wait == std::chrono::seconds{60});
    CHECK(queue.thresholds.red_wait == std::chrono::seconds{0});
    CHECK(queue.service_level == std::chrono::seconds{30});
}

TEST_CASE("a policy out of range is refused", "[unit][settings]")
{
    CHECK(policy_faults(R"(min_talk_s = -3
min_ring_s = 1.5
no_answer_policy = "maybe"
late_window_min = 481
source_late_s = 20
colour = "17:00"
queue_red_waiting = 1
internal_messages = true
source_stale_s = 10
)") == Lines{
           "p.toml:1: min_talk_s = -3: must be a whole number from 1 to 600",
           "p.toml:2: min_ring_s = 1.5: must be a whole number from 1 to 120",
           "p.toml:3: no_answer_policy = \"maybe\": must be \"counts\" or "
           "\"counts_if_message_left\" or \"does_not_count\"",
           "p.toml:4: late_window_min = 481: must be a whole number from 0 to 480",
           "p.toml:6: colour = \"17:00\": is no key of this table: known here: "
           "absent_due, absent_greeting_grace_min, access_verify_days, after_hours_due, "
           "audit_retention_days, avg_return_min, claim_lease_min, cover_grace_min, "
           "coverage_debounce_s, cross_location_match, disconnect_red_after_workdays, "
           "eod_check_time, …",
           "p.toml:7: queue_red_waiting = 1: must be at least the amber one, or 0 for never",
           "p.toml:8: internal_messages = true: must be \"duty\" or \"info\"",
           "p.toml:9: source_stale_s = 10: must be at least source_late_s: what decides is shown "
           "first",
       });
}

TEST_CASE("without keys the collector listens on this machine only", "[unit][settings]")
{
    const std::string rule =
        ": must be tcp://127.0.0.1:PORT or ipc:///PATH: other addresses are refused until "
        "connections carry keys ([security] curve = \"required\")";
    const auto* wrong = GENERATE(
        "tcp://0.0.0.0:7701", "tcp://*:7701", "tcp://192.168.1.5:7701", "tcp://localhost:7701",
        "tcp://127.0.0.1", "tcp://127.0.0.1:0", "tcp://127.0.0.1:70000", "tcp://127.0.0.1:7701x",
        "udp://127.0.0.1:1", "tcp://127.0.0.1.evil.org:1", "ipc://", "ipc://here", "7701");
    CHECK(daemon_faults("[endpoints]\nevents = '" + std::string{wrong} + "'\n") ==
          Lines{"d.toml:5: endpoints.events = \"" + std::string{wrong} + "\"" + rule});
    CHECK(daemon_faults("[endpoints]\nevents = 'tcp://127.0.0.2:1'\nboard = 'ipc:///run/b'\n")
              .empty());
}

TEST_CASE("with keys it listens on any address of the machine", "[unit][settings]")
{
    const auto faults_at = [](const std::string& endpoint) {
        return daemon_faults("[security]\ncurve = 'required'\n[endpoints]\nevents = '" + endpoint +
                             "'\n");
    };
    const auto* good =
        GENERATE("tcp://0.0.0.0:7701", "tcp://*:7701", "tcp://192.0.2.5:7701", "tcp://[::]:7701",
                 "tcp://[2001:db8::1]:7701", "tcp://127.0.0.1:7701", "ipc:///run/events");
    CHECK(faults_at(good).empty());
    const auto* wrong = GENERATE("tcp://example.org:7701", "tcp://192.0.2.5", "tcp://192.0.2.5:0",
                                 "tcp://::1:7701", "tcp://[]:7701", "udp://192.0.2.5:1");
    CHECK(faults_at(wrong) == Lines{"d.toml:7: endpoints.events = \"" + std::string{wrong} +
                                    "\": must be tcp://ADDRESS:PORT or ipc:///PATH"});
    CHECK(daemon_faults("[security]\ncurve = 'maybe'\n") ==
          Lines{"d.toml:5: security.curve = \"maybe\": must be \"off\" or \"required\""});
}

TEST_CASE("two endpoints are two addresses", "[unit][settings]")
{
    CHECK(daemon_faults("[endpoints]\nevents = 'tcp://127.0.0.1:7702'\n") ==
          Lines{"d.toml:5: endpoints.events = \"tcp://127.0.0.1:7702\": must differ from control"});
    CHECK(daemon_faults("[endpoints]\nboard = 'ipc:///a'\nrequests = 'ipc:///a'\n") ==
          Lines{"d.toml:6: endpoints.requests = \"ipc:///a\": must differ from board"});
}

TEST_CASE("the daemon's file needs its three paths", "[unit][settings]")
{
    SettingsFaults faults;
    TomlFile file{"/etc/callwatch/d.toml", "policy = '../p.toml'\n[time]\nmode = 'fast'\n", faults};
    const auto settings = read_daemon_settings(file);

    CHECK(settings.policy == "/etc/p.toml");
    CHECK(settings.organisation.empty());
    CHECK(faults.texts() ==
          Lines{"/etc/callwatch/d.toml:1: data_directory: is missing: must be text in quotation "
                "marks, 1 to 128 bytes, on one line",
                "/etc/callwatch/d.toml:1: organisation: is missing: must be text in quotation "
                "marks, 1 to 128 bytes, on one line",
                "/etc/callwatch/d.toml:3: time.mode = \"fast\": must be \"system\" or \"source\""});
}

TEST_CASE("when the day is checked is close, or a time of day", "[unit][settings]")
{
    const auto read = [](const std::string& line) {
        SettingsFaults faults;
        TomlFile file{"p.toml", line, faults};
        const auto policy = read_policy(file).policy;
        return std::pair{policy.eod_check_time, faults.texts()};
    };
    CHECK_FALSE(read("eod_check_time = \"close\"\n").first.has_value());
    CHECK(read("eod_check_time = \"17:30\"\n").first ==
          std::chrono::hours{17} + std::chrono::minutes{30});
    CHECK(
        read("eod_check_time = \"late\"\n").second ==
        std::vector<std::string>{"p.toml:1: eod_check_time = \"late\": must be \"close\" or a time "
                                 "of day: \"17:30\""});
}

TEST_CASE("routes name what they lead to, and queues must be there", "[unit][settings]")
{
    CHECK(
        faults_with(
            "[location.north.routes]\n1 = \"queue none\"\n2 = \"somewhere\"\n3 = \"outside x\"\n"
            "4 = \"mailbox pbx1/9@default\"\n5 = \"outside\"\n") ==
        Lines{
            "o.toml:12: location.north.routes.1 = \"queue none\": must be the name of a "
            "[queue.…]: none is known here",
            "o.toml:13: location.north.routes.2 = \"somewhere\": must be \"queue NAME\", \"mailbox "
            "ID\", \"telephone ID\" or \"outside\"",
            "o.toml:14: location.north.routes.3 = \"outside x\": must be \"queue NAME\", \"mailbox "
            "ID\", \"telephone ID\" or \"outside\""});
}

TEST_CASE("a roster alone serves no location's telephones", "[unit][settings]")
{
    const std::string text = sound;
    const auto roster = text.substr(0, text.find("[source")) +
                        "[source.staff]\nkind = \"roster\"\nlocations = [\"north\"]\n";
    CHECK(organisation_faults(roster).size() == 1);
}
