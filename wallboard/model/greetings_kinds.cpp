#include <algorithm>
#include <array>

#include "wallboard/model/greetings_parts.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard {
namespace {

struct Kind {
    std::string_view code;
    const char* words;
};

/// In the order of the wall, which does not change with the counts.
constexpr std::array kinds{
    Kind{"GREETING_STALE", "out of date"}, Kind{"GREETING_NOT_CHANGED", "away, not changed"},
    Kind{"GREETING_AWAY_INCOMPLETE", "away, no date"}, Kind{"GREETING_NO_HOURS", "no hours named"},
    Kind{not_recorded_code, "missing"}};

/// Faults of a kind that is not known here, or not told.
std::uint64_t other_faults(const GreetingsSum& sum)
{
    std::uint64_t named = 0;
    for (const Kind& kind : kinds) named += sum.faults_of(kind.code);
    return sum.shares.faults - std::min(named, sum.shares.faults);
}

TableRow row(const char* words, Cell cell)
{
    return {.name = {words, {}}, .unknown = false, .cells = {std::move(cell)}};
}

Cell fault_cell(std::uint64_t n)
{
    return n == 0 ? count_cell(0) : badge_cell({Standing::warning, {}, short_count_text(n)});
}

Cell doubt_cell(std::uint64_t n)
{
    return n == 0 ? count_cell(0) : badge_cell({Standing::unknown, {}, short_count_text(n)});
}

}  // namespace

std::size_t kinds_rows(const GreetingsSum& sum)
{
    constexpr std::size_t head = 1, not_attested = 1, full = 1;
    return head + kinds.size() + not_attested + full + (other_faults(sum) > 0 ? 1 : 0) +
           (sum.known > 0 && sum.unknown > 0 ? 1 : 0);
}

Table make_kinds_table(const GreetingsSum& sum, const Box& box)
{
    Table table;
    table.box = box;
    if (box.empty()) return table;
    table.columns = {{"what is wrong", 0, true}, {"telephones", 192}};
    const auto known = [&](Cell cell) {
        if (sum.known > 0) return cell;
        return sum.unknown > 0 ? unknown_cell() : nothing_cell();
    };
    for (const Kind& kind : kinds)
        table.rows.push_back(row(kind.words, known(fault_cell(sum.faults_of(kind.code)))));
    if (const std::uint64_t other = other_faults(sum); other > 0)
        table.rows.push_back(row("other", known(fault_cell(other))));
    table.rows.push_back(row("nobody attested", known(doubt_cell(sum.shares.not_known))));
    table.rows.push_back(row("mailbox full", known(fault_cell(sum.barred))));
    if (sum.known > 0 && sum.unknown > 0)
        table.rows.push_back(row("offices not known", doubt_cell(sum.unknown)));
    table.pitch =
        rows_for(box.h - 2 * hairline_row_pad, kinds_rows(sum), row_least, row_most).pitch;
    return table;
}

}  // namespace wallboard
