// Is a live connection configured as config/README.md says, and a secret kept?

#include <sys/stat.h>

#include <catch2/catch.hpp>

#include <fstream>

#include "daemon/bridges/asterisk/live/secret_file.hpp"
#include "daemon/bridges/asterisk/settings_file.hpp"
#include "daemon/settings/settings_error.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace callwatch;
using namespace callwatch::asterisk;
using callwatch::test::TemporaryFolder;

namespace {

constexpr const char* before_manager =
    "source_id = \"pbx1\"\npbx_id = \"pbx1\"\n[dial_plan]\n"
    "country = \"NZ\"\n";

std::string faults_of(const std::string& text, SettingsUse use)
{
    try {
        (void)parse_settings("asterisk.toml", before_manager + text, use);
    } catch (const SettingsError& error) {
        return error.what();
    }
    return {};
}

}  // namespace

TEST_CASE("the example of a live bridge can be used, but for the secret that is not there",
          "[unit][settings]")
{
    const auto settings = load_settings(CONFIG_LIVE "/asterisk.toml");
    REQUIRE(settings.manager);
    CHECK(settings.manager->port == 5038);
    CHECK(settings.manager->username == "callwatch");
    CHECK(settings.manager->secret.empty());
    CHECK(settings.voicemail.lists == MailboxLists::automatic);
    CHECK_THROWS_AS(load_settings(CONFIG_LIVE "/asterisk.toml", SettingsUse::live), SettingsError);
}

TEST_CASE("a live bridge needs a manager, a recording none", "[unit][settings]")
{
    CHECK(faults_of("", SettingsUse::recording).empty());
    CHECK(faults_of("", SettingsUse::live).find("manager") != std::string::npos);
}

TEST_CASE("a value that cannot be is named with its key and what is allowed", "[unit][settings]")
{
    const std::string faults = faults_of(
        "[manager]\nusername = \"callwatch\"\nsecret_file = \"s\"\nport = 70000\n"
        "login = \"sha\"\n[voicemail]\nlists = \"maybe\"\npoll_s = 0\n",
        SettingsUse::recording);
    CHECK(faults.find("asterisk.toml:8: manager.port = 70000: must be a whole number from 1 to "
                      "65535") != std::string::npos);
    CHECK(faults.find("manager.login = \"sha\": must be \"md5\" or \"plain\"") !=
          std::string::npos);
    CHECK(
        faults.find("voicemail.lists = \"maybe\": must be \"auto\" or \"summary\" or \"spool\" or "
                    "\"none\"") != std::string::npos);
    CHECK(faults.find("voicemail.poll_s = 0: must be a whole number from 1 to 3600") !=
          std::string::npos);
}

TEST_CASE("a secret is read from a file of its owner alone", "[unit][settings]")
{
    const TemporaryFolder folder;
    const auto write = [&](const std::string& text, mode_t mode) {
        const std::string file = folder.file("secret");
        std::ofstream{file} << text;
        chmod(file.c_str(), mode);
        return read_secret(file);
    };
    CHECK(*write("open sesame\nsecond line\n", 0600) == "open sesame");
    CHECK(*write("no line end", 0400) == "no line end");
    for (const mode_t mode : {0640, 0604, 0660, 0620}) {
        const auto secret = write("open sesame\n", mode);
        REQUIRE_FALSE(secret);
        CHECK(secret.refusal().detail == "must be readable by its owner alone: chmod 600 it");
        CHECK(secret.refusal().detail.find("sesame") == std::string::npos);
    }
    CHECK_FALSE(write("\n", 0600));
    CHECK_FALSE(write(std::string(300, 'x'), 0600));
    CHECK_FALSE(read_secret(folder.file("missing")));
    CHECK_FALSE(read_secret(folder.path()));
}
