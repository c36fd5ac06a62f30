// Does the spool keep the promise in spool.hpp? Power cuts before every call to the disk, failures
// of every call, torn ends, and everything that is not a spool of ours. Real files in a temporary
// folder; what is not synced is forgotten.

#include <catch2/catch.hpp>

#include <fcntl.h>
#include <sys/stat.h>
#include <fstream>

#include "daemon/bridges/publisher/publisher.hpp"
#include "daemon/bridges/publisher/spool.hpp"
#include "tests/support/faulty_spool_disk.hpp"
#include "tests/support/temporary_folder.hpp"

using callwatch::Disk;
using callwatch::PublisherError;
using callwatch::Spool;
using callwatch::SpoolSettings;
using callwatch::test::FaultySpoolDisk;
using callwatch::test::PowerCut;
using callwatch::test::TemporaryFolder;
using Catch::Contains;
namespace fs = std::filesystem;

namespace {

struct Place {
    TemporaryFolder folder;
    fs::path directory = folder.file("spool");

    SpoolSettings settings() const { return {directory, {"pbx1", "live", 1'000}, 1u << 20}; }
    fs::path newest() const
    {
        fs::path newest;
        for (const auto& entry : fs::directory_iterator{directory})
            if (entry.path().extension() == ".events") newest = std::max(newest, entry.path());
        return newest;
    }
    std::size_t files() const
    {
        return static_cast<std::size_t>(
            std::distance(fs::directory_iterator{directory}, fs::directory_iterator{}));
    }
};

std::string text(std::uint64_t sequence) { return "event " + std::to_string(sequence); }

void fill(Spool& spool, std::uint64_t count)
{
    for (std::uint64_t i = 0; i < count; ++i) spool.append(text(spool.head() + 1));
    spool.sync();
}

/// Reads everything that is kept; CHECKs that it is what was written.
void check_contents(const Spool& spool)
{
    for (auto next = spool.first_kept(); next <= spool.durable_head();) {
        const auto events = spool.read(next, 256, 60'000);
        REQUIRE_FALSE(events.empty());
        for (const auto& event : events) CHECK(event == text(next++));
    }
}

/// A source's usual work; gives what was durable when it was last told so.
struct Told {
    std::uint64_t durable = 0;
    std::uint64_t released = 0;
};
void work(const SpoolSettings& settings, Disk& disk, Told& told)
{
    Spool spool{settings, disk};
    for (int group = 0; group < 4; ++group) {
        for (int i = 0; i < 3; ++i) spool.append(text(spool.head() + 1));
        spool.sync();
        told.durable = spool.durable_head();
        if (group == 2) {
            told.released = told.durable;
            spool.release(told.released);
            spool.empty_if_released();
        }
    }
}

}  // namespace

TEST_CASE("numbers go on after a restart, also when everything was released", "[contract][spool]")
{
    Place place;
    {
        Spool spool{place.settings()};
        CHECK(spool.head() == 0);
        CHECK(spool.first_kept() == 1);
        fill(spool, 10);
        spool.release(10);
        spool.empty_if_released();
        CHECK(spool.first_kept() == 11);
    }
    Spool spool{place.settings()};
    CHECK(spool.head() == 10);
    CHECK(spool.first_kept() == 11);
    CHECK(spool.epoch() == 1'000);
    fill(spool, 1);
    CHECK(spool.head() == 11);
    check_contents(spool);
}

TEST_CASE("the epoch is that of the making, not of the opening", "[contract][spool]")
{
    Place place;
    {
        Spool spool{place.settings()};
    }
    auto later = place.settings();
    later.identity.epoch = 2'000;
    CHECK(Spool{later}.epoch() == 1'000);
}

TEST_CASE("a spool of many files is read across them and shrinks as it is released",
          "[contract][spool]")
{
    Place place;
    {
        Spool spool{place.settings()};
        while (!spool.full(200)) {
            for (int i = 0; i < 100; ++i) spool.append(text(spool.head() + 1));
            spool.sync();
        }
        CHECK(place.files() >= 3 + 7);
        check_contents(spool);
    }
    Spool spool{place.settings()};
    check_contents(spool);
    CHECK(spool.full(200));
    spool.release(spool.head() / 2);
    CHECK_FALSE(spool.full(200));
    CHECK(spool.first_kept() > 1);
    CHECK(spool.first_kept() <= spool.head() / 2 + 1);
    check_contents(spool);
    spool.release(spool.head());
    spool.empty_if_released();
    CHECK(place.files() == 3 + 1);
}

TEST_CASE("events of before a restart and of after it are read in one order", "[contract][spool]")
{
    Place place;
    {
        Spool spool{place.settings()};
        fill(spool, 5);
    }
    Spool spool{place.settings()};
    fill(spool, 3);
    CHECK(spool.read(5, 256, 60'000) == std::vector{text(5)});
    CHECK(spool.read(7, 256, 60'000) == std::vector{text(7), text(8)});
    CHECK(spool.read(6, 2, 60'000) == std::vector{text(6), text(7)});
    CHECK(spool.read(6, 256, 1) == std::vector{text(6)});
    spool.append(text(9));
    CHECK(spool.read(8, 256, 60'000) == std::vector{text(8)});
    spool.release(7);
    check_contents(spool);
}

TEST_CASE("many more events than are kept in memory can be read again, also out of their files",
          "[contract][spool]")
{
    Place place;
    auto settings = place.settings();
    settings.bytes_max = 8u << 20;
    Spool spool{settings};
    const auto large = [](std::uint64_t sequence) {
        return text(sequence) + std::string(9'990, '.');
    };
    for (int group = 0; group < 30; ++group) {
        for (int i = 0; i < 10; ++i) spool.append(large(spool.head() + 1));
        spool.sync();
    }
    for (auto next = spool.first_kept(); next <= spool.durable_head();)
        for (const auto& event : spool.read(next, 3, 60'000)) REQUIRE(event == large(next++));
    CHECK(spool.head() == 300);
}

TEST_CASE("a power cut before any call to the disk loses nothing that was synced",
          "[contract][spool]")
{
    const auto kept = GENERATE(0u, 1u, 30u, 100'000u);
    int cuts = 0;
    for (int at = 1;; ++at) {
        CAPTURE(kept, at);
        Place place;
        FaultySpoolDisk disk;
        disk.power_cut_at = at;
        Told told;
        bool cut = false;
        try {
            work(place.settings(), disk, told);
        } catch (const PowerCut&) {
            cut = true;
        }
        if (!cut) break;
        ++cuts;
        if (fs::exists(place.directory)) disk.forget_unsynced(place.directory, kept);

        FaultySpoolDisk afterwards;
        Spool spool{place.settings(), afterwards};
        CHECK(spool.head() >= told.durable);
        CHECK(spool.head() <= told.durable + 3);
        CHECK(spool.first_kept() <= told.released + 1);
        check_contents(spool);
        fill(spool, 2);
        check_contents(spool);
    }
    CHECK(cuts > 20);
}

TEST_CASE("canary: a disk that only says it synced loses events here", "[contract][spool]")
{
    Place place;
    FaultySpoolDisk disk;
    {
        Spool spool{place.settings(), disk};
        fill(spool, 3);
        disk.lies = true;
        fill(spool, 3);
        CHECK(spool.durable_head() == 6);
    }
    disk.forget_unsynced(place.directory, 0);
    CHECK(Spool{place.settings()}.head() == 3);
}

TEST_CASE("a call to the disk that fails is an error, and nothing is called durable after it",
          "[contract][spool]")
{
    const auto error = GENERATE(EIO, ENOSPC);
    int failures = 0;
    for (int at = 1;; ++at) {
        CAPTURE(at);
        Place place;
        FaultySpoolDisk disk;
        disk.fails_at = at;
        disk.error = error;
        Told told;
        bool failed = false;
        try {
            work(place.settings(), disk, told);
        } catch (const PublisherError& thrown) {
            failed = true;
            CHECK_THAT(thrown.what(), Contains(place.directory.parent_path().string()));
        }
        if (!failed) break;
        ++failures;
        FaultySpoolDisk afterwards;
        Spool spool{place.settings(), afterwards};
        CHECK(spool.head() >= told.durable);
        check_contents(spool);
    }
    CHECK(failures > 20);
}

TEST_CASE("after a failed sync every later call fails as well", "[contract][spool]")
{
    Place place;
    FaultySpoolDisk disk;
    Spool spool{place.settings(), disk};
    spool.append("a");
    disk.fails_at = disk.calls + 2;
    CHECK_THROWS_AS(spool.sync(), PublisherError);
    CHECK(spool.durable_head() == 0);
    CHECK_THROWS_AS(spool.sync(), PublisherError);
    CHECK_THROWS_AS(spool.append("b"), PublisherError);
    CHECK_THROWS_AS(spool.release(1), PublisherError);
}

TEST_CASE("short writes are carried on with", "[contract][spool]")
{
    Place place;
    FaultySpoolDisk disk;
    disk.short_writes = true;
    {
        Spool spool{place.settings(), disk};
        fill(spool, 20);
    }
    Spool spool{place.settings()};
    CHECK(spool.head() == 20);
    check_contents(spool);
}

TEST_CASE("a torn end is cut off at every byte, and numbering goes on behind it",
          "[contract][spool]")
{
    Place original;
    {
        Spool spool{original.settings()};
        fill(spool, 3);
    }
    const auto length = fs::file_size(original.newest());
    for (auto cut = callwatch::segment_header_bytes; cut < length; ++cut) {
        CAPTURE(cut);
        Place place;
        fs::copy(original.directory, place.directory);
        fs::resize_file(place.newest(), cut);
        FaultySpoolDisk disk;
        Spool spool{place.settings(), disk};
        CHECK(spool.head() < 3);
        fill(spool, 2);
        check_contents(spool);
    }
}

TEST_CASE("damage in the middle is an error that names the file and the byte", "[contract][spool]")
{
    Place place;
    {
        Spool spool{place.settings()};
        fill(spool, 3);
        fill(spool, 3);
    }
    const auto file = place.newest();
    {
        std::fstream stream{file, std::ios::in | std::ios::out | std::ios::binary};
        stream.seekp(60);
        stream.put('\x55');
    }
    CHECK_THROWS_WITH(Spool{place.settings()},
                      Contains(file.filename().string()) && Contains("byte 44"));
}

TEST_CASE("what is not a spool is refused and left as it is", "[contract][spool]")
{
    Place place;
    SECTION("a file")
    {
        std::ofstream{place.directory} << "not a folder";
        CHECK_THROWS_WITH(Spool{place.settings()}, Contains("not a directory"));
    }
    SECTION("a folder with something else")
    {
        fs::create_directory(place.directory);
        std::ofstream{place.directory / "letter.txt"} << "dear all";
        CHECK_THROWS_WITH(Spool{place.settings()}, Contains("not a spool"));
        CHECK(place.files() == 1);
    }
    SECTION("a folder whose description is something else")
    {
        fs::create_directory(place.directory);
        std::ofstream{place.directory / "spool"} << "cotton, 500 m\n";
        CHECK_THROWS_WITH(Spool{place.settings()}, Contains("not a spool"));
    }
    SECTION("a later format")
    {
        {
            Spool spool{place.settings()};
        }
        std::fstream{place.directory / "spool", std::ios::in | std::ios::out}
            << "callwatch-spool 2";
        CHECK_THROWS_WITH(Spool{place.settings()}, Contains("format 2"));
    }
    SECTION("a folder below one that does not exist")
    {
        auto settings = place.settings();
        settings.directory = place.directory / "below";
        CHECK_THROWS_WITH(Spool{settings}, Contains("cannot make the directory"));
    }
}

TEST_CASE("a spool that is another's is refused", "[contract][spool]")
{
    Place place;
    {
        Spool spool{place.settings()};
    }
    auto other = place.settings();
    SECTION("another source's")
    {
        other.identity.source_id = "pbx2";
        CHECK_THROWS_WITH(Spool{other}, Contains("belongs to source pbx1, not pbx2"));
    }
    SECTION("of another recording")
    {
        other.identity.tag = "recording 123";
        CHECK_THROWS_WITH(Spool{other}, Contains("'live', not of 'recording 123'"));
    }
}

TEST_CASE("a second opener of the same spool is refused", "[contract][spool]")
{
    Place place;
    const Spool first{place.settings()};
    CHECK_THROWS_WITH(Spool{place.settings()}, Contains("another process"));
}

TEST_CASE("a key that others may read, or another key, is refused", "[contract][spool]")
{
    Place place;
    {
        Spool spool{place.settings()};
        fill(spool, 1);
    }
    const auto key = place.directory / "key";
    SECTION("readable by the group")
    {
        ::chmod(key.c_str(), 0640);
        CHECK_THROWS_WITH(Spool{place.settings()}, Contains("chmod 600"));
    }
    SECTION("another key")
    {
        std::ofstream{key, std::ios::binary} << std::string(32, 'k');
        CHECK_THROWS_WITH(Spool{place.settings()}, Contains("not the key"));
    }
    SECTION("half a key")
    {
        fs::resize_file(key, 16);
        CHECK_THROWS_WITH(Spool{place.settings()}, Contains("not a key"));
    }
    SECTION("no key")
    {
        fs::remove(key);
        CHECK_THROWS_AS(Spool{place.settings()}, PublisherError);
    }
}

TEST_CASE("a spool whose files are gone does not begin again at one", "[contract][spool]")
{
    Place place;
    {
        Spool spool{place.settings()};
        fill(spool, 3);
    }
    SECTION("all of them")
    {
        fs::remove(place.newest());
        CHECK_THROWS_WITH(Spool{place.settings()}, Contains("gone"));
    }
    SECTION("one between others")
    {
        {
            Spool{place.settings()};
        }
        {
            Spool spool{place.settings()};
            fill(spool, 3);
        }
        {
            Spool{place.settings()};
        }
        fs::remove(place.directory / "00000000000000000004.events");
        CHECK_THROWS_WITH(Spool{place.settings()}, Contains("missing"));
    }
}

TEST_CASE("no file of a spool can be read by others, and no caller's number in it by anybody",
          "[contract][spool]")
{
    Place place;
    {
        Spool spool{place.settings()};
        spool.append("caller +15555550123");
        spool.sync();
    }
    for (const auto& entry : fs::directory_iterator{place.directory}) {
        CAPTURE(entry.path());
        CHECK((fs::status(entry).permissions() & (fs::perms::group_all | fs::perms::others_all)) ==
              fs::perms::none);
        std::ifstream in{entry.path(), std::ios::binary};
        const std::string bytes{std::istreambuf_iterator<char>{in}, {}};
        CHECK(bytes.find("5555550123") == std::string::npos);
    }
}
