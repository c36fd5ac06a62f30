#include "wallboard/model/desk/team_person.hpp"

#include <fmt/format.h>

#include "wallboard/model/desk/form_parts.hpp"
#include "wallboard/model/desk/list_window.hpp"
#include "wallboard/model/desk/local_times.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard::desk {
namespace {

constexpr std::size_t names_told = 4;

std::string listed(const std::vector<std::string>& all)
{
    std::string text;
    for (std::size_t i = 0; i < all.size() && i < names_told; ++i)
        text += (i == 0 ? "" : ", ") + all[i];
    if (all.size() > names_told) text += fmt::format(" and {} more", all.size() - names_told);
    return text;
}

/// What a supervisor owes her.
void add_due(const AwayWords& away, const Person* person, const OperatorRow* row,
             std::vector<PanelItem>& items)
{
    if (away.no_cover)
        items.emplace_back(Remark{"NO COVER: she is away, has open messages, and nobody answers.",
                                  "Name who answers for her, or share out her messages.",
                                  {},
                                  Standing::warning});
    if (person != nullptr && lacks_supervisor(*person))
        items.emplace_back(Remark{"Nobody is named as her supervisor.",
                                  "As long as that is so no day here is clear: name one where the "
                                  "people are listed.",
                                  {},
                                  Standing::warning});
    if (row != nullptr && !row->person.empty() && row->counted && row->today.trained_on.empty())
        items.emplace_back(Remark{"Training not recorded.",
                                  "Who answers the telephone was trained for it: record when.",
                                  {},
                                  Standing::warning});
}

std::string open_words(const Knowledge& known, const std::string& location, const OpenOf& open)
{
    if (!open.known) return "not known";
    if (open.open == 0) return "none";
    std::string text = open_text(open);
    if (open.overdue > 0) text += fmt::format(", {} overdue", open.overdue);
    return text + ", oldest " + local_time(known, location, open.oldest);
}

void add_today(const Knowledge& known, const OperatorRow& row, std::vector<PanelItem>& items)
{
    const NowWords now = now_words(row.now);
    items.emplace_back(Rule{});
    items.emplace_back(Pair{"now", now.state});
    items.emplace_back(Pair{"seen by", now.evidence});
    items.emplace_back(Pair{"telephone", listed(row.devices)});
    if (!row.counted) {
        items.emplace_back(Pair{"today", "not known"});
        return;
    }
    if (!row.today.trained_on.empty())
        items.emplace_back(
            Pair{"trained on",
                 row.today.trained_on +
                     (row.today.trained_by.empty()
                          ? std::string{}
                          : ", said by " + person_words(known.rows, row.today.trained_by))});
    const auto figure = [](std::uint32_t n) { return count_text(n); };
    items.emplace_back(Facts{{{"offered", figure(row.today.offered)},
                              {"answered", figure(row.today.answered)},
                              {"missed", figure(row.today.missed)}}});
    items.emplace_back(Facts{{{"longest ring", duration_text(row.today.longest_ring)},
                              {"paused", duration_text(row.today.paused)},
                              {"", ""}}});
}

}  // namespace

NowWords now_words(const std::optional<OperatorNow>& now)
{
    if (!now) return {Mark::question, std::string{not_known}, "not known"};
    const bool weak = now->evidence == "telephone_on";
    NowWords words;
    words.evidence = weak                                ? "telephone on, presence not known"
                   : now->evidence == "queue_membership" ? "in the queue"
                   : now->evidence.empty()               ? std::string{nothing_offered}
                                                         : now->evidence;
    if (now->on_call) {
        words.mark = Mark::on_call;
        words.state = "on a call";
    } else if (now->state == "ready") {
        words.mark = weak ? Mark::phone_only : Mark::free;
        words.state = "free";
    } else if (now->state == "paused") {
        words.mark = Mark::pause;
        words.state = "on a break";
    } else {
        words.mark = Mark::off;
        words.state = now->state.empty() ? std::string{not_known} : now->state;
    }
    return words;
}

OpenOf open_of(const Rows& rows, const std::string& person)
{
    OpenOf sum{.known = rows.messages_known,
               .more = rows.messages_total > rows.messages.size() + rows.closed.size()};
    if (person.empty()) return sum;
    for (const Message* one : rows.messages_of(person)) {
        if (!one->is_open()) continue;
        ++sum.open;
        if (one->has("OVERDUE")) ++sum.overdue;
        if (!said(sum.oldest) || one->received_at < sum.oldest) sum.oldest = one->received_at;
    }
    return sum;
}

std::string open_text(const OpenOf& open)
{
    if (!open.known) return std::string{not_known};
    return count_text(static_cast<std::int64_t>(open.open)) + (open.more ? "+" : "");
}

AwayWords away_words(const Knowledge& known, const std::string& location, const std::string& person)
{
    AwayWords words;
    const Absent* absence = known.rows.absence_at(location, person);
    if (absence == nullptr) {
        const Person* one = known.rows.person_at(location, person);
        if (one == nullptr || !one->is_away) return words;
        return {.away = true, .no_cover = false, .until = "away", .cover = std::string{not_known}};
    }
    words.away = true;
    words.no_cover = absence->no_cover;
    words.until = said(absence->to) ? "away until " + local_time(known, location, absence->to)
                                    : "away, no end known";
    words.cover = person_words(known.rows, absence->cover);
    return words;
}

PlannedWords planned_words(const Knowledge& known, const std::string& location,
                           const std::string& person)
{
    const Absent* planned = known.rows.planned_at(location, person);
    if (planned == nullptr || away_words(known, location, person).away) return {};
    const auto words = [&](Instant at) {
        return said(at) ? weekday_date_text(at, offset_at(known, location, at)) + " " +
                              local_clock(known, location, at)
                        : "not known";
    };
    return {words(planned->from),
            weekday_date_text(planned->from, offset_at(known, location, planned->from)),
            words(planned->to),
            planned->cover.empty() ? "nobody yet" : person_words(known.rows, planned->cover)};
}

bool lacks_supervisor(const Person& person) { return person.supervisor.empty(); }

std::vector<PanelItem> person_items(const Knowledge& known, const std::string& location,
                                    const std::string& id, const OperatorRow* row)
{
    const Person* person = known.rows.person_at(location, id);
    const AwayWords away = away_words(known, location, id);
    std::vector<PanelItem> items;
    items.emplace_back(Heading{{known.rows.name_of(id), id}, place_label(known, location).brief});
    add_due(away, person, row, items);
    if (away.away) {
        items.emplace_back(Pair{"absence", away.until});
        items.emplace_back(Pair{"who answers", away.cover});
    }
    if (const PlannedWords planned = planned_words(known, location, id); !planned.from.empty()) {
        items.emplace_back(Pair{"away from", planned.from});
        items.emplace_back(Pair{"until", planned.until});
        items.emplace_back(Pair{"then answers", planned.cover});
    }
    if (person != nullptr) {
        items.emplace_back(Pair{"messages", open_words(known, location, open_of(known.rows, id))});
        items.emplace_back(Pair{"supervisor", person_words(known.rows, person->supervisor)});
        if (!person->role.empty()) items.emplace_back(Pair{"works as", person->role});
        if (!person->mailboxes.empty())
            items.emplace_back(Pair{person->mailboxes.size() == 1 ? "mailbox" : "mailboxes",
                                    listed(person->mailboxes)});
    } else if (row != nullptr && row->person.empty()) {
        items.emplace_back(
            Sentence{"This telephone is rung for the location's calls, and nobody "
                     "is named as its user.",
                     Tone::second});
    }
    if (row != nullptr) add_today(known, *row, items);
    return items;
}

}  // namespace wallboard::desk
