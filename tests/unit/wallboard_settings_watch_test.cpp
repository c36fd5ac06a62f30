// Is a changed configuration in force without a restart, and a broken one told and left alone?

#include <catch2/catch.hpp>

#include <fstream>

#include "tests/support/temporary_directory.hpp"
#include "wallboard/app/settings_watch.hpp"

using namespace wallboard;
using namespace std::chrono_literals;

namespace {

/// A configuration file, and a wall that looks at it.
struct Watched {
    callwatch::test::TemporaryDirectory folder;
    std::filesystem::path path = folder.path() / "wallboard.toml";
    std::vector<std::string> faults;
    int writes = 0;
    std::chrono::steady_clock::time_point now{1h};
    std::optional<SettingsWatch> watch;

    explicit Watched(const std::string& text)
    {
        write(text);
        watch.emplace(
            path, [this] { return load_settings(path.string()); },
            [this](const std::string& fault) { faults.push_back(fault); });
    }
    void write(const std::string& text)
    {
        std::ofstream{path} << text;
        std::filesystem::last_write_time(
            path, std::filesystem::file_time_type{} + std::chrono::seconds{++writes});
    }
    std::optional<Settings> after(std::chrono::milliseconds time)
    {
        now += time;
        return watch->look(now);
    }
};

}  // namespace

TEST_CASE("a configuration that was written is read within a second, once", "[unit][wallboard]")
{
    Watched wall{"[screen]\ntheme = \"dark\""};
    CHECK_FALSE(wall.after(0ms));
    wall.write("[screen]\ntheme = \"light\"\nclock = \"east\"");
    CHECK_FALSE(wall.after(999ms));
    const auto changed = wall.after(1ms);
    REQUIRE(changed);
    CHECK(changed->theme == ThemeName::light);
    CHECK(changed->clock == "east");
    CHECK_FALSE(wall.after(1s));
}

TEST_CASE("a configuration with a mistake is told once and changes nothing, and mended is read",
          "[unit][wallboard]")
{
    Watched wall{""};
    wall.write("[screen]\ntheme = \"green\"");
    CHECK_FALSE(wall.after(1s));
    CHECK_FALSE(wall.after(1s));
    REQUIRE(wall.faults.size() == 1);
    CHECK(wall.faults.front().find("wallboard.toml:2: theme = 'green'") != std::string::npos);
    wall.write("[screen]\ntheme = \"light\"");
    CHECK(wall.after(1s)->theme == ThemeName::light);
}

TEST_CASE("a file that is away for a moment, or none at all, changes nothing", "[unit][wallboard]")
{
    Watched wall{""};
    std::filesystem::remove(wall.path);
    CHECK_FALSE(wall.after(1s));
    CHECK(wall.faults.empty());
    SettingsWatch none{{}, [] { return Settings{}; }, [](const std::string&) {}};
    CHECK_FALSE(none.look(wall.now));
}
