#pragma once

#include <map>
#include <string>

#include "callwatch/v1/command.pb.h"
#include "daemon/app/clock.hpp"
#include "daemon/app/config_desk.hpp"
#include "daemon/app/liveness.hpp"
#include "daemon/app/source_pulse.hpp"
#include "daemon/engine/engine.hpp"
#include "daemon/journal/journal_writer.hpp"
#include "daemon/settings/settings.hpp"
#include "daemon/wire/event_decoder.hpp"
#include "daemon/wire/source_heard.hpp"

namespace callwatch {

/// An acknowledgement that becomes true when the journal is durable up to the turn's position.
struct DueAck {
    SourceId source;
    std::uint64_t epoch = 0;
    std::uint64_t sequence = 0;
};

/// The engine with its clock, its vault and its journal: what is heard goes in, facts go to the
/// journal. Everything here runs on the loop's thread and never waits for a disk.
class Collector {
public:
    struct With {
        Clock& clock;
        Vault& vault;
        const ConfigDesk& config;
    };
    Collector(const Settings& settings, Directory directory, With with, Board recovered,
              Uptime start);

    /// Takes what a source said; the acknowledgements are due when this turn is durable.
    void take(const heard::Input& input, Uptime uptime, std::vector<DueAck>& due);
    /// What a person asks, by the connection of `key`. Refused: why, in a sentence for her. Done,
    /// or done before: nothing; it is true when this turn is durable.
    std::optional<Refusal> command(const v1::Command& wire, const KeyId& key, Uptime uptime);
    /// Time passes: deadlines, checks, sources that fell silent.
    void tick(Uptime uptime);

    /// Decided since the last take_facts(), which adds them to `bytes` as they are stored.
    const Facts& facts() const { return facts_; }
    void take_facts(FactBytes& bytes);
    /// What is new in the vault; it starts afresh.
    VaultChanges take_vault_changes() { return vault_.take_changes(); }

    /// Nothing until a first time is known; the board is not worth telling before.
    std::optional<Instant> now() const { return now_; }
    const Engine& engine() const { return engine_; }
    const Liveness& liveness() const { return liveness_; }
    const std::map<SourceId, SourceVitals>& vitals() const { return pulse_.vitals(); }
    const std::map<Refusal::Code, std::uint64_t>& refused() const { return refused_; }
    const ConfigDesk& config() const { return config_; }
    std::string masked(const NumberToken& token);
    /// The whole number of a message's caller, which a NumberShown has put on record.
    std::string number_of(const MessageId& id);
    /// What a person wrote.
    std::string remark(const RemarkToken& token);

private:
    void take_one(const heard::Announced& said, Uptime uptime, std::vector<DueAck>& due);
    void take_one(const heard::Events& said, Uptime uptime, std::vector<DueAck>& due);
    void take_one(const heard::Heartbeat& said, Uptime uptime, std::vector<DueAck>& due);
    void take_one(const heard::Gap& said, Uptime uptime, std::vector<DueAck>& due);
    void take_one(const heard::SignOfLife& said, Uptime uptime, std::vector<DueAck>& due);
    void take_event(const v1::Event& wire, const SourceId& source, Uptime uptime);
    std::optional<Refusal> step(const Input& input, Uptime uptime);
    void observe(const Input& input, Uptime uptime);
    std::optional<Refusal> prepare(const v1::Command& wire, Command& command);
    bool may_sign(const Command& command) const;
    void retire_numbers(Uptime uptime);
    void heard_from(const SourceId& source, Uptime uptime);
    void count(const Refusal& refusal);

    Clock& clock_;
    Vault& vault_;
    const ConfigDesk& config_;
    EventTokens event_tokens_;
    std::string time_mode_;
    Engine engine_;
    Liveness liveness_;
    SourcePulse pulse_;
    Facts facts_;
    std::vector<Input> waiting_for_time_;  ///< At most one hello a source.
    std::optional<Instant> now_;
    bool has_started_ = false;
    Uptime next_retirement_{};
    std::map<Refusal::Code, std::uint64_t> refused_;
};

}  // namespace callwatch
