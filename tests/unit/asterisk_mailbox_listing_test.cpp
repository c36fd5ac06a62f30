// Is a voicemail directory read as Asterisk keeps it, whatever happens to its files meanwhile?

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

#include "daemon/bridges/asterisk/live/greeting_files.hpp"
#include "daemon/bridges/asterisk/live/spool_watcher.hpp"
#include "daemon/bridges/asterisk/times.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace callwatch;
using namespace callwatch::asterisk;
using namespace std::chrono_literals;
using callwatch::test::TemporaryFolder;
using Kind = SpoolChange::Kind;
namespace fs = std::filesystem;

namespace {

std::string message_text(const std::string& msg_id, const std::string& number = "0217000001")
{
    return ";\n; Message Information file\n;\n[message]\norigmailbox=106\ncontext=staff\n"
           "callerchan=PJSIP/trunk-00000000\ncallerid=\"Payroll: desk\" <" +
           number +
           ">\norigdate=Sun Nov 22 12:58:49 AM UTC 2026\norigtime=1795309129\nmsg_id=" + msg_id +
           "\nflag=\nduration=4\n";
}

/// A spool with the mailbox 106@default.
struct Spool {
    TemporaryFolder folder;
    SpoolReader reader{folder.path()};

    fs::path place(const std::string& name) const { return fs::path{folder.path()} / name; }
    void write(const std::string& name, const std::string& text) const
    {
        fs::create_directories(place(name).parent_path());
        std::ofstream{place(name)} << text;
    }
    std::optional<MailboxListing> list() { return reader.list({"default", "106"}); }
};

std::vector<Kind> kinds(const std::vector<SpoolChange>& changes)
{
    std::vector<Kind> out;
    for (const auto& change : changes) out.push_back(change.kind);
    return out;
}

}  // namespace

TEST_CASE("a message file says who left what and when", "[unit][spool]")
{
    const auto file = parse_message_file(message_text("1795309129-00000000"));
    REQUIRE(file);
    CHECK(file->msg_id == "1795309129-00000000");
    CHECK(file->message.caller_id == "\"Payroll: desk\" <0217000001>");
    CHECK(file->message.caller_channel == "PJSIP/trunk-00000000");
    CHECK(file->message.began == instant_of(1'795'309'129'000'000));
    CHECK(file->message.duration_ms == 4'000);
}

TEST_CASE("no beginning of a message file passes for a whole one", "[unit][spool]")
{
    const std::string text = message_text("1795309129-00000000");
    for (std::size_t size = 0; size < text.size(); ++size)
        CHECK_FALSE(parse_message_file(std::string_view{text}.substr(0, size)));
    CHECK_FALSE(parse_message_file(std::string(SpoolReader::file_bytes_max + 1, 'x')));
}

TEST_CASE("a mailbox's messages are found in its folders, not what is being recorded",
          "[unit][spool]")
{
    Spool spool;
    spool.write("default/106/INBOX/msg0000.txt", message_text("1-0"));
    spool.write("default/106/INBOX/msg0000.wav", "RIFF");
    spool.write("default/106/Old/msg0000.txt", message_text("1-1"));
    spool.write("default/106/Deleted/msg0000.txt", message_text("1-2"));
    spool.write("default/106/tmp/msg0001.txt", message_text("1-3"));
    spool.write("default/106/unavail.wav", "RIFF");
    const auto listing = spool.list();
    REQUIRE(listing);
    REQUIRE(listing->size() == 2);
    CHECK(listing->at("1-0").folder == "INBOX");
    CHECK(listing->at("1-1").folder == "Old");
    CHECK(spool.reader.mailboxes() == std::vector<MailboxDirectory>{{"default", "106"}});
}

TEST_CASE("a mailbox without a directory is empty", "[unit][spool]")
{
    Spool spool;
    const auto listing = spool.list();
    REQUIRE(listing);
    CHECK(listing->empty());
}

TEST_CASE("a mailbox with a half written message is not vouched for", "[unit][spool]")
{
    Spool spool;
    spool.write("default/106/INBOX/msg0000.txt", message_text("1-0"));
    spool.write("default/106/INBOX/msg0001.txt", message_text("1-1").substr(0, 120));
    CHECK_FALSE(spool.list());
    spool.write("default/106/INBOX/msg0001.txt", message_text("1-1"));
    REQUIRE(spool.list());
    CHECK(spool.list()->size() == 2);
}

TEST_CASE("a message that nobody can read is not overlooked", "[unit][spool]")
{
    Spool spool;
    spool.write("default/106/INBOX/msg0000.txt", "[message]\n");
    timespec old[2] = {{1'000'000'000, 0}, {1'000'000'000, 0}};
    REQUIRE(utimensat(AT_FDCWD, spool.place("default/106/INBOX/msg0000.txt").c_str(), old, 0) == 0);
    REQUIRE(spool.list());
    CHECK(spool.list()->begin()->first == "unreadable-1000000000-msg0000.txt");
}

TEST_CASE("heard, renumbered and deleted messages are told apart by their ids", "[unit][spool]")
{
    Spool spool;
    for (int i = 0; i < 3; ++i)
        spool.write("default/106/INBOX/msg000" + std::to_string(i) + ".txt",
                    message_text("1-" + std::to_string(i)));
    const auto before = *spool.list();
    CHECK(kinds(compare("106@default", {}, before, Instant{})) ==
          std::vector<Kind>{Kind::appeared, Kind::appeared, Kind::appeared});

    // 1-0 is deleted, 1-1 heard, 1-2 takes the first place.
    fs::remove(spool.place("default/106/INBOX/msg0000.txt"));
    fs::create_directories(spool.place("default/106/Old"));
    fs::rename(spool.place("default/106/INBOX/msg0001.txt"),
               spool.place("default/106/Old/msg0000.txt"));
    fs::rename(spool.place("default/106/INBOX/msg0002.txt"),
               spool.place("default/106/INBOX/msg0000.txt"));
    const auto after = *spool.list();
    const auto changes = compare("106@default", before, after, instant_of(7));
    CHECK(kinds(changes) == std::vector<Kind>{Kind::moved, Kind::renumbered, Kind::gone});
    CHECK(changes[0].msg_id == "1-1");
    CHECK(changes[0].from_folder == "INBOX");
    CHECK(changes[0].folder == "Old");
    CHECK(changes[2].msg_id == "1-0");
    CHECK(changes[2].folder == "INBOX");
    CHECK(changes[2].at == instant_of(7));
}

TEST_CASE("a directory without permission is said in one sentence", "[unit][spool]")
{
    if (geteuid() == 0) return;  // Nothing is closed to root.
    Spool spool;
    spool.write("default/106/INBOX/msg0000.txt", message_text("1-0"));
    chmod(spool.place("default/106/INBOX").c_str(), 0);
    CHECK(spool.reader.trouble().find("INBOX: the voicemail directory cannot be read: Permission "
                                      "denied; the bridge's user has to be in Asterisk's group") !=
          std::string::npos);
    chmod(spool.place("default/106/INBOX").c_str(), 0700);
    CHECK(spool.reader.trouble().empty());
}

TEST_CASE("a missing directory is said in one sentence", "[unit][spool]")
{
    const SpoolReader reader{"/nowhere/voicemail"};
    CHECK(reader.trouble() == "/nowhere/voicemail: there is no such voicemail directory");
}

TEST_CASE("a hint has a mailbox read once Asterisk has said who did it, also a new one",
          "[unit][spool]")
{
    Spool spool;
    spool.write("default/106/INBOX/msg0000.txt", message_text("1-0"));
    SpoolWatcher watcher{{spool.folder.path()}};
    std::map<std::string, MailboxListing> seen;
    Steady now{std::chrono::hours{1}};
    const auto turn = [&](std::chrono::milliseconds later) {
        now += later;
        watcher.turn(now, [&](const std::string& mailbox, const MailboxListing& listing) {
            seen[mailbox] = listing;
        });
    };
    turn(0ms);
    CHECK(seen["106@default"].size() == 1);
    CHECK_FALSE(watcher.polls());
    seen.clear();
    turn(10ms);
    CHECK(seen.empty());
    spool.write("default/106/Old/msg0000.txt", message_text("1-1"));
    turn(10ms);
    turn(200ms);
    CHECK(seen.empty());
    turn(60ms);
    CHECK(seen["106@default"].size() == 2);
    spool.write("branch/301/INBOX/msg0000.txt", message_text("1-2"));
    turn(10ms);
    turn(260ms);
    CHECK(seen["301@branch"].size() == 1);
    seen.clear();
    spool.write("default/106/Old/msg0001.txt", message_text("1-3"));
    turn(10ms);
    watcher.read("106@default");  // Asterisk has said so: there is nothing to wait for.
    turn(10ms);
    CHECK(seen["106@default"].size() == 3);
}

TEST_CASE("without a hint everything is read every minute", "[unit][spool]")
{
    Spool spool;
    spool.write("default/106/INBOX/msg0000.txt", message_text("1-0"));
    SpoolWatcher watcher{{spool.folder.path()}};
    int reads = 0;
    const auto count = [&](const std::string&, const MailboxListing&) { ++reads; };
    Steady now{std::chrono::hours{1}};
    watcher.turn(now, count);
    watcher.turn(now + 59s, count);
    CHECK(reads == 1);
    watcher.turn(now + 60s, count);
    CHECK(reads == 2);
}

TEST_CASE("mailboxes that the telephone system knows are read without a directory", "[unit][spool]")
{
    Spool spool;
    spool.write("default/106/INBOX/msg0000.txt", message_text("1-0"));
    SpoolWatcher watcher{{spool.folder.path()}};
    std::map<std::string, std::size_t> seen;
    watcher.read_all({"107@default", "../../etc@default"});
    watcher.turn(Steady{std::chrono::hours{1}},
                 [&](const std::string& mailbox, const MailboxListing& listing) {
                     seen[mailbox] = listing.size();
                 });
    CHECK(seen == std::map<std::string, std::size_t>{{"106@default", 1}, {"107@default", 0}});
}

TEST_CASE("a greeting that is recorded again, or removed, is told, and its owner's name is not",
          "[unit][spool]")
{
    Spool spool;
    const auto at = [](int second) {
        return Instant{std::chrono::seconds{1'795'309'000 + second}};
    };
    const auto record = [&](const std::string& name, int second) {
        spool.write("default/106/" + name, "sound");
        const timespec written[2] = {{}, {1'795'309'000 + second, 0}};
        REQUIRE(utimensat(AT_FDCWD, spool.place("default/106/" + name).c_str(), written, 0) == 0);
    };
    GreetingWatch watch;
    const auto look = [&](int second) {
        return watch.take("106@default", *read_greetings(spool.place("default/106")), at(second));
    };
    CHECK_FALSE(look(1));  // Nobody has recorded one yet.
    record("greet.wav", 2);
    CHECK_FALSE(look(3));
    record("unavail.wav", 4);
    record("unavail.WAV", 5);
    auto change = look(10);
    REQUIRE(change);
    CHECK(change->greeting == "unavail");
    CHECK(change->at == at(5));
    CHECK_FALSE(look(11));
    record("temp.wav", 12);
    change = look(13);
    REQUIRE(change);
    CHECK(change->greeting == "temp");
    CHECK(change->at == at(12));
    fs::remove(spool.place("default/106/temp.wav"));
    change = look(20);
    REQUIRE(change);
    CHECK(change->at == at(20));
    CHECK_FALSE(look(21));
}

TEST_CASE("the date of a list of the manager interface is read", "[unit][spool]")
{
    CHECK(parse_voicemail_date("Sun Nov 22 01:09:27 AM UTC 2026") ==
          instant_of(1'795'309'767'000'000));
    CHECK(parse_voicemail_date("Tue Nov  3 12:00:00 PM UTC 2026") ==
          instant_of(1'793'707'200'000'000));
    CHECK(parse_voicemail_date("Tue Nov  3 12:00:00 AM UTC 2026") ==
          instant_of(1'793'664'000'000'000));
    CHECK_FALSE(parse_voicemail_date("Tue Nov 31 12:00:00 AM UTC 2026"));
    CHECK_FALSE(parse_voicemail_date("2026-11-22 01:09:27"));
    CHECK_FALSE(parse_voicemail_date(""));
}
