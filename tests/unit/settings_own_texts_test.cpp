// Does a copy with texts of its own say the same, and share nothing with what it was made of?

#include <catch2/catch.hpp>

#include "daemon/settings/own_texts.hpp"

namespace callwatch {
namespace {

Organisation a_person_and_a_group()
{
    Organisation organisation;
    organisation.locations.push_back({.id = {"the-office-of-the-north"},
                                      .operator_queues = {{"pbx1/the-main-line"}},
                                      .operator_devices = {{"pbx1/the-front-desk"}},
                                      .supervisors = {{"the-supervisor-north"}},
                                      .managers = {{"the-manager-of-all"}}});
    organisation.people.push_back({.id = {"the-supervisor-north"},
                                   .location = {"the-office-of-the-north"},
                                   .supervisor = {"the-manager-of-all"},
                                   .devices = {{.id = {"pbx1/telephone-101"}}},
                                   .mailboxes = {{.id = {"pbx1/101@default-context"}}}});
    organisation.groups.push_back({.id = {"the-intake-group"},
                                   .location = {"the-office-of-the-north"},
                                   .members = {{"the-supervisor-north"}},
                                   .mailboxes = {{"pbx1/200@default-context"}}});
    organisation.mailboxes.push_back({.id = {"pbx1/200@default-context"},
                                      .location = {"the-office-of-the-north"},
                                      .group = {"the-intake-group"}});
    organisation.queues.push_back(
        {.id = {"pbx1/the-main-line"}, .location = {"the-office-of-the-north"}});
    organisation.sources.push_back(
        {.id = {"the-telephone-system"}, .locations = {{"the-office-of-the-north"}}});
    return organisation;
}

/// Every id of it, in an order that is always the same.
std::vector<SharedText> ids_of(const Organisation& organisation)
{
    std::vector<SharedText> ids;
    const auto add = [&](const auto&... all) { (ids.push_back(all.text), ...); };
    const auto add_all = [&](const auto& list) {
        for (const auto& id : list) add(id);
    };
    for (const auto& one : organisation.locations) {
        add(one.id);
        add_all(one.operator_queues);
        add_all(one.operator_devices);
        add_all(one.supervisors);
        add_all(one.managers);
    }
    for (const auto& one : organisation.people) {
        add(one.id, one.location, one.supervisor);
        for (const auto& device : one.devices) add(device.id);
        for (const auto& mailbox : one.mailboxes) add(mailbox.id);
    }
    for (const auto& one : organisation.groups) {
        add(one.id, one.location);
        add_all(one.members);
        add_all(one.mailboxes);
    }
    for (const auto& one : organisation.mailboxes) add(one.id, one.location, one.group);
    for (const auto& one : organisation.queues) add(one.id, one.location);
    for (const auto& one : organisation.sources) {
        add(one.id);
        add_all(one.locations);
    }
    return ids;
}

}  // namespace

TEST_CASE("a copy with texts of its own has the same ids and shares none of them",
          "[unit][settings]")
{
    const auto read = a_person_and_a_group();
    const auto before = ids_of(read);
    const auto after = ids_of(with_own_texts(read));
    REQUIRE(after == before);
    for (std::size_t i = 0; i < after.size(); ++i) {
        INFO(after[i]);
        CHECK(after[i].size() > SharedText::short_max);
        CHECK(after[i].view().data() != before[i].view().data());
    }
}

TEST_CASE("a copy with texts of its own has each text once", "[unit][settings]")
{
    const auto organisation = with_own_texts(a_person_and_a_group());
    const auto ids = ids_of(organisation);
    for (const auto& one : ids)
        for (const auto& other : ids)
            if (one == other) CHECK(one.view().data() == other.view().data());
}

}  // namespace callwatch
