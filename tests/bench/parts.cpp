#include "tests/bench/parts.hpp"

#include <atomic>
#include <deque>
#include <map>
#include <stdexcept>

#include <fmt/format.h>
#include <sys/eventfd.h>
#include <unistd.h>
#include <zmq.hpp>

#include "callwatch/v1/board.pb.h"
#include "callwatch/v1/event.pb.h"
#include "tests/bench/bare_journal.hpp"
#include "tests/bench/program.hpp"

namespace callwatch::bench {
namespace {

/// Receives what a source would send to the collector.
class Receiver {
public:
    explicit Receiver(const std::string& endpoint) : socket_{context_, zmq::socket_type::sub}
    {
        socket_.set(zmq::sockopt::subscribe, "event.");
        socket_.bind(endpoint);
    }

    /// The next batch; null: none, without waiting.
    const v1::EventBatch* take(zmq::recv_flags flags)
    {
        if (!socket_.recv(topic_, flags) || !socket_.recv(body_, zmq::recv_flags::none))
            return nullptr;
        batch_.Clear();
        if (!batch_.ParseFromArray(body_.data(), static_cast<int>(body_.size())))
            throw std::runtime_error{"not an EventBatch"};
        return &batch_;
    }
    zmq::socket_t& socket() { return socket_; }
    zmq::context_t& context() { return context_; }

private:
    zmq::context_t context_;
    zmq::socket_t socket_;
    zmq::message_t topic_;
    zmq::message_t body_;
    v1::EventBatch batch_;
};

int say_done()
{
    fmt::print("{}\n", now_ns());
    return 0;
}

std::vector<BareJournal::Row> rows_of(const v1::EventBatch& batch)
{
    std::vector<BareJournal::Row> rows;
    rows.reserve(static_cast<std::size_t>(batch.events_size()));
    for (const auto& event : batch.events())
        rows.push_back({batch.source_id(), static_cast<std::int64_t>(event.sequence()),
                        event.occurred_at_us(), event.SerializeAsString()});
    return rows;
}

int receive(const std::string& endpoint, std::uint64_t events)
{
    Receiver receiver{endpoint};
    for (std::uint64_t taken = 0; taken < events;)
        taken += static_cast<std::uint64_t>(receiver.take(zmq::recv_flags::none)->events_size());
    return say_done();
}

int write_rows(const std::string& endpoint, std::uint64_t events, const std::string& file)
{
    Receiver receiver{endpoint};
    {
        BareJournal journal{file, [](std::uint64_t) {}};
        for (std::uint64_t taken = 0; taken < events;) {
            const auto* batch = receiver.take(zmq::recv_flags::none);
            taken += static_cast<std::uint64_t>(batch->events_size());
            journal.submit(rows_of(*batch));
        }
    }
    return say_done();
}

/// What a wall would be told by a collector without rules: each touched queue's counts.
class Chain {
public:
    Chain(const std::string& endpoint, const std::string& file, const std::string& to)
        : receiver_{endpoint},
          board_{receiver_.context(), zmq::socket_type::pub},
          woken_{eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)},
          journal_{file, [this](std::uint64_t rows) {
                       committed_ = rows;
                       const std::uint64_t one = 1;
                       static_cast<void>(::write(woken_, &one, sizeof one) == 0);
                   }}
    {
        board_.bind(to);
    }
    ~Chain() { ::close(woken_); }
    Chain(const Chain&) = delete;
    Chain& operator=(const Chain&) = delete;

    void run(std::uint64_t events)
    {
        while (published_ < events) {
            std::array<zmq::pollitem_t, 2> items{
                zmq::pollitem_t{receiver_.socket().handle(), 0, ZMQ_POLLIN, 0},
                zmq::pollitem_t{nullptr, woken_, ZMQ_POLLIN, 0}};
            zmq::poll(items, std::chrono::milliseconds{-1});
            take();
            publish();
        }
    }

private:
    void take()
    {
        v1::BoardMessage message;
        auto& changes = *message.mutable_change_set();
        std::vector<BareJournal::Row> rows;
        while (const auto* batch = receiver_.take(zmq::recv_flags::dontwait)) {
            for (auto& row : rows_of(*batch)) rows.push_back(std::move(row));
            for (const auto& event : batch->events()) count(event, changes);
        }
        if (rows.empty()) return;
        taken_ += rows.size();
        journal_.submit(std::move(rows));
        held_.push_back({taken_, message.SerializeAsString()});
    }

    void count(const v1::Event& event, v1::ChangeSet& changes)
    {
        const auto& queue = event.has_call_queued() ? event.call_queued().queue_id()
                                                    : event.call_dequeued().queue_id();
        auto& row = queues_[queue];
        if (event.has_call_queued())
            row.set_offered(row.offered() + 1);
        else
            row.set_answered(row.answered() + 1);
        auto& changed = *changes.add_rows();
        changed.set_id(queue);
        *changed.mutable_queue() = row;
    }

    void publish()
    {
        std::uint64_t times = 0;
        static_cast<void>(::read(woken_, &times, sizeof times) == 0);
        const std::uint64_t durable = committed_;
        for (; !held_.empty() && held_.front().first <= durable; held_.pop_front()) {
            board_.send(zmq::str_buffer("board"), zmq::send_flags::sndmore);
            board_.send(zmq::buffer(held_.front().second), zmq::send_flags::none);
            published_ = held_.front().first;
        }
    }

    Receiver receiver_;
    zmq::socket_t board_;
    int woken_;
    std::atomic<std::uint64_t> committed_ = 0;
    std::uint64_t taken_ = 0;
    std::uint64_t published_ = 0;
    std::map<std::string, v1::QueueRow> queues_;
    std::deque<std::pair<std::uint64_t, std::string>> held_;
    BareJournal journal_;
};

}  // namespace

int play_part(const std::vector<std::string>& arguments)
{
    const auto& part = arguments.at(0);
    const auto& endpoint = arguments.at(1);
    const auto events = std::stoull(arguments.at(2));
    if (part == "receive") return receive(endpoint, events);
    if (part == "rows") return write_rows(endpoint, events, arguments.at(3));
    if (part != "chain") throw std::runtime_error{"there is no part " + part};
    Chain{endpoint, arguments.at(3), arguments.at(4)}.run(events);
    return say_done();
}

}  // namespace callwatch::bench
