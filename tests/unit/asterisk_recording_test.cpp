// Is a recording read, merged and played exactly, always the same, and refused when it is none? The
// recording is the one in tests/data/asterisk; what is expected of it comes from its ground truth.

#include <catch2/catch.hpp>

#include <fstream>
#include <map>
#include <set>

#include <unistd.h>

#include "daemon/bridges/asterisk/gzip_file.hpp"
#include "daemon/bridges/asterisk/replay.hpp"
#include "daemon/bridges/asterisk/settings_file.hpp"
#include "daemon/settings/settings_error.hpp"
#include "tests/support/asterisk_vocabulary.hpp"

using namespace callwatch;
using namespace callwatch::asterisk;
namespace fs = std::filesystem;

namespace {

const Recording& recorded_day()
{
    static const Recording recording = load_recording({RECORDED_DAY "/ami.txt.gz", {}, {}});
    return recording;
}

Settings example_settings() { return load_settings(CONFIG_EXAMPLE "/asterisk.toml"); }

Events play(std::optional<Instant> ends_at = std::nullopt)
{
    Replay replay{recorded_day(), example_settings(), ends_at};
    Events out;
    while (replay.next_at()) replay.step(out);
    return out;
}

std::map<std::string, int> counted(const Events& events)
{
    std::map<std::string, int> out;
    for (const auto& event : events) ++out[test::kind_of(event)];
    return out;
}

std::string bytes_of(const Events& events)
{
    std::string out;
    for (const auto& event : events) out += event.SerializeAsString();
    return out;
}

/// A folder of this test alone.
class Folder {
public:
    Folder()
    {
        std::string name = (fs::temp_directory_path() / "callwatch-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("mkdtemp");
        path_ = name;
    }
    ~Folder() { fs::remove_all(path_); }
    fs::path write(const std::string& name, const std::string& bytes) const
    {
        std::ofstream{path_ / name, std::ios::binary} << bytes;
        return path_ / name;
    }

private:
    fs::path path_;
};

std::string refusal(const std::function<void()>& act)
{
    try {
        act();
    } catch (const RecordingError& error) {
        return error.what();
    }
    return "";
}

bool contains(const std::string& text, const std::string& part)
{
    return text.find(part) != text.npos;
}

const std::string banner = "Asterisk Call Manager/11.0.0\r\n";
const std::string one_chunk = R"({"t": 1795309115.600935, "off": 0, "len": 30})"
                              "\n";

}  // namespace

TEST_CASE("the recorded day: every entry into a queue, every message, every call back",
          "[unit][recording]")
{
    const Events events = play();
    auto counts = counted(events);
    CHECK(counts["call_queued"] == 70);
    CHECK(counts["call_offered"] == 103);
    CHECK(counts["call_offer_failed"] == 46 + 15);
    CHECK(counts["voicemail_left"] == 2 * 32);
    CHECK(counts["voicemail_heard"] == 10);
    CHECK(counts["voicemail_deleted"] == 3);
    // To customers, and to a colleague.
    CHECK(counts["outbound_call_established"] == 10 + 1);
    CHECK(counts["outbound_call_cleared"] == 10 + 1);
    CHECK(counts["outbound_call_failed"] == 5 + 1);
    CHECK(counts["call_transferred"] == 8 + 3);
    CHECK(counts["mailbox_snapshot"] == 4 * 14);

    std::map<v1::CallDequeued::Cause, int> causes;
    std::set<std::pair<std::string, std::string>> files;
    for (const auto& event : events) {
        if (event.has_call_dequeued()) ++causes[event.call_dequeued().cause()];
        if (!event.has_voicemail_left()) continue;
        const auto& left = event.voicemail_left();
        CHECK(event.origin() == v1::ORIGIN_REPLAY);
        CHECK_FALSE(left.call_id().empty());
        if (!left.message_id().empty()) files.emplace(left.mailbox_id(), left.message_id());
    }
    CHECK(causes == std::map<v1::CallDequeued::Cause, int>{{v1::CallDequeued::ANSWERED, 42},
                                                           {v1::CallDequeued::ABANDONED, 13},
                                                           {v1::CallDequeued::TIMEOUT, 9},
                                                           {v1::CallDequeued::EXIT_KEY, 6}});
    CHECK(files.size() == 32);
}

TEST_CASE("everything in the recorded day is understood", "[unit][recording]")
{
    Replay replay{recorded_day(), example_settings(), std::nullopt};
    Events out;
    while (replay.next_at()) replay.step(out);
    CHECK(replay.reader_counters() == AmiReader::Counters{19'134, 0, 0, 0});
    CHECK(replay.census().unknown_events().empty());
    CHECK(replay.census().unknown_headers().empty());
    CHECK(replay.census().unreadable_headers().empty());
    CHECK(replay.census().left_out().empty());
}

TEST_CASE("the same recording gives the same events, byte for byte", "[unit][recording]")
{
    CHECK(bytes_of(play()) == bytes_of(play()));
}

TEST_CASE("all times move by one offset, so that the end is exactly then", "[unit][recording]")
{
    const Instant end = *parse_rfc3339("2026-11-20T17:00:00-06:00");
    const Events as_recorded = play();
    const Events moved = play(end);
    const auto offset = micros(end) - micros(recorded_day().ends());
    REQUIRE(moved.size() == as_recorded.size());
    for (std::size_t i = 0; i < moved.size(); ++i) {
        REQUIRE(moved[i].occurred_at_us() == as_recorded[i].occurred_at_us() + offset);
        const auto& before = as_recorded[i].voicemail_left();
        const auto& after = moved[i].voicemail_left();
        if (before.received_at_us() != 0)
            CHECK(after.received_at_us() == before.received_at_us() + offset);
        CHECK(after.call_id() == before.call_id());
    }
    CHECK(moved.front().source_status().state() == v1::SourceStatus::UP);
    CHECK(moved.back().source_status().state() == v1::SourceStatus::END);
    CHECK(moved.back().occurred_at_us() == micros(end));
}

TEST_CASE("the watermark never goes back and ends with the recording", "[unit][recording]")
{
    Replay replay{recorded_day(), example_settings(), std::nullopt};
    Events out;
    Instant before{};
    // Timestamps go back by up to 2.5 ms, held departures by less than the time until they are
    // told.
    constexpr Micros back_max = std::chrono::seconds{2};
    while (replay.next_at()) {
        replay.step(out);
        REQUIRE(replay.as_of());
        CHECK(*replay.as_of() + back_max >= before);
        before = std::max(before, *replay.as_of());
    }
    CHECK(*replay.as_of() == recorded_day().ends());
}

TEST_CASE("a spool's numbers belong to one recording under one reading of it", "[unit][recording]")
{
    const Settings settings = example_settings();
    const auto tag = Replay::tag(recorded_day(), settings, std::nullopt);
    CHECK(tag == Replay::tag(recorded_day(), settings, std::nullopt));
    CHECK(tag != Replay::tag(recorded_day(), settings, recorded_day().ends()));
    Settings other = settings;
    other.dial_plan.outside_prefixes = {"0"};
    CHECK(tag != Replay::tag(recorded_day(), other, std::nullopt));
    other = settings;
    other.spool_dir = "elsewhere";
    CHECK(tag == Replay::tag(recorded_day(), other, std::nullopt));
    Recording changed = recorded_day();
    changed.digest = "something else";
    CHECK(tag != Replay::tag(changed, settings, std::nullopt));
    CHECK(tag.size() <= 256);
}

TEST_CASE("bytes and files are merged by time", "[unit][recording]")
{
    const Folder folder;
    Recording recording;
    recording.ami = folder.write("ami.txt", banner);
    recording.ami_stamp = stamp_of(recording.ami);
    recording.chunks = {{instant_of(1'000'000'000'000'010), 0, 10},
                        {instant_of(1'000'000'000'000'030), 10, 20}};
    SpoolChange change;
    change.mailbox = "106";
    change.msg_id = "m-1";
    for (const std::int64_t at : {20, 30, 40}) {
        change.at = instant_of(1'000'000'000'000'000 + at);
        recording.changes.push_back(change);
    }
    const Settings settings = test::demo_settings();
    Replay replay{recording, settings, std::nullopt};
    std::vector<std::int64_t> times;
    Events out;
    while (const auto at = replay.next_at()) {
        times.push_back(micros(*at) - 1'000'000'000'000'000);
        replay.step(out);
    }
    CHECK(times == std::vector<std::int64_t>{10, 20, 30, 30, 40, 40});
    CHECK(recording.ends() == instant_of(1'000'000'000'000'040));
}

TEST_CASE("a recording that is none is refused with file, place and what to do",
          "[unit][recording]")
{
    const Folder folder;
    const auto load = [](const fs::path& ami) {
        return refusal([&] { load_recording({ami, {}, {}}); });
    };
    CHECK(contains(load("nowhere/ami.txt"), "cannot be opened"));
    CHECK(contains(load(folder.write("letter.txt", "Dear all,")), "does not begin with"));
    CHECK(contains(load(folder.write("ami.txt", banner)), "--chunks"));
    folder.write("ami.chunks.jsonl", "");
    CHECK(contains(load(folder.write("ami.txt", banner)), "is empty"));
    folder.write("ami.chunks.jsonl", one_chunk);
    CHECK(load(folder.write("ami.txt", banner)).empty());
    CHECK(contains(load(folder.write("ami.txt", banner + "more")), "speaks of 30 bytes"));
    CHECK(contains(load(folder.write("ami.txt", banner.substr(0, 28))), "ends after the 28 bytes"));
    folder.write("ami.txt", banner);
    const auto spool = folder.write("spool-changes.jsonl", "{}\n");
    CHECK(contains(load(spool.parent_path() / "ami.txt"), "spool-changes.jsonl:1: "));
}

TEST_CASE("a recording whose file is changed before it was played is not played on",
          "[unit][recording]")
{
    const Folder folder;
    folder.write("ami.chunks.jsonl", one_chunk);
    const auto file = folder.write("ami.txt", banner);
    const Recording recording = load_recording({file, {}, {}});
    const Settings settings = test::demo_settings();
    const auto play_it = [&] {
        return refusal([&] {
            Replay replay{recording, settings, std::nullopt};
            Events out;
            while (replay.next_at()) replay.step(out);
        });
    };
    CHECK(play_it().empty());
    SECTION("it has become longer")
    {
        folder.write("ami.txt", banner + "more");
        CHECK(contains(play_it(), "ami.txt: was changed"));
    }
    SECTION("it has become shorter")
    {
        folder.write("ami.txt", "");
        CHECK(contains(play_it(), "ami.txt: was changed"));
    }
    SECTION("it has been written again")
    {
        fs::last_write_time(file, fs::last_write_time(file) + std::chrono::seconds{1});
        CHECK(contains(play_it(), "ami.txt: was changed"));
    }
    SECTION("it is gone")
    {
        fs::remove(file);
        CHECK(contains(play_it(), "cannot be opened"));
    }
}

TEST_CASE("a file that was cut off while it was packed is refused", "[unit][recording]")
{
    const Folder folder;
    std::ifstream file{RECORDED_DAY "/ami.txt.gz", std::ios::binary};
    std::string packed(100'000, '\0');
    file.read(packed.data(), static_cast<std::streamsize>(packed.size()));
    const auto cut = folder.write("ami.txt.gz", packed);
    CHECK(contains(refusal([&] { read_file(cut, std::size_t{1} << 30); }),
                   "cannot be unpacked after"));
    CHECK(contains(refusal([&] { read_file(RECORDED_DAY "/ami.txt.gz", 1'000); }),
                   "larger than 1000"));
}

TEST_CASE("a line about arrivals that cannot be is refused with its number", "[unit][recording]")
{
    const auto say = [](const std::string& second_line) {
        return refusal([&] { parse_chunks("c", one_chunk + second_line, 60); });
    };
    const std::string t = R"("t": 1795309115.7)";
    CHECK(contains(say("{" + t + R"(, "off": 31, "len": 29})"), "c:2: \"off\" is 31 where 30"));
    CHECK(contains(say("{" + t + R"(, "off": 30, "len": 31})"), "c:2: ends after the 60 bytes"));
    CHECK(contains(say("{" + t + R"(, "off": 30, "len": -1})"), "\"len\" must be a whole number"));
    CHECK(contains(say(R"({"t": 1795309115.5, "off": 30, "len": 30})"),
                   "earlier than the line before"));
    CHECK(contains(say(R"({"t": 17, "off": 30, "len": 30})"), "must be a time from 2000 to 2100"));
    CHECK(contains(say("{" + t + "}"), "\"off\" must be"));
    CHECK(contains(say("[1]"), "c:2: not a JSON object"));
    CHECK(contains(say("{\"t\""), "c:2: not a JSON object"));
    CHECK(contains(say(std::string(70'000, ' ') + "{"), "not a JSON object"));
    CHECK(contains(say("{" + t + R"(, "off": true, "len": 30})"), "\"off\" must be a whole"));
    CHECK(contains(say("{" + t + R"(, "off": [30], "len": 30})"), "\"off\" must be a whole"));
    CHECK(contains(say("{" + t + R"(, "in": {"off": 30}, "len": 30})"), "\"off\" must be"));
    CHECK(contains(say("[{" + t + R"(, "off": 30, "len": 30}])"), "not a JSON object"));
    CHECK(contains(say("{" + t + R"(, "off": 30, "len": 30} {})"), "not a JSON object"));
    CHECK(say("{" + t + R"(, "off": 30, "len": 30})").empty());
    CHECK(say("{" + t + R"(, "off": 30, "len": 30, "in": {"len": 1, "of": [{"off": 2}, 3]}})")
              .empty());
    CHECK(say("{" + t + R"(, "off": 31, "len": 30, "off": 30})").empty());
}

TEST_CASE("a line about voicemail files is read, whether numbers are texts or not",
          "[unit][recording]")
{
    const std::string begins =
        R"({"t": 1795309135.636, "change": "new", "msg_id": "m-1", "mailbox": "106", )";
    const auto changes = parse_spool_log(
        "s", begins +
                 R"("folder": "INBOX", "callerid": "x", "origtime": "1795309129", "duration": "4"})"
                 "\n" +
                 begins + R"("folder": "INBOX", "origtime": 1795309129, "duration": 4.5})");
    REQUIRE(changes.size() == 2);
    CHECK(changes[0].kind == SpoolChange::Kind::appeared);
    CHECK(micros(changes[0].at) == 1'795'309'135'636'000);
    CHECK(micros(changes[0].began) == 1'795'309'129'000'000);
    CHECK(changes[0].duration_ms == 4'000);
    CHECK(changes[1].duration_ms == 4'500);
    CHECK(contains(
        refusal([] {
            parse_spool_log(
                "s", R"({"t": 1795309135, "change": "burnt", "msg_id": "m", "mailbox": "1"})");
        }),
        "must be new, moved, renumbered or gone"));
}

TEST_CASE("a configuration with many faults names them all", "[unit][settings]")
{
    std::string said;
    try {
        parse_settings("asterisk.toml", R"(source_id = "PBX 1"
colour = "green"
[dial_plan]
country = "New Zealand"
outside_prefixes = ["nine"]
extension_digits_min = 4
extension_digits_max = 3
[channels]
trunk_prefixes = []
operators = [100]
[collector]
events = 7701
)");
    } catch (const SettingsError& error) {
        said = error.what();
    }
    for (const char* part :
         {"asterisk.toml:1: source_id", "colour", "pbx_id", "country", "outside_prefixes",
          "must be digits only", "extension_digits_max", "trunk_prefixes", "operators", "events"}) {
        INFO(said);
        CHECK(contains(said, part));
    }
}
