#include "daemon/bridges/app/roster.hpp"

#include <utility>

#include <fmt/format.h>

#include "daemon/bridges/app/publisher_settings.hpp"
#include "daemon/bridges/app/stop_signal.hpp"
#include "daemon/bridges/publisher/publisher.hpp"
#include "daemon/bridges/roster/settings.hpp"
#include "daemon/bridges/roster/teller.hpp"
#include "daemon/bridges/roster/told_file.hpp"
#include "daemon/model/exit_code.hpp"
#include "daemon/settings/settings_error.hpp"

namespace callwatch::bridge {
namespace {

using namespace std::chrono_literals;
using roster::Roster;
using roster::Teller;

/// The publisher asks to be served at least every 100 ms.
constexpr auto serve_every = 100ms;
constexpr auto look_every = 1s;

Instant system_now()
{
    return std::chrono::time_point_cast<Micros>(std::chrono::system_clock::now());
}

/// Everything by which a file shows that it was written again; also on a network file system.
std::string stamp_of(const std::filesystem::path& path)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    const auto at = std::filesystem::last_write_time(path, error);
    return error ? "none" : fmt::format("{} {}", size, at.time_since_epoch().count());
}

std::string stamp_of(const roster::RosterFiles& files)
{
    std::string stamp = stamp_of(files.people);
    for (const auto& path : {files.absences, files.shifts})
        stamp += path.empty() ? "" : ", " + stamp_of(path);
    return stamp;
}

std::string suspicion(const Teller& teller, const Roster& roster, const CommandLine& command)
{
    return fmt::format(
        "{} of {} people are no longer in the file of people, more than a fifth: it is not taken. "
        "If "
        "it is right: callwatch-bridge roster --config {} --confirm",
        teller.missing(roster), teller.told().people.size(), command.config.string());
}

/// The files as they are followed: read when they have changed and were left alone for a while.
class Follower {
public:
    Follower(const CommandLine& command, const roster::Settings& settings,
             std::filesystem::path folder, Publisher& publisher)
        : command_{command},
          settings_{settings},
          folder_{std::move(folder)},
          publisher_{publisher},
          told_file_{folder_},
          teller_{told_file_.read()}
    {
    }

    void turn()
    {
        const auto now = system_now();
        if (now >= next_look_ || now >= next_change_) {
            next_look_ = now + look_every;
            look(now);
        }
        if (trouble_.empty()) publisher_.upstream_as_of(now.time_since_epoch().count());
        publisher_.spool_watch_alive(trouble_.empty());
        publisher_.flush();
    }

    const std::string& trouble() const { return trouble_; }

private:
    void look(Instant now)
    {
        const auto stamp = stamp_of(settings_.files);
        if (stamp != seen_stamp_) {
            seen_stamp_ = stamp;
            settled_at_ = read_stamp_.empty() ? now : now + settings_.settle;
        }
        const auto confirmed = roster::confirmed_digest(folder_);
        const bool is_new = stamp != read_stamp_ && now >= settled_at_;
        if (!is_new && now < next_change_ && confirmed == confirmed_) return;
        confirmed_ = confirmed;
        if (is_new) {
            read_stamp_ = stamp;
            roster_ = roster::read_roster(settings_.files, settings_.zones);
            for (const auto& fault : roster_.faults)
                fmt::print(stderr, "callwatch-bridge: {}\n", fault);
        }
        tell(now);
    }

    void tell(Instant now)
    {
        next_change_ = Teller::next_change(roster_, now);
        if (!roster_.is_usable) return set_trouble("the file of people cannot be read");
        if (teller_.is_suspicious(roster_) && roster_.digest != confirmed_)
            return set_trouble(suspicion(teller_, roster_, command_));
        const auto before = teller_.told();
        const auto events = teller_.tell(roster_, now);
        for (const auto& event : events) publisher_.publish(event);
        set_trouble(roster_.faults.empty()
                        ? std::string{}
                        : fmt::format("{} rows are refused; the first: {}", roster_.faults.size(),
                                      roster_.faults.front()));
        if (teller_.told() == before) return;
        publisher_.flush();
        told_file_.write(teller_.told());
        fmt::print(stderr, "callwatch-bridge: {} people, {} events\n", teller_.told().people.size(),
                   events.size());
    }

    /// What the collector shows beside the source. Refused rows are no reason to stand still.
    void set_trouble(const std::string& text)
    {
        const bool stands =
            !roster_.is_usable || (teller_.is_suspicious(roster_) && roster_.digest != confirmed_);
        trouble_ = stands ? text : "";
        if (std::exchange(told_trouble_, text) == text) return;
        if (!text.empty()) fmt::print(stderr, "callwatch-bridge: {}\n", text);
        v1::Event event;
        event.set_occurred_at_us(system_now().time_since_epoch().count());
        auto& status = *event.mutable_source_status();
        status.set_state(text.empty() ? v1::SourceStatus::UP : v1::SourceStatus::DEGRADED);
        constexpr std::size_t detail_max = 128;
        status.set_detail(text.substr(0, detail_max));
        publisher_.publish(std::move(event));
    }

    const CommandLine& command_;
    const roster::Settings& settings_;
    std::filesystem::path folder_;
    Publisher& publisher_;
    roster::ToldFile told_file_;
    Teller teller_;
    Roster roster_;
    std::string seen_stamp_;
    std::string read_stamp_;
    std::string confirmed_;
    std::string trouble_;
    std::string told_trouble_;
    Instant settled_at_;
    Instant next_look_;
    Instant next_change_ = Instant::max();
};

std::filesystem::path folder_of(const CommandLine& command, const roster::Settings& settings)
{
    const auto folder = command.spool.empty() ? settings.spool_dir : command.spool;
    if (folder.empty())
        throw SettingsError{
            std::vector{"nowhere to keep events: name a directory with --spool, or "
                        "as spool_dir in " +
                        command.config.string()}};
    return folder;
}

/// What is told is kept beside the spool, which is the publisher's alone.
std::filesystem::path notes_of(const std::filesystem::path& folder)
{
    auto notes = folder;
    notes += ".roster";
    std::filesystem::create_directories(notes);
    return notes;
}

int check(const CommandLine& command, const roster::Settings& settings)
{
    const auto roster = roster::read_roster(settings.files, settings.zones);
    for (const auto& fault : roster.faults) fmt::print("{}\n", fault);
    if (!roster.is_usable) return exit_negative;
    const auto now = system_now();
    Teller teller{roster::ToldFile{notes_of(folder_of(command, settings))}.read()};
    if (teller.is_suspicious(roster)) fmt::print("{}\n", suspicion(teller, roster, command));
    const auto known = teller.told().people.size();
    const auto events = teller.tell(roster, now);
    fmt::print("{} people in the file, {} told of before; {} events would be sent now\n",
               roster.people.size(), known, events.size());
    return roster.faults.empty() ? exit_ok : exit_negative;
}

int confirm(const CommandLine& command, const roster::Settings& settings)
{
    const auto roster = roster::read_roster(settings.files, settings.zones);
    if (!roster.is_usable) {
        for (const auto& fault : roster.faults) fmt::print(stderr, "{}\n", fault);
        return exit_negative;
    }
    roster::confirm_digest(notes_of(folder_of(command, settings)), roster.digest);
    fmt::print("{}, as it is now, is confirmed\n", settings.files.people.string());
    return exit_ok;
}

int tell_once(const CommandLine& command, Follower& follower, Publisher& publisher)
{
    follower.turn();
    if (!follower.trouble().empty()) return exit_negative;
    if (publisher.wait_until_acknowledged(command.linger)) return exit_ok;
    if (stop_requested()) return exit_ok;
    fmt::print(stderr,
               "callwatch-bridge: the collector has not taken everything within {} s; it stays in "
               "the spool and is sent the next time\n",
               command.linger.count());
    return exit_network;
}

}  // namespace

int run_roster(const CommandLine& command)
try {
    const auto settings = roster::load_settings(command.config);
    if (command.check) return check(command, settings);
    if (command.confirm) return confirm(command, settings);
    const auto folder = folder_of(command, settings);
    auto ours = publisher_of(command, settings, "roster");
    ours.spool_dir = folder;
    Publisher publisher{ours};
    Follower follower{command, settings, notes_of(folder), publisher};
    if (command.once) return tell_once(command, follower, publisher);
    std::string refusal;
    while (!stop_requested()) {
        follower.turn();
        const auto told = publisher.refusal().value_or("");
        if (std::exchange(refusal, told) != told && !told.empty())
            fmt::print(stderr, "callwatch-bridge: the collector refuses this source: {}\n", told);
        publisher.service(serve_every);
    }
    publisher.flush();
    publisher.service(0ms);
    fmt::print(stderr, "callwatch-bridge: stopped as asked, {} events spooled\n", publisher.head());
    return exit_ok;
} catch (const PublisherStopped&) {
    return exit_ok;
}

}  // namespace callwatch::bridge
