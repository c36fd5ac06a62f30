#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "daemon/bridges/asterisk/live/ami_link.hpp"
#include "daemon/bridges/asterisk/live/greeting_rounds.hpp"
#include "daemon/bridges/asterisk/live/mailbox_keeper.hpp"
#include "daemon/bridges/asterisk/live/pbx_clock.hpp"
#include "daemon/bridges/asterisk/live/rounds.hpp"
#include "daemon/bridges/asterisk/live/spool_watcher.hpp"
#include "daemon/bridges/asterisk/translator.hpp"

namespace callwatch::asterisk {

/// A running Asterisk as a source of events: drives the translator with what the manager interface
/// says and what lies in the mailboxes. Never waits: turn() does what there is to do, next_at() and
/// fds() say when there is more.
///
/// A time in which nothing was seen begins with UpstreamLost, as soon as the connection is lost and
/// from the last time known of the telephone system; it ends with UpstreamRestored when everything
/// that is asked for at the beginning of a session has been answered and applied. Until then
/// as_of() stands still.
class LiveSource {
public:
    struct Settings {
        asterisk::Settings pbx;
        std::string id_prefix;             ///< Of ActionIDs; another one at each start.
        std::optional<Instant> last_seen;  ///< as_of() of the life before; nothing: there was none.
    };
    LiveSource(Settings settings, AmiLink::Dial dial);
    LiveSource(const LiveSource&) = delete;
    LiveSource& operator=(const LiveSource&) = delete;

    /// One round at `here` on our clock; appends events. All but the first of a life may be none.
    void turn(Steady now, Instant here, Events& out);
    Steady next_at() const;
    /// Readable when turn() should be called; at most two.
    std::vector<int> fds() const;

    /// Everything that occurred at the telephone system up to here has been appended. Nothing
    /// before anything of it was ever seen.
    std::optional<Instant> as_of() const;
    /// Mailboxes are watched, one way or the other.
    bool mailboxes_watched() const;

    /// Nobody takes the events: from here on nothing is seen, until resume().
    void give_up(const std::string& why, Steady now, Instant here, Events& out);
    void resume();
    bool gave_up() const { return gave_up_; }
    /// Says goodbye to the telephone system.
    void stop() { link_.log_off(); }

    /// How it stands, as the last SourceStatus said: for the log.
    const std::string& status() const { return detail_; }
    v1::SourceStatus::State state() const { return state_; }

    const Translator& translator() const { return translator_; }

private:
    void take(const AmiMessage& message, Steady now, Instant here, Events& out);
    void look_after_link(AmiLink::Turn turn, Steady now, Instant here, Events& out);
    void begin_rounds(Steady now, Instant here);
    void look_at_mailboxes(Steady now, Instant here, Events& out);
    void restore_when_settled(Instant here, Events& out);
    void lose(const std::string& why, Instant here, Events& out);
    void tell_status(Instant here, Events& out);
    bool reads_spool() const;
    std::string mailbox_trouble() const;

    asterisk::Settings pbx_;
    std::optional<Instant> last_seen_;
    Translator translator_;
    MailboxKeeper keeper_;
    PbxClock clock_;
    AmiLink link_;
    Rounds rounds_;
    GreetingRounds greetings_;
    SpoolWatcher watcher_;
    Events* out_ = nullptr;  ///< Of the turn that is running.
    Instant here_;
    bool started_ = false;
    bool gave_up_ = false;
    bool is_lost_ = false;
    bool was_ever_seen_ = false;
    bool rounds_begun_ = false;
    bool booted_ = false;
    Steady ready_at_{};
    v1::SourceStatus::State state_ = v1::SourceStatus::STATE_UNSPECIFIED;
    std::string detail_;
};

/// Connects as the settings say.
AmiLink::Dial dial_of(const ManagerSettings& manager);
Credentials credentials_of(const ManagerSettings& manager);

}  // namespace callwatch::asterisk
