// Who may ask what? The table as requirements have it, written down a second time.

#include <map>
#include <set>

#include <catch2/catch.hpp>

#include "daemon/app/who_may_ask.hpp"
#include "daemon/wire/bind_socket.hpp"
#include "daemon/wire/key_gate.hpp"

using namespace callwatch;
using What = v1::Request::WhatCase;

namespace {

constexpr Role all_roles[] = {
    Role::none,       Role::viewer,  Role::source, Role::staff, Role::telephone_operator,
    Role::supervisor, Role::manager, Role::auditor};

const std::set<Role> everybody{Role::viewer,     Role::staff,   Role::telephone_operator,
                               Role::supervisor, Role::manager, Role::auditor};

}  // namespace

TEST_CASE("each role may ask what it is for, and nothing else", "[unit][keys]")
{
    using enum Role;
    const std::map<What, std::set<Role>> may{
        {What::kSnapshot, everybody},
        {What::kStatus, everybody},
        {What::kQueues, everybody},
        {What::kSources, everybody},
        {What::kCoverage, everybody},
        {What::kMessages, {staff, supervisor, manager}},
        {What::kDay, {staff, supervisor, manager, auditor}},
        {What::kMainLine, {staff, telephone_operator, supervisor, manager}},
        {What::kJournal, {supervisor, manager, auditor}},
        {What::kKeys, {manager, auditor}},
        {What::kDepartures, {supervisor, manager, auditor}},
        {What::kStandards, {supervisor, manager, auditor}},
        {What::kAlarms, {supervisor, manager, auditor}},
        {What::kStaff, {supervisor, manager}},
        {What::kConfig, {manager, auditor}},
    };
    for (const auto& [question, roles] : may)
        for (const auto role : all_roles) {
            INFO("question " << static_cast<int>(question) << ", role " << word(role));
            CHECK(may_ask(role, question) == roles.contains(role));
        }
}

TEST_CASE("no question is forgotten in the table", "[unit][keys]")
{
    const auto* what = v1::Request::descriptor()->FindOneofByName("what");
    for (int i = 0; i < what->field_count(); ++i) {
        const auto question = static_cast<What>(what->field(i)->number());
        INFO(what->field(i)->name());
        CHECK(may_ask(Role::manager, question));
        CHECK_FALSE(may_ask(Role::none, question));
    }
}

TEST_CASE("a source connects where events go, everybody else where the board is", "[unit][keys]")
{
    for (const auto* domain : {events_domain, control_domain, board_domain, requests_domain}) {
        const bool is_for_sources = domain == events_domain || domain == control_domain;
        for (const auto role : all_roles) {
            INFO(domain << ", role " << word(role));
            const bool may = is_for_sources ? role == Role::source : everybody.contains(role);
            CHECK(may_connect(role, domain) == may);
        }
    }
    CHECK_FALSE(may_connect(Role::manager, ""));
    CHECK_FALSE(may_connect(Role::source, "elsewhere"));
}
