// Can any bytes in a staff list crash us, or make a fault that is not one short line?

#include <cstddef>
#include <cstdint>

#include "daemon/bridges/roster/csv.hpp"
#include "daemon/bridges/roster/zones.hpp"
#include "daemon/model/check.hpp"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace callwatch::roster;
    static const auto zone = Zone::make("America/Chicago");
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    const auto csv = parse_csv(bytes);
    std::size_t line = 0;
    for (const auto& row : csv.rows) {
        CALLWATCH_CHECK(row.line > line);
        line = row.line;
        CALLWATCH_CHECK(!row.cells.empty() && row.cells.size() <= csv_cells_max);
        for (const auto& cell : row.cells) (void)zone->parse(cell);
    }
    CALLWATCH_CHECK(csv.fault.find('\n') == std::string::npos);
    return 0;
}
