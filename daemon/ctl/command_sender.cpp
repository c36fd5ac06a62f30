#include "daemon/ctl/command_sender.hpp"

#include <array>
#include <istream>

#include <fmt/format.h>
#include <sodium.h>

#include "daemon/ctl/failure.hpp"
#include "daemon/ctl/row_json.hpp"

namespace callwatch::ctl {
namespace {

std::string new_command_id()
{
    std::array<unsigned char, 16> random{};
    if (sodium_init() < 0) throw Failure{exit_internal, "no source of randomness"};
    randombytes_buf(random.data(), random.size());
    std::string id;
    for (const auto byte : random) id += fmt::format("{:02x}", byte);
    return id;
}

}  // namespace

callwatch::v1::CommandDone send_command(RequestClient& client, callwatch::v1::Command command)
{
    command.set_command_id(new_command_id());
    callwatch::v1::Request request;
    *request.mutable_command() = std::move(command);
    try {
        return client.ask(request).command_done();
    } catch (const Failure& failure) {
        if (failure.exit_code() != exit_network) throw;
    }
    return client.ask(std::move(request)).command_done();
}

int send_and_say(const Session& session, RequestClient& client, callwatch::v1::Command command,
                 const std::string& text)
{
    const auto done = send_command(client, std::move(command));
    if (session.json)
        session.out << pretty(
            {{"done", true}, {"command", done.command_id()}, {"position", done.position()}});
    else
        session.out << fmt::format("{} On record at position {}.\n", text, done.position());
    return exit_ok;
}

bool confirmed(const Session& session, const std::string& question, const std::string& word)
{
    session.err << question << "\nType " << word << " to go on: " << std::flush;
    std::string answer;
    return session.in != nullptr && std::getline(*session.in, answer) && answer == word;
}

}  // namespace callwatch::ctl
