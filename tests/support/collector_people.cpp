#include <stdexcept>

#include <fmt/format.h>

#include "tests/support/collector.hpp"

namespace callwatch::test {
namespace {

/// 64 hex digits that tell one person's key from another's.
std::string made_up_key(const std::string& name)
{
    std::string hex;
    for (const char c : name) hex += fmt::format("{:02x}", static_cast<unsigned char>(c));
    hex.resize(64, '0');
    return hex;
}

}  // namespace

Collector& Collector::has_key(const std::string& person, Role role)
{
    const auto of_people = role != Role::viewer && role != Role::source;
    const KeyAdmitted admitted{.key = {made_up_key(person)},
                               .sign_key = of_people ? made_up_key("sign " + person) : "",
                               .role = role,
                               .person = {of_people ? person : ""},
                               .source = {role == Role::source ? "pbx1" : ""},
                               .by = {},
                               .at = now_};
    // As on a real machine: while the collector is stopped.
    Board with_key;
    facts_.push_back({now_, admitted});
    for (const auto& fact : facts_) with_key.apply(fact);
    engine_.emplace(*Directory::make(organisation_), policy_, std::move(with_key));
    start();
    return *this;
}

std::string Collector::asks(const std::string& person, CommandBody what)
{
    const auto id = fmt::format("{:032x}", ++commands_made_);
    last_command_ = Command{.id = id,
                            .key = {made_up_key(person)},
                            .kind = fmt::format("kind_{}", what.index()),
                            .what = std::move(what)};
    return repeats_command();
}

std::string Collector::repeats_command()
{
    const auto refusal = step(last_command_.value());
    return refusal ? word(refusal->code) : "done";
}

KeyId Collector::key_of(const std::string& person) { return {made_up_key(person)}; }

std::string Collector::says_returned(const std::string& person, const std::string& name,
                                     const std::string& stated_at)
{
    return asks(person, ReturnMessage{.message = the(name).left.message,
                                      .stated_at = stated_at.empty() ? Instant{} : time(stated_at),
                                      .remark = {"remark"}});
}

std::string Collector::says_attempted(const std::string& person, const std::string& name)
{
    return asks(person,
                AttemptMessage{.message = the(name).left.message, .stated_at = {}, .remark = {}});
}

std::string Collector::resolves(const std::string& person, const std::string& name,
                                ResolveReason reason)
{
    return asks(person, ResolveMessage{the(name).left.message, reason, {}});
}

std::string Collector::defers(const std::string& person, const std::string& name,
                              const std::string& to)
{
    return asks(person, DeferMessage{.message = the(name).left.message,
                                     .to = parse_local_date(to).value(),
                                     .remark = {"remark"}});
}

std::string Collector::carries(const std::string& person, const std::string& name)
{
    return asks(person, CarryMessage{the(name).left.message, {"remark"}});
}

std::string Collector::notes_call_time(const std::string& person, const std::string& name,
                                       const std::string& at)
{
    return asks(person, NoteCallTime{the(name).left.message, time(at), {}});
}

std::string Collector::claims_caller(const std::string& person, const std::string& name)
{
    return asks(person, ClaimMessage{.message = the(name).left.message, .release = false});
}

std::string Collector::releases(const std::string& person, const std::string& name)
{
    return asks(person, ClaimMessage{.message = the(name).left.message, .release = true});
}

std::string Collector::reopens(const std::string& person, const std::string& name)
{
    return asks(person, ReopenMessage{the(name).left.message, {"remark"}});
}

std::string Collector::signs(const std::string& person, const std::vector<std::string>& exceptions,
                             const std::string& remark, bool on_behalf)
{
    const auto* checked = board().days().find({"northside"}, date_);
    SignDay said{.location = {"northside"},
                 .date = date_,
                 .revision = checked == nullptr ? 0 : checked->revision,
                 .exceptions = {},
                 .remark = {remark},
                 .on_behalf = on_behalf,
                 .statement = "statement",
                 .signature = "signature",
                 .sign_key = made_up_key("sign " + person)};
    for (const auto& name : exceptions)
        said.exceptions.push_back({the(name).left.message, {"remark"}});
    return asks(person, std::move(said));
}

std::string Collector::leaves_location(const std::string& manager, const std::string& person,
                                       const std::string& at)
{
    return asks(
        manager,
        LeaveLocation{.person = {person}, .location = {"northside"}, .effective_at = time(at)});
}

std::string Collector::covers(const std::string& who, const std::string& mailbox,
                              const std::string& by_person)
{
    return asks(who, AssignCover{box(mailbox), {by_person}});
}

std::string Collector::requests_disconnection(const std::string& who, const std::string& mailbox)
{
    return asks(who, RequestDisconnection{box(mailbox), {"remark"}});
}

std::string Collector::confirms_disconnection(const std::string& who, const std::string& mailbox)
{
    return asks(who, ConfirmDisconnection{.mailbox = box(mailbox),
                                          .remark = {},
                                          .statement = "statement",
                                          .signature = "signature",
                                          .sign_key = made_up_key("sign " + who)});
}

std::string Collector::hands_over(const std::string& who, const std::string& mailbox,
                                  const std::string& successor)
{
    return asks(who, HandOverMailbox{.mailbox = box(mailbox),
                                     .successor = {successor},
                                     .statement = "statement",
                                     .signature = "signature",
                                     .sign_key = made_up_key("sign " + who)});
}

std::string Collector::records_absence(const std::string& who, const std::string& person,
                                       const std::string& from, const std::string& cover)
{
    return asks(who,
                RecordAbsence{.person = {person}, .from = time(from), .to = {}, .cover = {cover}});
}

Collector& Collector::mailboxes_are(const std::vector<std::string>& mailboxes)
{
    MailboxesListed list{.mailboxes = {}, .as_of = now_};
    for (const auto& mailbox : mailboxes) list.mailboxes.push_back(box(mailbox));
    return says(std::move(list), "mailbox_list");
}

std::string Collector::departure(const std::string& mailbox) const
{
    const auto* found = board().departures().find(box(mailbox));
    return found == nullptr ? "no departure" : word(found->state());
}

}  // namespace callwatch::test
