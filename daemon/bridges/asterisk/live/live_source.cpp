#include "daemon/bridges/asterisk/live/live_source.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "daemon/bridges/asterisk/times.hpp"

namespace callwatch::asterisk {
namespace {

using namespace std::chrono_literals;

/// Asterisk says FullyBooted right after the login, or when it has booted; a user without the class
/// "system" may never hear it.
constexpr auto booted_within = 3s;
/// Events come in the order of their times only nearly: those that wait while a reply is written
/// come after it.
constexpr Micros in_order_after = 250ms;

TranslatorSettings translator_settings(const Settings& settings)
{
    return {
        settings, v1::ORIGIN_LIVE, Micros{0},
        settings.voicemail.lists == MailboxLists::none ? MailboxWatch::none : MailboxWatch::live,
        false};
}

Rounds::Settings rounds_settings(const Settings& settings)
{
    const auto lists = settings.voicemail.lists;
    return {lists == MailboxLists::automatic || lists == MailboxLists::summary,
            settings.mailbox_context};
}

}  // namespace

AmiLink::Dial dial_of(const ManagerSettings& manager)
{
    return [address = AmiAddress{manager.host, manager.port, manager.tls, manager.tls_name,
                                 manager.tls_ca_file}] {
        return std::make_unique<AmiConnection>(address);
    };
}

Credentials credentials_of(const ManagerSettings& manager)
{
    return {manager.username, manager.secret, manager.plain_login};
}

LiveSource::LiveSource(Settings settings, AmiLink::Dial dial)
    : pbx_{std::move(settings.pbx)},
      last_seen_{settings.last_seen},
      translator_{translator_settings(pbx_)},
      keeper_{translator_},
      link_{std::move(dial), credentials_of(pbx_.manager.value_or(ManagerSettings{})),
            std::move(settings.id_prefix)},
      rounds_{rounds_settings(pbx_),
              [this](Action action, ActionSchedule::Urgency urgency) {
                  return link_.ask(std::move(action), urgency);
              },
              [this](const std::string& mailbox, MailboxListing listing, Instant asked) {
                  keeper_.take(mailbox, std::move(listing), asked, clock_.at(here_), *out_);
              }},
      greetings_{pbx_.voicemail.spool},
      watcher_{{pbx_.voicemail.spool, pbx_.voicemail.poll_every}}
{
}

void LiveSource::turn(Steady now, Instant here, Events& out)
{
    out_ = &out;
    here_ = here;
    if (!started_) {
        started_ = is_lost_ = true;
        was_ever_seen_ = last_seen_.has_value();
        translator_.lose("the bridge was not running", clock_.at(here), out, last_seen_);
    }
    const auto turn =
        link_.turn(now, [&](const AmiMessage& message) { take(message, now, here, out); });
    look_after_link(turn, now, here, out);
    rounds_.turn(now, clock_.at(here));
    look_at_mailboxes(now, here, out);
    translator_.pass(clock_.at(here), out);
    restore_when_settled(here, out);
    tell_status(here, out);
}

void LiveSource::take(const AmiMessage& message, Steady now, Instant here, Events& out)
{
    if (const auto stamp = parse_epoch(message["Timestamp"])) clock_.heard(*stamp, here);
    const Instant at = clock_.at(here);
    translator_.take(message, at, out);
    rounds_.take(message, now, at);
    const std::string_view event = message["Event"];
    if (event == "FullyBooted") {
        booted_ = true;
        if (rounds_begun_) begin_rounds(now, here);
    } else if (event == "Shutdown") {
        // Nothing comes after it but the end of the connection; else all is asked for again.
        is_lost_ = true;
        rounds_.end();
        rounds_begun_ = booted_ = false;
        ready_at_ = now;
    } else if (event == "Reload") {
        keeper_.want_all();
        rounds_.renew_lists();
    } else if (event == "MessageWaiting" && reads_spool()) {
        watcher_.read(std::string{message["Mailbox"]});
    }
}

void LiveSource::look_after_link(AmiLink::Turn turn, Steady now, Instant here, Events& out)
{
    if (turn.was_lost) lose("the connection to Asterisk was lost: " + link_.trouble(), here, out);
    if (turn.became_ready) ready_at_ = now;
    if (link_.state() != AmiLink::State::ready || rounds_begun_) return;
    if (booted_ || now - ready_at_ >= booted_within) begin_rounds(now, here);
}

void LiveSource::begin_rounds(Steady now, Instant here)
{
    rounds_begun_ = true;
    keeper_.want_all();
    rounds_.begin(now, clock_.at(here));
}

void LiveSource::look_at_mailboxes(Steady now, Instant here, Events& out)
{
    if (rounds_.took_mailbox_list()) watcher_.read_all(translator_.mailboxes());
    if (gave_up_) return;
    const Instant as_of = clock_.at(here);
    greetings_.turn(now, as_of, translator_.mailboxes(),
                    [&](const std::string& mailbox, const GreetingWatch::Change& change) {
                        translator_.greeting_changed(mailbox, change.greeting, change.at, as_of,
                                                     out);
                    });
    if (!reads_spool()) return;
    watcher_.turn(now, [&](const std::string& mailbox, const MailboxListing& listing) {
        keeper_.take(mailbox, listing, as_of, as_of, out);
    });
}

void LiveSource::restore_when_settled(Instant here, Events& out)
{
    if (!is_lost_ || !rounds_begun_ || !rounds_.settled() || translator_.lists_waiting()) return;
    const Instant at = clock_.at(here);
    if (rounds_.lacks_channels()) translator_.close_all_calls(at, out);
    translator_.restore(at, out);
    is_lost_ = false;
    was_ever_seen_ = true;
}

void LiveSource::lose(const std::string& why, Instant here, Events& out)
{
    translator_.lose(why, clock_.at(here), out);
    rounds_.end();
    is_lost_ = true;
    rounds_begun_ = booted_ = false;
}

void LiveSource::give_up(const std::string& why, Steady now, Instant here, Events& out)
{
    link_.log_off();
    link_.drop(why, now);
    link_.hold(true);
    gave_up_ = true;
    lose(why, here, out);
    tell_status(here, out);
}

void LiveSource::resume()
{
    if (!gave_up_) return;
    gave_up_ = false;
    link_.hold(false);
}

void LiveSource::tell_status(Instant here, Events& out)
{
    auto state = v1::SourceStatus::UP;
    std::string detail;
    if (link_.state() != AmiLink::State::ready) {
        state = v1::SourceStatus::DOWN;
        detail = link_.trouble().empty() ? "Asterisk: connecting" : "Asterisk: " + link_.trouble();
    } else if (is_lost_) {
        state = v1::SourceStatus::CATCHING_UP;
        detail = "Asterisk is connected; what has changed meanwhile is being read";
    } else {
        for (const auto& [action, why] : rounds_.missing())
            detail += fmt::format("{}{}: {}", detail.empty() ? "" : "; ", action, why);
        const std::string trouble = mailbox_trouble();
        if (!trouble.empty()) detail += (detail.empty() ? "" : "; ") + trouble;
        if (!detail.empty()) state = v1::SourceStatus::DEGRADED;
    }
    // While it is being tried again, the reason for the last failure stands.
    const bool tries_again = state == state_ && state == v1::SourceStatus::DOWN &&
                             link_.trouble().empty() && !detail_.empty();
    if (tries_again || (state == state_ && detail == detail_)) return;
    state_ = state;
    detail_ = detail;
    translator_.tell_status(state, detail, clock_.at(here), out);
}

bool LiveSource::reads_spool() const
{
    const auto lists = pbx_.voicemail.lists;
    return lists == MailboxLists::spool ||
           (lists == MailboxLists::automatic && rounds_.summarises() == false);
}

std::string LiveSource::mailbox_trouble() const
{
    const auto lists = pbx_.voicemail.lists;
    if (lists == MailboxLists::none) return {};
    if (reads_spool()) return watcher_.trouble();
    if (lists == MailboxLists::summary && rounds_.summarises() == false)
        return "mailboxes cannot be listed: this Asterisk does not offer VoicemailBoxSummary";
    return {};
}

bool LiveSource::mailboxes_watched() const
{
    if (gave_up_ || pbx_.voicemail.lists == MailboxLists::none) return false;
    return reads_spool() ? started_ && watcher_.trouble().empty() : rounds_.lists_mailboxes();
}

std::optional<Instant> LiveSource::as_of() const
{
    const auto as_of = was_ever_seen_ ? translator_.as_of() : std::nullopt;
    if (!as_of || is_lost_) return as_of;
    return *as_of - in_order_after;
}

Steady LiveSource::next_at() const
{
    Steady next = std::min(link_.next_at(), rounds_.next_at());
    if (!gave_up_) next = std::min(next, greetings_.next_at());
    if (reads_spool() && !gave_up_) next = std::min(next, watcher_.next_at());
    return next;
}

std::vector<int> LiveSource::fds() const
{
    std::vector<int> fds;
    if (link_.fd() >= 0 && link_.state() != AmiLink::State::connecting) fds.push_back(link_.fd());
    if (watcher_.fd() >= 0 && reads_spool()) fds.push_back(watcher_.fd());
    return fds;
}

}  // namespace callwatch::asterisk
