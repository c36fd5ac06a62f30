#include "wallboard/feed/desk_line.hpp"

#include <array>
#include <cerrno>
#include <deque>
#include <set>

#include <spdlog/spdlog.h>
#include <zmq.hpp>

#include "wallboard/feed/client_socket.hpp"
#include "wallboard/feed/desk_agenda.hpp"

namespace wallboard {
namespace {

using Steady = std::chrono::steady_clock;

constexpr std::chrono::milliseconds poll_every{50};
constexpr std::chrono::seconds again_after{2};  // A request or its answer may have been lost.
constexpr std::chrono::seconds connect_again_after{10};
constexpr std::size_t orders_max = 64;

/// An order on its way, encoded once.
struct Sending {
    std::uint64_t id = 0;  ///< Of the request; orders and questions have their own.
    std::uint64_t order = 0;
    std::string bytes;
    Steady::time_point sent_at{};
};

/// Everything the line's thread remembers.
class Talk {
public:
    Talk(zmq::socket_t& socket, std::shared_ptr<const desk::Rows> rows)
        : socket_{socket},
          rows_{*rows}
    {
    }

    void look_at(const DeskWish& wish) { agenda_.look_at(wish); }

    /// False: it is larger than the collector takes, which would cut the connection.
    bool give(const desk::Order& order, const std::string& signature)
    {
        const std::uint64_t id = ++requests_;
        std::string bytes = encode_order(id, order, signature);
        if (bytes.size() > request_bytes_max) return false;
        orders_.push_back({id, order.number, std::move(bytes), {}});
        return true;
    }
    std::size_t orders() const { return orders_.size(); }

    /// Sends what is due.
    void speak(Steady::time_point now)
    {
        for (Sending& one : orders_)
            if (now - one.sent_at >= again_after && send(one.bytes)) one.sent_at = now;
        if (asked_ && now - asked_at_ < again_after) return;
        asked_ = agenda_.next(now);
        if (!asked_) return;
        asked_id_ = ++requests_;
        asked_at_ = now;
        send(encode_question(asked_id_, *asked_));
    }

    /// Takes what has come; true if there is something new.
    bool listen(Steady::time_point now, std::vector<desk::Outcome>& outcomes)
    {
        bool news = false;
        zmq::message_t message;
        while (socket_.recv(message, zmq::recv_flags::dontwait)) {
            const std::string_view bytes{static_cast<const char*>(message.data()), message.size()};
            heard_at_ = now;
            if (!message.more()) news = hear(bytes, now, outcomes) || news;
        }
        return news;
    }

    Steady::time_point heard_at() const { return heard_at_; }
    bool waits() const { return asked_.has_value() || !orders_.empty(); }
    void give_up_waiting(Steady::time_point now) { heard_at_ = now; }
    const desk::Rows& rows() const { return rows_; }

private:
    bool send(const std::string& bytes)
    {
        // Not sent while nobody is connected; tried again.
        return socket_.send(zmq::buffer(bytes), zmq::send_flags::dontwait).has_value();
    }

    bool hear(std::string_view bytes, Steady::time_point now, std::vector<desk::Outcome>& outcomes)
    {
        for (auto one = orders_.begin(); one != orders_.end(); ++one) {
            auto outcome = take_outcome(bytes, one->id, one->order);
            if (const auto* refusal = std::get_if<Refusal>(&outcome)) {
                if (refusal->code == "other_answer") continue;
                spdlog::warn("desk: {}: {}", refusal->code, refusal->detail);
                return false;
            }
            const auto& said = outcomes.emplace_back(std::get<desk::Outcome>(std::move(outcome)));
            if (said.done)
                spdlog::info("desk: order {} is recorded at {}", said.number, said.position);
            else
                spdlog::info("desk: order {} was refused: {}", said.number, said.code);
            orders_.erase(one);
            agenda_.stir();
            return true;
        }
        return asked_ && take_rows(bytes, now);
    }

    bool take_rows(std::string_view bytes, Steady::time_point now)
    {
        if (const auto refusal = take_answer(bytes, asked_id_, *asked_, rows_)) {
            if (refusal->code != "other_answer")
                spdlog::warn("desk: {}: {}", refusal->code, refusal->detail);
            return false;
        }
        const std::string name = name_of(*asked_);
        const bool refused = rows_.refused.count(name) > 0;
        if (said_.insert(name).second)
            spdlog::info("desk: {} {}", name, refused ? "refused" : "answered");
        agenda_.answered(*asked_, now, refused, rest_of(*asked_, rows_));
        asked_.reset();
        return true;
    }

    zmq::socket_t& socket_;
    DeskAgenda agenda_;
    desk::Rows rows_;
    std::deque<Sending> orders_;
    std::optional<Question> asked_;
    std::uint64_t asked_id_ = 0;
    Steady::time_point asked_at_{};
    Steady::time_point heard_at_ = Steady::now();
    std::uint64_t requests_ = 0;
    std::set<std::string> said_;  ///< In the log, once each: questions are few.
};

/// Has it signed, if need be, and puts it on its way; an outcome if that is not possible.
std::optional<desk::Outcome> send_off(Talk& talk, desk::Order& order, const SignText& sign)
{
    Signed made;
    if (!order.to_sign.text.empty())
        made = sign(order.to_sign.text, order.to_sign.passphrase.view());
    order.to_sign.passphrase.clear();
    if (!made.fault.empty()) {
        spdlog::info("desk: order {} was not signed", order.number);
        return desk::Outcome{.number = order.number, .code = "not_signed", .text = made.fault};
    }
    if (talk.give(order, made.signature)) return std::nullopt;
    spdlog::info("desk: order {} is too large", order.number);
    return desk::Outcome{.number = order.number,
                         .code = "too_large",
                         .text = "it is more than the collector takes: write shorter reasons"};
}

void wait_for_news(std::array<zmq::pollitem_t, 1>& items, std::chrono::milliseconds most)
try {
    zmq::poll(items.data(), items.size(), most);
} catch (const zmq::error_t& error) {
    if (error.num() != EINTR) throw;  // A signal is no reason to hear nothing any more.
}

}  // namespace

DeskLine::DeskLine(const FeedSettings& settings, SignText sign, std::function<void()> wake)
    : settings_{settings},
      sign_{std::move(sign)},
      wake_{std::move(wake)},
      thread_{[this] { run(); }}
{
}

DeskLine::~DeskLine()
{
    stop_ = true;
    thread_.join();
}

void DeskLine::look_at(DeskWish wish)
{
    const std::lock_guard lock{mutex_};
    wish_ = std::move(wish);
}

void DeskLine::give(desk::Order order)
{
    const std::lock_guard lock{mutex_};
    if (given_.size() + on_their_way_ < orders_max) {
        given_.push_back(std::move(order));
        return;
    }
    outcomes_.push_back(
        {.number = order.number,
         .code = "too_many",
         .text = "too much waits for an answer: try again when the collector is back"});
}

std::shared_ptr<const desk::Rows> DeskLine::rows() const
{
    const std::lock_guard lock{mutex_};
    return rows_;
}

std::vector<desk::Outcome> DeskLine::take_outcomes()
{
    const std::lock_guard lock{mutex_};
    return std::exchange(outcomes_, {});
}

void DeskLine::run()
try {
    zmq::context_t context{1};
    zmq::socket_t socket{context, zmq::socket_type::dealer};
    set_client_options(socket, settings_.keys);
    socket.set(zmq::sockopt::immediate, 1);
    socket.connect(settings_.requests);
    Talk talk{socket, rows()};
    std::array<zmq::pollitem_t, 1> items{{{socket.handle(), 0, ZMQ_POLLIN, 0}}};
    while (!stop_) {
        // One a turn: to sign takes a second, and what comes meanwhile has to be heard.
        std::optional<desk::Order> given;
        {
            const std::lock_guard lock{mutex_};
            talk.look_at(wish_);
            on_their_way_ = talk.orders();
            if (!given_.empty()) {
                given = std::move(given_.front());
                given_.erase(given_.begin());
                ++on_their_way_;
            }
        }
        std::vector<desk::Outcome> outcomes;
        if (given)
            if (auto outcome = send_off(talk, *given, sign_))
                outcomes.push_back(std::move(*outcome));
        talk.speak(Steady::now());
        wait_for_news(items, given ? std::chrono::milliseconds{0} : poll_every);
        const auto now = Steady::now();
        const bool has_news = talk.listen(now, outcomes);
        if (!talk.waits()) talk.give_up_waiting(now);
        if (now - talk.heard_at() > connect_again_after) {
            talk.give_up_waiting(now);
            connect_again(socket, settings_.requests);
        }
        if (!has_news && outcomes.empty()) continue;
        {
            const std::lock_guard lock{mutex_};
            rows_ = std::make_shared<const desk::Rows>(talk.rows());
            outcomes_.insert(outcomes_.end(), outcomes.begin(), outcomes.end());
        }
        wake_();
    }
} catch (const zmq::error_t& error) {
    spdlog::error("desk: {}; nothing more is asked or recorded", error.what());
}

}  // namespace wallboard
