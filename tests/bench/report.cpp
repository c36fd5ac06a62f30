#include "tests/bench/report.hpp"

#include <sys/utsname.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <string_view>

#include <fmt/chrono.h>
#include <fmt/format.h>

namespace callwatch::bench {
namespace {

std::string processor()
{
    std::ifstream file{"/proc/cpuinfo"};
    for (std::string line; std::getline(file, line);)
        if (line.starts_with("model name")) return line.substr(line.find(':') + 2);
    return "processor not known";
}

std::string machine()
{
    utsname system{};
    uname(&system);
    return fmt::format("{} x {}, {} {}", sysconf(_SC_NPROCESSORS_ONLN), processor(),
                       static_cast<const char*>(system.sysname),
                       static_cast<const char*>(system.release));
}

std::string target_text(const Line& line)
{
    if (!line.target) return "-";
    return fmt::format("{} {:.4g} {}", line.target->kind == Target::Kind::at_least ? ">=" : "<=",
                       line.target->value, line.target->unit);
}

std::string figure_text(const Line& line)
{
    const auto& figures = line.figures;
    const auto* unit = line.target ? line.target->unit : "";
    if (figures.values.size() == 1) return fmt::format("{:.3g} {}", figures.median(), unit);
    return fmt::format("{:.3g} [{:.3g}..{:.3g}] {}", figures.median(), figures.min(), figures.max(),
                       unit);
}

}  // namespace

std::string verdict(const Line& line)
{
    if (!line.target) return "-";
    return line.target->is_met_by(line.figures.median()) ? "met" : "not met";
}

std::string fault_in(const v1::StatusReply& status, std::uint64_t events)
{
    if (status.events_accepted() != events)
        return fmt::format("{} events were sent, {} accepted", events, status.events_accepted());
    for (const auto& [code, times] : status.refused())
        if (times > 0) return fmt::format("{} refused as {}", times, code);
    return {};
}

std::string count_text(double count)
{
    if (count >= 1e6) return fmt::format("{:.2f} M", count / 1e6);
    if (count >= 1e3) return fmt::format("{:.1f} k", count / 1e3);
    return fmt::format("{:.3g}", count);
}

void Report::add(Line line)
{
    fmt::print("{:4} {:48} {:>26}  {}\n", line.item, line.what, figure_text(line), line.measured);
    std::fflush(stdout);
    lines_.push_back(std::move(line));
}

void Report::print() const
{
    const auto now = std::chrono::system_clock::now();
    fmt::print("\n{}, {:%Y-%m-%d}\n", machine(), fmt::gmtime(now));
    fmt::print("{:4} {:48} {:>14} {:>28} {:8} {}\n", "item", "what", "target", "today [min..max]",
               "verdict", "measured");
    for (const auto& line : lines_)
        fmt::print("{:4} {:48} {:>14} {:>28} {:8} {}\n", line.item, line.what, target_text(line),
                   figure_text(line), verdict(line), line.measured);
}

}  // namespace callwatch::bench
