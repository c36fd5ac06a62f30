#include "wallboard/feed/feed.hpp"

#include <algorithm>
#include <array>
#include <map>

#include <spdlog/spdlog.h>
#include <zmq.hpp>

#include "wallboard/feed/board_mirror.hpp"
#include "wallboard/feed/client_socket.hpp"
#include "wallboard/feed/handshake_watch.hpp"

namespace wallboard {
namespace {

using Steady = std::chrono::steady_clock;

constexpr std::chrono::milliseconds poll_every{100};
constexpr std::chrono::seconds ask_again_after{2};  // A request or its answer may have been lost.
constexpr std::chrono::seconds refresh_every{
    60};  // Whatever went unnoticed is right after a minute.
constexpr std::chrono::seconds silence_means_restart{3};
constexpr std::chrono::seconds connect_again_after{10};
constexpr int messages_per_turn_max = 1'000;
constexpr std::string_view topic = "board";

/// Logs a refusal at most once per code and minute.
class RefusalLog {
public:
    void say(const Refusal& refusal, Steady::time_point now)
    {
        if (said_.size() >= 32 && said_.count(refusal.code) == 0) return;
        auto [at, is_new] = said_.try_emplace(refusal.code, now);
        if (!is_new && now - at->second < std::chrono::minutes{1}) return;
        at->second = now;
        spdlog::warn("board: {} refused: {}", refusal.code, refusal.detail);
    }

private:
    std::map<std::string, Steady::time_point> said_;
};

std::string_view text_of(const zmq::message_t& message)
{
    return {static_cast<const char*>(message.data()), message.size()};
}

}  // namespace

struct Feed::Sockets {
    zmq::context_t context{1};
    zmq::socket_t board{context, zmq::socket_type::sub};
    zmq::socket_t requests{context, zmq::socket_type::dealer};
    HandshakeWatch handshakes{context, requests};  ///< Both sockets show the same key.
    FeedSettings place;

    explicit Sockets(const FeedSettings& settings) : place{settings}
    {
        for (zmq::socket_t* socket : {&board, &requests}) set_client_options(*socket, place.keys);
        board.set(zmq::sockopt::rcvhwm, 10'000);
        // A request for a snapshot is worth nothing a reconnection later.
        requests.set(zmq::sockopt::immediate, 1);
        requests.set(zmq::sockopt::sndhwm, 4);
        board.set(zmq::sockopt::subscribe, topic);
        board.connect(place.board);
        requests.connect(place.requests);
    }

    void connect_again()
    {
        wallboard::connect_again(board, place.board);
        wallboard::connect_again(requests, place.requests);
    }
};

namespace {

/// One pass of the feed thread over both sockets; everything it remembers.
class Listener {
public:
    Listener(zmq::socket_t& board, zmq::socket_t& requests, std::atomic<std::uint64_t>& refused,
             Steady::time_point started)
        : board_{board},
          requests_{requests},
          refused_{refused},
          heard_at_{started}
    {
    }

    /// True if the wall has something new to show.
    bool turn()
    {
        bool news = false;
        for (int i = 0; i < messages_per_turn_max && take_board_message(); ++i) news = true;
        for (int i = 0; i < messages_per_turn_max && take_answer(); ++i) news = true;
        const auto now = Steady::now();
        if (now - snapshot_at_ > refresh_every) mirror_.ask_again();
        if (mirror_.needs_snapshot() && now - asked_at_ > ask_again_after) ask(now);
        return news;
    }

    /// False after a silence, until the board is whole again: its rows would be shown as of now.
    bool is_sure() const { return sure_; }

    Received received()
    {
        return {.snapshot = std::make_shared<const Snapshot>(mirror_.snapshot()),
                .heard_at = heard_at_};
    }

private:
    bool take_board_message()
    {
        zmq::message_t first;
        if (!board_.recv(first, zmq::recv_flags::dontwait)) return false;
        zmq::message_t body;
        int parts = 1;
        for (bool more = first.more(); more; more = body.more(), ++parts)
            if (!board_.recv(body, zmq::recv_flags::dontwait)) break;
        if (parts != 2 || text_of(first) != topic) {
            refuse({"bad_frames", std::to_string(parts)});
            return true;
        }
        auto word = decode_board_message(text_of(body));
        if (const auto* refusal = std::get_if<Refusal>(&word)) {
            refuse(*refusal);
            return true;
        }
        const auto now = Steady::now();
        // After a silence the collector may have been restarted: its revisions may mean other rows.
        if (now - heard_at_ > silence_means_restart) {
            mirror_.ask_again();
            sure_ = false;
        }
        heard_at_ = now;
        std::visit([&](auto& what) { mirror_.take(std::move(what)); }, std::get<BoardWord>(word));
        if (mirror_.needs_snapshot() && !asked_for_hole_) {
            asked_at_ = {};
            asked_for_hole_ = true;
        }
        return true;
    }

    bool take_answer()
    {
        zmq::message_t first;
        if (!requests_.recv(first, zmq::recv_flags::dontwait)) return false;
        bool single = true;
        for (bool more = first.more(); more;) {
            zmq::message_t rest;
            single = false;
            if (!requests_.recv(rest, zmq::recv_flags::dontwait)) break;
            more = rest.more();
        }
        if (!single) {
            refuse({"bad_frames", "reply"});
            return true;
        }
        auto answer = decode_reply(text_of(first));
        if (const auto* refusal = std::get_if<Refusal>(&answer)) {
            refuse(*refusal);
            return true;
        }
        auto& reply = std::get<Answer>(answer);
        if (reply.id != asked_) return true;  // An answer that came after we had asked again.
        if (!reply.image) {
            refuse({"snapshot_refused", reply.refused});
            return true;
        }
        mirror_.take(std::move(*reply.image));
        if (!mirror_.is_within_bounds()) refuse({"too_many_rows", "the rest is not shown"});
        snapshot_at_ = Steady::now();
        asked_for_hole_ = false;
        sure_ = true;
        return true;
    }

    void ask(Steady::time_point now)
    {
        asked_at_ = now;
        const std::string query = encode_snapshot_query(++asked_);
        // Not sent while nobody is connected: asked again at the next turn, for a collector that is
        // back must be seen within a second.
        if (!requests_.send(zmq::buffer(query), zmq::send_flags::dontwait)) asked_at_ = {};
    }

    void refuse(const Refusal& refusal)
    {
        ++refused_;
        log_.say(refusal, Steady::now());
    }

    zmq::socket_t& board_;
    zmq::socket_t& requests_;
    std::atomic<std::uint64_t>& refused_;
    BoardMirror mirror_;
    RefusalLog log_;
    Steady::time_point heard_at_;
    Steady::time_point asked_at_{};
    Steady::time_point snapshot_at_ = Steady::now();
    std::uint64_t asked_ = 0;
    bool asked_for_hole_ = false;
    bool sure_ = true;
};

}  // namespace

Feed::Feed(const FeedSettings& settings, SnapshotSlot& slot, std::function<void()> wake)
    : slot_{slot},
      wake_{std::move(wake)}
{
    try {
        sockets_ = std::make_unique<Sockets>(settings);
    } catch (const zmq::error_t& error) {
        throw FeedError{settings.board + " and " + settings.requests + ": " + error.what()};
    }
    thread_ = std::thread{[this] { run(*sockets_); }};
}

Feed::~Feed()
{
    stop_ = true;
    thread_.join();
}

/// Why nothing is heard, to the log once and to the screen.
void Feed::tell(Hearing hearing)
{
    Received current = slot_.get();
    if (current.hearing == hearing) return;
    if (hearing == Hearing::unhindered)
        spdlog::info("board: connected");
    else
        spdlog::warn("board: {}", words_of(hearing).full);
    current.hearing = hearing;
    slot_.put(std::move(current));
    wake_();
}

void Feed::run(Sockets& sockets)
{
    Listener listener{sockets.board, sockets.requests, refused_, slot_.get().heard_at};
    std::array<zmq::pollitem_t, 2> items{{{sockets.board.handle(), 0, ZMQ_POLLIN, 0},
                                          {sockets.requests.handle(), 0, ZMQ_POLLIN, 0}}};
    auto connected_at = Steady::now();
    while (!stop_) {
        try {
            zmq::poll(items.data(), items.size(), poll_every);
            const bool has_news = listener.turn();
            const auto now = Steady::now();
            if (has_news) connected_at = now;
            tell(sockets.handshakes.look());
            if (now - connected_at > connect_again_after) {
                connected_at = now;
                sockets.connect_again();
            }
            if (!has_news || !listener.is_sure()) continue;
        } catch (const zmq::error_t& error) {
            if (error.num() == EINTR) continue;
            spdlog::error("board: {}; the wall shows NO DATA from now on", error.what());
            return;
        }
        Received received = listener.received();
        received.hearing = slot_.get().hearing;
        slot_.put(std::move(received));
        wake_();
    }
}

}  // namespace wallboard
