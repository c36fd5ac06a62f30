#pragma once

#include "daemon/app/answers.hpp"
#include "daemon/app/head_export.hpp"
#include "daemon/app/held.hpp"
#include "daemon/app/record_pulse.hpp"
#include "daemon/app/stop_signal.hpp"
#include "daemon/board/live_rows.hpp"
#include "daemon/recovery/snapshot_maker.hpp"
#include "daemon/wire/board_port.hpp"
#include "daemon/wire/key_gate.hpp"
#include "daemon/wire/request_port.hpp"
#include "daemon/wire/source_port.hpp"

namespace callwatch {

/// The loop: wait, take at most so much, decide, hand to the journal, and say only what is durable.
/// One thread; it never waits for a disk. Owns nothing it is given.
class Daemon {
public:
    struct Parts {
        Collector& collector;
        JournalWriter& writer;
        SourcePort& sources;
        BoardPort& board;
        RequestPort& requests;
        const StopSignal& stop;
        const Clock& clock;
        std::string time_mode;
        JournalHead head;  ///< Where the journal ended when the replay was done.
        RecentFacts recent;
        std::filesystem::path data_directory;
        SnapshotMaker& snapshots;
        HeadExport* heads = nullptr;  ///< Null: the journal's head is exported nowhere.
        KeyGate* gate = nullptr;      ///< Null: connections carry no keys, and nobody is anybody.
    };
    explicit Daemon(Parts parts);

    enum class End : std::uint8_t { stopped, configured };
    /// Turns until SIGTERM or SIGINT, or until a manager has applied another configuration, with
    /// which everything begins anew; then writes and says what is decided and returns. Throws what
    /// the journal's thread threw, after a last STORAGE FAULT on the board.
    End run();

private:
    bool wait();  ///< False: asked to stop.
    std::chrono::milliseconds until_board() const;
    void turn();
    void gather();
    void submit();
    void release_durable();
    void update_board(Uptime uptime);
    void take_requests(Uptime uptime);
    std::optional<Refusal> carry_out(const AskedRequest& asked, Uptime uptime);
    std::optional<Refusal> refuse_asker(const AskedRequest& asked) const;
    void answer_requests();
    void beat(Uptime uptime, v1::BoardHeartbeat::Health health);
    void log_refusals();
    AnswerContext context();
    std::map<std::string, std::uint64_t> refused_by_code() const;
    CollectorVitals vitals() const;

    Parts with_;
    Held held_;
    FactBytes gathered_;  ///< Decided in this turn so far.
    std::map<SourceId, DueAck> to_acknowledge_;
    LiveRows rows_;
    BoardBook book_;
    RecordPulse record_;
    JournalHead durable_;
    Position submitted_ = 0;
    std::string month_;  ///< Of the journal's segment: "2026-11", UTC; empty: nothing decided yet.
    /// Taken in this turn, and why it was refused (nothing: a command was done, a question is to be
    /// answered).
    struct Asked {
        AskedRequest request;
        std::optional<Refusal> refusal;
    };
    std::vector<Asked> asked_;
    std::map<Refusal::Code, std::uint64_t> requests_refused_;
    Uptime next_beat_{};
    Uptime next_board_{};
    Instant started_at_;
    bool is_configured_anew_ = false;
};

}  // namespace callwatch
