#include <fmt/format.h>

#include <algorithm>

#include "daemon/settings/nearest_word.hpp"
#include "daemon/settings/organisation_checks.hpp"

namespace callwatch {
namespace {

// Whose ids can be seen at all.
class TelephoneSystems {
public:
    explicit TelephoneSystems(OrganisationTables& read)
    {
        for (auto& [table, source] : read.sources) {
            const auto& systems = read.systems[source.id];
            for (std::size_t i = 0; i < systems.size(); ++i)
                if (!is_own_id(systems[i]))
                    table.refuse("systems", i, "must be letters, digits, '-' and '_'");
            systems_.insert(systems_.end(), systems.begin(), systems.end());
        }
    }

    // What is wrong with a telephone system's id; empty if nothing is.
    std::string fault(std::string_view id) const
    {
        if (!is_native_id(id))
            return "must be a telephone system and its own name for it, without blanks: "
                   "\"pbx1/106\"";
        const auto system = system_of(id);
        if (std::find(systems_.begin(), systems_.end(), system) != systems_.end()) return {};
        return fmt::format("must begin with a telephone system of a [source.…]: {}",
                           suggestion(system, systems_));
    }

    template <class Ids, class GetText>
    void check(TomlTable& table, std::string_view key, const Ids& ids, GetText text_of) const
    {
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const std::string_view text = text_of(ids[i]);
            auto wrong = fault(text);
            if (wrong.empty() && key == "mailboxes" && text.find('@') == std::string_view::npos)
                wrong = "must have a context: \"pbx1/106@default\"";
            if (!text.empty() && !wrong.empty()) table.refuse(key, i, wrong);
        }
    }

private:
    std::vector<std::string> systems_;
};

void check_systems(OrganisationTables& read)
{
    const TelephoneSystems systems{read};
    const auto of_id = [](const auto& id) { return id.text.view(); };
    const auto of_attachment = [](const auto& attachment) { return attachment.id.text.view(); };
    for (auto& [table, location] : read.locations)
        systems.check(table, "operator_devices", location.operator_devices, of_id);
    for (auto& [table, person] : read.people) {
        systems.check(table, "devices", person.devices, of_attachment);
        systems.check(table, "mailboxes", person.mailboxes, of_attachment);
    }
    for (auto& [table, group] : read.groups)
        systems.check(table, "mailboxes", group.mailboxes, of_id);
    for (auto& [table, queue] : read.queues)
        if (const auto wrong = systems.fault(queue.id.text); !queue.id.empty() && !wrong.empty())
            table.refuse("id", wrong);
}

bool is_served(const OrganisationTables& read, const LocationId& location)
{
    return std::any_of(read.sources.begin(), read.sources.end(), [&](const auto& source) {
        const auto& served = source.value.locations;
        return source.value.kind != "roster" &&
               std::find(served.begin(), served.end(), location) != served.end();
    });
}

void check_supervisors(OrganisationTables& read)
{
    for (auto& [table, location] : read.locations)
        if (location.supervisors.empty())
            table.refuse("supervisors",
                         "must name who checks at the end of the day (Telephone Customer "
                         "Service Standards, item 7)");
    for (auto& [table, person] : read.people) {
        if (!person.supervisor.empty() && person.supervisor == person.id)
            table.refuse("supervisor", "must be somebody else");
        // A wrong type was refused already; here it is about a key that is not there.
        if (!person.mailboxes.empty() && !table.has("supervisor"))
            table.refuse("supervisor",
                         "must name who answers for this person's mailbox: without, no day of the "
                         "location could be called clear (requirement TS-6)");
    }
}

}  // namespace

void check_responsibilities(TomlTable& root, OrganisationTables& read)
{
    if (read.locations.empty())
        root.refuse("location", "must have a table for each office: [location.NAME]");
    for (auto& [table, source] : read.sources)
        if (source.locations.empty())
            table.refuse("locations", "must name the locations whose events it sends");
    for (auto& [table, location] : read.locations) {
        if (!is_served(read, location.id))
            table.refuse_table(
                "must be in the locations of a [source.…] that is no roster: nothing would be "
                "known of its telephones");
    }
    check_supervisors(read);
    check_systems(read);
}

}  // namespace callwatch
