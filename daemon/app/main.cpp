#include <malloc.h>

#include <sys/resource.h>

#include <exception>

#include <spdlog/spdlog.h>

#include "daemon/app/daemon.hpp"
#include "daemon/app/options.hpp"
#include "daemon/app/own_key.hpp"
#include "daemon/journal/open_journal.hpp"
#include "daemon/journal/record_retention.hpp"
#include "daemon/model/exit_code.hpp"
#include "daemon/recovery/recovery.hpp"
#include "daemon/recovery/snapshot_maker.hpp"
#include "daemon/settings/settings_error.hpp"
#include "daemon/telemetry/logging.hpp"
#include "daemon/wire/quiet_protobuf.hpp"

namespace callwatch {
namespace {

/// A core would hold numbers in clear.
void switch_off_cores()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
}

const char* word(LogLevel level)
{
    switch (level) {
        case LogLevel::debug: return "debug";
        case LogLevel::info: break;
        case LogLevel::warning: return "warning";
        case LogLevel::error: return "error";
    }
    return "info";
}

std::unique_ptr<Clock> make_clock(const Settings& settings)
{
    if (settings.daemon.time_mode == TimeMode::system)
        return make_system_clock(settings.policy.max_clock_skew);
    std::vector<SourceId> sources;
    for (const auto& source : settings.organisation.sources) sources.push_back(source.id);
    return make_source_clock(sources, settings.daemon.pace);
}

Directory make_directory(Organisation organisation)
{
    auto directory = Directory::make(std::move(organisation));
    if (!directory) throw SettingsError{std::vector{directory.refusal().detail}};
    return std::move(*directory);
}

/// Says who this collector is; a guard that is off where connections carry no keys.
SocketGuard make_guard(const DaemonSettings& settings)
{
    if (settings.curve == Curve::off) return {};
    const auto key = own_key(settings.data_directory);
    spdlog::info("connections carry keys; this collector's own is {} ({})", key.part.key.text,
                 (settings.data_directory / "daemon.pub").string());
    return {.secret_key = key.secret.bytes()};
}

/// Null if the journal's head is to be exported nowhere.
std::unique_ptr<HeadExport> make_head_export(const DaemonSettings& settings,
                                             const std::string& journal_path)
{
    if (settings.head_export.empty()) return nullptr;
    auto key = own_key(settings.data_directory);
    spdlog::info("the journal's head is exported to {}, signed by {}",
                 settings.head_export.string(), key.part.sign_key);
    return std::make_unique<HeadExport>(HeadExport::Parts{
        .file = settings.head_export,
        .journal_path = journal_path,
        .key = std::move(key),
        .now = [] { return std::chrono::floor<Micros>(std::chrono::system_clock::now()); }});
}

void log_keys(const KeyBook& keys, const Directory& directory)
{
    if (!keys.has_manager())
        spdlog::warn(
            "no manager has a key, so none can be admitted: stop the collector and admit "
            "one with `callwatchctl key admit --first FILE.pub --data DIR`");
    for (const auto& [id, key] : keys.all())
        if (key.is_valid() && !key.admitted.person.text.empty() &&
            directory.person(key.admitted.person) == nullptr)
            spdlog::warn(
                "key {:.8} is admitted for \"{}\", whom the organisation file does not "
                "have",
                id.text, loggable(key.admitted.person.text));
}

SourcePortSettings source_port_settings(const Settings& settings)
{
    SourcePortSettings port{.events_endpoint = settings.daemon.endpoints.events,
                            .control_endpoint = settings.daemon.endpoints.control,
                            .sources = {},
                            .guard = {}};
    for (const auto& source : settings.organisation.sources) port.sources.push_back(source.id);
    return port;
}

void log_retention(const std::string& journal_path, std::chrono::days kept)
{
    const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    const auto found = look_at_retention(journal_path, today, kept);
    for (const auto& segment : found.may_be_removed)
        spdlog::info("{} is older than audit_retention_days ({}) and may be removed", segment,
                     kept.count());
    if (!found.missing_before.empty())
        spdlog::warn(
            "facts from before {} are not here, and the record is to be kept for {} days "
            "(audit_retention_days): see that the months which were moved away are kept",
            found.missing_before, kept.count());
}

/// A snapshot saves time and is nothing else: the collector goes on, and ends well, without one.
void try_snapshot(const std::filesystem::path& folder, const Board& board, const JournalHead& at)
try {
    write_snapshot(folder, board, at);
} catch (const StorageError& error) {
    spdlog::error("no snapshot of the state was made: {}", error.what());
}

Recovered recover_state(Journal& journal, const DaemonSettings& settings, RecentFacts& recent)
{
    const auto begin = read_uptime();
    auto found =
        recover(journal, settings.data_directory,
                {.recent = RecentFacts::kept,
                 .on_recent = [&](Position position,
                                  std::string_view fact) { recent.add(position, FactBytes{fact}); },
                 .now_and_then = {}});
    const std::chrono::duration<double> took = read_uptime() - begin;
    spdlog::info("recovered {} messages in {:.2f} s: {} facts from a snapshot, {} replayed",
                 found.board.messages().all().size(), took.count(), found.from_snapshot,
                 found.replayed);
    return found;
}

/// Settings as text, and a snapshot's records, leave the heap full of holes: of 52 MiB, 17 are in
/// use at 10 k staff.
void give_back_memory() { ::malloc_trim(0); }

/// The life of the process: what is opened, in the order it is closed again, reversed.
Daemon::End run(Settings settings, const std::optional<SettingsError>& office_faults)
{
    StopSignal stop;  // Before any thread, so that all of them leave signals to the loop.
    const auto start = read_uptime();
    std::filesystem::create_directories(settings.daemon.data_directory);
    const auto journal_path = (settings.daemon.data_directory / "journal.db").string();
    const auto journal = open_journal(journal_path);
    const auto vault = open_vault((settings.daemon.data_directory / "vault.db").string());
    RecentFacts recent;
    auto [recovered, head, snapshot_at, replayed] =
        recover_state(*journal, settings.daemon, recent);

    log_retention(journal_path, settings.policy.audit_retention);
    const ConfigDesk config{settings, office_faults, recovered};
    const auto clock = make_clock(settings);
    auto source_settings = source_port_settings(settings);
    auto directory = make_directory(std::exchange(settings.organisation, {}));
    give_back_memory();

    const auto guard = make_guard(settings.daemon);
    zmq::context_t context{1};
    std::optional<KeyGate> gate;  // Before any socket that it guards.
    if (guard.is_on()) gate.emplace(context);
    source_settings.guard = guard;
    SourcePort sources{context, source_settings};
    for (const auto& [id, state] : recovered.sources().all())
        sources.resume(id, state.epoch, state.last_sequence);
    Collector collector{settings,
                        std::move(directory),
                        {.clock = *clock, .vault = *vault, .config = config},
                        std::move(recovered),
                        start};
    const auto& keys = collector.engine().board().keys();
    if (guard.is_on()) log_keys(keys, collector.engine().directory());
    sources.listen_to(keys);
    JournalWriter writer{*journal, vault.get()};
    auto heads = make_head_export(settings.daemon, journal_path);
    SnapshotMaker snapshots{journal_path, settings.daemon.data_directory,
                            settings.daemon.snapshot_every_facts, snapshot_at};
    BoardPort board{context, settings.daemon.endpoints.board, guard};
    RequestPort requests{context, settings.daemon.endpoints.requests, guard};
    sources.bind();
    spdlog::info("listening: events {}, control {}, board {}, requests {}",
                 settings.daemon.endpoints.events, settings.daemon.endpoints.control,
                 settings.daemon.endpoints.board, settings.daemon.endpoints.requests);

    Daemon daemon{{.collector = collector,
                   .writer = writer,
                   .sources = sources,
                   .board = board,
                   .requests = requests,
                   .stop = stop,
                   .clock = *clock,
                   .time_mode = settings.daemon.time_mode == TimeMode::source ? "source" : "system",
                   .head = head,
                   .recent = std::move(recent),
                   .data_directory = settings.daemon.data_directory,
                   .snapshots = snapshots,
                   .heads = heads.get(),
                   .gate = gate ? &*gate : nullptr}};
    const auto why = daemon.run();
    snapshots.stop();
    if (const auto end = journal->head(); end.position > 0)
        try_snapshot(settings.daemon.data_directory, collector.engine().board(), end);
    if (heads) heads->stop(journal->head());
    return why;
}

/// What was asked for and configured, until it is to end. Throws as run().
int run_asked(int argc, char** argv)
{
    for (;;) {
        auto options = parse_command_line(argc, argv);
        if (options.done) return options.exit_code;
        set_up_logging(word(options.settings.daemon.log_level));
        if (options.check_only) {
            const auto& organisation = options.settings.organisation;
            spdlog::info(
                "the configuration is good: {} locations, {} people, {} queues, {} sources",
                organisation.locations.size(), organisation.people.size(),
                organisation.queues.size(), organisation.sources.size());
            return exit_ok;
        }
        if (run(std::move(options.settings), options.office_faults) == Daemon::End::stopped)
            return exit_ok;
    }
}

}  // namespace
}  // namespace callwatch

int main(int argc, char** argv)
try {
    using namespace callwatch;
    switch_off_cores();
    quiet_protobuf();
    set_up_logging("info");
    return run_asked(argc, argv);
} catch (const callwatch::SettingsError& error) {
    spdlog::critical("configuration: {}", error.what());
    return callwatch::exit_usage;
} catch (const callwatch::keys::KeyError& error) {
    spdlog::critical("key: {}", error.what());
    return callwatch::exit_usage;
} catch (const callwatch::NetworkError& error) {
    spdlog::critical("network: {}", error.what());
    return callwatch::exit_network;
} catch (const callwatch::StorageError& error) {
    spdlog::critical("journal: {}", error.what());
    return callwatch::exit_journal;
} catch (const std::exception& error) {
    spdlog::critical("internal error, please report: {}", error.what());
    return callwatch::exit_internal;
}
