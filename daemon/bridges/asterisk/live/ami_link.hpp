#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "daemon/bridges/asterisk/ami_reader.hpp"
#include "daemon/bridges/asterisk/live/action_schedule.hpp"
#include "daemon/bridges/asterisk/live/ami_connection.hpp"
#include "daemon/bridges/asterisk/live/login.hpp"

namespace callwatch::asterisk {

/// A manager session that is kept up: connects, logs in, asks with Ping every two seconds whether
/// the telephone system lives, drops a connection on which nothing came for six, and tries again
/// after 1 s, 2 s, ... 30 s; 30 s at once where the login was refused. Everything that is asked
/// passes one schedule of ten actions a second.
class AmiLink {
public:
    enum class State : std::uint8_t { waiting, connecting, logging_in, ready };
    using Dial = std::function<std::unique_ptr<AmiConnection>()>;
    using Take = std::function<void(const AmiMessage&)>;

    /// `id_prefix` begins every ActionID of this client: answers to others' reach everybody.
    AmiLink(Dial dial, Credentials credentials, std::string id_prefix);

    /// What has changed; both cannot be in one turn.
    struct Turn {
        bool became_ready = false;
        bool was_lost = false;  ///< It was ready and is no longer; trouble() says why.
    };
    /// One round: reads everything that has arrived and gives the messages to `take`, then sends
    /// what may be sent. Never waits.
    Turn turn(Steady now, const Take& take);

    /// Asks when the schedule allows; returns the ActionID of the answer, empty if it was asked
    /// already and waits. Forgotten when the connection ends.
    std::string ask(Action action, ActionSchedule::Urgency urgency);
    /// Ends the connection, because of us. It is tried again unless held.
    void drop(const std::string& why, Steady now);
    /// While held nothing is tried.
    void hold(bool held) { held_ = held; }
    /// Says goodbye.
    void log_off();

    State state() const { return state_; }
    /// Why there is no session, in words; empty while all is well.
    const std::string& trouble() const { return trouble_; }
    /// The login was refused: not mended by trying again.
    bool refused() const { return refused_; }
    const std::string& banner() const { return reader_.banner(); }
    const std::string& id_prefix() const { return id_prefix_; }
    int fd() const { return connection_ ? connection_->fd() : -1; }
    /// When turn() should be called again at the latest.
    Steady next_at() const;

private:
    void dial(Steady now);
    void progress(Steady now);
    void read(Steady now, const Take& take, Turn& out);
    void hear(const AmiMessage& message, Steady now, Turn& out);
    void send_due(Steady now);
    std::string why_closed() const;
    void fail(std::string why, Steady now, std::chrono::milliseconds again_after);
    void fail(std::string why, Steady now);

    Dial dial_;
    Credentials credentials_;
    std::string id_prefix_;
    State state_ = State::waiting;
    std::unique_ptr<AmiConnection> connection_;
    AmiReader reader_;
    std::optional<Login> login_;
    ActionSchedule schedule_;
    std::string received_;
    std::string trouble_;
    bool refused_ = false;
    bool held_ = false;
    std::uint64_t asked_ = 0;
    std::chrono::milliseconds back_off_{0};
    Steady retry_at_{};
    Steady heard_at_{};
    Steady ping_at_{};
};

}  // namespace callwatch::asterisk
