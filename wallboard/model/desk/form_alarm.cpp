#include <fmt/format.h>

#include "wallboard/model/desk/alarms_shown.hpp"
#include "wallboard/model/desk/form_parts.hpp"

namespace wallboard::desk {
namespace {

const Alarm* alarm_of(const Written& in)
{
    return in.known.alarms == nullptr ? nullptr : in.known.alarms->find(in.form.subject);
}

Micros span_written(const Written& in)
{
    std::int64_t minutes = 0;
    for (const char digit : in.form.value("for")) minutes = minutes * 10 + (digit - '0');
    return std::chrono::minutes{minutes};
}

}  // namespace

std::vector<Field> alarm_fields()
{
    return {choice_field("for", "for how long",
                         {"15 minutes", "1 hour", "4 hours", "until tomorrow, 16 hours"},
                         {"15", "60", "240", "960"})};
}

Made alarm_order(const Written& in)
{
    const Alarm* alarm = alarm_of(in);
    if (alarm == nullptr) return Missing{"", "this alarm is over"};
    Order order = start_order(in, "shelved: " + alarm_words(in.known, *alarm));
    order.until = in.known.now + span_written(in);
    return order;
}

std::vector<std::string> alarm_sentences(const Written& in)
{
    const Alarm* alarm = alarm_of(in);
    if (alarm == nullptr) return {"This alarm is over."};
    const Field* field = in.form.field("for");
    return {fmt::format("I, {}, shelve this alarm for {}: {}.",
                        person_words(in.known.rows, in.state.me.person),
                        field == nullptr ? "" : field->choices[field->chosen],
                        alarm_words(in.known, *alarm)),
            "Walls say that it is shelved and until when; then it comes back by itself. What is "
            "wrong stays wrong."};
}

}  // namespace wallboard::desk
