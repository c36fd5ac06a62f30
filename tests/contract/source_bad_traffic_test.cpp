// Traffic that is not what the contract says, among good traffic: is it refused and counted, each
// piece once, answered where there is somebody to answer, and does it harm nobody? Over real
// sockets, with a sender that says anything.

#include <catch2/catch.hpp>
#include <zmq.hpp>

#include <thread>

#include "daemon/wire/source_protocol.hpp"
#include "tests/support/source_world.hpp"

using namespace std::chrono_literals;
using callwatch::Refusal;
using callwatch::test::SmallCollector;
using callwatch::test::TemporaryFolder;
namespace v1 = callwatch::v1;
using Frames = std::vector<std::string>;

namespace {

constexpr std::int64_t epoch = 1'000;

v1::EventBatch batch(std::uint64_t first, std::uint64_t count)
{
    v1::EventBatch batch;
    batch.set_schema_version(1);
    batch.set_source_id("pbx1");
    batch.set_source_epoch_us(epoch);
    for (std::uint64_t i = 0; i < count; ++i) {
        auto* event = batch.add_events();
        event->set_sequence(first + i);
        event->set_native_ref(std::to_string(first + i));
    }
    return batch;
}

v1::SourceToCollector hello()
{
    v1::SourceToCollector message;
    message.mutable_hello()->set_schema_version(1);
    message.mutable_hello()->set_source_id("pbx1");
    message.mutable_hello()->set_source_epoch_us(epoch);
    message.mutable_hello()->set_first_kept(1);
    return message;
}

/// A sender that can say anything, and a collector that has to stand it.
class Stranger {
public:
    Stranger()
    {
        events_.set(zmq::sockopt::linger, 0);
        control_.set(zmq::sockopt::linger, 0);
        events_.connect(events_at_);
        control_.connect(control_at_);
        zmq::message_t subscription;
        until([&] { return bool(events_.recv(subscription, zmq::recv_flags::dontwait)); });
    }

    Stranger& event_frames(const Frames& frames) { return send(events_, frames); }
    Stranger& events(const v1::EventBatch& sent)
    {
        return event_frames({"event.pbx1", sent.SerializeAsString()});
    }
    Stranger& control_frames(const Frames& frames) { return send(control_, frames); }
    Stranger& control(const v1::SourceToCollector& sent)
    {
        return control_frames({sent.SerializeAsString()});
    }

    template <class Done>
    bool until(Done done)
    {
        const auto deadline = std::chrono::steady_clock::now() + 10s;
        while (!done()) {
            if (std::chrono::steady_clock::now() > deadline) return false;
            collector.step();
        }
        return true;
    }
    std::uint64_t refused(Refusal::Code code) { return collector.port().refusals().total(code); }
    /// The answer, waited for.
    v1::CollectorToSource answer()
    {
        zmq::message_t frame;
        v1::CollectorToSource message;
        CHECK(until([&] { return bool(control_.recv(frame, zmq::recv_flags::dontwait)); }));
        CHECK(message.ParseFromArray(frame.data(), static_cast<int>(frame.size())));
        return message;
    }

private:
    Stranger& send(zmq::socket_t& socket, const Frames& frames)
    {
        for (std::size_t i = 0; i < frames.size(); ++i)
            (void)socket.send(zmq::buffer(frames[i]), i + 1 < frames.size()
                                                          ? zmq::send_flags::sndmore
                                                          : zmq::send_flags::none);
        return *this;
    }

    TemporaryFolder folder_;
    std::string events_at_ = "ipc://" + folder_.file("events");
    std::string control_at_ = "ipc://" + folder_.file("control");
    zmq::context_t context_;
    zmq::socket_t events_{context_, zmq::socket_type::xpub};
    zmq::socket_t control_{context_, zmq::socket_type::dealer};

public:
    SmallCollector collector{events_at_, control_at_};
};

}  // namespace

TEST_CASE("every bad event message is counted once under its code, and no good event is lost",
          "[contract][source]")
{
    Stranger stranger;
    stranger.control(hello());
    CHECK(stranger.answer().has_welcome());

    auto version = batch(1, 1);
    version.set_schema_version(2);
    auto old = batch(1, 1);
    old.set_source_epoch_us(epoch - 1);
    auto early = batch(1, 1);
    early.set_source_epoch_us(epoch + 1);
    auto unknown = batch(1, 1);
    unknown.set_source_id("pbx9");
    const auto good = batch(1, 1).SerializeAsString();
    const std::string too_large(callwatch::batch_bytes_max + 1, 'x');

    constexpr std::uint64_t rounds = 200;
    for (std::uint64_t round = 0; round < rounds; ++round) {
        stranger.event_frames({"event.pbx1"})
            .event_frames({"event.pbx1", good, good})
            .event_frames({"event.pbx1", "\xff\xff\xff"})
            .event_frames({"event.pbx2", good})
            .event_frames({"event.", good})
            .event_frames({"event.pbx1", ""})
            .events(version)
            .events(old)
            .events(early)
            .event_frames({"event.pbx9", unknown.SerializeAsString()})
            .events(batch(1, 257))
            .event_frames({"event.pbx1", too_large})
            .events(batch(round + 1, 1));
        stranger.collector.step();
    }
    REQUIRE(stranger.until([&] { return stranger.collector.taken() == rounds; }));
    // "" is an EventBatch that says nothing at all; its topic is not that of its source.
    CHECK(stranger.refused(Refusal::Code::malformed) == 6 * rounds);
    CHECK(stranger.refused(Refusal::Code::version) == rounds);
    CHECK(stranger.refused(Refusal::Code::old_epoch) == rounds);
    CHECK(stranger.refused(Refusal::Code::out_of_order) == rounds);
    CHECK(stranger.refused(Refusal::Code::unknown_source) == rounds);
    CHECK(stranger.refused(Refusal::Code::oversized) == 2 * rounds);
    CHECK(stranger.collector.wrong() == "");
    CHECK(stranger.collector.port().refusals().drain().size() == 6);
    CHECK(stranger.collector.port().refusals().drain().empty());
}

TEST_CASE("every bad control message is counted once, and answered", "[contract][source]")
{
    Stranger stranger;
    auto version = hello();
    version.mutable_hello()->set_schema_version(9);
    auto unknown = hello();
    unknown.mutable_hello()->set_source_id("pbx9");
    auto impossible = hello();
    impossible.mutable_hello()->set_first_kept(0);
    auto long_winded = hello();
    long_winded.mutable_hello()->set_software(std::string(129, 'x'));

    const auto answer_to = [&](const Frames& frames) {
        return stranger.control_frames(frames).answer().refused().code();
    };
    CHECK(answer_to({"\xff\xff"}) == v1::SourceRefused::MALFORMED);
    CHECK(answer_to({""}) == v1::SourceRefused::MALFORMED);
    CHECK(answer_to({"", hello().SerializeAsString()}) == v1::SourceRefused::MALFORMED);
    CHECK(answer_to({impossible.SerializeAsString()}) == v1::SourceRefused::MALFORMED);
    CHECK(answer_to({version.SerializeAsString()}) == v1::SourceRefused::VERSION);
    CHECK(answer_to({unknown.SerializeAsString()}) == v1::SourceRefused::UNKNOWN_SOURCE);
    CHECK(answer_to({long_winded.SerializeAsString()}) == v1::SourceRefused::OVERSIZED);
    CHECK(answer_to({std::string(callwatch::batch_bytes_max + 1, 'x')}) ==
          v1::SourceRefused::OVERSIZED);

    CHECK(stranger.refused(Refusal::Code::malformed) == 4);
    CHECK(stranger.refused(Refusal::Code::version) == 1);
    CHECK(stranger.refused(Refusal::Code::unknown_source) == 1);
    CHECK(stranger.refused(Refusal::Code::oversized) == 2);
    CHECK(stranger.collector.announced == 0);
    CHECK(stranger.control(hello()).answer().has_welcome());
}

TEST_CASE("a frame far beyond the limit costs its sender the connection, and nobody else anything",
          "[contract][source]")
{
    Stranger stranger;
    stranger.control(hello());
    CHECK(stranger.answer().has_welcome());
    stranger.control_frames({std::string(1u << 20, 'x')});
    // libzmq closes the connection, the sender comes back.
    std::this_thread::sleep_for(300ms);
    CHECK(stranger.control(hello()).answer().has_welcome());
    CHECK(stranger.collector.announced == 1);
}

TEST_CASE("events that come again on the other socket are taken once", "[contract][source]")
{
    Stranger stranger;
    stranger.control(hello());
    CHECK(stranger.answer().has_welcome());
    stranger.events(batch(4, 2));
    const auto asked = stranger.answer().resend_request();
    CHECK(std::pair{asked.first(), asked.last()} == std::pair<std::uint64_t, std::uint64_t>{1, 3});

    v1::SourceToCollector resent;
    *resent.mutable_resent() = batch(1, 4);
    stranger.control(resent).events(batch(6, 1));
    REQUIRE(stranger.until([&] { return stranger.collector.taken() == 6; }));
    CHECK(stranger.collector.wrong() == "");
}
