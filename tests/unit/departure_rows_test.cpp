// What terminals and desks are told of departures: which, in what order, and what is left out when
// there are more than an answer holds. 2026-11-20 is a Friday.

#include <catch2/catch.hpp>

#include <fmt/format.h>

#include "daemon/board/rows.hpp"
#include "tests/support/collector.hpp"

using namespace callwatch;
using namespace callwatch::test;
using namespace std::chrono_literals;
using Ids = std::vector<std::string>;

namespace {

const PrivateWords no_words{.masked = [](const NumberToken&) { return std::string{}; },
                            .remark = [](const RemarkToken&) { return std::string{}; }};

/// Departures as facts made them, without rules: a thousand people do not work in the fake office.
struct Left {
    Collector collector;
    Board board;

    Left& left(const std::string& box, Instant at)
    {
        board.apply({at, DepartureOpened{{box}, {"northside"}, {"p-" + box}, at, at}});
        return *this;
    }
    Left& handed_over(const std::string& box, Instant at)
    {
        board.apply({at, MailboxHandedOver{.mailbox = {box},
                                           .successor = {"ben"},
                                           .by = {"mia"},
                                           .at = at,
                                           .statement = "statement",
                                           .signature = "signature",
                                           .sign_key = "key"}});
        return *this;
    }
    Left& confirmed(const std::string& box, Instant at)
    {
        board.apply({at, DisconnectionRequested{{box}, {"sue"}, {}, at}});
        board.apply({at, DisconnectionConfirmed{.mailbox = {box},
                                                .by = {"mia"},
                                                .remark = {},
                                                .at = at,
                                                .verified = true,
                                                .statement = "of the confirmation",
                                                .signature = {},
                                                .sign_key = {}}});
        return *this;
    }
    v1::DeparturesReply told(const v1::DeparturesQuery& query)
    {
        const Engine engine{*Directory::make(collector.engine().directory().organisation()),
                            Policy{}, Board{board}};
        const std::map<SourceId, SourceHealth> no_sources;
        return make_departures({engine, at(99h), no_sources}, query, {}, no_words);
    }
    v1::DeparturesReply told(bool with_closed = true)
    {
        v1::DeparturesQuery query;
        query.set_include_closed(with_closed);
        return told(query);
    }
    static Instant at(std::chrono::hours since)
    {
        return Instant{Micros{1'795'200'000'000'000}} + since;
    }
};

Ids ids(const v1::DeparturesReply& reply)
{
    Ids all;
    for (const auto& row : reply.departures()) all.push_back(row.mailbox_id());
    return all;
}

}  // namespace

TEST_CASE("open departures are told first, the longest open first; then the newest that ended",
          "[unit][departure]")
{
    Left office;
    office.left("old-end", Left::at(1h)).confirmed("old-end", Left::at(20h));
    office.left("new-end", Left::at(2h)).handed_over("new-end", Left::at(30h));
    office.left("young", Left::at(9h)).left("longest", Left::at(0h)).left("middle", Left::at(5h));
    CHECK(ids(office.told()) == Ids{"longest", "middle", "young", "new-end", "old-end"});
    CHECK(office.told().total() == 5);
    CHECK(ids(office.told(false)) == Ids{"longest", "middle", "young"});
    v1::DeparturesQuery one;
    one.set_mailbox_id("middle");
    CHECK(ids(office.told(one)) == Ids{"middle"});
    one.set_location_id("southside");
    CHECK(office.told(one).departures().empty());
}

TEST_CASE("of more than a thousand those that ended first are left out, and counted",
          "[unit][departure]")
{
    Left office;
    for (int i = 0; i < 1'003; ++i) {
        const auto box = fmt::format("box{:04}", i);
        office.left(box, Left::at(std::chrono::hours{i % 7}));
        if (i % 2 == 0) office.confirmed(box, Left::at(std::chrono::hours{10 + i}));
    }
    const auto reply = office.told();
    CHECK(reply.total() == 1'003);
    REQUIRE(reply.departures_size() == 1'000);
    CHECK(reply.departures(500).state() == "DISCONNECT_PENDING");
    CHECK(reply.departures(501).mailbox_id() == "box1002");
    CHECK(reply.departures(999).mailbox_id() == "box0006");  // Not 0, 2 and 4.
}

TEST_CASE("who handed a mailbox over and when is told, with what was signed", "[unit][departure]")
{
    Left office;
    office.left("box", Left::at(0h)).handed_over("box", Left::at(3h));
    const auto row = office.told().departures(0);
    CHECK(row.state() == "HANDED_OVER");
    CHECK(row.successor() == "ben");
    CHECK(row.handed_over_by() == "mia");
    CHECK(row.handed_over_at_us() == to_us(Left::at(3h)));
    CHECK(row.statement() == "statement");
    CHECK(row.sign_key() == "key");
    CHECK(row.confirmed_by().empty());
}
