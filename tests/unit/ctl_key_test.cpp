// Does callwatchctl make, admit and name keys as people and scripts expect, and say what is wrong?
// Real files in a folder of the test's own; the daemon is a ROUTER in this process.

#include <filesystem>
#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>

#include "daemon/ctl/command_line.hpp"
#include "daemon/ctl/row_json.hpp"
#include "daemon/keys/key_file.hpp"
#include "daemon/model/exit_code.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/ctl_fake_daemon.hpp"

namespace callwatch::test {
namespace {

using Catch::Matchers::Contains;

struct Ended {
    int exit_code;
    std::string out;
    std::string err;
};

/// Somebody at a terminal, with a folder and a file that holds a passphrase.
struct Person {
    Person() { write("passphrase", "correct horse\n", std::filesystem::perms(0600)); }

    void write(const std::string& name, const std::string& text, std::filesystem::perms rights)
    {
        std::ofstream{folder.file(name)} << text;
        std::filesystem::permissions(folder.file(name), rights);
    }
    Ended types(std::vector<std::string> words, const std::string& answer = {}) const
    {
        std::istringstream in{answer};
        std::ostringstream out;
        std::ostringstream err;
        words.insert(words.end(), {"--passphrase-file", folder.file("passphrase")});
        const int exit_code = ctl::run(std::move(words), {out, err, {}, &in});
        return {exit_code, out.str(), err.str()};
    }
    Ended makes(const std::string& name, std::vector<std::string> how) const
    {
        how.insert(how.begin(), {"key", "new", folder.file(name), "--role"});
        return types(std::move(how));
    }
    Ended admits_first(const std::string& name, const std::string& answer) const
    {
        return types(
            {"key", "admit", "--first", folder.file(name + ".pub"), "--data", folder.path()},
            answer);
    }

    TemporaryFolder folder;
};

FakeDaemon keeper_of(std::vector<std::string> digits, v1::Command* told = nullptr)
{
    return FakeDaemon{[digits = std::move(digits), told](const v1::Request& request) {
        v1::Reply reply;
        reply.set_id(request.id());
        if (request.has_keys()) {
            reply.mutable_keys()->set_total(static_cast<std::uint32_t>(digits.size()));
            for (const auto& key : digits) {
                auto& row = *reply.mutable_keys()->add_keys();
                row.set_key(key);
                row.set_role("staff");
                row.set_person("p1");
                row.set_admitted_by("m1");
                row.set_admitted_at_us(1'795'309'119'000'000);
            }
        }
        if (request.has_command()) {
            if (told != nullptr) *told = request.command();
            reply.mutable_command_done()->set_command_id(request.command().command_id());
            reply.mutable_command_done()->set_position(7);
        }
        return answer_with(reply);
    }};
}

const std::string first_digits = "0123456789abcdef";
const std::string one_key = first_digits + std::string(48, '1');
const std::string another_key = first_digits + std::string(48, '2');

}  // namespace

TEST_CASE("a new key is two files, sealed if it is a person's", "[unit][ctl]")
{
    const Person person;
    const auto made = person.makes("m1", {"manager", "--person", "m1"});
    CHECK(made.exit_code == exit_ok);
    CHECK(keys::is_sealed(person.folder.file("m1.key")));
    const auto key = keys::read_public_key(person.folder.file("m1.pub"));
    CHECK(key.holder == keys::Holder{.role = Role::manager, .person = {"m1"}, .source = {}});
    CHECK_THAT(made.out, Contains(key.key.text.str().substr(0, 8)));

    CHECK(person.makes("wall", {"viewer"}).exit_code == exit_ok);
    CHECK_FALSE(keys::is_sealed(person.folder.file("wall.key")));
    const auto again = person.makes("wall", {"viewer"});
    CHECK(again.exit_code == exit_usage);
    CHECK_THAT(again.err, Contains("is not written over"));
}

TEST_CASE("a key without whose it is, or of a short passphrase, is not made", "[unit][ctl]")
{
    Person person;
    CHECK_THAT(person.makes("a", {"staff"}).err, Contains("--person"));
    CHECK_THAT(person.makes("a", {"source"}).err, Contains("--source"));
    CHECK_THAT(person.makes("a", {"viewer", "--person", "m1"}).err, Contains("nobody's"));
    CHECK(person.makes("a", {"king"}).exit_code == exit_usage);
    person.write("passphrase", "short\n", std::filesystem::perms(0600));
    CHECK_THAT(person.makes("a", {"staff", "--person", "p1"}).err, Contains("at least 8 bytes"));
    person.write("passphrase", "correct horse\n", std::filesystem::perms(0644));
    CHECK_THAT(person.makes("a", {"staff", "--person", "p1"}).err, Contains("chmod 600"));
    CHECK_FALSE(std::filesystem::exists(person.folder.file("a.key")));
    CHECK_FALSE(std::filesystem::exists(person.folder.file("a.pub")));
}

TEST_CASE("the first manager is admitted once, after the word", "[unit][ctl]")
{
    const Person person;
    person.makes("m1", {"manager", "--person", "m1"});
    person.makes("m2", {"manager", "--person", "m2"});
    person.makes("p1", {"staff", "--person", "p1"});
    CHECK(person.admits_first("p1", "admit\n").exit_code == exit_negative);
    const auto unsure = person.admits_first("m1", "yes\n");
    CHECK(unsure.exit_code == exit_negative);
    CHECK_THAT(unsure.err,
               Contains("a key of role manager for m1") && Contains("nothing was admitted"));
    const auto done = person.admits_first("m1", "admit\n");
    CHECK(done.exit_code == exit_ok);
    CHECK_THAT(done.out, Contains("position 1"));
    CHECK_THAT(person.admits_first("m2", "admit\n").err, Contains("has a valid key already"));
}

TEST_CASE("what is handed to a manager is the public part", "[unit][ctl]")
{
    const Person person;
    person.makes("m1", {"manager", "--person", "m1"});
    const auto wrong = person.types(
        {"key", "admit", "--first", person.folder.file("m1.key"), "--data", person.folder.path()});
    CHECK(wrong.exit_code == exit_usage);
    CHECK_THAT(wrong.err, Contains("this is the secret file"));
}

TEST_CASE("a key that is admitted is told whole", "[unit][ctl]")
{
    const Person person;
    person.makes("pbx1", {"source", "--source", "pbx1"});
    v1::Command told;
    const auto daemon = keeper_of({}, &told);
    const auto done = person.types(
        {"--ipc", daemon.directory(), "key", "admit", person.folder.file("pbx1.pub"), "--yes"});
    CHECK(done.exit_code == exit_ok);
    CHECK(told.key_new().role() == "source");
    CHECK(told.key_new().source_id() == "pbx1");
    CHECK(told.key_new().public_key().size() == 32);
    CHECK(told.key_new().sign_key().empty());
}

TEST_CASE("a key is named by as many digits as it takes", "[unit][ctl]")
{
    const Person person;
    v1::Command told;
    const auto daemon = keeper_of({one_key, another_key}, &told);
    const auto revoke = [&](const std::string& which) {
        return person.types(
            {"--ipc", daemon.directory(), "key", "revoke", which, "--reason", "lost"});
    };
    CHECK_THAT(revoke(first_digits).err, Contains("more than one key"));
    CHECK_THAT(revoke("0123").err, Contains("eight at least"));
    CHECK_THAT(revoke("ffffffff").err, Contains("no key begins with"));
    CHECK(revoke(first_digits + "1").exit_code == exit_ok);
    CHECK(told.key_revoke().reason() == "lost");
    CHECK(static_cast<unsigned char>(told.key_revoke().public_key().back()) == 0x11);
}

TEST_CASE("keys are listed for people and for scripts", "[unit][ctl]")
{
    const Person person;
    const auto daemon = keeper_of({one_key});
    const auto table = person.types({"--ipc", daemon.directory(), "key", "list"});
    CHECK_THAT(table.out, Contains("01234567  staff  p1") && Contains("Z") && Contains("m1"));
    const auto json =
        ctl::Json::parse(person.types({"--ipc", daemon.directory(), "--json", "key", "list"}).out);
    CHECK(json["keys"][0]["key"] == one_key);
    CHECK(json["keys"][0]["valid"] == true);
    CHECK(json["keys"][0]["revoked_at"].is_null());
}

TEST_CASE("a key needs to know its collector, and a passphrase that opens it", "[unit][ctl]")
{
    Person person;
    person.makes("m1", {"manager", "--person", "m1"});
    const auto key = person.folder.file("m1.key");
    const auto lonely = person.types({"--key", key, "status"});
    CHECK(lonely.exit_code == exit_usage);
    CHECK_THAT(lonely.err, Contains("--server-key"));
    CHECK_THAT(person.types({"--server-key", one_key, "status"}).err, Contains("--key FILE"));
    person.write("passphrase", "wrong horse\n", std::filesystem::perms(0600));
    CHECK_THAT(person.types({"--key", key, "--server-key", one_key, "status"}).err,
               Contains("does not open it"));
}

}  // namespace callwatch::test
