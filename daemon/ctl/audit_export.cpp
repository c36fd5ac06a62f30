#include <filesystem>
#include <memory>

#include <date/tz.h>
#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "daemon/calendar/business_calendar.hpp"
#include "daemon/ctl/audit_heads.hpp"
#include "daemon/ctl/audit_page.hpp"
#include "daemon/ctl/export_maker.hpp"
#include "daemon/ctl/failure.hpp"
#include "daemon/ctl/figures.hpp"
#include "daemon/ctl/session.hpp"
#include "daemon/ctl/text.hpp"
#include "daemon/journal/new_file.hpp"

namespace callwatch::ctl {
namespace {

constexpr std::chrono::days period_max{366};

struct ExportOptions {
    std::string location;
    std::string from;
    std::string to;
    std::string data_directory;
    std::string zone = "UTC";
    std::string head;
    std::string folder;
    std::string page;
    std::string file;
};

LocalDate read_date(const std::string& text)
{
    if (const auto date = parse_local_date(text)) return *date;
    throw Failure{exit_usage, clean(text) + ": is no date; one is written 2026-11-20"};
}

/// The first moment of a day, where the location is.
Instant midnight(LocalDate date, const std::string& zone)
try {
    const date::local_days day{date::days{date.time_since_epoch().count()}};
    return Instant{date::locate_zone(zone)
                       ->to_sys(day + std::chrono::seconds{0}, date::choose::earliest)
                       .time_since_epoch()};
} catch (const std::runtime_error&) {
    throw Failure{exit_usage, clean(zone) +
                                  ": must be a time zone of the IANA database, "
                                  "\"America/Chicago\" for one"};
}

ExportScope scope_of(const ExportOptions& options)
{
    const auto from = read_date(options.from);
    const auto to = read_date(options.to);
    if (to < from) throw Failure{exit_usage, "the last day lies before the first"};
    if (to - from >= period_max)
        throw Failure{exit_usage, fmt::format("an export is of at most {} days: make several",
                                              period_max.count())};
    return {.location = {options.location},
            .from = from,
            .to = to,
            .begins = midnight(from, options.zone),
            .ends = midnight(to + std::chrono::days{1}, options.zone)};
}

/// Where the page and the records go; --out names both.
void name_files(ExportOptions& options)
{
    if (!options.folder.empty()) {
        const auto name =
            fmt::format("{}/{}-{}-{}", options.folder, options.location, options.from, options.to);
        if (options.page.empty()) options.page = name + ".html";
        if (options.file.empty()) options.file = name + ".jsonl";
        std::error_code error;
        std::filesystem::create_directories(options.folder, error);
        if (error)
            throw Failure{exit_usage, fmt::format("{}: cannot be made ({})", clean(options.folder),
                                                  error.message())};
    }
    for (const auto& path : {options.page, options.file})
        if (!path.empty() && std::filesystem::exists(path))
            throw Failure{exit_usage, clean(path) + ": is there already, and is not written over"};
}

/// Nothing is there until keep().
class OutputFile {
public:
    explicit OutputFile(const std::string& path)
    {
        if (!path.empty()) writing([&] { file_ = std::make_unique<NewFile>(path); });
    }
    void write(std::string_view bytes)
    {
        if (file_) writing([&] { file_->write(bytes); });
    }
    void keep()
    {
        if (file_) writing([&] { file_->keep(); });
    }

private:
    template <class Action>
    static void writing(Action action)
    try {
        action();
    } catch (const StorageError& error) {
        throw Failure{exit_usage, error.what()};
    }

    std::unique_ptr<NewFile> file_;
};

int run_export(const Session& session, ExportOptions options)
{
    const auto scope = scope_of(options);
    const auto kept = read_kept_heads(options.head, {});
    name_files(options);
    OutputFile page{options.page};
    OutputFile lines{options.file};
    ExportMaker maker{options.data_directory, scope, options.zone, kept};
    const auto made = maker.make([&](std::string_view line) { lines.write(line); });
    write_page(maker.report(), made.header, [&](std::string_view part) { page.write(part); });
    lines.keep();
    page.keep();
    if (session.json)
        session.out << pretty({{"records", made.records},
                               {"told", made.told},
                               {"withheld", made.withheld},
                               {"head", describe(made.header.head)},
                               {"page", options.page},
                               {"file", options.file}});
    else
        session.out << fmt::format(
            "Exported: {} records of {}, {} to {}. Rows of which only the digest is told: {}.\n{}{}"
            "head {}\n",
            count(made.records), clean(options.location), options.from, options.to,
            count(made.withheld), options.page.empty() ? "" : clean(options.page) + "\n",
            options.file.empty() ? "" : clean(options.file) + "\n", describe(made.header.head));
    return exit_ok;
}

void add_arguments(CLI::App& command, ExportOptions& options)
{
    command.add_option("LOCATION", options.location, "Id of the location")->required();
    command.add_option("FROM", options.from, "First day, e.g. 2026-11-01")->required();
    command.add_option("TO", options.to, "Last day, inclusive")->required();
    command.add_option("--data", options.data_directory, "Data directory of the daemon")
        ->type_name("DIR")
        ->required();
    command
        .add_option("--zone", options.zone,
                    "Time zone of the location, as the organisation file has it")
        ->capture_default_str();
    command
        .add_option("--head", options.head,
                    "The collector's head_export: its signed head goes into the export")
        ->type_name("FILE");
    auto* where = command.add_option_group("where");
    where->add_option("--out", options.folder, "Write both into this folder")->type_name("FOLDER");
    where->add_option("--html", options.page, "Write the page for people")->type_name("FILE");
    where->add_option("--json", options.file, "Write the records, to be verified")
        ->type_name("FILE");
    where->require_option(1, 0);
}

}  // namespace

void add_audit_export(CLI::App& audit, Action& action)
{
    CLI::App* command = audit.add_subcommand(
        "export", "The records of a location and a period: a page, and a file that proves it");
    command->footer(
        "Example:\n"
        "  callwatchctl audit export northside 2026-11-01 2026-11-30 --data /var/lib/callwatch \\\n"
        "      --zone America/Chicago --head share/callwatch.head --out proof\n\n"
        "Reads the files themselves, also beside the daemon. Run it as the daemon's user, so that "
        "signatures\nwith reasons can be proved from the vault. Callers and names are not in it.");
    auto options = std::make_shared<ExportOptions>();
    add_arguments(*command, *options);
    command->callback([&action, options] {
        action = [options](const Session& session) { return run_export(session, *options); };
    });
}

}  // namespace callwatch::ctl
