#include <fmt/format.h>

#include "wallboard/model/desk/form_parts.hpp"
#include "wallboard/model/levels.hpp"

namespace wallboard::desk {
namespace {

bool is_script(Deed deed) { return deed == Deed::attest_script; }

std::string place_words(const Written& in, const std::string& location)
{
    const Location* place = find_location(in.known.board, location);
    return place == nullptr ? location : place->name;
}

/// "mailbox sw1/210@default of Ada Ruiz"
std::string mailbox_words(const Written& in, const Mailbox& mailbox)
{
    return "mailbox " + mailbox.id +
           (mailbox.person.empty() ? "" : " of " + person_words(in.known.rows, mailbox.person));
}

const Mailbox* mailbox_of(const Written& in)
{
    return in.known.rows.mailbox_at(location_shown(in.state, in.known), in.form.subject);
}

std::vector<std::string> script_sentences(const Written& in)
{
    const Standards* there = in.known.rows.standards_at(in.form.subject);
    if (there == nullptr) return {"The scripts of this location are no longer known."};
    const std::string version = in.form.value("version");
    std::vector<std::string> all{
        fmt::format("I, {}, say that the answering system of {} speaks the scripts of version {}.",
                    person_words(in.known.rows, in.state.me.person),
                    place_words(in, in.form.subject), version.empty() ? "\u2026" : version)};
    if (!there->script_required.empty() && version != there->script_required)
        all.push_back(fmt::format("Version {} is required: what differs stays out of date.",
                                  there->script_required));
    all.emplace_back(in.state.me.manages() ? "The word of a manager approves the version."
                                           : "A manager approves the version by saying the same.");
    return all;
}

}  // namespace

std::vector<Field> attest_fields(Deed deed, const State& state, const Knowledge& known)
{
    if (!is_script(deed)) return {line_field("text", "note", false)};
    Field version = line_field("version", "version that you have heard");
    if (const Standards* there = known.rows.standards_at(location_shown(state, known)))
        version.text = TextField{there->script_required};
    version.hint = "as the scripts call themselves";
    return {version};
}

Made attest_order(const Written& in)
{
    if (is_script(in.form.deed)) {
        Order order = start_order(in, "scripts attested: " + place_words(in, in.form.subject));
        order.choice = in.form.value("version");
        return order;
    }
    const Mailbox* mailbox = mailbox_of(in);
    if (mailbox == nullptr) return Missing{"", "this mailbox is no longer on the list"};
    return start_order(in, "access verified: " + mailbox_words(in, *mailbox));
}

std::vector<std::string> attest_sentences(const Written& in)
{
    if (is_script(in.form.deed)) return script_sentences(in);
    const Mailbox* mailbox = mailbox_of(in);
    if (mailbox == nullptr) return {"This mailbox is no longer on the list."};
    return {fmt::format("I, {}, {}, have tried management's access to {}, and it works.",
                        person_words(in.known.rows, in.state.me.person), in.state.me.role,
                        mailbox_words(in, *mailbox)),
            "It is to be tried again when the time that the policy gives has passed."};
}

}  // namespace wallboard::desk
