#include "daemon/ctl/passphrase.hpp"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <fmt/format.h>

#include "daemon/ctl/failure.hpp"
#include "daemon/keys/private_file.hpp"
#include "daemon/keys/sealed_secret.hpp"

namespace callwatch::ctl {
namespace {

/// The terminal itself, whatever standard input is; what is typed is not shown while this is in
/// scope. A signal that kills leaves the echo off, as it does with every other program that asks.
class SilentTerminal {
public:
    SilentTerminal() : descriptor_{::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)}
    {
        if (descriptor_ < 0 || ::tcgetattr(descriptor_, &before_) != 0)
            throw Failure{exit_usage,
                          "a passphrase is wanted, and there is no terminal to ask on: use "
                          "--passphrase-file"};
        auto silent = before_;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        silent.c_lflag |= ECHONL;
        ::tcsetattr(descriptor_, TCSAFLUSH, &silent);
    }
    ~SilentTerminal()
    {
        ::tcsetattr(descriptor_, TCSAFLUSH, &before_);
        ::close(descriptor_);
    }
    SilentTerminal(const SilentTerminal&) = delete;
    SilentTerminal& operator=(const SilentTerminal&) = delete;

    keys::Secret ask(const std::string& question) const
    {
        (void)!::write(descriptor_, question.data(), question.size());
        std::string line(keys::passphrase_bytes_max + 2, '\0');
        const auto got = ::read(descriptor_, line.data(), line.size());
        line.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
        while (!line.empty() && line.back() == '\n') line.pop_back();
        return keys::Secret{std::move(line)};
    }

private:
    int descriptor_;
    termios before_{};
};

keys::Secret read_file(const std::string& path)
try {
    const auto text = keys::read_small_file(path, keys::FileRights::owner);
    return keys::Secret{text.bytes().substr(0, text.bytes().find('\n'))};
} catch (const keys::KeyError& error) {
    throw Failure{exit_usage, error.what()};
}

}  // namespace

keys::Secret ask_passphrase(const std::string& path, const std::string& question)
{
    auto passphrase = path.empty() ? SilentTerminal{}.ask(question) : read_file(path);
    if (passphrase.bytes().size() > keys::passphrase_bytes_max)
        throw Failure{exit_usage,
                      fmt::format("a passphrase has at most {} bytes", keys::passphrase_bytes_max)};
    return passphrase;
}

keys::Secret ask_new_passphrase(const std::string& path)
{
    auto passphrase = ask_passphrase(path, "New passphrase: ");
    if (passphrase.bytes().size() < keys::passphrase_bytes_min)
        throw Failure{exit_usage, fmt::format("a passphrase has at least {} bytes",
                                              keys::passphrase_bytes_min)};
    if (path.empty() && ask_passphrase(path, "The same again: ").bytes() != passphrase.bytes())
        throw Failure{exit_usage, "the two are not the same: nothing was made"};
    return passphrase;
}

}  // namespace callwatch::ctl
