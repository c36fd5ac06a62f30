#include "daemon/bridges/app/summary.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace callwatch::bridge {
namespace {

std::map<std::string, std::uint64_t> named(
    const std::map<v1::Event::WhatCase, std::uint64_t>& events)
{
    std::map<std::string, std::uint64_t> out;
    for (const auto& [what, times] : events) {
        const auto* field = v1::Event::descriptor()->FindFieldByNumber(what);
        out[field == nullptr ? "nothing" : field->name()] = times;
    }
    return out;
}

void add_tally(std::string& out, const char* title, const asterisk::Census::Tally& tally)
{
    if (tally.empty()) return;
    out += fmt::format("  {}:", title);
    for (const auto& [name, times] : tally) out += fmt::format(" {} ({})", name, times);
    out += '\n';
}

nlohmann::ordered_json object_of(const asterisk::Census::Tally& tally)
{
    auto out = nlohmann::ordered_json::object();
    for (const auto& [name, times] : tally) out[name] = times;
    return out;
}

}  // namespace

std::string text_of(const Summary& summary, const asterisk::Replay& replay)
{
    std::uint64_t total = 0;
    for (const auto& [what, times] : summary.events) total += times;
    const auto& reader = replay.reader_counters();
    const auto& census = replay.census();
    std::string out =
        fmt::format("{} AMI messages gave {} events; {} are spooled, {} acknowledged\n",
                    reader.messages, total, summary.head, summary.acknowledged);
    if (reader.oversized + reader.malformed + reader.lines_without_key > 0)
        out += fmt::format(
            "  skipped: {} oversized and {} malformed messages, {} lines without a key\n",
            reader.oversized, reader.malformed, reader.lines_without_key);
    add_tally(out, "events not known", census.unknown_events());
    add_tally(out, "headers not known", census.unknown_headers());
    add_tally(out, "headers missing or unreadable", census.unreadable_headers());
    add_tally(out, "left out", census.left_out());
    return out;
}

std::string json_of(const Summary& summary, const asterisk::Replay& replay)
{
    const auto& reader = replay.reader_counters();
    const auto& census = replay.census();
    nlohmann::ordered_json out;
    out["events"] = named(summary.events);
    out["head"] = summary.head;
    out["acknowledged"] = summary.acknowledged;
    out["complete"] = summary.complete;
    out["ami"] = {{"messages", reader.messages},
                  {"lines_without_key", reader.lines_without_key},
                  {"oversized", reader.oversized},
                  {"malformed", reader.malformed}};
    out["not_understood"] = {{"events", object_of(census.unknown_events())},
                             {"headers", object_of(census.unknown_headers())},
                             {"unreadable", object_of(census.unreadable_headers())},
                             {"left_out", object_of(census.left_out())}};
    return out.dump(2);
}

}  // namespace callwatch::bridge
