#include "daemon/ctl/credentials.hpp"

#include "daemon/ctl/failure.hpp"
#include "daemon/ctl/passphrase.hpp"
#include "daemon/keys/hex.hpp"
#include "daemon/keys/key_file.hpp"

namespace callwatch::ctl {

const ClientKeys& Credentials::client_keys()
{
    if (client_keys_) return *client_keys_;
    if (options_.key_file.empty() && options_.server_key.empty()) return client_keys_.emplace();
    if (options_.key_file.empty())
        throw Failure{exit_usage, "--server-key is given, but not whose key connects: --key FILE"};
    if (options_.server_key.empty())
        throw Failure{exit_usage,
                      "--key is given, but not whose collector it is: --server-key FILE, the "
                      "daemon.pub in its data directory"};
    read();
    try {
        return client_keys_.emplace(
            ClientKeys{.public_key = *keys::from_hex(key_->part.key.text, keys::secret_bytes),
                       .secret_key = key_->secret.bytes(),
                       .server_key = keys::read_server_key(options_.server_key)});
    } catch (const keys::KeyError& error) {
        throw Failure{exit_usage, error.what()};
    }
}

const keys::Key& Credentials::key()
{
    if (options_.key_file.empty()) throw Failure{exit_usage, "this needs your key: --key FILE"};
    read();
    return *key_;
}

void Credentials::read()
{
    if (key_) return;
    try {
        key_ = keys::read_key(options_.key_file, [&] {
            return ask_passphrase(options_.passphrase_file,
                                  "Passphrase of " + options_.key_file + ": ");
        });
    } catch (const keys::KeyError& error) {
        throw Failure{exit_usage, error.what()};
    }
}

}  // namespace callwatch::ctl
