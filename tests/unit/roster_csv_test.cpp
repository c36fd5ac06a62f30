// Is a table of people read as it was meant, and is what is wrong with it told by line and column?

#include <fstream>

#include <catch2/catch.hpp>

#include "daemon/bridges/roster/people.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace callwatch;
using namespace callwatch::roster;
using callwatch::test::TemporaryDirectory;
using Lines = std::vector<std::string>;

namespace {

class Office {
public:
    Roster read(const std::string& people, const std::string& absences = "",
                const std::string& shifts = "")
    {
        RosterFiles files{.people = write("people.csv", people), .absences = {}, .shifts = {}};
        if (!absences.empty()) files.absences = write("absences.csv", absences);
        if (!shifts.empty()) files.shifts = write("shifts.csv", shifts);
        return read_roster(files, {*Zone::make("America/Chicago"),
                                   {{"eastside", *Zone::make("America/New_York")}}});
    }

private:
    std::filesystem::path write(const std::string& name, const std::string& text)
    {
        const auto path = std::filesystem::path{folder_.path()} / name;
        std::ofstream{path, std::ios::binary} << text;
        return path;
    }

    TemporaryDirectory folder_;
};

std::string utc(std::optional<Instant> at)
{
    return at ? std::to_string(at->time_since_epoch().count() / 1'000'000) : "none";
}

}  // namespace

TEST_CASE("cells may be quoted, and lines end as any system ends them", "[unit][roster]")
{
    const auto csv = parse_csv(
        "\xef\xbb\xbf"
        "id,name\r\na,\"Smith, \"\"Al\"\"\"\n\nb,two\nlast,\"x\ny\"");
    REQUIRE(csv.fault.empty());
    REQUIRE(csv.rows.size() == 4);
    CHECK(csv.rows[1].cells == Lines{"a", "Smith, \"Al\""});
    CHECK(csv.rows[1].line == 2);
    CHECK(csv.rows[2].cells == Lines{"b", "two"});
    CHECK(csv.rows[2].line == 4);
    CHECK(csv.rows[3].cells == Lines{"last", "x\ny"});
    CHECK(parse_csv("id;name\na;b\n").rows[1].cells == Lines{"a", "b"});
    CHECK(parse_csv("a,\"b\nc").fault == "line 1: a quotation mark is not closed");
    CHECK(parse_csv("a,\"b\"c\n").fault == "line 1: something stands behind a quotation mark");
    CHECK(parse_csv("").rows.empty());
    CHECK(parse_csv(std::string(200, ',')).fault == "line 1: more than 64 columns");
}

TEST_CASE("people are read with what they have, in the time of where they work", "[unit][roster]")
{
    Office office;
    const auto roster = office.read(
        "id,name,location,mailbox,devices,supervisor,from,until,role,colour\n"
        "anna,Anna A,northside,pbx1/101@default,pbx1/101 pbx1/181,sue,2026-11-20,,desk,red\n"
        "dora,,eastside,,pbx1/201,,2026-11-20 08:00,2026-11-27,,\n");
    CHECK(roster.faults.empty());
    REQUIRE(roster.people.size() == 2);
    const auto& anna = roster.people.at("anna").front();
    CHECK(anna.mailboxes == Lines{"pbx1/101@default"});
    CHECK(anna.devices == Lines{"pbx1/101", "pbx1/181"});
    CHECK(utc(anna.from) == "1795154400");  // Midnight in Chicago.
    const auto& dora = roster.people.at("dora").front();
    CHECK(utc(dora.from) == "1795179600");  // Eight in New York.
    CHECK(utc(dora.until) == "1795755600");
}

TEST_CASE("a bad row is told by line and column, and the rest is taken", "[unit][roster]")
{
    Office office;
    const auto roster = office.read(
        "id,name,location,mailbox,devices,supervisor,from,until\n"
        "anna,,northside,,,,soon,\n"
        "ben,,northside,pbx1/102@default,,,,\n"
        ",,northside,,,,,\n"
        "carla,,,,,,,\n"
        "emil,,northside,,,,2026-11-20,2026-11-19\n"
        "fred,,northside,,,,,\n"
        "fred,,eastside,,,,,\n"
        "gina,,northside,,,gina,,\n"
        "hugo,,northside,,,,,\n");
    CHECK(
        roster.faults ==
        Lines{"people.csv:2: column 7 (from) = \"soon\": must be a date as 2026-11-20, or with a "
              "time: 2026-11-20 08:00",
              "people.csv:3: column 6 (supervisor) = \"\": must name who answers for this mailbox",
              "people.csv:4: column 1 (id) = \"\": must be 1 to 128 bytes",
              "people.csv:5: column 3 (location) = \"\": must be 1 to 128 bytes",
              "people.csv:6: column 8 (until) = \"2026-11-19\": must be later than from",
              "people.csv:8: column 1 (id) = \"fred\": must work at one place at a time: another "
              "row has the same id",
              "people.csv:9: column 6 (supervisor) = \"gina\": must be somebody else"});
    CHECK(roster.people.size() == 1);
    CHECK(roster.people.contains("hugo"));
    CHECK(roster.has_nameless);
    CHECK(roster.refused == std::set<std::string>{"anna", "ben", "carla", "emil", "fred", "gina"});
}

TEST_CASE("a file that is none, or lacks a column, is not usable", "[unit][roster]")
{
    Office office;
    CHECK_FALSE(office.read("").is_usable);
    const auto roster = office.read("name,location\nx,y\n");
    CHECK_FALSE(roster.is_usable);
    CHECK(roster.faults == Lines{"people.csv:1: lacks the column \"id\"; needed are id, location"});
    CHECK_FALSE(office.read("id,location,id\na,b,c\n").is_usable);
    CHECK_FALSE(read_roster({.people = "/nowhere/people.csv", .absences = {}, .shifts = {}},
                            {*Zone::make("UTC"), {}})
                    .is_usable);
}

TEST_CASE("absences may be open, shifts may not", "[unit][roster]")
{
    Office office;
    const auto roster = office.read(
        "id,location\nanna,northside\n", "id,from,to\nanna,2026-11-20,\nanna,2026-11-25,x\n",
        "id,from,to,role\nanna,2026-11-20 08:00,2026-11-20 12:00,desk\nanna,2026-11-21,,\n");
    CHECK(roster.absences.size() == 1);
    CHECK(roster.absences.front().to == Instant{});
    CHECK(roster.shifts.size() == 1);
    CHECK(roster.shifts.front().role == "desk");
    CHECK(roster.faults.size() == 2);
}
