#include "wallboard/model/desk/queue_facts.hpp"

#include <fmt/format.h>

#include "wallboard/model/levels.hpp"
#include "wallboard/model/service_level.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard::desk {
namespace {

std::string count(std::uint32_t n) { return count_text(n); }

/// "amber from 1:00, red from 3:00"; "amber from 4, red from 8".
std::string limits_words(const std::string& amber, const std::string& red)
{
    std::string words;
    if (!amber.empty()) words = "amber from " + amber;
    if (!red.empty()) words += (words.empty() ? "red from " : ", red from ") + red;
    return words.empty() ? "no limit set, not judged" : words;
}

std::string wait_limits_words(const Queue& queue)
{
    const auto text = [](std::uint32_t s) { return s == 0 ? std::string{} : limit_text(s); };
    return limits_words(text(queue.amber_wait_s), text(queue.red_wait_s));
}

std::string depth_limits_words(const Queue& queue)
{
    const auto text = [](std::uint32_t n) { return n == 0 ? std::string{} : count(n); };
    return limits_words(text(queue.amber_waiting), text(queue.red_waiting));
}

}  // namespace

std::vector<PanelItem> queue_facts(const LiveInput& in, const Queue& queue, bool narrow)
{
    std::vector<PanelItem> items;
    const Location* place = find_location(in.snapshot, queue.location_id);
    items.emplace_back(Heading{{queue.name.empty() ? queue.id : queue.name, queue.id},
                               place == nullptr ? queue.location_id : place->name});
    items.emplace_back(Pair{"wait", wait_limits_words(queue)});
    items.emplace_back(Pair{"waiting", depth_limits_words(queue)});
    items.emplace_back(Rule{});
    if (!is_known(queue, in.snapshot)) {
        items.emplace_back(Sentence{
            "A source of this location is silent: how many wait is not known, and is not zero.",
            Tone::text, true});
        return items;
    }
    items.emplace_back(
        Sentence{"The day behind " + service_level_title(queue) + ":", Tone::second});
    const std::string of_these = narrow ? "" : "of these ";
    const std::string limit = of_these + fmt::format("in {} s", queue.service_level_s);
    items.emplace_back(
        Facts{{{"answered", count(queue.answered)}, {limit, count(queue.answered_in_threshold)}}});
    items.emplace_back(
        Facts{{{"abandoned", count(queue.abandoned)},
               {limit, count(queue.abandoned_in_threshold)},
               {of_these + "short", count(queue.short_abandoned)},
               {narrow ? "otherwise" : "left otherwise", count(queue.left_otherwise)}}});
    return items;
}

}  // namespace wallboard::desk
