#include "daemon/policy/barred_mailbox.hpp"

#include "daemon/policy/departed_mailbox.hpp"

namespace callwatch {

void take(const Known& known, const Event& event, const MailboxStateObserved& said, Facts& out)
{
    const auto* mailbox = known.directory.mailbox(said.mailbox);
    if (mailbox == nullptr) return;
    observe_departed(known, said.mailbox, said.is_there, event.occurred_at, out);
    const auto* departure = known.board.departures().find(said.mailbox);
    const bool is_departed = departure != nullptr && !departure->handed_over;
    // Whose voicemail is to be off is not asked to take messages.
    const bool is_barred = !is_departed && !(said.is_there && said.accepts_messages);
    const auto* before = known.board.greetings().barred(said.mailbox);
    if (is_barred == (before != nullptr)) return;
    out.push_back(
        known.fact(MailboxBarred{said.mailbox, mailbox->location, is_barred, event.occurred_at}));
}

}  // namespace callwatch
