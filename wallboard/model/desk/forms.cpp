#include "wallboard/model/desk/forms.hpp"

#include <algorithm>

#include "wallboard/model/desk/alarms_shown.hpp"
#include "wallboard/model/desk/form_parts.hpp"
#include "wallboard/model/desk/letters.hpp"

namespace wallboard::desk {
namespace {

enum class Kind { message, departure, day, greeting, alarm, attest, staff };

Kind kind_of(Deed deed, Page page)
{
    switch (deed) {
        case Deed::request_disconnection:
        case Deed::confirm_disconnection:
        case Deed::handover: return Kind::departure;
        case Deed::cover: return page == Page::departures ? Kind::departure : Kind::message;
        case Deed::sign_day: return Kind::day;
        case Deed::attest_greeting: return Kind::greeting;
        case Deed::shelve: return Kind::alarm;
        case Deed::verify_access:
        case Deed::attest_script: return Kind::attest;
        case Deed::add_absence:
        case Deed::end_absence:
        case Deed::record_training: return Kind::staff;
        default: return Kind::message;
    }
}

}  // namespace

std::vector<const Person*> people_named(const Rows& rows, std::string_view text)
{
    std::vector<const Person*> holding;
    std::vector<const Person*> exact;
    if (text.empty()) return holding;
    for (const Person& one : rows.people) {
        if (one.has_left) continue;
        if (one.id == text) return {&one};
        if (!holds(one.name, text)) continue;
        holding.push_back(&one);
        if (one.name.size() == text.size()) exact.push_back(&one);
    }
    return exact.empty() ? holding : exact;
}

Form form_for(Deed deed, const State& state, const Knowledge& known)
{
    Form form{.deed = deed, .subject = row_selected(state, known), .fields = {}, .missing = {}};
    switch (kind_of(deed, state.page)) {
        case Kind::message: form.fields = message_fields(deed); break;
        case Kind::departure: form.fields = departure_fields(deed); break;
        case Kind::day:
            form.subject = location_shown(state, known);
            form.fields = day_fields(state, known, form.subject);
            break;
        case Kind::greeting: form.fields = greeting_fields(); break;
        case Kind::alarm:
            if (const Alarm* alarm = alarm_to_acknowledge(state, known))
                form.subject = alarm->subject;
            form.fields = alarm_fields();
            break;
        case Kind::attest:
            if (deed == Deed::attest_script) form.subject = location_shown(state, known);
            form.fields = attest_fields(deed, state, known);
            break;
        case Kind::staff: form.fields = staff_fields(deed, state, known, form.subject); break;
    }
    return form;
}

std::variant<Order, Missing> order_of(const Form& form, const State& state, const Knowledge& known,
                                      TextHash hash)
{
    const Written in{form, state, known, hash};
    switch (kind_of(form.deed, state.page)) {
        case Kind::departure: return departure_order(in);
        case Kind::day: return day_order(in);
        case Kind::greeting: return greeting_order(in);
        case Kind::alarm: return alarm_order(in);
        case Kind::attest: return attest_order(in);
        case Kind::staff: return staff_order(in);
        case Kind::message: break;
    }
    return message_order(in);
}

Order order_at_once(Deed deed, const State& state, const Knowledge& known)
{
    Order order;
    order.deed = deed;
    if (deed == Deed::acknowledge || deed == Deed::unshelve) {
        const Alarm* alarm = deed == Deed::unshelve ? alarm_shelved(state, known)
                                                    : alarm_to_acknowledge(state, known);
        if (alarm == nullptr) return order;
        order.subject = alarm->subject;
        order.said = (deed == Deed::unshelve ? "taken from the shelf: " : "acknowledged: ") +
                     alarm_words(known, *alarm);
        return order;
    }
    order.subject = row_selected(state, known);
    const Message* message = known.rows.message(order.subject);
    order.said = (deed == Deed::release ? "claim given up: " : "claimed: ") +
                 (message == nullptr ? order.subject : owner_words(known.rows, *message));
    return order;
}

std::vector<std::string> sentences_of(const Form& form, const State& state, const Knowledge& known)
{
    const Written in{form, state, known};
    switch (kind_of(form.deed, state.page)) {
        case Kind::departure: return departure_sentences(in);
        case Kind::day: return day_sentences(in);
        case Kind::greeting: return greeting_sentences(in);
        case Kind::alarm: return alarm_sentences(in);
        case Kind::attest: return attest_sentences(in);
        case Kind::staff: return staff_sentences(in);
        case Kind::message: break;
    }
    return message_sentences(in);
}

}  // namespace wallboard::desk
