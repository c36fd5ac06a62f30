// P3: how soon is a collector ready that has a long journal behind it? From its start until it
// answers, after it was killed and after it was stopped in order.

#include <fmt/format.h>

#include "daemon/engine/engine.hpp"
#include "daemon/journal/open_journal.hpp"
#include "daemon/settings/settings.hpp"
#include "daemon/state/directory.hpp"
#include "daemon/wire/event_decoder.hpp"
#include "daemon/wire/fact_codec.hpp"
#include "tests/bench/collector_process.hpp"
#include "tests/bench/items.hpp"

namespace callwatch::bench {
namespace {

constexpr Office office{1'000};
constexpr std::size_t facts_per_row = 1'000;
constexpr double facts_of_target = 10e6;

/// What the collector itself would have written of so many facts' telephony.
void write_journal(CollectorProcess& collector, std::uint64_t facts)
{
    const auto settings = load_settings(collector.configuration());
    auto directory = Directory::make(settings.organisation);
    Engine engine{std::move(*directory), settings.policy, Board{}};
    const auto journal = open_journal(collector.data() + "/journal.db");
    const auto now = std::chrono::time_point_cast<Micros>(std::chrono::system_clock::now());
    const SourceId source{source_id};
    Facts decided;
    engine.step(SourceHello{source, source_epoch_us, 1, "callwatch_bench"}, now, decided);
    Telephony telephony{office, now.time_since_epoch().count()};
    FactBytes row;
    const EventTokens tokens{.for_number =
                                 [](const std::string& number) {
                                     return NumberToken{fmt::format("{:0>32}", number.substr(1))};
                                 },
                             .for_text = [](const std::string& text) { return RemarkToken{text}; }};
    for (std::uint64_t written = 0; written < facts; written += decided.size(), decided.clear()) {
        engine.step(*decode_event(telephony.next(), source, tokens), now, decided);
        for (const auto& fact : decided) row.add([&](std::string& to) { encode_fact(fact, to); });
        if (row.size() < facts_per_row) continue;
        journal->append(row);
        row.clear();
    }
    if (!row.empty()) journal->append(row);
}

/// A collector that has started before, and knows nothing.
double start_without_facts()
{
    CollectorProcess collector{office};
    collector.start();
    collector.stop();
    const auto seconds = collector.start();
    collector.stop();
    return seconds;
}

/// Seconds for so many facts, and for none; of the first, seconds of CPU: on a busy machine they
/// say what a quiet one would have taken.
struct Took {
    double all = 0;
    double cpu = 0;
    double without_facts = 0;
    double facts = 0;

    /// What facts cost grows with them; what a start costs without any does not.
    double scaled() const
    {
        return without_facts + (all - without_facts) * facts_of_target / facts;
    }
};

void add(const char* what, const Took& took, double target, Report& report)
{
    report.add(
        {.item = "P3",
         .what = fmt::format("ready after {}", what),
         .target = Target{Target::Kind::at_most, target, "s for 10 M"},
         .figures = {{took.scaled()}},
         .measured = fmt::format("{:.2f} s ({:.2f} of CPU) for {} facts, {:.2f} s for none{}",
                                 took.all, took.cpu, count_text(took.facts), took.without_facts,
                                 took.facts < facts_of_target ? ", scaled" : "")});
}

}  // namespace

void measure_restart(const Options& options, Report& report)
{
    const auto without_facts = start_without_facts();
    CollectorProcess collector{office};
    write_journal(collector, options.facts);
    const auto replayed = collector.start();
    const auto replayed_cpu = collector.program().cpu_seconds();
    const auto position = collector.status().journal_position();
    if (position < options.facts) throw std::runtime_error{"the journal was not read to its end"};
    collector.stop();
    const auto again = collector.start();
    const auto again_cpu = collector.program().cpu_seconds();
    if (collector.status().journal_position() < position)
        throw std::runtime_error{"facts are missing after the second start"};
    collector.stop();
    const auto facts = static_cast<double>(position);
    add("a replay of the whole journal", {replayed, replayed_cpu, without_facts, facts}, 5, report);
    add("a stop in order (a snapshot, if there is one)", {again, again_cpu, without_facts, facts},
        1, report);
}

}  // namespace callwatch::bench
