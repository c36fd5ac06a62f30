#include <algorithm>
#include <exception>
#include <map>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "tests/bench/wall_items.hpp"

int main(int argc, char** argv)
try {
    using namespace callwatch::bench;
    const std::map<std::string, void (*)(int, Report&)> items{{"P7", measure_frame},
                                                              {"P8", measure_rest}};
    int rounds = 5;
    std::vector<std::string> wanted;
    CLI::App app{"Measures the wallboard against its targets (tests/README.md)"};
    // ./dev bench gives both programs the same words; each measures what it has.
    app.add_option("item", wanted, "P7 or P8; both without it, nothing for another program's");
    app.add_option("--facts", "Of callwatch_bench");
    app.add_option("--rounds", rounds, "Each reference and subject so often, alternately")
        ->check(CLI::Range(1, 100));
    CLI11_PARSE(app, argc, argv);

    Report report;
    for (const auto& [name, measure] : items)
        if (wanted.empty() || std::find(wanted.begin(), wanted.end(), name) != wanted.end())
            measure(rounds, report);
    if (!report.is_empty()) report.print();
    return 0;
} catch (const std::exception& error) {
    fmt::print(stderr, "callwatch_wall_bench: {}\n", error.what());
    return 1;
}
