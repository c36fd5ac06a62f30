#include "wallboard/feed/desk_agenda.hpp"

#include <algorithm>

namespace wallboard {
namespace {

using Kind = Question::Kind;

constexpr std::chrono::seconds least_apart{1};
constexpr std::chrono::seconds refresh_after{30};
constexpr std::chrono::minutes staff_after{5};
constexpr std::chrono::minutes refused_after{1};

bool is_same(const Question& a, const Question& b)
{
    return a.kind == b.kind && a.location == b.location;
}

}  // namespace

void DeskAgenda::stir()
{
    for (Asked& one : asked_)
        if (one.question.kind != Kind::staff) one.at = {};
    stirred_ = true;
}

std::vector<Question> DeskAgenda::wanted() const
{
    std::vector<Question> all{{.kind = Kind::messages, .location = {}}};
    if (said(wish_.now)) all[0].closed_since = wish_.now - desk::closed_shown;
    const auto of_place = [&](Kind kind) {
        if (!wish_.location.empty()) all.push_back({.kind = kind, .location = wish_.location});
    };
    switch (wish_.page) {
        case Page::end_of_day: of_place(Kind::day); break;
        case Page::departures: all.push_back({.kind = Kind::departures, .location = {}}); break;
        case Page::greetings: of_place(Kind::standards); break;
        case Page::team:
            of_place(Kind::standards);
            of_place(Kind::operators);
            break;
        case Page::live:
        case Page::returns:
        case Page::trends:
        case Page::health: break;
    }
    for (const auto& location : wish_.locations)
        all.push_back({.kind = Kind::staff, .location = location});
    return all;
}

const DeskAgenda::Asked* DeskAgenda::find(const Question& question) const
{
    const auto found = std::find_if(asked_.begin(), asked_.end(), [&](const Asked& one) {
        return is_same(one.question, question);
    });
    return found == asked_.end() ? nullptr : &*found;
}

bool DeskAgenda::is_due(const Question& question, Time now) const
{
    const Asked* asked = find(question);
    if (asked == nullptr || asked->at == Time{}) return true;
    const auto since = now - asked->at;
    if (asked->refused) return since >= refused_after;
    if (question.kind == Kind::staff) return since >= staff_after;
    return since >= refresh_after || (since >= least_apart && asked->revision != wish_.revision);
}

std::optional<Question> DeskAgenda::next(Time now)
{
    if (wish_.locations.empty()) return std::nullopt;  // The board is not there yet.
    if (rest_) return rest_;                           // As of when the list was begun.
    for (const Question& question : wanted()) {
        if (!is_due(question, now)) continue;
        revision_asked_at_ = wish_.revision;
        stirred_ = false;
        return question;
    }
    return std::nullopt;
}

void DeskAgenda::answered(const Question& question, Time now, bool refused, std::uint32_t more_from)
{
    rest_.reset();
    if (more_from > 0 && more_from < desk_messages_max) {
        rest_ = question;
        rest_->offset = more_from;
    }
    std::erase_if(asked_, [&](const Asked& one) { return is_same(one.question, question); });
    const bool stays_due = stirred_ && question.kind != Kind::staff;
    asked_.push_back({question, stays_due ? Time{} : now, revision_asked_at_, refused});
}

}  // namespace wallboard
