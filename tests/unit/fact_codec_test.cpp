// Are facts stored as the contract says, byte for byte as Protobuf itself would, and read back the
// same? FieldWriter and FieldReader go without Protobuf's objects; here its own classes judge.

#include <fstream>

#include <catch2/catch.hpp>

#include "callwatch/journal/v1/facts.pb.h"
#include "daemon/journal/chain.hpp"
#include "daemon/wire/fact_codec.hpp"
#include "daemon/wire/fact_fields_alarms.hpp"
#include "daemon/wire/fact_fields_coverage.hpp"
#include "daemon/wire/fact_fields_days.hpp"
#include "daemon/wire/fact_fields_greetings.hpp"
#include "daemon/wire/fact_fields_messages.hpp"
#include "daemon/wire/fact_fields_organisation.hpp"
#include "daemon/wire/fact_fields_people.hpp"
#include "daemon/wire/fact_fields_sources_queues.hpp"
#include "daemon/wire/fact_fields_staff.hpp"
#include "daemon/wire/fact_fields_standards.hpp"
#include "tests/support/seeded_random.hpp"

namespace callwatch::test {
namespace {

/// Gives every field a random value; now and then its default.
class FieldFiller {
public:
    static constexpr bool reads = true;
    explicit FieldFiller(SeededRandom& random) : random_{random} {}

    FieldFiller& operator()(unsigned, std::string& text)
    {
        text = is_default() ? "" : std::string(1 + random_.below(200), 'a') + "\xc3\xa4";
        return *this;
    }
    FieldFiller& operator()(unsigned number, SharedText& text)
    {
        std::string filled;
        (*this)(number, filled);
        text = filled;
        return *this;
    }
    template <class Tag>
    FieldFiller& operator()(unsigned number, Id<Tag>& id)
    {
        return (*this)(number, id.text);
    }
    FieldFiller& operator()(unsigned, bool& value)
    {
        value = !is_default();
        return *this;
    }
    FieldFiller& operator()(unsigned, std::uint64_t& value) { return fill(value); }
    FieldFiller& operator()(unsigned, std::uint32_t& value) { return fill(value); }
    FieldFiller& operator()(unsigned, Instant& at)
    {
        at = Instant{Micros{is_default() ? 0 : static_cast<std::int64_t>(any())}};
        return *this;
    }
    FieldFiller& operator()(unsigned, Millis& span)
    {
        span = Millis{is_default() ? 0 : static_cast<std::int64_t>(any())};
        return *this;
    }
    FieldFiller& operator()(unsigned, LocalDate& date)
    {
        date = LocalDate{std::chrono::days{random_.below(30'000)}};
        return *this;
    }
    template <class Enum>
    requires std::is_enum_v<Enum> FieldFiller& operator()(unsigned, Enum& value)
    {
        value = static_cast<Enum>(random_.below(3));
        return *this;
    }
    template <class Item>
    FieldFiller& operator()(unsigned number, std::vector<Item>& items)
    {
        items.resize(random_.below(4));
        for (auto& item : items) (*this)(number, item);
        return *this;
    }
    template <class Message>
    requires std::is_class_v<Message> FieldFiller& operator()(unsigned, Message& message)
    {
        stored_form(*this, message);
        return *this;
    }

private:
    bool is_default() { return random_.below(8) == 0; }
    std::uint64_t any() { return random_.below(~std::uint64_t{0}) >> random_.below(64); }
    template <class Unsigned>
    FieldFiller& fill(Unsigned& value)
    {
        value = is_default() ? 0 : static_cast<Unsigned>(any());
        return *this;
    }

    SeededRandom& random_;
};

template <class... FactTypes>
std::vector<Fact> one_of_each(SeededRandom& random, const std::variant<FactTypes...>&)
{
    std::vector<Fact> facts{Fact{FactTypes{}}...};
    FieldFiller fill{random};
    for (auto& fact : facts) std::visit([&](auto& one) { stored_form(fill, one); }, fact.any());
    return facts;
}

bool has_unknown(const google::protobuf::Message& message)
{
    const auto& reflection = *message.GetReflection();
    if (!reflection.GetUnknownFields(message).empty()) return true;
    std::vector<const google::protobuf::FieldDescriptor*> set;
    reflection.ListFields(message, &set);
    for (const auto* field : set) {
        if (field->cpp_type() != google::protobuf::FieldDescriptor::CPPTYPE_MESSAGE) continue;
        const int count = field->is_repeated() ? reflection.FieldSize(message, field) : 1;
        for (int i = 0; i < count; ++i)
            if (has_unknown(field->is_repeated() ? reflection.GetRepeatedMessage(message, field, i)
                                                 : reflection.GetMessage(message, field)))
                return true;
    }
    return false;
}

}  // namespace

TEST_CASE("every kind of fact is stored as Protobuf would, and read back the same", "[unit][facts]")
{
    SeededRandom random{21};
    for (int round = 0; round < 300; ++round)
        for (const auto& fact : one_of_each(random, AnyFact{})) {
            const DatedFact dated{
                Instant{Micros{static_cast<std::int64_t>(random.below(1u << 30))}}, fact};
            const auto bytes = encode_fact(dated);
            journal::v1::Fact wire;
            REQUIRE(wire.ParseFromString(bytes));
            CHECK_FALSE(has_unknown(wire));
            CHECK((wire.SerializeAsString() == bytes));
            const auto again = decode_fact(bytes);
            INFO(wire.ShortDebugString());
            if (!again) FAIL(again.refusal().detail);
            REQUIRE(again);
            CHECK((*again == dated));
        }
}

TEST_CASE("facts that an earlier program stored are stored the same today", "[unit][facts]")
{
    std::ifstream file{STATE_FORMAT_FACTS, std::ios::binary};
    const std::string bytes{std::istreambuf_iterator<char>{file}, {}};
    REQUIRE(bytes.size() > 1'000);
    for (std::string_view rest = bytes; !rest.empty();) {
        const auto stored = take_fact(rest);
        const auto fact = decode_fact(stored);
        REQUIRE(fact);
        CHECK((encode_fact(*fact) == stored));
    }
}

TEST_CASE("bytes that are no fact are refused, whatever they are", "[unit][facts]")
{
    const auto whole = encode_fact({Instant{Micros{7}}, SourceHeard{{"pbx1"}}});
    for (std::size_t size = 3; size < whole.size(); ++size)
        CHECK(decode_fact(std::string_view{whole}.substr(0, size)).refusal().code ==
              Refusal::Code::malformed);
    CHECK(decode_fact("").refusal().code == Refusal::Code::version);
    CHECK(decode_fact("\xfa\x07\x01x").refusal().code == Refusal::Code::version);
}

TEST_CASE("a hand-over that was stored before they were signed is read as not signed",
          "[unit][facts]")
{
    journal::v1::MailboxHandedOver stored;
    stored.set_mailbox_id("box");
    stored.set_successor("ben");
    stored.set_by("mia");
    stored.set_at_us(1);
    MailboxHandedOver fact;
    decode_body(stored.SerializeAsString(), fact);
    CHECK(fact.successor.text == "ben");
    CHECK_FALSE(fact.is_signed());
    CHECK(encode_body(fact) == stored.SerializeAsString());
}

}  // namespace callwatch::test
