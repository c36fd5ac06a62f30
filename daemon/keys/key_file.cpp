#include "daemon/keys/key_file.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "daemon/keys/hex.hpp"
#include "daemon/keys/private_file.hpp"
#include "daemon/keys/sealed_secret.hpp"

namespace callwatch::keys {
namespace {

constexpr std::int64_t format = 1;
constexpr auto secret_header =
    "# A key of Callwatch. This file is a secret: nobody else may read it, and no copy is mailed.\n"
    "# What a manager admits is the file beside it whose name ends in .pub.\n";
constexpr auto public_header =
    "# The public part of a key of Callwatch. No secret: hand it to a manager, who admits it with\n"
    "#   callwatchctl key admit THIS_FILE\n";

/// One file, its name in every complaint.
class KeyTable {
public:
    KeyTable(const std::filesystem::path& path, FileRights rights) : path_{path.string()}
    {
        const Secret text = read_small_file(path, rights);
        try {
            table_ = toml::parse(text.bytes());
        } catch (const toml::parse_error& error) {
            throw KeyError{fmt::format("{}:{}: is no key file: {}", path_,
                                       error.source().begin.line, error.description())};
        }
    }

    /// "" if it is not there.
    std::string text(std::string_view name) const
    {
        return table_[name].value_exact<std::string>().value_or("");
    }
    bool has(std::string_view name) const { return table_.contains(name); }
    std::uint64_t number(std::string_view name) const
    {
        const auto value = table_[name].value_exact<std::int64_t>().value_or(0);
        return value < 0 ? 0 : static_cast<std::uint64_t>(value);
    }
    std::string bytes(std::string_view name, std::size_t size) const
    {
        auto found = from_hex(text(name), size);
        if (!found) throw damaged(name);
        return std::move(*found);
    }
    KeyError damaged(std::string_view name) const
    {
        return KeyError{fmt::format(
            "{}: is damaged: {} is missing or is not what it must be: use a copy", path_, name)};
    }
    KeyError wrong(std::string_view what) const
    {
        return KeyError{fmt::format("{}: {}", path_, what)};
    }
    void must_be(std::string_view kind) const
    {
        if (number(kind) == static_cast<std::uint64_t>(format)) return;
        throw wrong(fmt::format("is no {} of this version", kind == "callwatch_key"
                                                                ? "key (NAME.key)"
                                                                : "public key (NAME.pub)"));
    }

private:
    std::string path_;
    toml::table table_;
};

/// Ids of the organisation file are letters, digits and a few marks: nothing needs escaping.
void check_id(std::string_view id)
{
    const auto is_plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == '_' || c == '.';
    };
    if (id.size() > id_bytes_max || !std::all_of(id.begin(), id.end(), is_plain))
        throw KeyError{fmt::format("\"{}\" is no id of the organisation file", id)};
}

std::string public_lines(const PublicKey& key)
{
    const auto& holder = key.holder;
    check_id(holder.person.text);
    check_id(holder.source.text);
    std::string lines =
        fmt::format("role = \"{}\"\n", holder.role == Role::none ? "collector" : word(holder.role));
    if (!holder.person.text.empty()) lines += fmt::format("person = \"{}\"\n", holder.person.text);
    if (!holder.source.text.empty()) lines += fmt::format("source = \"{}\"\n", holder.source.text);
    lines += fmt::format("key = \"{}\"\n", key.key.text);
    if (!key.sign_key.empty()) lines += fmt::format("sign_key = \"{}\"\n", key.sign_key);
    return lines;
}

PublicKey read_public_lines(const KeyTable& table)
{
    PublicKey key;
    const auto role = table.text("role");
    if (role != "collector") {
        const auto known = parse_role(role);
        if (!known) throw table.damaged("role");
        key.holder.role = *known;
    }
    key.holder.person = {table.text("person")};
    key.holder.source = {table.text("source")};
    if (is_of_people(key.holder.role) == key.holder.person.text.empty())
        throw table.damaged("person");
    if ((key.holder.role == Role::source) == key.holder.source.text.empty())
        throw table.damaged("source");
    key.key = {to_hex(table.bytes("key", secret_bytes))};
    const bool signs = key.holder.role == Role::none || is_of_people(key.holder.role);
    if (signs != table.has("sign_key")) throw table.damaged("sign_key");
    if (signs) key.sign_key = to_hex(table.bytes("sign_key", secret_bytes));
    return key;
}

std::string sealed_lines(const Key& key, const Secret& passphrase)
{
    const Secret both{key.secret.bytes() + key.sign_seed.bytes()};
    const auto sealed = seal(both, passphrase);
    return fmt::format(
        "sealed = \"argon2id\"\npasses = {}\nmemory_kib = {}\nsalt = \"{}\"\nbox = \"{}\"\n",
        sealed.passes, sealed.memory_kib, to_hex(sealed.salt), to_hex(sealed.box));
}

std::string open_lines(const Key& key)
{
    auto lines = fmt::format("secret = \"{}\"\n", to_hex(key.secret.bytes()));
    if (key.signs()) lines += fmt::format("sign_secret = \"{}\"\n", to_hex(key.sign_seed.bytes()));
    return lines;
}

constexpr std::size_t salt_bytes = 16;
constexpr std::size_t box_overhead_bytes = 40;  // Nonce and authentication code.

void open_box(const KeyTable& table, const AskPassphrase& ask, Key& key)
{
    const auto plain_bytes = key.part.sign_key.empty() ? secret_bytes : 2 * secret_bytes;
    if (table.text("sealed") != "argon2id") throw table.damaged("sealed");
    const SealedSecret sealed{.salt = table.bytes("salt", salt_bytes),
                              .passes = table.number("passes"),
                              .memory_kib = table.number("memory_kib"),
                              .box = table.bytes("box", box_overhead_bytes + plain_bytes)};
    std::optional<Secret> both;
    try {
        both = open(sealed, ask());
    } catch (const KeyError& error) {
        throw table.wrong(error.what());
    }
    if (!both) throw table.wrong("this passphrase does not open it");
    key.secret = Secret{both->bytes().substr(0, secret_bytes)};
    key.sign_seed = Secret{both->bytes().substr(secret_bytes)};
}

/// A key whose halves do not belong together would be refused everywhere, and nobody knew why.
void check_halves(const KeyTable& table, const Key& key)
{
    if (public_key_of(key.secret) != key.part.key) throw table.damaged("key");
    if (key.signs() && sign_key_of(key.sign_seed) != key.part.sign_key)
        throw table.damaged("sign_key");
}

}  // namespace

void write_key(const std::filesystem::path& path, const Key& key, const Secret& passphrase)
{
    if (passphrase.empty() && is_of_people(key.part.holder.role))
        throw KeyError{path.string() + ": a person's key is sealed with a passphrase"};
    auto text =
        fmt::format("{}callwatch_key = {}\n{}{}", secret_header, format, public_lines(key.part),
                    passphrase.empty() ? open_lines(key) : sealed_lines(key, passphrase));
    const Secret wiped{std::move(text)};
    write_new_file(path, wiped.bytes(), FileRights::owner);
}

Key read_key(const std::filesystem::path& path, const AskPassphrase& ask)
{
    const KeyTable table{path, FileRights::owner};
    table.must_be("callwatch_key");
    Key key{.part = read_public_lines(table), .secret = {}, .sign_seed = {}};
    if (table.has("sealed")) {
        open_box(table, ask, key);
    } else {
        if (is_of_people(key.part.holder.role))
            throw table.wrong(
                "a person's key must be sealed with a passphrase, and this one is not: make "
                "another one (callwatchctl key new)");
        key.secret = Secret{table.bytes("secret", secret_bytes)};
        if (!key.part.sign_key.empty())
            key.sign_seed = Secret{table.bytes("sign_secret", secret_bytes)};
    }
    check_halves(table, key);
    return key;
}

bool is_sealed(const std::filesystem::path& path)
{
    const KeyTable table{path, FileRights::owner};
    table.must_be("callwatch_key");
    return table.has("sealed");
}

void write_public_key(const std::filesystem::path& path, const PublicKey& key)
{
    write_new_file(
        path,
        fmt::format("{}callwatch_public_key = {}\n{}", public_header, format, public_lines(key)),
        FileRights::everybody);
}

PublicKey read_public_key(const std::filesystem::path& path)
{
    const KeyTable table{path, FileRights::everybody};
    if (table.has("callwatch_key"))
        throw table.wrong(
            "this is the secret file: give nobody but its holder access; what is asked for is the "
            "one beside it whose name ends in .pub");
    table.must_be("callwatch_public_key");
    return read_public_lines(table);
}

std::string read_server_key(const std::string& hex_or_path)
{
    if (auto bytes = from_hex(hex_or_path, secret_bytes)) return std::move(*bytes);
    return *from_hex(read_public_key(hex_or_path).key.text, secret_bytes);
}

}  // namespace callwatch::keys
