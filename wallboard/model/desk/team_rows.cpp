#include "wallboard/model/desk/team_rows.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace wallboard::desk {
namespace {

/// How able she is to answer: who has two telephones is as free as the freer of them.
int rank_of(const OperatorNow& one)
{
    if (one.on_call) return 3;
    if (one.state == "ready") return 2;
    return one.state == "paused" ? 1 : 0;
}

OperatorRow& row_of(std::map<std::string_view, OperatorRow>& all, const std::string& person,
                    const std::string& device)
{
    OperatorRow& row = all[person.empty() ? device : person];
    row.id = person.empty() ? device : person;
    row.person = person;
    if (std::find(row.devices.begin(), row.devices.end(), device) == row.devices.end())
        row.devices.push_back(device);
    return row;
}

void add(Operator& sum, const Operator& one)
{
    if (sum.trained_on.empty()) {
        sum.trained_on = one.trained_on;
        sum.trained_by = one.trained_by;
    }
    sum.offered += one.offered;
    sum.answered += one.answered;
    sum.missed += one.missed;
    sum.longest_ring = std::max(sum.longest_ring, one.longest_ring);
    sum.paused = std::max(sum.paused, one.paused);
}

}  // namespace

std::vector<OperatorRow> operators_at(const Rows& rows, const std::string& location)
{
    std::map<std::string_view, OperatorRow> all;
    if (const auto found = rows.operators.find(location); found != rows.operators.end())
        for (const OperatorNow& one : found->second) {
            OperatorRow& row = row_of(all, one.person, one.device);
            if (!row.now || rank_of(*row.now) < rank_of(one)) row.now = one;
        }
    if (const Standards* there = rows.standards_at(location))
        for (const Operator& one : there->operators) {
            OperatorRow& row = row_of(all, one.person, one.device);
            row.counted = true;
            add(row.today, one);
        }
    std::vector<OperatorRow> list;
    for (auto& [id, row] : all) {
        row.name = rows.name_of(std::string{id});
        list.push_back(std::move(row));
    }
    std::stable_sort(list.begin(), list.end(),
                     [](const OperatorRow& a, const OperatorRow& b) { return a.name < b.name; });
    return list;
}

std::vector<const Person*> others_at(const Rows& rows, const std::string& location,
                                     const std::vector<OperatorRow>& operators)
{
    std::set<std::string_view> answering;
    for (const OperatorRow& one : operators) answering.insert(one.id);
    std::vector<const Person*> all;
    for (const Person& one : rows.people)
        if (one.location == location && !one.has_left && answering.count(one.id) == 0)
            all.push_back(&one);
    const auto before = [](const Person* a, const Person* b) { return is_before(*a, *b); };
    // Mostly they stand so already.
    if (!std::is_sorted(all.begin(), all.end(), before))
        std::stable_sort(all.begin(), all.end(), before);
    return all;
}

}  // namespace wallboard::desk
