#include "tests/scenario/story.hpp"

#include <array>
#include <regex>
#include <sstream>
#include <stdexcept>

#include <fmt/format.h>

#include "daemon/model/describe.hpp"
#include "tests/support/collector.hpp"

namespace callwatch::test {
namespace {

using Words = std::smatch;

const std::map<std::string, std::string> mailbox_of_person{
    {"anna", "101"}, {"ben", "102"}, {"carla", "103"}, {"dora", "201"}};

/// Nobody reads these: they accompany every event, minute and command.
bool is_everyday(const Fact& fact)
{
    return fact.as<EventAccepted>() != nullptr || fact.as<CommandTaken>() != nullptr ||
           fact.as<CoverageJudged>() != nullptr || fact.as<CoverageChanged>() != nullptr ||
           fact.as<MailboxListed>() != nullptr || fact.as<OutboundEnded>() != nullptr ||
           fact.as<OutboundQualified>() != nullptr || fact.as<KeyAdmitted>() != nullptr ||
           fact.as<CollectorStarted>() != nullptr || fact.as<SourceOpened>() != nullptr ||
           fact.as<ConfigApplied>() != nullptr || fact.as<MessageBound>() != nullptr;
}

class Story {
public:
    std::vector<std::string> play(const std::string& text)
    {
        std::istringstream lines{text};
        for (std::string line; std::getline(lines, line);) {
            if (line.empty() || line.front() == '#') continue;
            if (!take(line)) throw std::invalid_argument{"not understood: " + line};
            tell();
        }
        return told_;
    }

private:
    bool take(const std::string& line)
    {
        Words words;
        if (is(line, "holiday (\\S+) at (.*)", words)) return add_holiday(words);
        if (is(line, "monitored from (\\S+)", words)) return begin_monitoring(words[1]);
        if (is(line, "[a-z]+day (\\S+)", words)) return begin_day(words[1]);
        if (!is(line, "(\\d\\d:\\d\\d)  (.*)", words)) return false;
        pass_until(words[1].str() + ":00");
        return take_sentence(words[2]);
    }

    static bool is(const std::string& text, const char* pattern, Words& words)
    {
        return std::regex_match(text, words, std::regex{pattern});
    }

    bool add_holiday(const Words& words)
    {
        for (auto& location : organisation_.locations)
            if (words[2].str().find(location.id.text) != std::string::npos)
                location.exceptions[parse_local_date(words[1].str()).value()] = std::nullopt;
        return true;
    }

    bool begin_monitoring(const std::string& date)
    {
        for (auto& location : organisation_.locations)
            location.monitoring_start = BusinessCalendar::make(location)->beginning_at(
                parse_local_date(date).value(), std::chrono::seconds{0});
        return true;
    }

    bool begin_day(const std::string& date)
    {
        if (!world_) begin_world();
        date_ = date;
        world_->on(date);
        const auto morning = world_->time("07:00:00");
        while (world_->now() + std::chrono::minutes{30} <= morning) {
            world_->after(std::chrono::minutes{30}).beat().tick();
            tell();
        }
        world_->at("07:00:00").beat().tick();
        told_.push_back(fmt::format("---- {}", date));
        return true;
    }

    void begin_world()
    {
        world_.emplace(Policy{}, organisation_);
        world_->at("07:30:00").has_key("sue", Role::supervisor).has_key("mia", Role::manager);
        world_->has_key("max", Role::manager).has_key("anna", Role::staff);
        world_->has_key("dora", Role::staff).has_key("ben", Role::staff);
        seen_ = world_->facts().size();
    }

    /// Minute by minute: what is due comes to be known.
    void pass_until(const std::string& clock_time)
    {
        const auto to = world_->time(clock_time);
        while (world_->now() + std::chrono::minutes{1} <= to) {
            world_->after(std::chrono::minutes{1}).beat().tick();
            tell();
        }
        world_->at(clock_time);
    }

    bool take_sentence(const std::string& said)
    {
        return take_call(said) || take_person(said) || take_desk(said);
    }

    bool take_call(const std::string& said)
    {
        Words w;
        if (is(said, "(M\\d+) is left in (\\d+) by (\\d+)", w)) {
            world_->message(w[1], from(w[3]), w[2]);
            return true;
        }
        if (is(said, "([a-z]+) calls (\\d+) and talks (\\d+) s", w)) {
            world_->calls_back(phone_of(w[1]), w[2], std::chrono::seconds{std::stoi(w[3])}).beat();
            return true;
        }
        if (is(said, "([a-z]+) calls (\\d+), who does not answer for (\\d+) s", w)) {
            world_->rings_out(phone_of(w[1]), w[2], std::chrono::seconds{std::stoi(w[3])}).beat();
            return true;
        }
        if (is(said, "(\\d+) rings back and speaks with ([a-z]+)", w)) {
            world_->joins_from("q" + w[1].str(), from(w[1]));
            world_->answers("q" + w[1].str(), phone_of(w[2]));
            return true;
        }
        if (is(said, "(M\\d+) of (\\S+) at (\\S+) comes to light in (\\d+), left by (\\d+)", w))
            return come_to_light(w);
        if (said == "the mailboxes are listed") {
            world_->lists().beat().tick();
            return true;
        }
        if (is(said, "the telephone system has mailboxes (.*)", w)) {
            std::istringstream list{w[1].str()};
            std::vector<std::string> mailboxes;
            for (std::string one; list >> one;) mailboxes.push_back(one);
            world_->mailboxes_are(mailboxes).beat().tick();
            return true;
        }
        return false;
    }

    bool come_to_light(const Words& w)
    {
        const auto calendar =
            *BusinessCalendar::make(*world_->engine().directory().location({"northside"}));
        const auto at =
            calendar.deadline_at(parse_local_date(w[2].str()).value(),
                                 std::chrono::hours{std::stoi(w[3].str().substr(0, 2))});
        world_->says(VoicemailLeft{.msg_id = {w[1].str()},
                                   .mailbox = box(w[4]),
                                   .queue = {},
                                   .caller = from(w[5]),
                                   .duration = std::chrono::seconds{20},
                                   .call = {},
                                   .received_at = at,
                                   .folder = "INBOX"});
        return true;
    }

    bool take_person(const std::string& said)
    {
        Words w;
        if (is(said, "([a-z]+)'s greeting promises a call between (\\S+) and (\\S+)", w))
            return done(world_->attests_in_office(w[1], mailbox_of_person.at(w[1]), w[2], w[3]));
        if (is(said, "([a-z]+)'s greeting states no hours", w))
            return done(world_->attests_in_office(w[1], mailbox_of_person.at(w[1])));
        if (is(said, "sue attests that ([a-z]+)'s greeting says she is back on (\\S+), key (\\d)",
               w))
            return done(world_->attests_away("sue", mailbox_of_person.at(w[1]), w[2], w[3]));
        if (is(said, "sue records that ([a-z]+) is away, and nobody covers", w))
            return done(world_->records_absence("sue", w[1], clock_now()));
        if (is(said, "sue records that ([a-z]+) is back", w))
            return done(world_->ends_absence("sue", w[1]));
        if (is(said, "sue names ([a-z]+) to answer (\\d+)", w))
            return done(world_->covers("sue", w[2], w[1]));
        if (is(said, "mia says that ([a-z]+) leaves northside", w))
            return done(world_->leaves_location("mia", w[1], clock_now()));
        if (is(said, "mia says that ([a-z]+) moves to eastside", w))
            return done(world_->moves("mia", w[1], "eastside", clock_now()));
        if (is(said, "dora says that she returned (M\\d+)", w))
            return done(world_->says_returned("dora", w[1]));
        if (is(said, "anna says that (M\\d+) needs no call: caller_reached", w))
            return done(world_->resolves("anna", w[1], ResolveReason::caller_reached));
        return false;
    }

    bool take_desk(const std::string& said)
    {
        Words w;
        if (said == "the day is over") return true;
        if (is(said, "sue requests that (\\d+) is disconnected", w))
            return done(world_->requests_disconnection("sue", w[1]));
        if (is(said, "mia confirms that (\\d+) is disconnected", w)) {
            const auto answer = world_->confirms_disconnection("mia", w[1]);
            if (answer != "done") told_.push_back("        mia is refused: " + answer);
            return true;
        }
        if (is(said, "sue signs (\\S+)(?: except (M\\d+))?", w))
            return done(sign("sue", w[1], date_, w[2], false));
        if (is(said, "mia signs (\\S+) of (\\S+) on behalf", w))
            return done(sign("mia", w[1], w[2], "", true));
        return false;
    }

    std::string sign(const std::string& who, const std::string& location, const std::string& date,
                     const std::string& except, bool on_behalf)
    {
        const auto day = parse_local_date(date).value();
        const auto* checked = world_->board().days().find({location}, day);
        if (checked == nullptr) throw std::invalid_argument{location + " has no check of " + date};
        SignDay said{.location = {location},
                     .date = day,
                     .revision = checked->revision,
                     .exceptions = {},
                     .remark = {"remark"},
                     .on_behalf = on_behalf,
                     .statement = "statement",
                     .signature = "signature",
                     .sign_key = "key"};
        if (!except.empty())
            said.exceptions.push_back({world_->the(except).left.message, {"remark"}});
        return world_->asks(who, std::move(said));
    }

    bool done(const std::string& answer) const
    {
        if (answer != "done") throw std::invalid_argument{"refused: " + answer};
        return true;
    }

    std::string clock_now() const { return shown_time(world_->now()) + ":00"; }

    std::string shown_time(Instant at) const
    {
        const auto calendar =
            *BusinessCalendar::make(*world_->engine().directory().location({"northside"}));
        const auto local = calendar.local_clock(at).local;
        const auto of_day = std::chrono::duration_cast<std::chrono::minutes>(
            local - std::chrono::floor<std::chrono::days>(local));
        return fmt::format("{:02}:{:02}", of_day.count() / 60, of_day.count() % 60);
    }

    static std::string phone_of(const std::string& person) { return mailbox_of_person.at(person); }

    void tell()
    {
        if (!world_) return;
        const auto& facts = world_->facts();
        for (; seen_ < facts.size(); ++seen_) {
            if (is_everyday(facts[seen_].fact)) continue;
            auto text = describe(facts[seen_]);
            constexpr std::size_t time_width =
                13;  // "16:59:40.123 ", UTC: its own line's time is enough.
            told_.push_back(fmt::format("{}   {}", shown_time(facts[seen_].decided_at),
                                        text.substr(time_width)));
        }
    }

    Organisation organisation_ = two_locations();
    std::optional<Collector> world_;
    std::string date_;
    std::size_t seen_ = 0;
    std::vector<std::string> told_;
};

}  // namespace

std::vector<std::string> play_story(const std::string& text) { return Story{}.play(text); }

}  // namespace callwatch::test
