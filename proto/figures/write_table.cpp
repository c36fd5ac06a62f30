// Turns figures.toml into a C++ header, as protoc turns a .proto into one: both programs read the
// same texts and share no code that anybody wrote. usage: callwatch_figures_writer FIGURES.toml
// TABLE.hpp Exit codes: 0 written, 2 something is wrong with the file (said with its entry).

#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include <toml++/toml.h>

namespace {

constexpr std::size_t text_max = 400;  // Longer than a card has room for.

struct Fault : std::runtime_error {
    using std::runtime_error::runtime_error;
};

constexpr const char* types = R"(// Written from proto/figures/figures.toml. Do not edit.
#pragma once

#include <array>
#include <span>
#include <string_view>

namespace callwatch::figures {

/// How values of several rows become one.
enum class Together { sum, earliest, latest, largest, same };

/// What a figure is about: one row, or all rows of this kind together.
enum class Of { queue, location, day, half_hour, source, collector, board };

/// How a result reads.
enum class Unit {
    count, percent, strict_percent, part_of, duration, countdown, time, age, work, verdict, word, bytes, skew,
    seconds, callers, days, left
};

/// A field of a row (callwatch/v1/board.proto) and the words for its value.
struct Input {
    std::string_view field;
    std::string_view name;
    Together together;
};

/// One step of a formula: `op` is '=' for the first, then '+', '-', '/' or 'o' (of). What stands before '/' or 'o'
/// is the part, what stands after it the whole.
struct Term {
    char op;
    const Input* input;  ///< Null: now.
};

struct Limit {
    std::string_view name;
    std::string_view fixed;  ///< Said as it is; else `input` or nothing.
    const Input* input;
    Unit unit;
    std::span<const std::string_view> set_in;  ///< "policy.toml queue_amber_wait_s", the first that counts first.
};

/// The same calls by another definition.
struct Variant {
    std::string_view id;
    std::string_view name;
    std::string_view sentence;
    std::span<const Term> formula;
};

struct Figure {
    std::string_view id;
    std::string_view title;     ///< {Row.field} stands for a value.
    std::string_view sentence;  ///< The same, and {variant} for the sentence of the variant.
    std::string_view source;
    Of of;
    Unit unit;
    const Input* choice;  ///< Names the variant that counts; null: `formula` does.
    std::span<const std::string_view> pages;
    std::span<const Term> formula;
    std::span<const Limit> limits;
    std::span<const Variant> variants;
};

)";

const std::map<std::string, std::string> units{
    {"count", "count"},     {"%", "percent"},         {"strict %", "strict_percent"},
    {"of", "part_of"},      {"duration", "duration"}, {"countdown", "countdown"},
    {"time", "time"},       {"age", "age"},           {"work", "work"},
    {"verdict", "verdict"}, {"word", "word"},         {"bytes", "bytes"},
    {"skew", "skew"},       {"s", "seconds"},         {"callers", "callers"},
    {"days", "days"},       {"left", "left"}};
const std::set<std::string> kinds{"queue",  "location",  "day",  "half_hour",
                                  "source", "collector", "board"};
const std::set<std::string> ways{"sum", "earliest", "latest", "largest", "same"};

std::string quoted(const std::string& text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + "\"";
}

/// A text that must be there, of a bounded length.
std::string text_of(const toml::table& table, const char* key, const std::string& where)
{
    const auto value = table[key].value<std::string>();
    if (!value || value->empty()) throw Fault{where + ": " + key + " must be given"};
    if (value->size() > text_max) throw Fault{where + ": " + key + " is too long"};
    return *value;
}

const toml::table& table_in(const toml::node& node, const std::string& where)
{
    if (node.as_table() == nullptr) throw Fault{where + ": must be a table"};
    return *node.as_table();
}

const toml::array& list_in(const toml::table& table, const char* key)
{
    static const toml::array none;
    const toml::array* list = table[key].as_array();
    return list == nullptr ? none : *list;
}

void only_keys(const toml::table& table, const std::set<std::string>& known,
               const std::string& where)
{
    for (const auto& [key, value] : table)
        if (known.count(std::string{key.str()}) == 0)
            throw Fault{where + ": " + std::string{key.str()} + " is no key"};
}

std::string one_of(const std::string& word, const std::set<std::string>& words,
                   const std::string& where)
{
    if (words.count(word) == 0) throw Fault{where + ": " + word + " is not a word for this"};
    return word;
}

class Writer {
public:
    void write(const toml::table& file, std::ostream& out)
    {
        only_keys(file, {"input", "figure"}, "file");
        out << types;
        write_inputs(list_in(file, "input"), out);
        std::ostringstream rows;
        for (const toml::node& node : list_in(file, "figure"))
            add_figure(table_in(node, "figure"), out, rows);
        if (ids_.empty()) throw Fault{"file: no figure"};
        out << "\ninline constexpr std::array<Figure, " << ids_.size() << "> all{\n"
            << rows.str() << "};\n\n}  // namespace callwatch::figures\n";
    }

private:
    void write_inputs(const toml::array& list, std::ostream& out)
    {
        std::ostringstream rows;
        for (const toml::node& node : list) {
            const toml::table& table = table_in(node, "input");
            const std::string field = text_of(table, "field", "input");
            only_keys(table, {"field", "name", "together"}, field);
            if (!inputs_.emplace(field, inputs_.size()).second)
                throw Fault{field + ": is there twice"};
            rows << "    {" << quoted(field) << ", " << quoted(text_of(table, "name", field))
                 << ", Together::" << one_of(text_of(table, "together", field), ways, field)
                 << "},\n";
        }
        out << "inline constexpr std::array<Input, " << inputs_.size() << "> inputs{{\n"
            << rows.str() << "}};\n\n";
    }

    std::string input(const std::string& field, const std::string& where) const
    {
        const auto found = inputs_.find(field);
        if (found == inputs_.end()) throw Fault{where + ": " + field + " is not among the inputs"};
        return "&inputs[" + std::to_string(found->second) + "]";
    }

    std::string array(const char* type, const std::vector<std::string>& items, std::ostream& out)
    {
        if (items.empty()) return "{}";
        const std::string name = "list_" + std::to_string(lists_++);
        out << "inline constexpr std::array<" << type << ", " << items.size() << "> " << name
            << "{";
        for (const std::string& item : items) out << item << ", ";
        out << "};\n";
        return name;
    }

    /// Terms and operators take turns: "now - Row.field", "Row.a + Row.b / Row.c".
    std::string formula(const std::string& text, const std::string& where, std::ostream& out)
    {
        std::istringstream words{text};
        std::vector<std::string> terms;
        std::string word, op = "=";
        bool divided = false;
        for (bool wants_term = true; words >> word; wants_term = !wants_term) {
            if (wants_term) {
                terms.push_back("Term{'" + op + "', " +
                                (word == "now" ? "nullptr" : input(word, where)) + "}");
                op.clear();
                continue;
            }
            op = word == "of" ? "o" : one_of(word, {"+", "-", "/"}, where);
            const bool divides = op == "o" || op == "/";
            if (divides && divided) throw Fault{where + ": is divided twice"};
            divided = divided || divides;
        }
        if (terms.empty() || !op.empty()) throw Fault{where + ": the formula ends too early"};
        return array("Term", terms, out);
    }

    std::string texts(const toml::array& list, const std::string& where, std::ostream& out)
    {
        std::vector<std::string> items;
        for (const toml::node& node : list) {
            const auto text = node.value<std::string>();
            if (!text || text->empty()) throw Fault{where + ": must be a list of texts"};
            items.push_back(quoted(*text));
        }
        return array("std::string_view", items, out);
    }

    std::string unit(const toml::table& table, const std::string& where) const
    {
        const auto found = units.find(text_of(table, "unit", where));
        if (found == units.end()) throw Fault{where + ": unit is not a word for this"};
        return "Unit::" + found->second;
    }

    std::string limits(const toml::array& list, const std::string& where, std::ostream& out)
    {
        std::vector<std::string> items;
        for (const toml::node& node : list) {
            const toml::table& table = table_in(node, where);
            only_keys(table, {"name", "fixed", "field", "unit", "set_in"}, where);
            const bool has_field = table.contains("field"), is_fixed = table.contains("fixed");
            if (has_field && is_fixed) throw Fault{where + ": a limit is fixed, or a field"};
            if (!is_fixed && list_in(table, "set_in").empty())
                throw Fault{where + ": where is the limit set?"};
            items.push_back("Limit{" + quoted(text_of(table, "name", where)) + ", " +
                            (is_fixed ? quoted(text_of(table, "fixed", where)) : "\"\"") + ", " +
                            (has_field ? input(text_of(table, "field", where), where) : "nullptr") +
                            ", " + (has_field ? unit(table, where) : "Unit::count") + ", " +
                            texts(list_in(table, "set_in"), where, out) + "}");
        }
        if (items.empty()) throw Fault{where + ": no limit, not even that there is none"};
        return array("Limit", items, out);
    }

    std::string variants(const toml::array& list, const std::string& where, std::ostream& out)
    {
        std::vector<std::string> items;
        for (const toml::node& node : list) {
            const toml::table& table = table_in(node, where);
            only_keys(table, {"id", "name", "sentence", "formula"}, where);
            items.push_back("Variant{" + quoted(text_of(table, "id", where)) + ", " +
                            quoted(text_of(table, "name", where)) + ", " +
                            quoted(text_of(table, "sentence", where)) + ", " +
                            formula(text_of(table, "formula", where), where, out) + "}");
        }
        return array("Variant", items, out);
    }

    void add_figure(const toml::table& table, std::ostream& out, std::ostream& rows)
    {
        const std::string id = text_of(table, "id", "figure");
        if (!ids_.insert(id).second) throw Fault{id + ": is there twice"};
        only_keys(table,
                  {"id", "pages", "of", "title", "sentence", "formula", "choice", "unit", "source",
                   "limit", "variant"},
                  id);
        const bool chosen = table.contains("choice");
        if (chosen == table.contains("formula"))
            throw Fault{id + ": a formula, or a choice of variants"};
        const toml::array& others = list_in(table, "variant");
        if (chosen == others.empty())
            throw Fault{id + ": variants and their choice belong together"};
        const std::string pages = texts(list_in(table, "pages"), id, out);
        if (pages == "{}") throw Fault{id + ": pages must be given"};
        const std::string terms = chosen ? "{}" : formula(text_of(table, "formula", id), id, out);
        const std::string limit = limits(list_in(table, "limit"), id, out);
        const std::string variant = variants(others, id, out);
        rows << "    Figure{" << quoted(id) << ", " << quoted(text_of(table, "title", id)) << ", "
             << quoted(text_of(table, "sentence", id)) << ", "
             << quoted(text_of(table, "source", id))
             << ", Of::" << one_of(text_of(table, "of", id), kinds, id) << ", " << unit(table, id)
             << ", " << (chosen ? input(text_of(table, "choice", id), id) : "nullptr") << ", "
             << pages << ", " << terms << ", " << limit << ", " << variant << "},\n";
    }

    std::map<std::string, std::size_t> inputs_;
    std::set<std::string> ids_;
    std::size_t lists_ = 0;
};

}  // namespace

int main(int argc, char** argv)
{
    if (argc != 3) {
        std::cerr << "usage: callwatch_figures_writer FIGURES.toml TABLE.hpp\n";
        return 2;
    }
    try {
        std::ostringstream table;
        Writer{}.write(toml::parse_file(argv[1]), table);
        std::ofstream out{argv[2]};
        out << table.str();
        if (!out.flush()) throw Fault{std::string{argv[2]} + ": cannot be written"};
    } catch (const std::exception& error) {
        std::cerr << argv[1] << ": " << error.what() << '\n';
        return 2;
    }
    return 0;
}
