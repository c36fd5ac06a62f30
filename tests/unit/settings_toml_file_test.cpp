// What does whoever installs the program read when a file is wrong? Every fault at once, each with
// file, line, key, value and what is allowed. The texts below are the ones shown.

#include <unistd.h>

#include <catch2/catch.hpp>

#include "daemon/settings/toml_file.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace callwatch;
using callwatch::test::TemporaryDirectory;
using Lines = std::vector<std::string>;

namespace {

enum class Fruit { apple, pear };
constexpr std::pair<std::string_view, Fruit> fruits[] = {{"apple", Fruit::apple},
                                                         {"pear", Fruit::pear}};

// What is wrong with `bytes` when `read` has asked for what it knows.
template <class Read>
Lines faults_of(std::string_view bytes, Read read)
{
    SettingsFaults faults;
    TomlFile file{"a.toml", bytes, faults};
    TomlTable root = file.root();
    read(root);
    file.refuse_unknown_keys();
    return faults.texts();
}

std::string fault_of_file(const std::filesystem::path& path)
{
    SettingsFaults faults;
    TomlFile file{path, faults};
    file.root().text("needed");  // An unreadable file does not complain about its keys as well.
    file.refuse_unknown_keys();
    const auto texts = faults.texts();
    REQUIRE(texts.size() == 1);
    return texts.front().substr(path.string().size());
}

}  // namespace

TEST_CASE("ten different errors give ten precise messages", "[unit][settings]")
{
    constexpr auto text = R"(host = 12
port = 70000
fruit = "plum"
flag = "yes"
pace = -1.5
start = 2026-11-20T16:48:00
holidays = [2026-11-26, "2026-11-27", 2026-11-26]
retires_s = 3

[place.northside]
name = ""
)";
    const auto read = [](TomlTable& root) {
        root.text("host");
        root.whole("port", {.min = 1, .max = 65535});
        root.choice<Fruit>("fruit", fruits, Fruit::apple);
        root.flag("flag", true);
        root.number("pace", {.min = 0.5, .max = 100}, 1);
        root.instant("start");
        root.dates("holidays");
        root.duration("retries_s", {.min = 0, .max = 9}, std::chrono::seconds{1});
        for (auto& place : root.tables("place")) {
            place.text("name");
            place.text("zone");
        }
    };

    CHECK(faults_of(text, read) ==
          Lines{
              "a.toml:1: host = 12: must be text in quotation marks, 1 to 128 bytes, on one line",
              "a.toml:2: port = 70000: must be a whole number from 1 to 65535",
              "a.toml:3: fruit = \"plum\": must be \"apple\" or \"pear\"",
              "a.toml:4: flag = \"yes\": must be true or false",
              "a.toml:5: pace = -1.5: must be a number from 0.5 to 100",
              "a.toml:6: start = 2026-11-20T16:48:00: must be a date and time with its offset from "
              "UTC, from 1970 to 2037, without quotation marks: 2026-11-20T16:48:00-06:00",
              "a.toml:7: holidays[2] = \"2026-11-27\": must be a date from 1970 to 2037, without "
              "quotation marks: 2026-11-26",
              "a.toml:7: holidays[3] = 2026-11-26: must be listed once",
              "a.toml:8: retires_s = 3: is no key of this table: did you mean \"retries_s\"?",
              "a.toml:10: place.northside.zone: is missing: must be text in quotation marks, 1 to "
              "128 bytes, on one line",
              "a.toml:11: place.northside.name = \"\": must be text in quotation marks, 1 to 128 "
              "bytes, on one line",
          });
}

TEST_CASE("a file without faults gives its values and says nothing", "[unit][settings]")
{
    SettingsFaults faults;
    TomlFile file{"a.toml", R"(host = "ärgerlich"
port = 5038
pace = 2
fruit = "pear"
flag = true
start = 2026-11-20T16:48:00.25-06:00
days = [2026-11-26, 2028-02-29]
wait_s = 90
members = ["p1", { id = "p2", from = 2026-01-01T00:00:00Z }]
[place."north side"]
[place.south]
)",
                  faults};
    TomlTable root = file.root();

    CHECK(root.text("host") == "ärgerlich");
    CHECK(root.whole("port", {.min = 1, .max = 65535}) == 5038);
    CHECK(root.number("pace", {.min = 0, .max = 9}, 1) == 2.0);
    CHECK(root.choice<Fruit>("fruit", fruits, Fruit::apple) == Fruit::pear);
    CHECK(root.flag("flag", false));
    CHECK(root.instant("start") == Instant{std::chrono::microseconds{1795214880250000}});
    CHECK(root.dates("days").size() == 2);
    CHECK(root.duration("wait_s", {.min = 0, .max = 99}, std::chrono::seconds{1}) ==
          std::chrono::seconds{90});
    auto rows = root.rows("members", "id");
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].text("id") == "p1");
    CHECK_FALSE(rows[0].instant("from"));
    CHECK(rows[1].text("id") == "p2");
    CHECK(rows[1].instant("from"));
    auto places = root.tables("place");
    REQUIRE(places.size() == 2);
    CHECK(places[0].name() == "north side");
    CHECK(places[1].name() == "south");

    CHECK(root.text("absent", "fallback") == "fallback");
    CHECK_FALSE(root.table("absent_table").flag("x", false));
    CHECK(root.tables("absent_tables").empty());
    file.refuse_unknown_keys();
    CHECK(faults.texts() == Lines{});
    CHECK_NOTHROW(faults.throw_if_any());
}

TEST_CASE("an unknown key is told with the nearest key, or with all of them", "[unit][settings]")
{
    const auto read = [](TomlTable& root) {
        root.text("zone", "");
        root.text("name", "");
        for (auto& row : root.rows("list", "id")) row.text("id");
        root.table("inner").flag("on", false);
    };
    CHECK(faults_of("zoen = 1\nqueue_wait = 2\nlist = [{ id = \"a\", x = 1 }]\n[inner]\nno = 1\n",
                    read) ==
          Lines{
              "a.toml:1: zoen = 1: is no key of this table: did you mean \"zone\"?",
              "a.toml:2: queue_wait = 2: is no key of this table: known here: inner, list, name, "
              "zone",
              "a.toml:3: list[1].x = 1: is no key of this table: known here: id",
              "a.toml:5: inner.no = 1: is no key of this table: did you mean \"on\"?",
          });
}

TEST_CASE("a list or table of the wrong shape is told once", "[unit][settings]")
{
    const auto read = [](TomlTable& root) {
        root.texts("texts");
        root.texts("mixed");
        root.rows("rows", "id");
        root.table("inner").flag("on", false);
        root.tables("place");
    };
    CHECK(faults_of(
              "texts = \"a\"\nmixed = [\"a\", 1, \"a\"]\nrows = [3]\ninner = 5\n[place]\nx = 1\n",
              read) ==
          Lines{
              "a.toml:1: texts = \"a\": must be a list of at most 1000 texts",
              "a.toml:2: mixed[2] = 1: must be text in quotation marks, 1 to 128 bytes",
              "a.toml:2: mixed[3] = \"a\": must be listed once",
              "a.toml:3: rows[1] = 3: must be text or { id = \"…\" }",
              "a.toml:4: inner = 5: must be a table: [inner]",
              "a.toml:6: place.x = 1: must be a table: [place.NAME]",
          });
}

TEST_CASE("texts and lists have limits", "[unit][settings]")
{
    const auto read = [](TomlTable& root) {
        root.text("a", "");
        root.text("b", "");
        root.texts("list");
    };
    const std::string longest(128, 'x');
    std::string list = "list = [";
    for (int i = 0; i < 1001; ++i) list += "\"" + std::to_string(i) + "\",";

    CHECK(faults_of("a = \"" + longest + "\"", read).empty());
    CHECK(faults_of("a = \"x" + longest + "\"", read) ==
          Lines{"a.toml:1: a = \"" + longest.substr(0, 48) +
                "…\": must be text in quotation marks, 1 to 128 bytes, on one line"});
    CHECK(faults_of(R"(b = "nul\u0000")", read) ==
          Lines{R"(a.toml:1: b = "nul\u0000": must be text in quotation marks, )"
                "1 to 128 bytes, on one line"});
    CHECK(faults_of(list + "]", read) ==
          Lines{"a.toml:1: list = a list: must be a list of at most 1000 texts"});
}

TEST_CASE("what is no TOML is told with its line, and nothing after it", "[unit][settings]")
{
    const auto read = [](TomlTable& root) { root.text("needed"); };
    const auto first = [&](std::string_view bytes) {
        const auto lines = faults_of(bytes, read);
        REQUIRE(lines.size() == 1);
        return lines.front().substr(0, lines.front().find(": is not TOML"));
    };

    CHECK(first("a = 1\na = 2\n") == "a.toml:2");              // A key twice.
    CHECK(first("[t]\nx = 1\n\n[t]\ny = 1\n") == "a.toml:4");  // A table twice.
    CHECK(first("a = 1\nb = \n") == "a.toml:2");
    CHECK(first("a = 1\nb = \"\xff\"\n") == "a.toml:2");  // Not UTF-8.
    CHECK(first("a = 2026-02-30\n") == "a.toml:1");
    CHECK(first("a = 99999999999999999999\n") == "a.toml:1");
    CHECK(first(std::string(100000, '[')) == "a.toml:1");
    CHECK(faults_of("a = fals\x1b", read).front().find('\x1b') == std::string::npos);
}

TEST_CASE("a file may begin with a byte-order mark and have lines that end with CR LF",
          "[unit][settings]")
{
    SettingsFaults faults;
    TomlFile file{"a.toml",
                  "\xEF\xBB\xBF"
                  "a = \"x\"\r\nb = 2\r\n",
                  faults};
    TomlTable root = file.root();

    CHECK(root.text("a") == "x");
    CHECK(root.whole("b", {.min = 0, .max = 1}, 0) == 0);
    CHECK(faults.texts() == Lines{"a.toml:2: b = 2: must be a whole number from 0 to 1"});
}

TEST_CASE("a file that cannot be used is one fault", "[unit][settings]")
{
    const TemporaryDirectory directory;

    CHECK(fault_of_file(directory.path() / "absent.toml") == ": there is no such file");
    CHECK(fault_of_file(directory.path()) == ": must be a file");
    CHECK(fault_of_file("/dev/zero") == ": must be a file");
    CHECK(fault_of_file(directory.write("empty.toml", "")) ==
          ": is empty: a line with a comment says that the defaults are meant");
    CHECK(fault_of_file(directory.write("blank.toml", " \r\n\n")) ==
          ": is empty: a line with a comment says that the defaults are meant");
    CHECK(fault_of_file(directory.write("huge.toml", "#" + std::string(16 * 1024 * 1024, 'x'))) ==
          ": is larger than 16777216 bytes");
    if (geteuid() != 0) {  // Root reads everything.
        const auto secret = directory.write("secret.toml", "a = 1");
        std::filesystem::permissions(secret, std::filesystem::perms::none);
        CHECK(fault_of_file(secret) == ": cannot be read: Permission denied");
    }
}

TEST_CASE("a file of the largest size is read", "[unit][settings]")
{
    SettingsFaults faults;
    TomlFile file{"a.toml", "#" + std::string(TomlFile::file_bytes_max - 1, 'x'), faults};
    CHECK(faults.empty());
}

TEST_CASE("the digest is the SHA-256 of the bytes", "[unit][settings]")
{
    SettingsFaults faults;
    // printf '# abc\n' | sha256sum
    CHECK(TomlFile{"a.toml", "# abc\n", faults}.digest() ==
          "c96d70129517a804082ed92c0ff5cc78c880c661376df954acf1d349484a7715");
}

TEST_CASE("faults are told by file and line, and a hundred of them", "[unit][settings]")
{
    SettingsFaults faults;
    faults.add("b.toml", 7, "seven");
    faults.add("a.toml", 3, "three");
    faults.add("b.toml", 2, "two");
    CHECK(faults.texts() == Lines{"b.toml:2: two", "b.toml:7: seven", "a.toml:3: three"});

    for (int i = 0; i < 100; ++i) faults.add("a.toml", 4, "again");
    CHECK(faults.texts().size() == 101);
    CHECK(faults.texts().back() == "and 3 more faults");

    try {
        faults.throw_if_any();
        FAIL("no SettingsError");
    } catch (const SettingsError& error) {
        CHECK(std::string{error.what()}.substr(0, 30) == "b.toml:2: two\nb.toml:7: seven\n");
        CHECK(error.faults().size() == 101);
    }
}
