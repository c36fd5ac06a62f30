#pragma once

// What a TomlTable points to. Internal to toml_file.cpp and toml_table*.cpp: nobody else sees
// toml++.

#include <toml++/toml.h>

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "daemon/settings/toml_file.hpp"

namespace callwatch {

struct TomlTable::Node {
    TomlFile::Contents* file;
    const toml::table* table;
    std::string path;  ///< "location.northside"; empty for the whole file.
    std::string name;  ///< "northside".
    int line;          ///< Of its header, for faults of keys that are not there.
    std::set<std::string, std::less<>> known;
};

struct TomlFile::Contents {
    std::string name;
    SettingsFaults* faults;
    std::string digest;
    bool readable = false;  ///< Else no table of it says anything.
    toml::table table;
    std::deque<TomlTable::Node> nodes;  ///< Visited tables; addresses stay.
    std::deque<toml::table> made;       ///< Tables that stand for a text (TomlTable::rows).
    std::map<const toml::table*, TomlTable::Node*> visited;  ///< A table visited twice is one node.

    TomlTable::Node& visit(const toml::table& table, std::string path, std::string name, int line);
    void add(int line, std::string text);
};

/// The value of `key`, which is known from now on; nullptr if it is not there.
const toml::node* find_value(TomlTable::Node& node, std::string_view key);

/// "location.northside", quoted where TOML asks for it.
std::string toml_path(const std::string& parent, std::string_view key);

/// A value as a fault shows it: at most 48 bytes, "a list", "a table".
std::string toml_shown(const toml::node& value);

/// 1 to 128 bytes of printable UTF-8 (toml++ has checked that it is UTF-8).
bool is_printable_text(std::string_view text);

/// The line of a value; `otherwise` if it has none of its own.
int toml_line(const toml::node& value, int otherwise);

}  // namespace callwatch
