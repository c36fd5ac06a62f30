// P2: how long from an event that a source publishes to the row that a wall receives, durable
// before? Against the shortest chain that keeps the same promise: commit a row, publish a row.

#include <atomic>
#include <thread>

#include <fmt/format.h>
#include <sys/prctl.h>

#include "callwatch/v1/board.pb.h"
#include "tests/bench/items.hpp"
#include "tests/bench/source_peer.hpp"

namespace callwatch::bench {
namespace {

constexpr Office office{1'000};
constexpr double seconds_measured = 4;
constexpr std::uint64_t warm_up = 200;  // Events whose latency does not count.
constexpr int patience_ms = 5'000;
constexpr std::int64_t settle_ns = 300'000'000;

/// Calls that join and leave the queues in turn: what a queue's row counts says which of its events
/// it has seen.
std::vector<std::string> make_messages(std::uint64_t events)
{
    std::vector<std::string> messages;
    const auto wall = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::system_clock::now().time_since_epoch());
    for (std::uint64_t i = 0; i < events; ++i) {
        v1::EventBatch batch;
        batch.set_schema_version(1);
        batch.set_source_id(source_id);
        batch.set_source_epoch_us(source_epoch_us);
        auto& event = *batch.add_events();
        event.set_sequence(i + 1);
        event.set_occurred_at_us(wall.count() + static_cast<std::int64_t>(i));
        const auto queue = queue_id(static_cast<std::uint32_t>(i / 2 % office.queues()));
        const auto call = fmt::format("pbx1/1795309119.{}", i / 2);
        if (i % 2 == 0) {
            event.mutable_call_queued()->set_queue_id(queue);
            event.mutable_call_queued()->set_call_id(call);
        } else {
            event.mutable_call_dequeued()->set_queue_id(queue);
            event.mutable_call_dequeued()->set_call_id(call);
            event.mutable_call_dequeued()->set_cause(v1::CallDequeued::ANSWERED);
        }
        messages.push_back(batch.SerializeAsString());
    }
    return messages;
}

/// When each event was due to be sent, and when its row came. Events of a queue come in turn.
class Clocks {
public:
    explicit Clocks(std::uint64_t events) : due_(events), seen_(events) {}

    void sent(std::uint64_t event, std::int64_t due) { due_[event] = due; }

    /// The `queue`-th has now counted so many events.
    void counted(std::uint32_t queue, std::uint64_t count, std::int64_t now)
    {
        auto& known = known_[queue];
        for (; known < count; ++known) {
            const auto event = (known / 2 * office.queues() + queue) * 2 + known % 2;
            if (event >= seen_.size()) return;
            seen_[event] = now;
            ++seen_count_;
        }
    }

    bool is_complete() const { return seen_count_ == seen_.size(); }
    std::vector<double> milliseconds() const
    {
        std::vector<double> all;
        for (auto i = warm_up; i < seen_.size(); ++i)
            all.push_back(static_cast<double>(seen_[i] - due_[i]) * 1e-6);
        return all;
    }

private:
    std::vector<std::int64_t> due_;
    std::vector<std::int64_t> seen_;
    std::map<std::uint32_t, std::uint64_t> known_;
    std::atomic<std::uint64_t> seen_count_ = 0;
};

/// A wall, as far as queue rows go.
void watch(zmq::socket_t& board, Clocks& clocks, const std::atomic<bool>& stop)
{
    zmq::message_t topic, body;
    v1::BoardMessage message;
    while (!stop && !clocks.is_complete()) {
        if (!board.recv(topic, zmq::recv_flags::none)) continue;
        static_cast<void>(board.recv(body, zmq::recv_flags::none));
        const auto now = now_ns();
        if (!message.ParseFromArray(body.data(), static_cast<int>(body.size()))) continue;
        for (const auto& row : message.change_set().rows())
            if (row.has_queue())
                clocks.counted(static_cast<std::uint32_t>(
                                   std::stoul(row.id().substr(row.id().rfind('-') + 1))),
                               row.queue().offered() + row.queue().answered(), now);
    }
}

void sleep_until(std::int64_t ns)
{
    const timespec at{ns / 1'000'000'000, ns % 1'000'000'000};
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &at, nullptr);
}

/// Publishes at the rate, each event at its time, whatever became of the one before.
template <class Send>
void publish(std::uint64_t events, double rate, Clocks& clocks, Send send)
{
    prctl(PR_SET_TIMERSLACK, 1);
    const auto begin = now_ns() + 1'000'000;
    for (std::uint64_t i = 0; i < events; ++i) {
        const auto due = begin + static_cast<std::int64_t>(static_cast<double>(i) * 1e9 / rate);
        clocks.sent(i, due);
        if (now_ns() < due) sleep_until(due);
        send(i);
    }
}

zmq::socket_t make_wall(zmq::context_t& context, const std::string& endpoint)
{
    zmq::socket_t board{context, zmq::socket_type::sub};
    board.set(zmq::sockopt::linger, 0);
    board.set(zmq::sockopt::rcvhwm, 0);
    board.set(zmq::sockopt::rcvtimeo, 100);
    board.set(zmq::sockopt::subscribe, "board");
    board.connect(endpoint);
    sleep_until(now_ns() + settle_ns);  // A PUB drops what comes before the subscription does.
    return board;
}

struct Percentiles {
    Series p50, p99;
    void add(std::vector<double> values)
    {
        p50.add(percentile(values, 0.5));
        p99.add(percentile(values, 0.99));
    }
};

template <class Run>
void collect(zmq::socket_t& board, Clocks& clocks, Percentiles& into, Run run)
{
    std::atomic<bool> stop = false;
    std::thread watcher{[&] { watch(board, clocks, stop); }};
    run();
    for (int waited = 0; waited < patience_ms && !clocks.is_complete(); waited += 10)
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    stop = true;
    watcher.join();
    if (!clocks.is_complete()) throw std::runtime_error{"not every event was shown"};
    into.add(clocks.milliseconds());
}

void measure_reference(const std::vector<std::string>& messages, double rate, Percentiles& into)
{
    const test::TemporaryFolder folder;
    zmq::context_t context;
    const auto endpoint = "ipc://" + folder.file("events");
    const auto to = "ipc://" + folder.file("board");
    auto events = make_publisher(context);
    events.connect(endpoint);
    Program chain{part_command("chain", {endpoint, std::to_string(messages.size()),
                                         folder.file("rows.db"), to}),
                  folder.file("log")};
    wait_for_subscriber(events);
    auto board = make_wall(context, to);
    Clocks clocks{messages.size()};
    collect(board, clocks, into, [&] {
        publish(messages.size(), rate, clocks, [&](std::uint64_t i) {
            events.send(zmq::str_buffer("event.pbx1"), zmq::send_flags::sndmore);
            events.send(zmq::buffer(messages[i]), zmq::send_flags::none);
        });
    });
    chain.wait();
}

void measure_subject(const std::vector<std::string>& messages, double rate, Percentiles& into)
{
    CollectorProcess collector{office};
    collector.start();
    SourcePeer source{collector};
    auto board = make_wall(collector.context(), collector.ipc("board"));
    Clocks clocks{messages.size()};
    collect(board, clocks, into, [&] {
        publish(messages.size(), rate, clocks, [&](std::uint64_t i) {
            source.send(messages[i], i + 1);
            source.serve();
        });
    });
    collector.require(messages.size());
    collector.stop();
}

void measure(double rate, int rounds, Report& report)
{
    const auto messages = make_messages(static_cast<std::uint64_t>(rate * seconds_measured));
    Percentiles ours, chain;
    for (int round = 0; round < rounds; ++round) {
        measure_reference(messages, rate, chain);
        measure_subject(messages, rate, ours);
    }
    const auto add = [&](const char* which, double target, const Series& subject,
                         const Series& reference) {
        report.add({.item = "P2",
                    .what = fmt::format("event to board row, {} ev/s, {}", count_text(rate), which),
                    .target = Target{Target::Kind::at_most, target, "x chain"},
                    .figures = ratio(subject, reference),
                    .measured = fmt::format("{:.2f} ms, commit-then-publish {:.2f} ms",
                                            subject.median(), reference.median())});
    };
    add("p50", 1.2, ours.p50, chain.p50);
    add("p99", 1.5, ours.p99, chain.p99);
    report.add({.item = "P2",
                .what = fmt::format("event to board row, {} ev/s, p99", count_text(rate)),
                .target = Target{Target::Kind::at_most, 10, "ms"},
                .figures = ours.p99,
                .measured = {}});
}

}  // namespace

void measure_latency(const Options& options, Report& report)
{
    measure(1'000, options.rounds, report);
    measure(10'000, options.rounds, report);
}

}  // namespace callwatch::bench
