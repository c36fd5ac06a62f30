#include "daemon/ctl/audit_heads.hpp"

#include <filesystem>
#include <fstream>

#include <fmt/format.h>

#include "daemon/ctl/failure.hpp"
#include "daemon/ctl/text.hpp"
#include "daemon/keys/key_file.hpp"

namespace callwatch::ctl {
namespace {

constexpr std::size_t lines_max = 10'000;
constexpr std::uintmax_t file_bytes_max = 4u << 20;

std::string read_sign_key(const std::string& path)
try {
    const auto key = keys::read_public_key(path);
    if (key.sign_key.empty())
        throw Failure{exit_usage, clean(path) +
                                      ": this key signs nothing: name the collector's "
                                      "daemon.pub"};
    return key.sign_key;
} catch (const keys::KeyError& error) {
    throw Failure{exit_usage, error.what()};
}

void read_file(const std::string& path, KeptHeads& kept)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    std::ifstream file{path};
    if (error || !file || size > file_bytes_max)
        throw Failure{exit_usage,
                      fmt::format("--head {}: must be POSITION:HASH, the hash with 64 hex digits, "
                                  "or a file of heads, at most 4 MiB",
                                  clean(path))};
    std::size_t number = 0;
    for (std::string line; std::getline(file, line);) {
        const auto where = fmt::format("{}, line {}", clean(path), ++number);
        if (number > lines_max)
            throw Failure{exit_usage, fmt::format("{}: at most {} heads", where, lines_max)};
        if (const auto head = parse_signed_head(line))
            kept.add(*head, where);
        else if (const auto plain = parse_head(line))
            kept.heads.push_back(*plain);
        else
            throw Failure{exit_usage, where + ": is no head of a journal"};
    }
    if (number == 0)
        throw Failure{exit_usage, clean(path) + ": is empty: no head was exported to it"};
}

}  // namespace

void KeptHeads::add(const SignedHead& head, const std::string& where)
{
    if (!is_signed(head))
        throw Failure{exit_negative,
                      where + ": the signature is not one of this head: it was changed"};
    if (!daemon_sign_key.empty() && head.sign_key != daemon_sign_key)
        throw Failure{exit_negative,
                      fmt::format("{}: was signed by {:.8}, not by the key of --daemon-key ({:.8})",
                                  where, head.sign_key, daemon_sign_key)};
    is_vouched_for = !daemon_sign_key.empty();
    heads.push_back(head.head);
    if (!newest || newest->head.position <= head.head.position) newest = head;
}

KeptHeads read_kept_heads(const std::string& head, const std::string& daemon_key)
{
    KeptHeads kept;
    if (!daemon_key.empty()) kept.daemon_sign_key = read_sign_key(daemon_key);
    if (head.empty()) return kept;
    if (const auto plain = parse_head(head))
        kept.heads.push_back(*plain);
    else
        read_file(head, kept);
    return kept;
}

Json signed_head_json(const KeptHeads& kept)
{
    if (!kept.newest) return {};
    return {{"position", kept.newest->head.position},
            {"time", kept.newest->time},
            {"sign_key", kept.newest->sign_key},
            {"vouched_for", kept.is_vouched_for}};
}

std::string signed_head_text(const KeptHeads& kept)
{
    if (!kept.newest) return {};
    return fmt::format(
        "The head at position {} was signed at {} by the key {:.8}{}.\n",
        kept.newest->head.position, clean(kept.newest->time), clean(kept.newest->sign_key),
        kept.is_vouched_for
            ? ", the collector's"
            : "; whose that is, nobody has said: give the collector's daemon.pub as --daemon-key");
}

}  // namespace callwatch::ctl
