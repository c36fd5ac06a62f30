#pragma once

#include <optional>

#include "wallboard/model/desk/forms.hpp"

namespace wallboard::desk {

// What forms are made of. Fields are found by name again when the order is made.

Field line_field(std::string name, std::string title, bool required = true);
Field choice_field(std::string name, std::string title, std::vector<std::string> choices,
                   std::vector<std::string> codes);
Field passphrase_field();

/// "Ada Ruiz", or the id where the name is not known; "nobody" for nobody.
std::string person_words(const Rows& rows, const std::string& person);
/// "Ada Ruiz" or "group front-desk": whose mailbox a message lies in.
std::string owner_words(const Rows& rows, const Message& message);

/// Local date "2026-11-30"; nothing if it is none.
std::optional<std::string> parse_date(std::string_view text);
/// "15:30" as time since midnight.
std::optional<Micros> parse_clock(std::string_view text);
/// "15:30-17:00".
struct HoursOfDay {
    Micros from{};
    Micros to{};
};
std::optional<HoursOfDay> parse_hours(std::string_view text);
/// "2026-11-30 09:00", local with this offset.
std::optional<Instant> parse_local(std::string_view text, std::chrono::seconds utc_offset);

// Of the deeds in one file each: the fields, the order, the sentences.
struct Written {
    const Form& form;
    const State& state;
    const Knowledge& known;
    TextHash hash = nullptr;
};
using Made = std::variant<Order, Missing>;

std::vector<Field> message_fields(Deed deed);
Made message_order(const Written& in);
std::vector<std::string> message_sentences(const Written& in);

std::vector<Field> departure_fields(Deed deed);
Made departure_order(const Written& in);
std::vector<std::string> departure_sentences(const Written& in);

std::vector<Field> day_fields(const State& state, const Knowledge& known,
                              const std::string& location);
Made day_order(const Written& in);
std::vector<std::string> day_sentences(const Written& in);

std::vector<Field> greeting_fields();
Made greeting_order(const Written& in);
std::vector<std::string> greeting_sentences(const Written& in);

std::vector<Field> alarm_fields();
Made alarm_order(const Written& in);
std::vector<std::string> alarm_sentences(const Written& in);
// Management's access and the scripts of the answering system.
std::vector<Field> attest_fields(Deed deed, const State& state, const Knowledge& known);
Made attest_order(const Written& in);
std::vector<std::string> attest_sentences(const Written& in);

// Absence and training of one person.
std::vector<Field> staff_fields(Deed deed, const State& state, const Knowledge& known,
                                const std::string& person);
Made staff_order(const Written& in);
std::vector<std::string> staff_sentences(const Written& in);

/// The local time in a field, by the clocks of the location that is shown. Refused: what is no
/// time, a time that the clocks skip when they are changed, a zone that is not known here.
std::variant<Instant, Missing> instant_written(const Written& in, const std::string& field);
/// What is to be said of a time that comes twice: the earlier is recorded. Else empty.
std::string twice_words(const Written& in, const std::string& field);

/// Resolves the field "person" to one person's id.
std::variant<std::string, Missing> person_written(const Written& in);

/// An order of this form with subject and the words for its notice.
Order start_order(const Written& in, std::string said);

}  // namespace wallboard::desk
