// Does the gate let in whom it should, and nobody else? Real sockets, CURVE, over ipc and loopback;
// the collector's side is turned by hand, the client has a context of its own.

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <thread>

#include <catch2/catch.hpp>

#include "daemon/keys/hex.hpp"
#include "daemon/keys/key.hpp"
#include "daemon/wire/bind_socket.hpp"
#include "daemon/wire/board_port.hpp"
#include "daemon/wire/client_socket.hpp"
#include "daemon/wire/key_gate.hpp"
#include "daemon/wire/request_port.hpp"
#include "daemon/wire/source_port.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace callwatch;
using namespace std::chrono_literals;
using Steady = std::chrono::steady_clock;

namespace {

// Silence has to be waited out; what comes is there long before, also on a machine that is busy.
constexpr auto silence = 400ms;
constexpr auto in_time = 20s;

std::string raw(const KeyId& key) { return *keys::from_hex(key.text, keys::secret_bytes); }

/// A port that is free now.
std::string loopback_endpoint()
{
    const int probe = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    REQUIRE(::bind(probe, reinterpret_cast<sockaddr*>(&address), size) == 0);
    REQUIRE(::getsockname(probe, reinterpret_cast<sockaddr*>(&address), &size) == 0);
    ::close(probe);
    return "tcp://127.0.0.1:" + std::to_string(ntohs(address.sin_port));
}

/// The collector's side: a gate, the sockets of sources and of questions, and who was admitted.
struct Gatehouse {
    explicit Gatehouse(std::string place = {}, bool is_guarded = true)
        : requests_at{place.empty() ? "ipc://" + folder.file("requests") : std::move(place)},
          guard{is_guarded ? own.secret.bytes() : std::string{}}
    {
        gate.emplace(context);
        requests.emplace(context, requests_at, guard);
        sources.emplace(context, SourcePortSettings{.events_endpoint = events_at,
                                                    .control_endpoint = control_at,
                                                    .sources = {{"pbx1"}, {"pbx2"}},
                                                    .guard = guard});
        sources->listen_to(book);
        sources->bind();
    }

    keys::Key admitted(Role role, const std::string& whose)
    {
        const bool is_source = role == Role::source;
        auto key = keys::make_key(
            {.role = role, .person = {is_source ? "" : whose}, .source = {is_source ? whose : ""}});
        admit(key);
        return key;
    }
    void admit(const keys::Key& key)
    {
        book.apply(KeyAdmitted{.key = key.part.key,
                               .sign_key = key.part.sign_key,
                               .role = key.part.holder.role,
                               .person = key.part.holder.person,
                               .source = key.part.holder.source,
                               .by = {"m1"},
                               .at = {}});
    }
    void revoke(const keys::Key& key) { book.apply(KeyRevoked{key.part.key, {"m1"}, {}, {}}); }
    ClientKeys shown(const keys::Key& key) const
    {
        return {.public_key = raw(key.part.key),
                .secret_key = key.secret.bytes(),
                .server_key = raw(own.part.key)};
    }

    void turn()
    {
        if (gate) gate->answer(book, Steady::now());
        while (auto one = requests->take())
            if (*one) asked.push_back(std::move(**one));
        sources->take(64, Steady::now(), [](auto&&) {});
        std::this_thread::sleep_for(1ms);
    }
    template <class Done>
    bool until(Done done, std::chrono::milliseconds limit = in_time)
    {
        const auto deadline = Steady::now() + limit;
        while (!done()) {
            if (Steady::now() > deadline) return false;
            turn();
        }
        return true;
    }

    test::TemporaryFolder folder;
    std::string requests_at;
    std::string events_at = "ipc://" + folder.file("events");
    std::string control_at = "ipc://" + folder.file("control");
    keys::Key own = keys::make_key({});
    SocketGuard guard;
    KeyBook book;
    zmq::context_t context{1};
    std::optional<KeyGate> gate;
    std::optional<RequestPort> requests;
    std::optional<SourcePort> sources;
    std::vector<AskedRequest> asked;
};

struct Client {
    Client(const std::string& endpoint, const ClientKeys& keys)
        : socket{context, zmq::socket_type::dealer, keys}
    {
        socket.socket().set(zmq::sockopt::linger, 0);
        socket.connect(endpoint);
    }
    Client& say(const std::string& bytes)
    {
        socket.socket().send(zmq::buffer(bytes), zmq::send_flags::dontwait);
        return *this;
    }
    Client& ask()
    {
        v1::Request request;
        request.set_schema_version(1);
        request.mutable_status();
        return say(request.SerializeAsString());
    }
    ConnectionTrouble trouble() { return socket.mend(Steady::now()); }

    zmq::context_t context{1};
    ClientSocket socket;
};

std::string hello(const std::string& source)
{
    v1::SourceToCollector message;
    message.mutable_hello()->set_schema_version(1);
    message.mutable_hello()->set_source_id(source);
    message.mutable_hello()->set_source_epoch_us(1'000);
    message.mutable_hello()->set_first_kept(1);
    return message.SerializeAsString();
}

v1::CollectorToSource answer_to(Gatehouse& house, Client& client)
{
    zmq::message_t frame;
    REQUIRE(house.until(
        [&] { return bool(client.socket.socket().recv(frame, zmq::recv_flags::dontwait)); }));
    v1::CollectorToSource answer;
    REQUIRE(answer.ParseFromArray(frame.data(), static_cast<int>(frame.size())));
    return answer;
}

}  // namespace

TEST_CASE("a key that was admitted gets in, and its message says whose it is", "[contract][keys]")
{
    const bool is_tcp = GENERATE(false, true);
    Gatehouse house{is_tcp ? loopback_endpoint() : std::string{}};
    const auto key = house.admitted(Role::staff, "p1");
    Client client{house.requests_at, house.shown(key)};
    client.ask();
    REQUIRE(house.until([&] { return !house.asked.empty(); }));
    CHECK(house.asked.front().key == key.part.key);
    CHECK(house.gate->refusals().totals().empty());
}

TEST_CASE("a stranger's key does not get in, and is told so", "[contract][keys]")
{
    Gatehouse house;
    const auto key = keys::make_key({.role = Role::viewer, .person = {}, .source = {}});
    Client client{house.requests_at, house.shown(key)};
    client.ask();
    CHECK(house.until([&] { return client.trouble() == ConnectionTrouble::key_refused; }));
    CHECK_FALSE(house.until([&] { return !house.asked.empty(); }, silence));
    CHECK(house.gate->refusals().total(Refusal::Code::unknown_key) == 1);
}

TEST_CASE("a key gets in only where its role belongs", "[contract][keys]")
{
    Gatehouse house;
    const auto source = house.admitted(Role::source, "pbx1");
    const auto wall = house.admitted(Role::viewer, "");
    Client asks{house.requests_at, house.shown(source)};
    Client sends{house.control_at, house.shown(wall)};
    asks.ask();
    sends.say(hello("pbx1"));
    CHECK(house.until([&] { return asks.trouble() == ConnectionTrouble::key_refused; }));
    CHECK(house.until([&] { return sends.trouble() == ConnectionTrouble::key_refused; }));
    CHECK(house.gate->refusals().total(Refusal::Code::not_allowed) == 2);
    CHECK(house.asked.empty());
}

TEST_CASE("a revoked key does not get in", "[contract][keys]")
{
    Gatehouse house;
    const auto key = house.admitted(Role::manager, "m1");
    house.revoke(key);
    Client client{house.requests_at, house.shown(key)};
    client.ask();
    CHECK(house.until([&] { return client.trouble() == ConnectionTrouble::key_refused; }));
}

TEST_CASE("without a key, or with one for another collector, nobody gets in", "[contract][keys]")
{
    Gatehouse house;
    const auto key = house.admitted(Role::staff, "p1");
    auto other = house.shown(key);
    other.server_key = raw(keys::make_key({}).part.key);
    Client bare{house.requests_at, {}};
    Client astray{house.requests_at, other};
    bare.ask();
    astray.ask();
    CHECK(house.until([&] {
        const auto trouble = bare.trouble();
        return trouble == ConnectionTrouble::wants_key || trouble == ConnectionTrouble::hangs_up;
    }));
    CHECK(house.until([&] { return astray.trouble() == ConnectionTrouble::other_server; }));
    CHECK(house.asked.empty());
}

TEST_CASE("a key shown to a collector without keys is told so", "[contract][keys]")
{
    Gatehouse house{{}, false};
    const auto key = house.admitted(Role::staff, "p1");
    Client client{house.requests_at, house.shown(key)};
    CHECK(house.until([&] { return client.trouble() == ConnectionTrouble::takes_no_key; }));
    Client bare{house.requests_at, {}};
    bare.ask();
    REQUIRE(house.until([&] { return !house.asked.empty(); }));
    CHECK(house.asked.front().key == KeyId{});  // Whatever a peer may claim.
}

TEST_CASE("when nobody minds the gate, nobody gets in (canary)", "[contract][keys][canary]")
{
    Gatehouse house;
    const auto key = house.admitted(Role::staff, "p1");
    house.gate.reset();
    Client client{house.requests_at, house.shown(key)};
    client.ask();
    CHECK_FALSE(house.until([&] { return !house.asked.empty(); }, silence));
    house.gate.emplace(house.context);
    CHECK(house.until([&] { return !house.asked.empty(); }));
}

TEST_CASE("a wall with a key hears the board", "[contract][keys]")
{
    Gatehouse house;
    const auto key = house.admitted(Role::viewer, "");
    const auto board_at = "ipc://" + house.folder.file("board");
    BoardPort board{house.context, board_at, house.guard};
    zmq::context_t context{1};
    ClientSocket wall{context, zmq::socket_type::sub, house.shown(key)};
    wall.socket().set(zmq::sockopt::linger, 0);
    wall.socket().set(zmq::sockopt::subscribe, "board");
    wall.connect(board_at);
    zmq::message_t frame;
    CHECK(house.until([&] {
        board.publish({});
        return bool(wall.socket().recv(frame, zmq::recv_flags::dontwait));
    }));
}

TEST_CASE("a second gate cannot be", "[contract][keys]")
{
    Gatehouse house;
    CHECK_THROWS_AS(KeyGate{house.context}, NetworkError);
}

TEST_CASE("a key that was refused is tried again, and gets in once admitted", "[contract][keys]")
{
    Gatehouse house;
    const auto key = keys::make_key({.role = Role::staff, .person = {"p1"}, .source = {}});
    Client client{house.requests_at, house.shown(key)};
    REQUIRE(house.until([&] { return client.trouble() == ConnectionTrouble::key_refused; }));
    house.admit(key);
    (void)client.socket.mend(Steady::now() + ClientSocket::refused_again + 1s);
    CHECK(house.until([&] { return client.trouble() == ConnectionTrouble::none; }));
    client.ask();
    CHECK(house.until([&] { return !house.asked.empty(); }));
}

TEST_CASE("a source is heard under the id that its key was admitted for", "[contract][keys]")
{
    Gatehouse house;
    const auto key = house.admitted(Role::source, "pbx1");
    Client client{house.control_at, house.shown(key)};
    client.say(hello("pbx1"));
    CHECK(answer_to(house, client).has_welcome());
    client.say(hello("pbx2"));
    const auto answer = answer_to(house, client);
    REQUIRE(answer.has_refused());
    CHECK(answer.refused().code() == v1::SourceRefused::KEY_REFUSED);
    CHECK(house.sources->refusals().total(Refusal::Code::not_allowed) == 1);
}

TEST_CASE("a key that is revoked while connected is heard no more", "[contract][keys]")
{
    Gatehouse house;
    const auto key = house.admitted(Role::source, "pbx1");
    Client client{house.control_at, house.shown(key)};
    client.say(hello("pbx1"));
    REQUIRE(answer_to(house, client).has_welcome());
    house.revoke(key);
    client.say(hello("pbx1"));
    CHECK(answer_to(house, client).refused().code() == v1::SourceRefused::KEY_REFUSED);
    CHECK(house.sources->refusals().total(Refusal::Code::unknown_key) == 1);
}

TEST_CASE("batches too are taken only by the key of their source", "[contract][keys]")
{
    Gatehouse house;
    const auto key = house.admitted(Role::source, "pbx2");
    zmq::context_t context{1};
    ClientSocket events{context, zmq::socket_type::xpub, house.shown(key)};
    events.socket().set(zmq::sockopt::linger, 0);
    events.connect(house.events_at);
    zmq::message_t subscription;
    REQUIRE(house.until(
        [&] { return bool(events.socket().recv(subscription, zmq::recv_flags::dontwait)); }));
    v1::EventBatch batch;
    batch.set_schema_version(1);
    batch.set_source_id("pbx1");
    batch.set_source_epoch_us(1'000);
    batch.add_events()->set_sequence(1);
    events.socket().send(zmq::str_buffer("event.pbx1"), zmq::send_flags::sndmore);
    events.socket().send(zmq::buffer(batch.SerializeAsString()), zmq::send_flags::dontwait);
    CHECK(house.until(
        [&] { return house.sources->refusals().total(Refusal::Code::not_allowed) == 1; }));
}

TEST_CASE("only a guarded socket is bound to an address of others", "[contract][keys]")
{
    CHECK_THROWS_AS(check_endpoint("tcp://*:7705", {}), NetworkError);
    CHECK_THROWS_AS(check_endpoint("tcp://192.0.2.1:7705", {}), NetworkError);
    CHECK_NOTHROW(check_endpoint("tcp://127.0.0.1:7705", {}));
    CHECK_NOTHROW(check_endpoint("tcp://*:7705", {.secret_key = std::string(32, 'x')}));
    CHECK_FALSE(what_forbids("tcp://192.0.2.1:7705", {}).empty());
}
