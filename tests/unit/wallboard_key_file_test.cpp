// Does a wall read the key file that callwatchctl makes for it, and say what is wrong with another?

#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>

#include "tests/support/temporary_directory.hpp"
#include "wallboard/app/errors.hpp"
#include "wallboard/app/key_file.hpp"

using namespace wallboard;
using Catch::Matchers::Contains;

namespace {

/// Files as daemon/keys writes them (config/README.md).
struct Wall {
    Wall()
    {
        write(key, "callwatch_key = 1\nrole = \"viewer\"\nkey = \"" + std::string(64, '1') +
                       "\"\nsecret = \"" + std::string(64, '2') + "\"\n");
        write(server, "callwatch_public_key = 1\nrole = \"collector\"\nkey = \"" +
                          std::string(64, '3') + "\"\n");
    }

    static void write(const std::string& path, const std::string& text)
    {
        std::ofstream{path} << text;
        std::filesystem::permissions(path, std::filesystem::perms(0600));
    }
    std::string complaint() const
    {
        try {
            (void)read_keys(key, server);
        } catch (const SettingsError& error) {
            return error.what();
        }
        return "nothing";
    }

    callwatch::test::TemporaryDirectory folder;
    std::string key = (folder.path() / "wall.key").string();
    std::string server = (folder.path() / "daemon.pub").string();
};

}  // namespace

TEST_CASE("a wall's key is read, and the collector's from a file or as digits", "[unit][wallboard]")
{
    const Wall wall;
    const auto keys = read_keys(wall.key, wall.server);
    CHECK(keys.public_key == std::string(32, '\x11'));
    CHECK(keys.secret_key == std::string(32, '\x22'));
    CHECK(keys.server_key == std::string(32, '\x33'));
    CHECK(read_keys(wall.key, std::string(64, '4')).server_key == std::string(32, '\x44'));
    CHECK(read_keys({}, {}).secret_key.empty());
}

TEST_CASE("a key that cannot be a wall's is refused", "[unit][wallboard]")
{
    Wall wall;
    CHECK_THROWS_WITH(read_keys(wall.key, {}), Contains("server_key"));
    std::filesystem::permissions(wall.key, std::filesystem::perms(0644));
    CHECK_THAT(wall.complaint(), Contains("chmod 600"));
    Wall::write(wall.key, "key = \"" + std::string(64, '1') + "\"\nsealed = \"argon2id\"\n");
    CHECK_THAT(wall.complaint(), Contains("sealed with a passphrase"));
    Wall::write(wall.key, "key = \"" + std::string(64, '1') + "\"\nsecret = \"12\"\n");
    CHECK_THAT(wall.complaint(), Contains("secret is missing or damaged"));
    Wall::write(wall.key, "key = ");
    CHECK_THAT(wall.complaint(), Contains("is no key file"));
    std::filesystem::remove(wall.key);
    CHECK_THAT(wall.complaint(), Contains("No such file"));
}
