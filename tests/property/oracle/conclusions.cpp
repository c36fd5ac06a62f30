#include "tests/property/oracle/conclusions.hpp"

#include <ostream>

#include <fmt/format.h>

#include "daemon/calendar/business_calendar.hpp"
#include "daemon/model/describe.hpp"

namespace callwatch::test {
namespace {

std::int64_t micros(Instant at) { return at.time_since_epoch().count(); }

/// Ids and codes of these histories hold nothing that JSON would have to escape.
std::string name_of(const Message& message)
{
    return fmt::format(R"("mailbox":"{}","call":"{}","msg_id":"{}")", message.left.mailbox.text,
                       message.left.call.text, message.msg_id.text);
}

std::string name_of(const MessageId& id, const Board& board)
{
    return name_of(*board.messages().find(id));
}

std::string comma_after_first(bool& first) { return std::exchange(first, false) ? "" : ","; }

std::string open_messages(const DayChecked& day, const Board& board)
{
    std::string told;
    bool first = true;
    for (const auto& one : day.open)
        told += fmt::format(R"({}{{{},"state":"{}","violation":{}}})", comma_after_first(first),
                            name_of(one.message, board), one.state, one.violation);
    return told;
}

std::string deferred_messages(const DayChecked& day, const Board& board)
{
    std::string told;
    bool first = true;
    for (const auto& id : day.deferred)
        told += fmt::format("{}{{{}}}", comma_after_first(first), name_of(id, board));
    return told;
}

std::string reasons(const DayChecked& day)
{
    std::string told;
    bool first = true;
    for (const auto& reason : day.reasons)
        told +=
            fmt::format(R"({}["{}","{}"])", comma_after_first(first), reason.code, reason.subject);
    return told;
}

}  // namespace

void tell_answer(const ToldLine& asked, const std::optional<Refusal>& refusal, std::ostream& out)
{
    out << fmt::format(R"({{"answer":"{}","said":"{}"}})", asked.text("id"),
                       refusal ? word(refusal->code) : "done")
        << '\n';
}

void tell_fact(const DatedFact& dated, const Board& board, std::ostream& out)
{
    const auto now = micros(dated.decided_at);
    if (const auto* day = dated.fact.as<DayChecked>())
        out << fmt::format(
                   R"({{"check":"{}","date":"{}","decided_at":{},"revision":{},"verdict":"{}",)"
                   R"("provisional":{},"check_at":{},"due":{},"returned":{},"attempted":{},)"
                   R"("resolved":{},"reasons":[{}],"open":[{}],"deferred":[{}]}})",
                   day->location.text, describe(day->date), now, day->revision, word(day->verdict),
                   day->provisional, micros(day->check_at), day->due, day->returned, day->attempted,
                   day->resolved, reasons(*day), open_messages(*day, board),
                   deferred_messages(*day, board))
            << '\n';
    if (const auto* missed = dated.fact.as<CheckMissed>())
        out << fmt::format(R"({{"missed":"{}","date":"{}","decided_at":{},"deadline":{}}})",
                           missed->location.text, describe(missed->date), now,
                           micros(missed->deadline))
            << '\n';
    if (const auto* made = dated.fact.as<DaySigned>())
        out << fmt::format(R"({{"signed":"{}","date":"{}","decided_at":{},"revision":{},"by":"{}",)"
                           R"("late":{},"exceptions":{}}})",
                           made->location.text, describe(made->date), now, made->revision,
                           made->by.text, made->late, made->exceptions.size())
            << '\n';
    if (const auto* amended = dated.fact.as<DayAmended>())
        out << fmt::format(
                   R"({{"amended":"{}","date":"{}","decided_at":{},"number":{},"code":"{}",{}}})",
                   amended->location.text, describe(amended->date), now, amended->number,
                   amended->code, name_of(amended->message, board))
            << '\n';
    if (const auto* overdue = dated.fact.as<MessageOverdue>())
        out << fmt::format(R"({{"unreturned":{},"decided_at":{},{}}})", micros(overdue->deadline),
                           now, name_of(overdue->message, board))
            << '\n';
}

void tell_messages(const Board& board, std::ostream& out)
{
    for (const auto& [id, message] : board.messages().all()) {
        const auto& returned = message.returned;
        out << fmt::format(
                   R"({{"message":"{}","state":"{}","received_at":{},"due_date":"{}",)"
                   R"("deadline":{},"late_arrival":{},"owner":"{}","overdue":{},"gone":{},)"
                   R"("attempted_at":{},"returned_at":{},"returned_by":"{}",)"
                   R"("returned_person":"{}","by_delegate":{},"word_of":"{}","resolved_at":{},{}}})",
                   message.left.location.text, word(message.state()),
                   micros(message.left.received_at), describe(message.due_date()),
                   micros(message.deadline()), message.left.late_arrival, message.left.person.text,
                   message.overdue, message.gone,
                   message.attempts.empty() ? 0 : micros(message.attempts.front()),
                   returned ? micros(returned->returned_at) : 0,
                   returned ? returned->call.text : "", returned ? returned->person.text : "",
                   returned && returned->by_delegate, returned ? returned->asserted.by.text : "",
                   message.resolved ? micros(message.resolved->at) : 0, name_of(message))
            << '\n';
    }
}

}  // namespace callwatch::test
