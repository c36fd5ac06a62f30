// Do the files that we ship load without a word, and say what they are meant to say? Defaults in
// config/ are the defaults in the code.

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>

#include "daemon/calendar/business_calendar.hpp"
#include "daemon/settings/settings.hpp"
#include "tests/support/calendar_vocabulary.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace callwatch;
using callwatch::test::day;
using callwatch::test::utc;

namespace {

const std::filesystem::path config = CALLWATCH_CONFIG_DIR;

}  // namespace

TEST_CASE("the template loads, and its policy is the default policy", "[unit][settings]")
{
    const Settings settings = load_settings(config / "callwatchd.toml");
    const Policy defaults;
    const Policy& policy = settings.policy;

    CHECK(settings.daemon.endpoints.events == Endpoints{}.events);
    CHECK(settings.daemon.endpoints.control == Endpoints{}.control);
    CHECK(settings.daemon.endpoints.board == Endpoints{}.board);
    CHECK(settings.daemon.endpoints.requests == Endpoints{}.requests);
    CHECK(settings.daemon.data_directory == "/var/lib/callwatch");
    CHECK(settings.daemon.policy == config / "policy.toml");
    CHECK(policy.after_hours_due == defaults.after_hours_due);
    CHECK(policy.no_answer == defaults.no_answer);
    CHECK(policy.min_message == defaults.min_message);
    CHECK(policy.min_talk == defaults.min_talk);
    CHECK(policy.min_ring == defaults.min_ring);
    CHECK(policy.late_window == defaults.late_window);
    CHECK(policy.internal_messages_are_duties == defaults.internal_messages_are_duties);
    CHECK(policy.cross_location_match == defaults.cross_location_match);
    CHECK(policy.absent_due == defaults.absent_due);
    CHECK(policy.greeting_refresh == defaults.greeting_refresh);
    CHECK(policy.absent_greeting_grace == defaults.absent_greeting_grace);
    CHECK(policy.eod_check_time == defaults.eod_check_time);
    CHECK(policy.mask_digits_shown == defaults.mask_digits_shown);
    CHECK(policy.eod_grace == defaults.eod_grace);
    CHECK(policy.settle_wait == defaults.settle_wait);
    CHECK(policy.signoff_deadline == defaults.signoff_deadline);
    CHECK(policy.avg_return == defaults.avg_return);
    CHECK(policy.mailbox_list_max_age == defaults.mailbox_list_max_age);
    CHECK(policy.short_abandon == defaults.short_abandon);
    CHECK(policy.source_late == defaults.source_late);
    CHECK(policy.source_stale == defaults.source_stale);
    CHECK(policy.max_clock_skew == defaults.max_clock_skew);
    CHECK(policy.number_retention == defaults.number_retention);
    CHECK(policy.audit_retention == defaults.audit_retention);
    CHECK(settings.daemon.snapshot_every_facts == DaemonSettings{}.snapshot_every_facts);
    CHECK(settings.daemon.head_export.empty());
    CHECK(policy.version.size() == 64);
}

TEST_CASE("the template's organisation is read as it is written", "[unit][settings]")
{
    const auto organisation = load_settings(config / "callwatchd.toml").organisation;

    REQUIRE(organisation.locations.size() == 2);
    const Location& riverfront = organisation.locations[1];
    CHECK(riverfront.id.text == "riverfront");
    CHECK_FALSE(riverfront.weekly[0]);
    CHECK(riverfront.weekly[1] == DayHours{std::chrono::hours{8}, std::chrono::hours{17}});
    CHECK(riverfront.weekly[5] == DayHours{std::chrono::hours{8}, std::chrono::hours{16}});
    CHECK(riverfront.weekly[6] == DayHours{std::chrono::hours{9}, std::chrono::hours{12}});
    CHECK(riverfront.monitoring_start == utc("2027-01-04T13:00:00"));
    const Location& northside = organisation.locations[0];
    CHECK(northside.operator_queues == std::vector<QueueId>{{"pbx1/main-line"}});
    CHECK(northside.exceptions.at(day("2026-11-26")) == std::nullopt);
    CHECK(northside.exceptions.at(day("2026-12-24"))->to == std::chrono::hours{12});

    REQUIRE(organisation.mailboxes.size() == 5);
    CHECK(organisation.mailboxes[3].id.text == "pbx1/199@default");
    CHECK(organisation.mailboxes[3].group.text == "operators");
    CHECK(organisation.mailboxes[4].location.text == "riverfront");
    REQUIRE(organisation.queues.size() == 2);
    CHECK(organisation.queues[0].thresholds.amber_waiting == 3);
    CHECK(organisation.queues[1].thresholds.amber_waiting == 5);
    CHECK(organisation.queues[1].thresholds.red_wait == std::chrono::seconds{180});
    CHECK(organisation.version.size() == 64);
}

TEST_CASE("the recorded day is a business day of twelve minutes", "[unit][settings]")
{
    const Settings settings = load_settings(config / "examples/recorded-day/callwatchd.toml");
    const auto& organisation = settings.organisation;

    CHECK(settings.daemon.time_mode == TimeMode::source);
    CHECK(settings.policy.min_talk == std::chrono::seconds{2});
    CHECK(settings.policy.min_message == std::chrono::seconds{1});
    CHECK(settings.policy.min_ring == std::chrono::seconds{10});
    REQUIRE(organisation.locations.size() == 1);
    const Location& northside = organisation.locations.front();
    CHECK(northside.monitoring_start == utc("2026-11-20T22:48:00"));
    const auto hours = BusinessCalendar::make(northside)->hours_on(day("2026-11-20"));
    REQUIRE(hours);
    CHECK(hours->opens == utc("2026-11-20T22:48:00"));
    CHECK(hours->closes == utc("2026-11-20T23:00:00"));
    CHECK(organisation.people.size() == 15);
    CHECK(organisation.mailboxes.size() == 14);
    CHECK(organisation.queues.size() == 4);
    CHECK(northside.operator_queues.size() == 3);
    CHECK(organisation.sources.front().id.text == "pbx1");
}

TEST_CASE("the faults of all three files are told together", "[unit][settings]")
{
    const callwatch::test::TemporaryDirectory directory;
    directory.write("policy.toml", "# Short\nmin_talk_s = 0\n");
    const auto path = directory.write("callwatchd.toml",
                                      "data_directory = \"data\"\norganisation = \"absent.toml\"\n"
                                      "policy = \"policy.toml\"\nlog_level = \"loud\"\n");
    const std::string folder = directory.path().string() + "/";
    try {
        static_cast<void>(load_settings(path));
        FAIL("no SettingsError");
    } catch (const SettingsError& error) {
        CHECK(error.faults() ==
              std::vector<std::string>{
                  folder +
                      "callwatchd.toml:4: log_level = \"loud\": must be \"debug\" or \"info\" or "
                      "\"warning\" or \"error\"",
                  folder + "policy.toml:2: min_talk_s = 0: must be a whole number from 1 to 600",
                  folder + "absent.toml: there is no such file",
              });
    }
}

TEST_CASE("a settings file that is not there is the only fault", "[unit][settings]")
{
    const callwatch::test::TemporaryDirectory directory;
    const auto path = directory.path() / "callwatchd.toml";
    CHECK_THROWS_WITH(load_settings(path), path.string() + ": there is no such file");
}

TEST_CASE("every key of the shipped files is explained in their README", "[unit][settings]")
{
    std::ifstream readme{config / "README.md"};
    const std::string text{std::istreambuf_iterator<char>{readme}, {}};
    REQUIRE(text.size() > 1000);

    const auto check_keys = [&](const std::filesystem::path& name, const std::string& table) {
        SettingsFaults faults;
        TomlFile file{config / name, faults};
        TomlTable root = file.root();
        for (const auto& key : (table.empty() ? root : root.table(table)).keys()) {
            INFO(name << ": " << key);
            CHECK(text.find(table.empty() ? key : table + "." + key) != std::string::npos);
        }
    };
    check_keys("policy.toml", "");
    check_keys("callwatchd.toml", "");
    check_keys("callwatchd.toml", "endpoints");
    check_keys("callwatchd.toml", "security");
    check_keys("callwatchd.toml", "time");
}
