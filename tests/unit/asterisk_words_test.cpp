// How are the telephone system's words read: names, numbers, channels, times? Numbers as in a New
// Zealand office that dials 9 for an outside line and has extensions of three digits.

#include <catch2/catch.hpp>

#include "daemon/bridges/asterisk/ami_text.hpp"
#include "daemon/bridges/asterisk/caller_id.hpp"
#include "daemon/bridges/asterisk/device_names.hpp"
#include "daemon/bridges/asterisk/dial_plan.hpp"
#include "daemon/bridges/asterisk/member_tracker.hpp"
#include "daemon/bridges/asterisk/route_tracker.hpp"
#include "daemon/bridges/asterisk/times.hpp"
#include "tests/support/asterisk_vocabulary.hpp"

using namespace callwatch;
using namespace callwatch::asterisk;
using callwatch::test::demo_settings;

TEST_CASE("one number is one number, however it was dialled or shown", "[unit][dial_plan]")
{
    const DialPlan plan{demo_settings().dial_plan};
    CHECK(plan.read("0217000001").e164() == "+64217000001");
    CHECK(plan.read("0217000001").rule() == "nz/1:national");
    CHECK(plan.read("90217000001").e164() == "+64217000001");
    CHECK(plan.read("90217000001").rule() == "nz/1:outside-prefix");
    CHECK(plan.read("90217000001").raw() == "90217000001");
    CHECK(plan.read("+64217000001").e164() == "+64217000001");
    CHECK(plan.read("+64217000001").rule() == "nz/1:international");
    CHECK(plan.read("0064217000001").e164() == "+64217000001");
    CHECK(plan.read("9006421 700 0001").e164() == "+64217000001");
    CHECK(plan.read("+1 512 463 1200").e164() == "+15124631200");
    CHECK(plan.read("(021) 700-0001").e164() == "+64217000001");
}

TEST_CASE("an extension is no public number, and a feature code is no number", "[unit][dial_plan]")
{
    const DialPlan plan{demo_settings().dial_plan};
    CHECK(plan.read("106").extension() == "106");
    CHECK(plan.read("106").e164().empty());
    CHECK(plan.read("106").rule() == "nz/1:extension");
    for (const char* raw : {"*97", "6001", "s", "21", "0217000001x", "99999999999999999999999"}) {
        const auto number = plan.read(raw);
        INFO(raw);
        CHECK(number.e164().empty());
        CHECK(number.extension().empty());
        CHECK_FALSE(number.withheld());
        CHECK(number.rule() == "nz/1:unreadable");
    }
}

TEST_CASE("a number that is not shown is withheld, in every spelling", "[unit][dial_plan]")
{
    const DialPlan plan{demo_settings().dial_plan};
    for (const char* raw : {"anonymous", "Anonymous", "<unknown>", "unknown", "RESTRICTED", ""}) {
        INFO(raw);
        CHECK(plan.read(raw).withheld());
        CHECK(plan.read(raw).e164().empty());
        CHECK(plan.read(raw).rule() == "nz/1:withheld");
    }
}

TEST_CASE("an outside prefix is not cut off a number that is whole with it", "[unit][dial_plan]")
{
    DialPlanSettings settings = demo_settings().dial_plan;
    settings.country = "US";
    const DialPlan plan{settings};
    CHECK(plan.read("9725550142").e164() == "+19725550142");
    CHECK(plan.read("99725550142").e164() == "+19725550142");
    CHECK(plan.read("915124631200").e164() == "+15124631200");
    CHECK(plan.read("915124631200").rule() == "us/1:outside-prefix");
}

TEST_CASE("what is seen is kept, but not without end and not as broken text", "[unit][dial_plan]")
{
    const DialPlan plan{demo_settings().dial_plan};
    CHECK(plan.read(std::string(500, '1')).raw().size() == 64);
    CHECK(plan.read("\xFF\xFE").raw() == "\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_CASE("staff are known by channel and interface names", "[unit][device_names]")
{
    const Settings settings = demo_settings();
    const DeviceNames names{settings};
    for (const char* name : {"PJSIP/106", "PJSIP/106-00000014", "Local/106@agents/n",
                             "Local/106@agents-00000001;2", "Local/106@from-internal-00000001;1"})
        CHECK(names.staff_extension(name) == "106");
    for (const char* name : {"PJSIP/trunk-0000001b", "PJSIP/1066-00000001", "PJSIP/", "SIP/106",
                             "Local/0217000001@from-internal-1;2", "Queue:main-line", ""})
        CHECK(names.staff_extension(name).empty());
    CHECK(names.telephone_extension("PJSIP/106-00000014") == "106");
    CHECK(names.telephone_extension("Local/106@agents/n").empty());
    CHECK(names.is_operator("100"));
    CHECK_FALSE(names.is_operator("101"));
}

TEST_CASE("a trunk is a trunk by its whole name", "[unit][device_names]")
{
    const Settings settings = demo_settings();
    const DeviceNames names{settings};
    CHECK(names.is_trunk("PJSIP/trunk-0000001b"));
    CHECK(names.is_trunk("PJSIP/trunk"));
    CHECK_FALSE(names.is_trunk("PJSIP/trunk2-0000001b"));
    CHECK_FALSE(names.is_trunk("PJSIP/106-0000001b"));
    CHECK(DeviceNames::without_serial("PJSIP/trunk-0000001b") == "PJSIP/trunk");
    CHECK(DeviceNames::local_twin("Local/101@agents-04;1") == "Local/101@agents-04;2");
    CHECK(DeviceNames::local_twin("Local/101@agents-04;2") == "Local/101@agents-04;1");
    CHECK(DeviceNames::local_twin("PJSIP/101-04").empty());
}

TEST_CASE("a name is as people write it, however it was escaped on the way", "[unit][ami_text]")
{
    CHECK(unescaped(R"(Sean O\'Hara)") == "Sean O'Hara");
    CHECK(unescaped("Sean O'Hara") == "Sean O'Hara");
    CHECK(unescaped(R"(\\\"Q\\\" Jones)") == R"("Q" Jones)");
    CHECK(unescaped(R"(back\slash)") == R"(back\slash)");
    CHECK(unescaped("Wendy  Chu") == "Wendy  Chu");
    CHECK(unescaped("\\") == "\\");
}

TEST_CASE("text that goes into an event is valid UTF-8 and bounded", "[unit][ami_text]")
{
    const std::string tane = "T\xC4\x81ne";
    const std::string replaced = "\xEF\xBF\xBD";
    CHECK(clean(tane, 128) == tane);
    CHECK(clean(tane, 2) == "T");
    CHECK(clean("a\xC4", 128) == "a" + replaced);
    CHECK(clean("\xED\xA0\x80", 128) == replaced + replaced + replaced);
    CHECK(clean("\xC0\xAF", 128) == replaced + replaced);
    CHECK(clean("\xF0\x9F\x93\x9E", 128) == "\xF0\x9F\x93\x9E");
    CHECK(clean("\xF4\x90\x80\x80", 128).find("\xF4") == std::string::npos);
    CHECK(clean(std::string_view{"a\0b\n", 4}, 128) == "a b ");
}

TEST_CASE("nothing known has several spellings", "[unit][ami_text]")
{
    for (const char* text : {"", "<unknown>", "unknown", "(null)"}) CHECK(is_unknown(text));
    CHECK_FALSE(is_unknown("Unknown Ltd"));
}

TEST_CASE("a voicemail's caller is read from the last brackets", "[unit][caller_id]")
{
    CHECK(parse_caller_id(R"("Smith, John" <0217000053>)").name == "Smith, John");
    CHECK(parse_caller_id(R"("Smith, John" <0217000053>)").number == "0217000053");
    CHECK(parse_caller_id(R"("Kate <Work>" <0217000094>)").name == "Kate <Work>");
    CHECK(parse_caller_id(R"("Kate <Work>" <0217000094>)").number == "0217000094");
    CHECK(parse_caller_id(R"("\\\"Q\\\" Jones" <0217000008>)").name == R"("Q" Jones)");
    CHECK(parse_caller_id("0217000003").number == "0217000003");
    CHECK(parse_caller_id("0217000003").name.empty());
    CHECK(parse_caller_id("").number.empty());
    CHECK(parse_caller_id("<").number == "<");
}

TEST_CASE("VoiceMail's arguments name one or more mailboxes", "[unit][route_tracker]")
{
    const auto two = voicemail_arguments("103@default&105@default,u");
    CHECK(two.mailboxes == std::vector<std::string_view>{"103@default", "105@default"});
    CHECK(two.options == "u");
    CHECK(voicemail_arguments("199").mailboxes == std::vector<std::string_view>{"199"});
    CHECK(voicemail_arguments("").mailboxes.empty());
    CHECK(voicemail_arguments("&&,u").mailboxes.empty());
    CHECK(voicemail_arguments(std::string(500, '&') + "1").mailboxes.size() == 1);
}

TEST_CASE("a pause has a class by its words", "[unit][members]")
{
    using NotReady = v1::AgentNotReady;
    CHECK(reason_class("Lunch break") == NotReady::LUNCH);
    CHECK(reason_class("coffee") == NotReady::BREAK);
    CHECK(reason_class("Wrap up, notes") == NotReady::ADMIN);
    CHECK(reason_class("Training meeting") == NotReady::TRAINING);
    CHECK(reason_class("Auto-Pause") == NotReady::SYSTEM);
    CHECK(reason_class("") == NotReady::REASON_CLASS_UNSPECIFIED);
    CHECK(reason_class("Dentist") == NotReady::OTHER);
}

TEST_CASE("the manager's timestamps are exact to the microsecond", "[unit][times]")
{
    CHECK(micros(*parse_epoch("1795307640.004712")) == 1'795'307'640'004'712);
    CHECK(micros(*parse_epoch("1795307640.5")) == 1'795'307'640'500'000);
    CHECK(micros(*parse_epoch("1795307640")) == 1'795'307'640'000'000);
    for (const char* text : {"", "x", "-1", "1795307640.", "1795307640.0047121",
                             "1795307640.00x712", "17.5", "99999999999", "1795307640 "})
        CHECK_FALSE(parse_epoch(text));
}

TEST_CASE("the end of a recording is given with its offset from UTC", "[unit][times]")
{
    CHECK(format_utc(*parse_rfc3339("2026-11-20T17:00:00-06:00")) == "2026-11-20T23:00:00.000000Z");
    CHECK(format_utc(*parse_rfc3339("2026-11-20T17:00:00.25Z")) == "2026-11-20T17:00:00.250000Z");
    CHECK(format_utc(*parse_rfc3339("2026-11-21T12:30:00+13:45")) == "2026-11-20T22:45:00.000000Z");
    for (const char* text :
         {"2026-11-20T17:00:00", "2026-11-20", "2026-02-30T17:00:00Z", "2026-11-20T24:00:00Z",
          "2026-11-20T17:00:00+0600", "tomorrow at five o'c", "1969-12-31T23:59:59Z"})
        CHECK_FALSE(parse_rfc3339(text));
}
