#pragma once

#include <map>
#include <set>
#include <vector>

#include "daemon/calendar/business_calendar.hpp"
#include "daemon/model/event.hpp"
#include "daemon/model/fact_organisation.hpp"
#include "daemon/model/organisation.hpp"

namespace callwatch {

/// The organisation as lookups: who owned what at which instant, and where everything belongs. Made
/// from a checked Organisation; a roster adds people, and changes those it names. Every lookup of
/// an id that is not configured gives nullptr or an empty id: events may name things nobody told us
/// about.
class Directory {
public:
    /// Refuses what BusinessCalendar refuses.
    static Result<Directory> make(Organisation organisation);

    /// A person as a roster tells her, beside what she had at other locations. Her mailboxes and
    /// telephones are hers from `recorded.from` on; nobody may have them then
    /// (policy/staff_roster).
    void record(const PersonRecorded& recorded);

    const Organisation& organisation() const { return organisation_; }
    const Location* location(const LocationId& id) const;
    const BusinessCalendar& calendar(const LocationId& id) const;  ///< A configured location only.
    const Queue* queue(const QueueId& id) const;
    const Mailbox* mailbox(const MailboxId& id) const;
    const Person* person(const PersonId& id) const;
    const Source* source(const SourceId& id) const;

    PersonId owner_of(const MailboxId& id, Instant at) const;
    /// When, after `at`, it may have another owner; Instant::max(): never, as far as is known.
    Instant owner_changes_after(const MailboxId& id, Instant at) const;
    PersonId user_of(const DeviceId& id, Instant at) const;
    /// Does this person answer for the mailbox: her own, or one of a group she belongs to?
    bool answers_for(const PersonId& person, const MailboxId& mailbox, Instant at) const;

    /// The location whose main number this is, and the number as configured; empty ones if it is
    /// none. Compared by digits, with every form that the telephone system gives.
    std::pair<LocationId, std::string> main_number(const Dialled& called) const;

    const std::vector<MailboxId>& mailboxes_of(const LocationId& id) const;
    /// Who sends what happens at a location's telephones: a verdict waits for all of them. Rosters
    /// are none of them. Never empty when configured.
    const std::vector<SourceId>& sources_of(const LocationId& id) const;
    /// The same, and who serves the places where people work who answer for one of its mailboxes:
    /// their calls return its messages. Empty if nobody serves the location.
    const std::vector<SourceId>& sources_of_returns(const LocationId& id) const;
    bool is_operator_queue(const LocationId& location, const QueueId& queue) const;

private:
    explicit Directory(Organisation organisation);
    void find_sources_of_returns();
    void note_workplace(const LocationId& mailboxes, const LocationId& workplace);

    Organisation organisation_;
    std::map<LocationId, BusinessCalendar> calendars_;
    std::map<LocationId, std::size_t> locations_;
    std::map<QueueId, std::size_t> queues_;
    std::map<MailboxId, std::size_t> mailboxes_;
    std::map<PersonId, std::size_t> people_;
    std::multimap<MailboxId, std::size_t> owners_;  ///< Of personal mailboxes, to people.
    std::multimap<DeviceId, std::size_t> users_;
    std::map<GroupId, std::size_t> groups_;
    std::map<LocationId, std::vector<SourceId>> sources_;
    std::map<std::string, std::pair<LocationId, std::string>> main_numbers_;  ///< By digits.
    /// By the mailboxes' location, where those work who answer for one of them.
    std::map<LocationId, std::set<LocationId>> workplaces_;
    std::map<LocationId, std::vector<SourceId>> sources_of_returns_;
    std::map<LocationId, std::vector<MailboxId>> mailboxes_of_;
};

}  // namespace callwatch
