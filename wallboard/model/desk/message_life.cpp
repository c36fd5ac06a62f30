#include "wallboard/model/desk/message_life.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "wallboard/model/desk/form_parts.hpp"
#include "wallboard/model/desk/list_window.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard::desk {
namespace {

constexpr std::size_t steps_shown = 7;

struct Word {
    std::string_view code;
    const char* words;
};
constexpr Word steps[]{
    {"left", "left in the mailbox"},
    {"heard", "heard"},
    {"moved", "moved to another folder"},
    {"deleted", "deleted from the mailbox"},
    {"attempted", "called back, no answer"},
    {"returned", "returned"},
    {"resolved", "resolved without a call"},
    {"overdue", "overdue"},
    {"deferred", "deferred at the caller's wish"},
    {"carried", "carried over"},
    {"claimed", "claimed"},
    {"reopened", "opened again"},
};

std::string step_words(const std::string& code)
{
    const auto* found = std::find_if(std::begin(steps), std::end(steps),
                                     [&](const Word& one) { return one.code == code; });
    return found == std::end(steps) ? code : found->words;
}

/// Seen by the telephone system, or asserted by somebody: never the same.
std::string detail_of(const Knowledge& known, const HistoryStep& step)
{
    std::string words;
    const auto add = [&](const std::string& part) {
        if (!part.empty()) words += (words.empty() ? "" : ", ") + part;
    };
    if (step.is_asserted())
        add("said by " + person_words(known.rows, step.by));
    else if (!step.by.empty())
        add("by " + person_words(known.rows, step.by));
    if (!step.evidence.empty() && !step.is_asserted()) add("seen on the telephone system");
    add(step.detail);
    if (!step.remark.empty()) add("\u201c" + step.remark + "\u201d");
    return words;
}

void add_life(const Knowledge& known, const Message& message, std::vector<PanelItem>& items)
{
    const auto& all = message.history;
    const std::size_t first = all.size() > steps_shown ? all.size() - steps_shown : 0;
    if (first > 0)
        items.emplace_back(Sentence{counted(first, "earlier step", "earlier steps"), Tone::third});
    for (std::size_t i = first; i < all.size(); ++i)
        items.emplace_back(LifeStep{local_time(known, message.location, all[i].at),
                                    step_words(all[i].what), detail_of(known, all[i]), true});
    if (message.is_open() && message.deadline > known.now)
        items.emplace_back(LifeStep{local_time(known, message.location, message.deadline),
                                    "must be returned by then",
                                    {},
                                    false});
}

void add_claim(const State& state, const Knowledge& known, const Message& message,
               std::vector<PanelItem>& items)
{
    if (message.claimed_by.empty()) return;
    const bool mine = message.claimed_by == state.me.person;
    items.emplace_back(Remark{
        fmt::format("Claimed by {} until {}", mine ? "you" : known.rows.name_of(message.claimed_by),
                    local_clock(known, message.location, message.claimed_until)),
        mine ? "others see that you are calling back" : "do not ring the same caller",
        duration_text(message.claimed_until - known.now), Standing::normal});
}

std::string length_words(const Message& message)
{
    return message.duration > Micros{0} ? duration_text(message.duration)
                                        : std::string{nothing_offered};
}

}  // namespace

std::vector<PanelItem> life_of(const State& state, const Knowledge& known, const Message& message)
{
    std::vector<PanelItem> items;
    items.emplace_back(Heading{
        {"Message to " + owner_words(known.rows, message), owner_words(known.rows, message)},
        place_label(known, message.location).brief});
    std::string caller = message.caller;
    for (const Unmasked& one : state.unmasked)
        if (one.message == message.id) caller = one.number;
    items.emplace_back(Facts{{{"left", local_time(known, message.location, message.received_at)},
                              {"length", length_words(message)},
                              {"due", local_time(known, message.location, message.deadline)},
                              {"caller", caller}}});
    add_claim(state, known, message, items);
    if (message.has("CALLER_RANG_BACK"))
        items.emplace_back(Remark{"The caller rang back and was served",
                                  "by " + person_words(known.rows, message.served_by) + ", " +
                                      local_time(known, message.location, message.served_at) +
                                      ": perhaps she needs no call any more",
                                  {},
                                  Standing::normal});
    if (message.has("RETURNED_STILL_NEW"))
        items.emplace_back(Remark{"Returned, still new in the mailbox",
                                  "the telephone system still tells it as not heard",
                                  {},
                                  Standing::warning});
    items.emplace_back(Rule{});
    add_life(known, message, items);
    return items;
}

}  // namespace wallboard::desk
