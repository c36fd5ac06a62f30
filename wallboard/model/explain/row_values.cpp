#include "wallboard/model/explain/row_values.hpp"

#include <algorithm>
#include <limits>

#include "wallboard/model/days.hpp"
#include "wallboard/model/explain/read_fields.hpp"
#include "wallboard/model/levels.hpp"

namespace wallboard {
namespace {

namespace figures = callwatch::figures;

bool is_about(const figures::Figure& figure, std::string_view beginning)
{
    return std::any_of(figure.formula.begin(), figure.formula.end(), [&](const auto& term) {
        return term.input != nullptr && term.input->field.substr(0, beginning.size()) == beginning;
    });
}

bool is_about_operators(const figures::Figure& figure)
{
    return is_about(figure, "LocationRow.operators_") ||
           is_about(figure, "LocationRow.no_operator");
}

std::string name_of(const Location& location)
{
    return location.name.empty() ? location.id : location.name;
}

struct Collected {
    const Snapshot& snapshot;
    const std::string& subject;
    FigureRows rows{};

    bool wants(const std::string& id) const { return subject.empty() || subject == id; }
    void add(bool is_row_known, FigureRow row)
    {
        if (is_row_known)
            rows.known.push_back(std::move(row));
        else
            ++rows.unknown;
    }
};

/// As the pages count them: nothing is judged at an office that is not monitored, nobody answers at
/// one that is closed.
void add_locations(const figures::Figure& figure, Collected& to)
{
    const bool operators = is_about_operators(figure);
    const bool close = is_about(figure, "LocationRow.closes_at_us");
    for (const Location& location : to.snapshot.locations) {
        if (!to.wants(location.id) || location.hours == Hours::not_yet_monitored) continue;
        FigureRow row{.name = name_of(location), .location = &location};
        if (close) {
            if (location.hours == Hours::open) to.add(said(location.closes_at), std::move(row));
        } else if (!operators) {
            to.add(is_known(location, to.snapshot), std::move(row));
        } else if (location.hours == Hours::open) {
            to.add(is_known(location, to.snapshot) && sees_operators(location), std::move(row));
        }
    }
}

void add_days(Instant now, Collected& to)
{
    for (const Location& location : to.snapshot.locations) {
        if (!to.wants(location.id)) continue;
        const Day* day = day_of(to.snapshot, location, now);
        if (day == nullptr || !day->monitored || now < check_time(day, location)) continue;
        to.add(true, {.name = name_of(location), .location = &location, .day = day});
    }
}

using Number = std::int64_t;

Number saturated_sum(Number a, Number b)
{
    constexpr Number most = std::numeric_limits<Number>::max();
    return b > 0 && a > most - b ? most : a + b;
}

Number further_from_zero(Number a, Number b)
{
    const auto size = [](Number n) { return n < 0 ? -n : n; };
    return size(b) > size(a) ? b : a;
}

Number joined(figures::Together how, Number a, Number b)
{
    switch (how) {
        case figures::Together::sum: return saturated_sum(a, b);
        case figures::Together::earliest: return std::min(a, b);
        case figures::Together::latest: return std::max(a, b);
        case figures::Together::largest: return further_from_zero(a, b);
        case figures::Together::same: break;
    }
    return a;
}

}  // namespace

RowValue number_value(std::int64_t n) { return {RowValue::State::number, n, {}}; }
RowValue nothing_value() { return {RowValue::State::nothing, 0, {}}; }
RowValue text_value(std::string text) { return {RowValue::State::text, 0, std::move(text)}; }

FigureRows rows_of(const figures::Figure& figure, const std::string& subject,
                   const Snapshot& snapshot, const Moment& moment)
{
    Collected to{snapshot, subject};
    to.rows.one = !subject.empty();
    switch (figure.of) {
        case figures::Of::queue:
            for (const Queue& queue : snapshot.queues)
                if (to.wants(queue.id))
                    to.add(is_known(queue, snapshot),
                           {.name = queue.name.empty() ? queue.id : queue.name, .queue = &queue});
            break;
        case figures::Of::location: add_locations(figure, to); break;
        case figures::Of::day: add_days(moment.figures, to); break;
        case figures::Of::source:
            for (const Source& source : snapshot.sources)
                if (to.wants(source.id)) to.add(true, {.name = source.id, .source = &source});
            break;
        case figures::Of::half_hour:
        case figures::Of::collector:
        case figures::Of::board:
            to.rows.one = true;
            to.rows.known = {FigureRow{}};
            break;
    }
    return to.rows;
}

RowValue read_together(const figures::Input& input, const FigureRows& rows,
                       const Snapshot& snapshot, const Moment& moment)
{
    if (rows.known.empty()) return rows.unknown > 0 ? RowValue{} : nothing_value();
    RowValue all = nothing_value();
    for (const FigureRow& row : rows.known) {
        RowValue one = read_field(input.field, row, snapshot, moment);
        if (one.state == RowValue::State::unknown) return one;
        if (one.state == RowValue::State::nothing) continue;
        if (all.state == RowValue::State::nothing) {
            all = std::move(one);
            continue;
        }
        const bool same = one.text == all.text && one.number == all.number;
        if (input.together == figures::Together::same && !same) return nothing_value();
        all.number = joined(input.together, all.number, one.number);
    }
    return all;
}

}  // namespace wallboard
