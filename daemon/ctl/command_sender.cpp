#include "daemon/ctl/command_sender.hpp"

#include <array>

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

void say_done(const Session& session, const callwatch::v1::CommandDone& done,
              const std::string& text)
{
    if (session.json)
        session.out << pretty(
            {{"done", true}, {"command", done.command_id()}, {"position", done.position()}});
    else
        session.out << text << "\n";
}

}  // namespace callwatch::ctl
