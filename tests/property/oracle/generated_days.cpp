// The collector of the generated days: reads told histories on its input, one after another, steps
// the real engine through each, and writes what it concluded as JSON lines. It knows nothing of
// what to expect. `--wrong-talk` breaks one rule on purpose: a second less of talk returns a
// message; whoever compares has to see it.

#include <iostream>
#include <sstream>

#include "daemon/engine/engine.hpp"
#include "tests/property/oracle/conclusions.hpp"
#include "tests/property/oracle/told_input.hpp"
#include "tests/property/oracle/told_organisation.hpp"

using namespace callwatch;
using namespace callwatch::test;

namespace {

class History {
public:
    explicit History(bool wrong_talk) : wrong_talk_{wrong_talk} {}

    void take(const ToldLine& line)
    {
        if (line.verb == "item") {
            items_.push_back(read_item(line));
        } else if (told_.take(line)) {
            return;
        } else if (line.verb == "restart") {
            restart();
        } else {
            step(line);
        }
    }

    /// Not before the whole history was read: whoever tells it listens only then.
    void end()
    {
        tell_messages(engine_.value().board(), concluded_);
        std::cout << concluded_.str() << "{\"end\":true}" << std::endl;
    }

private:
    /// On the facts of the process before; at first, on the keys that were admitted.
    void restart()
    {
        Board board;
        if (facts_.empty()) {
            if (wrong_talk_) told_.policy.min_talk -= std::chrono::seconds{1};
            for (const auto& [person, role] : told_.keys)
                facts_.push_back({Instant{}, KeyAdmitted{.key = key_of(person),
                                                         .sign_key = "sign_key",
                                                         .role = role,
                                                         .person = person,
                                                         .source = {},
                                                         .by = {}}});
        }
        for (const auto& fact : facts_) board.apply(fact);
        engine_.emplace(*Directory::make(told_.in_order()), told_.policy, std::move(board));
    }

    void step(const ToldLine& line)
    {
        auto& engine = engine_.value();
        auto input = read_input(line, engine.board());
        if (!input) throw std::invalid_argument{"not a line of a history: " + line.verb};
        if (auto* event = std::get_if<Event>(&*input))
            if (auto* list = std::get_if<MailboxSnapshot>(&event->what))
                list->items = std::exchange(items_, {});
        const auto before = facts_.size();
        const auto refusal = engine.step(*input, line.instant("now"), facts_);
        if (line.verb == "command") tell_answer(line, refusal, concluded_);
        for (auto i = before; i < facts_.size(); ++i)
            tell_fact(facts_[i], engine.board(), concluded_);
    }

    bool wrong_talk_;
    ToldOrganisation told_;
    std::optional<Engine> engine_;
    Facts facts_;
    std::ostringstream concluded_;
    std::vector<MailboxSnapshot::Item> items_;  ///< Of the list that is told next.
};

}  // namespace

int main(int argc, char** argv)
try {
    const bool wrong_talk = argc == 2 && std::string{argv[1]} == "--wrong-talk";
    if (argc > 1 && !wrong_talk) {
        std::cerr << "usage: generated_days [--wrong-talk] < histories\n";
        return 2;
    }
    std::optional<History> history;
    for (std::string text; std::getline(std::cin, text);) {
        const ToldLine line{text};
        if (line.verb == "history") {
            history.emplace(wrong_talk);
        } else if (line.verb == "end") {
            history.value().end();
        } else {
            history.value().take(line);
        }
    }
    return 0;
} catch (const std::exception& error) {
    std::cerr << "generated_days: " << error.what() << '\n';
    return 1;
}
