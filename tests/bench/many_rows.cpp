#include "tests/bench/many_rows.hpp"

#include "tests/unit/wallboard_vocabulary.hpp"
#include "wallboard/model/links.hpp"

namespace callwatch::bench {

namespace w = wallboard::test;

wallboard::Snapshot many_rows(std::size_t rows)
{
    using namespace std::chrono_literals;
    wallboard::Snapshot board = w::board("10:00:00");
    board.locations.clear();
    board.queues.clear();
    board.sources.clear();
    for (std::size_t i = 0; i < rows / 10; ++i) {
        const std::string id = "office-" + std::to_string(i);
        auto office = w::office(id, "Office " + std::to_string(i));
        w::owes(office, static_cast<std::uint32_t>(i % 12), i % 20 == 0 ? 1 : 0);
        w::people_left(office, {1, 0, 0, 0, 0, 0});
        office.zone = "America/Chicago";
        w::greets(office, 12, i % 3 == 0 ? 1 : 0);
        board.locations.push_back(office);
        board.sources.push_back(
            w::source("pbx-" + std::to_string(i), wallboard::SourceState::fresh, {id}));
        board.days.push_back(w::checked(id, wallboard::Verdict::unknown));
        for (const int back : {0, 1}) board.trends.push_back(w::half_hours(id, 18, back));
        for (std::size_t k = 0; k < 5; ++k) {
            auto queue =
                w::line(id + "-queue-" + std::to_string(k), "Queue " + std::to_string(k), id);
            if (k == 0) w::caller_waits(queue, i % 4 == 0 ? "09:55:00" : "09:59:40", 2);
            queue.offered = queue.answered = 120;
            queue.waiting_by_minute.assign(30, 2);
            board.queues.push_back(queue);
        }
    }
    link(board);  // As the feed does.
    return board;
}

}  // namespace callwatch::bench
