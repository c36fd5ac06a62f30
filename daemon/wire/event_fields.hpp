#pragma once

#include <optional>

#include "daemon/model/fact_organisation.hpp"
#include "daemon/model/fact_standards.hpp"
#include "daemon/wire/event_decoder.hpp"

namespace callwatch {

/// Reads the fields of one event and remembers the first thing that is wrong with them.
class EventFields {
public:
    explicit EventFields(const EventTokens& tokens) : tokens_{tokens} {}

    template <class IdType>
    IdType required(const std::string& text, const char* field)
    {
        if (text.empty()) refuse(Refusal::Code::malformed, field);
        return optional<IdType>(text, field);
    }
    template <class IdType>
    IdType optional(const std::string& text, const char* field)
    {
        if (text.size() > id_bytes_max) refuse(Refusal::Code::oversized, field);
        return {text};
    }
    std::string text(const std::string& text, const char* field)
    {
        if (text.size() > id_bytes_max) refuse(Refusal::Code::oversized, field);
        return text;
    }
    /// Years 2000 to 2100: outside, a source's clock is wrong beyond repair, and inside no later
    /// arithmetic can overflow.
    Instant instant(std::int64_t us, const char* field);
    Millis span(std::int64_t ms, const char* field);
    Party party(const v1::PhoneNumber& number, const char* field);
    /// What the vault keeps: a name.
    RemarkToken private_text(const std::string& text, const char* field);
    /// A number of ours: no token, it is compared with the organisation's own.
    Dialled dialled(const v1::PhoneNumber& number, const char* field);
    void bound(int count, int max, const char* field)
    {
        if (count > max) refuse(Refusal::Code::oversized, field);
    }

    const std::optional<Refusal>& refusal() const { return refusal_; }

private:
    void refuse(Refusal::Code code, const char* field)
    {
        if (!refusal_) refusal_ = Refusal{code, field};
    }

    const EventTokens& tokens_;
    std::optional<Refusal> refusal_;
};

EventBody decode_route_event(const v1::Event& wire, EventFields& fields);
EventBody decode_queue_event(const v1::Event& wire, EventFields& fields);
EventBody decode_call_event(const v1::Event& wire, EventFields& fields);
EventBody decode_voicemail_event(const v1::Event& wire, EventFields& fields, Instant occurred_at);
EventBody decode_agent_event(const v1::Event& wire, EventFields& fields);
/// Who works where, routes, and what was asked for without a message.
EventBody decode_staff_event(const v1::Event& wire, EventFields& fields);

constexpr int listed_messages_max = 1'000;
constexpr int listed_mailboxes_max = 10'000;
constexpr int listed_calls_max = 1'000;
constexpr int listed_members_max = 1'000;
constexpr std::size_t routes_listed_max = routes_max;
constexpr int things_of_person_listed_max = things_of_person_max;

}  // namespace callwatch
