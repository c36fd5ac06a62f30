#pragma once

#include <map>
#include <string>
#include <vector>

#include "daemon/model/organisation.hpp"
#include "daemon/settings/policy_file.hpp"
#include "daemon/settings/toml_table.hpp"

namespace callwatch {

/// What was read, beside the table that it was read from, so that a later check can name its line.
template <class T>
struct FromTable {
    TomlTable table;
    T value;
};

/// organisation.toml as read, before it is checked as a whole. Locations, people, groups and
/// sources have their table's name as id; a queue has the telephone system's, and the file calls it
/// by its table's name.
struct OrganisationTables {
    std::vector<FromTable<Location>> locations;
    std::vector<FromTable<Person>> people;
    std::vector<FromTable<Group>> groups;
    std::vector<FromTable<Queue>> queues;
    std::vector<FromTable<Source>> sources;
    /// Source id -> the telephone systems whose ids it uses; its own id if the file says nothing.
    std::map<SourceId, std::vector<std::string>> systems;
};

/// [location.NAME]. Operator queues are left as written (names of tables) for the checks to
/// resolve.
Location read_location(TomlTable& table);
/// [person.NAME]
Person read_person(TomlTable& table);
/// [group.NAME]
Group read_group(TomlTable& table);
/// [queue.NAME]
Queue read_queue(TomlTable& table, const QueueDefaults& defaults);
/// [source.NAME]
Source read_source(TomlTable& table);

/// 1 to 128 letters, digits, '-' and '_': ids that this file gives.
bool is_own_id(std::string_view text);
/// "SYSTEM/NAME" without blanks: ids that a telephone system gave, "pbx1/106".
bool is_native_id(std::string_view text);
/// "pbx1" of "pbx1/106"; empty if it is no native id.
std::string system_of(std::string_view native_id);

}  // namespace callwatch
