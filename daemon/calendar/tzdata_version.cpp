#include <fstream>

#include "daemon/calendar/business_calendar.hpp"

namespace callwatch {

std::string tzdata_version()
{
    // The date library answers "unknown" when it reads the system's compiled zones, so the text
    // file that comes with them is asked: its first line is "# version 2024b".
    constexpr std::string_view mark = "# version ";
    constexpr std::size_t version_bytes_max = 32;
    std::ifstream file{"/usr/share/zoneinfo/tzdata.zi"};
    std::string line;
    for (char c = '\0'; line.size() < mark.size() + version_bytes_max && file.get(c) && c != '\n';)
        line += c;
    if (!line.starts_with(mark) || line.size() == mark.size()) return "unknown";
    return line.substr(mark.size());
}

}  // namespace callwatch
