#include <algorithm>

#include "wallboard/model/departures_parts.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard {
namespace {

std::optional<Badge> badge_of(Standing standing, std::uint64_t n, const char* one, const char* many)
{
    if (n == 0) return std::nullopt;
    return Badge{standing, short_count_text(n) + " " + (n == 1 ? one : many), {}};
}

Stage stage(const char* label, std::uint64_t n, std::string below, std::optional<Badge> badge)
{
    return {.box = {},
            .standing = Standing::normal,
            .label = label,
            .figure = short_count_text(n),
            .tone = n == 0 ? Tone::third : Tone::text,
            .below = std::move(below),
            .badge = std::move(badge),
            .leads_on = true};
}

std::string requested_words(const Departed& departed)
{
    if (departed.pending == 0) return "nothing to request";
    const std::uint64_t missing = departed.pending - std::min(departed.requested, departed.pending);
    if (missing == 0) return "all requested";
    return short_count_text(missing) + (missing < 1'000 ? " not yet requested" : " not requested");
}

/// Every office is silent, or none is watched yet.
void tell_nothing_known(bool is_unknown, Stage& stage)
{
    stage.standing = is_unknown ? Standing::unknown : Standing::normal;
    stage.figure = is_unknown ? not_known : nothing_offered;
    stage.tone = is_unknown ? Tone::text : Tone::third;
    stage.below = is_unknown ? "not known" : "not yet monitored";
    stage.badge.reset();
}

}  // namespace

std::vector<Stage> make_stages(const Departed& departed, const std::array<Box, 4>& boxes)
{
    std::vector<Stage> stages{
        stage(
            "left", departed.pending, "not yet confirmed",
            badge_of(Standing::unknown, departed.unknown, "office not known", "offices not known")),
        stage("requested", departed.requested, requested_words(departed), std::nullopt),
        stage("seen disabled", departed.seen_off, "proof from the switch",
              badge_of(Standing::warning, departed.unverified, "unverified", "unverified")),
        stage("confirmed today", departed.confirmed_today, "by a second person",
              badge_of(Standing::action, departed.reopened, "reopened", "reopened"))};
    stages.back().leads_on = false;
    for (std::size_t i = 0; i < stages.size(); ++i) {
        stages[i].box = boxes.at(i);
        if (departed.nothing_known()) tell_nothing_known(departed.unknown > 0, stages[i]);
    }
    return stages;
}

}  // namespace wallboard
