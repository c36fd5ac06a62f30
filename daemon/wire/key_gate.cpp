#include "daemon/wire/key_gate.hpp"

#include <array>
#include <vector>

#include <fmt/format.h>

#include "daemon/wire/bind_socket.hpp"

namespace callwatch {
namespace {

constexpr const char* zap_endpoint = "inproc://zeromq.zap.01";
constexpr std::string_view zap_version = "1.0";
constexpr std::string_view admitted = "200";
constexpr std::string_view refused = "400";  // Not 300: a client would try again for ever, blind.

/// Frames of a request, in their order.
enum Frame : std::size_t { version, request, domain, address, identity, mechanism, credential };
constexpr std::size_t frames_of_curve = credential + 1;

std::string hex(std::string_view bytes)
{
    std::string digits;
    for (const char byte : bytes)
        digits += fmt::format("{:02x}", static_cast<unsigned>(static_cast<unsigned char>(byte)));
    return digits;
}

std::optional<Refusal> check(const std::vector<zmq::message_t>& frames, const KeyBook& keys)
{
    using Code = Refusal::Code;
    constexpr std::size_t key_bytes = 32;
    if (frames.size() != frames_of_curve || frames[version].to_string_view() != zap_version ||
        frames[mechanism].to_string_view() != "CURVE" || frames[credential].size() != key_bytes)
        return Refusal{Code::unknown_key, "a handshake that is none of CURVE"};
    const auto key = hex(frames[credential].to_string_view());
    const auto where = frames[domain].to_string_view();
    const auto actor = keys.actor({key});
    if (actor.role == Role::none)
        return Refusal{Code::unknown_key,
                       fmt::format("key {:.8} from {} wants to connect to {}, and was never "
                                   "admitted, or was revoked",
                                   key, frames[address].to_string_view(), where)};
    if (!may_connect(actor.role, where))
        return Refusal{Code::not_allowed, fmt::format("key {:.8} of role {} has no business at {}",
                                                      key, word(actor.role), where)};
    return std::nullopt;
}

}  // namespace

bool may_connect(Role role, std::string_view domain)
{
    if (role == Role::none) return false;
    const bool is_for_sources = domain == events_domain || domain == control_domain;
    const bool is_for_others = domain == board_domain || domain == requests_domain;
    return role == Role::source ? is_for_sources : is_for_others;
}

KeyGate::KeyGate(zmq::context_t& context) : socket_{context, zmq::socket_type::rep}
{
    try {
        socket_.set(zmq::sockopt::linger, 0);
        socket_.bind(zap_endpoint);
    } catch (const zmq::error_t& error) {
        throw NetworkError{fmt::format("keys cannot be checked, so nobody is let in: {}: {}",
                                       zap_endpoint, error.what())};
    }
}

zmq::pollitem_t KeyGate::poll_item() { return {socket_.handle(), 0, ZMQ_POLLIN, 0}; }

void KeyGate::answer(const KeyBook& keys, std::chrono::steady_clock::time_point now)
{
    for (int answered = 0; answered < handshakes_per_turn_max; ++answered) {
        std::vector<zmq::message_t> frames(1);
        if (!socket_.recv(frames.back(), zmq::recv_flags::dontwait)) return;
        while (frames.back().more()) {
            zmq::message_t next;
            if (!socket_.recv(next, zmq::recv_flags::dontwait)) return;
            frames.push_back(std::move(next));
        }
        const auto refusal = check(frames, keys);
        if (refusal) refusals_.count(*refusal, now);
        const std::string_view number =
            frames.size() > request ? frames[request].to_string_view() : std::string_view{};
        const auto user = refusal ? std::string{} : hex(frames[credential].to_string_view());
        const std::array<std::string_view, 5> reply{zap_version, number,
                                                    refusal ? refused : admitted,
                                                    refusal ? "refused" : "admitted", user};
        for (const auto part : reply) socket_.send(zmq::buffer(part), zmq::send_flags::sndmore);
        socket_.send(zmq::message_t{}, zmq::send_flags::dontwait);  // No further metadata.
    }
}

}  // namespace callwatch
