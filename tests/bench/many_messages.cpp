#include "tests/bench/many_messages.hpp"

#include "tests/unit/desk_vocabulary.hpp"

namespace callwatch::bench {

std::shared_ptr<const wallboard::desk::Rows> many_messages(std::size_t messages)
{
    wallboard::desk::test::Desk desk;
    const std::size_t people = messages / 10;
    for (std::size_t i = 0; i < people; ++i)
        desk.knows("person-" + std::to_string(i), "Person " + std::to_string(i),
                   "office-" + std::to_string(i % 20));
    for (std::size_t i = 0; i < messages; ++i) {
        auto& message =
            desk.left("pbx1/101@default#1795309119." + std::to_string(i),
                      "person-" + std::to_string(i % people), "office-" + std::to_string(i % 20));
        if (i < messages / 10) message.flags.push_back("OVERDUE");
    }
    desk.rows.index();
    return std::make_shared<const wallboard::desk::Rows>(std::move(desk.rows));
}

}  // namespace callwatch::bench
