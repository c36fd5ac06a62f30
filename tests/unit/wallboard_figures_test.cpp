// Is every figure explained, and is what is explained true? Each entry of
// proto/figures/figures.toml against the pages of the wall, the fields of the board, and the keys
// of the configuration. Limits: what a key or a field means is not checked, only that it is there.

#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include <catch2/catch.hpp>

#include "tests/unit/wallboard_vocabulary.hpp"
#include "wallboard/model/explain/explainable.hpp"
#include "wallboard/model/explain/make_explanation.hpp"
#include "wallboard/model/explain/row_values.hpp"

using namespace wallboard;
using namespace wallboard::test;
namespace figures = callwatch::figures;

namespace {

std::string text_of(const std::string& path)
{
    std::ifstream file{std::string{CALLWATCH_SOURCE_DIR} + "/" + path};
    std::ostringstream text;
    text << file.rdbuf();
    REQUIRE_FALSE(text.str().empty());
    return text.str();
}

/// The part of config/README.md that is about a file.
std::string section_of(const std::string& readme, const std::string& file)
{
    const auto begin = readme.find("\n## " + file + "\n");
    if (begin == std::string::npos) return {};
    return readme.substr(begin, readme.find("\n## ", begin + 4) - begin);
}

/// The lines of a message of board.proto.
std::string message_of(const std::string& proto, const std::string& name)
{
    const auto begin = proto.find("message " + name + " {");
    if (begin == std::string::npos) return {};
    return proto.substr(begin, proto.find("\nmessage ", begin) - begin);
}

/// A board on which every kind of row is there.
Snapshot full_board()
{
    Snapshot snapshot = board("13:00:00");
    snapshot.days = {checked("north", Verdict::clear)};
    snapshot.trends = {half_hours("north", 10)};
    return snapshot;
}

/// The pages on which each figure can be explained.
std::map<std::string, std::set<std::string>> pages_of_figures()
{
    const Snapshot snapshot = full_board();
    std::map<std::string, std::set<std::string>> pages;
    for (const Page page : all_pages)
        for (const FigureRef& ref : explainable(page, snapshot, "north"))
            pages[ref.figure].insert(std::string{page_name(page)});
    return pages;
}

}  // namespace

TEST_CASE("every figure of a page is in the file, and every entry is on the pages it names",
          "[unit][explain]")
{
    const auto pages = pages_of_figures();
    for (const auto& [id, on] : pages) {
        INFO(id);
        CHECK(find_figure(id) != nullptr);
    }
    for (const figures::Figure& figure : figures::all) {
        INFO(figure.id);
        REQUIRE(pages.count(std::string{figure.id}) == 1);
        CHECK(pages.at(std::string{figure.id}) ==
              std::set<std::string>(figure.pages.begin(), figure.pages.end()));
    }
}

TEST_CASE("every entry says what it means, how it is reckoned and what it is judged by",
          "[unit][explain]")
{
    for (const figures::Figure& figure : figures::all) {
        INFO(figure.id);
        CHECK(figure.title.size() > 3);
        CHECK(figure.sentence.back() == (figure.choice == nullptr ? '.' : '}'));
        CHECK(figure.sentence.size() > 20);
        CHECK(figure.source.size() > 3);
        CHECK((figure.choice == nullptr) == figure.variants.empty());
        CHECK((figure.choice == nullptr) != figure.formula.empty());
        CHECK_FALSE(figure.limits.empty());
        for (const figures::Limit& limit : figure.limits)
            CHECK((!limit.fixed.empty() || !limit.set_in.empty()));
    }
}

TEST_CASE("every configuration key that a figure names is explained in config/README.md",
          "[unit][explain]")
{
    const std::string readme = text_of("config/README.md");
    std::size_t keys = 0;
    for (const figures::Figure& figure : figures::all)
        for (const figures::Limit& limit : figure.limits)
            for (const std::string_view place : limit.set_in) {
                INFO(figure.id << ": " << place);
                const auto blank = place.find(' ');
                REQUIRE(blank != std::string_view::npos);
                const std::string section = section_of(readme, std::string{place.substr(0, blank)});
                const std::string key = "`" + std::string{place.substr(blank + 1)} + "`";
                CHECK(section.find(key) != std::string::npos);
                ++keys;
            }
    CHECK(keys > 50);
}

TEST_CASE("every field of a formula is on the board, and is read", "[unit][explain]")
{
    const std::string proto = text_of("proto/callwatch/v1/board.proto");
    for (const figures::Input& input : figures::inputs) {
        INFO(input.field);
        const std::string path{input.field};
        const auto dot = path.find('.');
        const auto second = path.find('.', dot + 1);
        const std::string field = path.substr(dot + 1, second - dot - 1);
        const std::string message = message_of(proto, path.substr(0, dot));
        // HalfHour is a message within TrendRow.
        const std::string& where = message.empty() ? proto : message;
        CHECK(where.find(" " + field + " = ") != std::string::npos);
        if (second != std::string::npos)
            CHECK(proto.find("\"" + path.substr(second + 1) + "\"") != std::string::npos);
        CHECK(reads_field(input.field));
    }
    CHECK_FALSE(reads_field("QueueRow.no_such_field"));
}

TEST_CASE("no input is left over", "[unit][explain]")
{
    std::set<const figures::Input*> used;
    std::string texts;
    const auto use = [&](std::span<const figures::Term> formula) {
        for (const figures::Term& term : formula) used.insert(term.input);
    };
    for (const figures::Figure& figure : figures::all) {
        use(figure.formula);
        used.insert(figure.choice);
        for (const figures::Variant& variant : figure.variants) use(variant.formula);
        for (const figures::Limit& limit : figure.limits) used.insert(limit.input);
        texts += std::string{figure.title} + std::string{figure.sentence};
    }
    for (const figures::Input& input : figures::inputs) {
        INFO(input.field);
        const bool in_a_text =
            texts.find("{" + std::string{input.field} + "}") != std::string::npos;
        CHECK((used.count(&input) == 1 || in_a_text));
    }
}
