#include <algorithm>
#include <exception>
#include <map>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "tests/bench/items.hpp"
#include "tests/bench/parts.hpp"

int main(int argc, char** argv)
try {
    using namespace callwatch::bench;
    if (argc > 2 && std::string{argv[1]} == "part")
        return play_part(std::vector<std::string>(argv + 2, argv + argc));

    const std::map<std::string, void (*)(const Options&, Report&)> items{
        {"P1", measure_ingest}, {"P2", measure_latency}, {"P3", measure_restart},
        {"P4", measure_memory}, {"P5", measure_cost},    {"P6", measure_bridge},
        {"P9", measure_day}};
    Options options;
    std::vector<std::string> wanted;
    CLI::App app{"Measures Callwatch against its targets (tests/README.md)"};
    const auto is_the_walls = [](const std::string& name) { return name == "P7" || name == "P8"; };
    app.add_option("item", wanted, "Which; all without it, but the wallboard's (wall_main.cpp)")
        ->check([&](const std::string& name) {
            const bool is_there = items.contains(name) || is_the_walls(name);
            return is_there ? std::string{} : "there is no " + name;
        });
    app.add_option("--rounds", options.rounds, "Each reference and subject so often, alternately")
        ->check(CLI::Range(1, 100));
    app.add_option("--facts", options.facts, "P3: facts in the journal")
        ->check(CLI::Range(std::uint64_t{10'000}, std::uint64_t{100'000'000}));
    CLI11_PARSE(app, argc, argv);

    Report report;
    for (const auto& [name, measure] : items)
        if (wanted.empty() || std::find(wanted.begin(), wanted.end(), name) != wanted.end())
            measure(options, report);
    if (!report.is_empty()) report.print();
    return 0;
} catch (const std::exception& error) {
    fmt::print(stderr, "callwatch_bench: {}\n", error.what());
    return 1;
}
