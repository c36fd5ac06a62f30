#include "daemon/bridges/asterisk/live/login.hpp"

#include <openssl/evp.h>

#include <array>

#include <fmt/format.h>

#include "daemon/bridges/asterisk/ami_text.hpp"

namespace callwatch::asterisk {
namespace {

std::string md5_hex(const std::string& text)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
    unsigned size = 0;
    // Nothing where the system forbids MD5: the login is then refused, and plain can be chosen.
    if (EVP_Digest(text.data(), text.size(), hash.data(), &size, EVP_md5(), nullptr) != 1) size = 0;
    std::string out;
    for (unsigned i = 0; i < size; ++i) out += fmt::format("{:02x}", hash[i]);
    return out;
}

}  // namespace

Login::Login(Credentials credentials, const std::string& id_prefix)
    : credentials_{std::move(credentials)},
      action_id_{id_prefix + "login"},
      state_{credentials_.plain ? State::answer : State::challenge}
{
}

Action Login::first() const
{
    if (credentials_.plain) return login("");
    return {"Challenge", {{"AuthType", "MD5"}}};
}

Action Login::login(const std::string& challenge) const
{
    Action action{"Login", {{"Username", credentials_.username}}};
    if (credentials_.plain) {
        action.headers.emplace_back("Secret", credentials_.secret);
    } else {
        action.headers.emplace_back("AuthType", "MD5");
        action.headers.emplace_back("Key", md5_hex(challenge + credentials_.secret));
    }
    action.headers.emplace_back("Events", "on");
    return action;
}

std::optional<Action> Login::take(const AmiMessage& message)
{
    if (message["ActionID"] != action_id_ || !message.has("Response")) return std::nullopt;
    if (message["Response"] != "Success") {
        reason_ = clean(message["Message"], 128);
        state_ = State::refused;
        return std::nullopt;
    }
    if (state_ == State::challenge) {
        state_ = State::answer;
        return login(std::string{message["Challenge"]});
    }
    if (state_ == State::answer) state_ = State::accepted;
    return std::nullopt;
}

}  // namespace callwatch::asterisk
