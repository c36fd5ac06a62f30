#pragma once

#include "wallboard/model/explain/row_values.hpp"

namespace wallboard {

/// Of today's running half hour, all monitored locations together, as the page Trends has it.
RowValue read_half_hour(std::string_view field, const Snapshot& snapshot, const Moment& moment);
bool reads_half_hour(std::string_view field);

RowValue read_source(std::string_view field, const Source& source, const Snapshot& snapshot);
bool reads_source(std::string_view field);

RowValue read_collector(std::string_view field, const Collector& collector);
bool reads_collector(std::string_view field);

/// A time, or nothing where it was not said.
RowValue time_value(Instant at);

}  // namespace wallboard
