#include "daemon/bridges/roster/told_file.hpp"

#include <fstream>

#include <nlohmann/json.hpp>

#include "daemon/bridges/publisher/disk.hpp"
#include "daemon/settings/settings_error.hpp"

namespace callwatch::roster {
namespace {

using nlohmann::json;

json span_json(const Span& span)
{
    return {{"person", span.person},
            {"from_us", span.from.time_since_epoch().count()},
            {"to_us", span.to.time_since_epoch().count()},
            {"role", span.role}};
}

Span read_span(const json& from)
{
    return {.person = from.at("person"),
            .from = Instant{Micros{from.at("from_us").get<std::int64_t>()}},
            .to = Instant{Micros{from.at("to_us").get<std::int64_t>()}},
            .role = from.at("role")};
}

AllTold read_told(std::istream& file)
{
    const auto all = json::parse(file);
    AllTold told;
    for (const auto& [person, one] : all.at("people").items())
        told.people[person] = {one.at("location"), one.at("things")};
    for (const auto& one : all.at("absences")) {
        auto span = read_span(one);
        told.absences[span.person] = span;
    }
    for (const auto& one : all.at("shifts")) told.shifts.insert(read_span(one));
    return told;
}

std::filesystem::path confirmed_path(const std::filesystem::path& folder)
{
    return folder / "roster-confirmed";
}

}  // namespace

AllTold ToldFile::read() const
try {
    std::ifstream file{path_};
    return file ? read_told(file) : AllTold{};
} catch (const json::exception&) {
    throw SettingsError{
        std::vector{path_.string() +
                    " is damaged: move it away, then everybody is told of again, and people "
                    "who left meanwhile have to be told by hand (callwatchctl staff leave)"}};
}

void ToldFile::write(const AllTold& told) const
{
    json all{{"people", json::object()}, {"absences", json::array()}, {"shifts", json::array()}};
    for (const auto& [person, one] : told.people)
        all["people"][person] = {{"location", one.location}, {"things", one.things}};
    for (const auto& [person, span] : told.absences) all["absences"].push_back(span_json(span));
    for (const auto& span : told.shifts) all["shifts"].push_back(span_json(span));
    create_file(Disk::real(), path_, all.dump(1, ' ', false, json::error_handler_t::replace));
}

std::string confirmed_digest(const std::filesystem::path& folder)
{
    std::ifstream file{confirmed_path(folder)};
    std::string digest;
    std::getline(file, digest);
    return digest;
}

void confirm_digest(const std::filesystem::path& folder, const std::string& digest)
{
    create_file(Disk::real(), confirmed_path(folder), digest + "\n");
}

}  // namespace callwatch::roster
