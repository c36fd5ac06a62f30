#include <fmt/format.h>

#include "daemon/ctl/audit_page.hpp"

namespace callwatch::ctl {
namespace {

class Evidence {
public:
    Evidence(const DepartureStory& story, const LocalTimes& times, std::string_view location)
        : story_{story},
          times_{times},
          location_{location}
    {
    }

    std::string section() const
    {
        const auto& opened = story_.departure.opened;
        auto text = fmt::format(
            "<section><h3>{}: {}</h3>\n<p>{} left on {}; to be off by {}{}.</p>\n<ul>\n",
            html(opened.mailbox.text), html(word(story_.departure.state())),
            html(opened.person.text), at(opened.effective_at), at(opened.red_at),
            story_.departure.overdue ? ", <b class=bad>overdue</b>" : "");
        text += steps();
        text += story_.hand_over ? hand_over() : confirmations() + list();
        return text + "</ul></section>\n";
    }

private:
    std::string at(Instant when) const
    {
        return html(times_.in_full(location_, when.time_since_epoch().count()));
    }

    std::string steps() const
    {
        const auto& departure = story_.departure;
        std::string text;
        if (departure.cover)
            text += fmt::format("<li>Answered meanwhile by {}.</li>\n",
                                html(departure.cover->person.text));
        if (departure.requested)
            text += fmt::format("<li>Disconnection requested by {}, {}.</li>\n",
                                html(departure.requested->by.text), at(departure.requested->at));
        if (departure.reopened)
            text += fmt::format(
                "<li class=bad>A message came in after it was confirmed to be off, {}: {}.</li>\n",
                at(departure.reopened->at), html(departure.reopened->message.text));
        return text;
    }

    /// Its two evidences are this signature and a greeting that the successor recorded.
    std::string hand_over() const
    {
        const auto& [position, said, outcome] = *story_.hand_over;
        auto text = fmt::format("<li>Handed over to {} by {}, {}, record {}; {}.",
                                html(said.successor.text), html(said.by.text), at(said.at),
                                position, outcome_html(outcome));
        if (said.is_signed()) text += signature(said);
        return text + "</li>\n";
    }

    template <class Kind>
    static std::string signature(const Kind& said)
    {
        return fmt::format("<br><code>statement {}<br>signature {}<br>key {}</code>",
                           html(said.statement), html(said.signature), html(said.sign_key));
    }

    std::string confirmations() const
    {
        std::string text;
        for (const auto& one : story_.confirmations)
            text += fmt::format(
                "<li>Evidence 1, the signature: confirmed by {}, {}, record {}; {}.{}</li>\n",
                html(one.said.by.text), at(one.said.at), one.position, outcome_html(one.outcome),
                signature(one.said));
        if (text.empty()) text = "<li>Evidence 1, the signature: nobody has confirmed it.</li>\n";
        return text;
    }

    std::string list() const
    {
        const auto& seen = story_.departure.observed;
        if (!seen)
            return "<li>Evidence 2, the telephone system's own list: none was made since.</li>\n";
        const bool is_outdated = !seen->exists && !story_.departure.is_gone();
        return fmt::format(
            "<li>Evidence 2, the telephone system's own list: the mailbox {} in it, {}{}.</li>\n",
            seen->exists ? "<b class=bad>is still</b>" : "is no longer", at(seen->as_of),
            is_outdated ? ", <b class=doubt>before that message: it proves nothing</b>" : "");
    }

    const DepartureStory& story_;
    const LocalTimes& times_;
    std::string location_;
};

}  // namespace

std::string departures_html(const Report& report, const LocalTimes& times)
{
    std::string text;
    for (const auto& story : report.departures())
        text += Evidence{story, times, report.scope().location.text}.section();
    if (text.empty()) return {};
    return "<h2>Departures</h2>\n<p>Item 9: voice mail is disconnected when a person is no longer "
           "employed at the location.</p>\n" +
           text;
}

}  // namespace callwatch::ctl
