#include "daemon/settings/own_texts.hpp"

#include <set>

namespace callwatch {
namespace {

class OwnTexts {
public:
    template <class Tag>
    void give(Id<Tag>& id)
    {
        auto known = texts_.find(id.text);
        if (known == texts_.end()) known = texts_.emplace(id.text.view()).first;
        id.text = *known;
    }
    template <class Tag>
    void give(std::vector<Id<Tag>>& ids)
    {
        for (auto& id : ids) give(id);
    }
    template <class Tag>
    void give(std::vector<Attachment<Id<Tag>>>& attachments)
    {
        for (auto& attachment : attachments) give(attachment.id);
    }

private:
    std::set<SharedText> texts_;
};

}  // namespace

Organisation with_own_texts(const Organisation& organisation)
{
    auto copy = organisation;
    OwnTexts texts;
    for (auto& location : copy.locations) {
        texts.give(location.id);
        texts.give(location.operator_queues);
        texts.give(location.operator_devices);
        texts.give(location.supervisors);
        texts.give(location.managers);
    }
    for (auto& person : copy.people) {
        texts.give(person.id);
        texts.give(person.location);
        texts.give(person.supervisor);
        texts.give(person.devices);
        texts.give(person.mailboxes);
    }
    for (auto& group : copy.groups) {
        texts.give(group.id);
        texts.give(group.location);
        texts.give(group.members);
        texts.give(group.mailboxes);
    }
    for (auto& mailbox : copy.mailboxes) {
        texts.give(mailbox.id);
        texts.give(mailbox.location);
        texts.give(mailbox.group);
    }
    for (auto& queue : copy.queues) {
        texts.give(queue.id);
        texts.give(queue.location);
    }
    for (auto& source : copy.sources) {
        texts.give(source.id);
        texts.give(source.locations);
    }
    return copy;
}

}  // namespace callwatch
