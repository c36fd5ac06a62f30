#include "daemon/state/board.hpp"

#include <algorithm>
#include <concepts>

#include "daemon/state/folds.hpp"

namespace callwatch {
namespace {

template <class FactType, class... Books>
void fold(const FactType& fact, Books&... books)
{
    const auto into = [&](auto& book) {
        if constexpr (Folds<decltype(book), FactType>) book.apply(fact);
    };
    (into(books), ...);
}

/// Who was there just before what is judged next: the cause of what begins with it.
constexpr Micros kept_before_judged = std::chrono::seconds{1};

/// The mailbox of which we now know something else than before; empty: none.
template <class FactType>
MailboxId mailbox_of(const FactType& fact, const MessageBook& messages)
{
    if constexpr (std::same_as<FactType, MailboxCounted>) return fact.mailbox;
    constexpr bool is_presence =
        std::same_as<FactType, MessageBound> || std::same_as<FactType, MessageHeard> ||
        std::same_as<FactType, MessageMoved> || std::same_as<FactType, MessageGone>;
    if constexpr (is_presence) return messages.find(fact.message)->left.mailbox;
    return {};
}

}  // namespace

void Board::apply(const DatedFact& dated)
{
    decided_until_ = std::max(decided_until_, dated.decided_at);
    std::visit(
        [&](const auto& fact) {
            using FactType = std::decay_t<decltype(fact)>;
            if constexpr (std::same_as<FactType, CollectorStarted>) {
                process_ = fact;
                process_since_ = dated.decided_at;
            }
            if constexpr (std::same_as<FactType, DayChecked>) days_.apply(fact, dated.decided_at);
            fold(fact, messages_, queues_, operators_, attendance_, coverage_, main_line_,
                 mailboxes_, outbound_, sources_, days_, keys_, departures_, absences_, greetings_,
                 promises_, attestations_, rings_, routes_, callers_, roster_, alarm_acts_);
            if constexpr (std::same_as<FactType, CoverageJudged>)
                attendance_.fold(coverage_.judged_by_all() - kept_before_judged);
            if (const auto mailbox = mailbox_of(fact, messages_); !mailbox.empty())
                mailboxes_.compare(mailbox, messages_.count_presence(mailbox));
        },
        dated.fact.any());
}

}  // namespace callwatch
