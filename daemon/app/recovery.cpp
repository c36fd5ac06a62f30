#include "daemon/app/recovery.hpp"

#include <chrono>

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "daemon/wire/fact_codec.hpp"

namespace callwatch {

Board recover(Journal& journal, RecentFacts& recent)
{
    Board board;
    const auto begin = std::chrono::steady_clock::now();
    constexpr Position tell_every = 1'000'000;
    journal.replay(0, [&](Position position, std::string_view bytes) {
        const auto fact = decode_fact(bytes);
        if (!fact)
            throw JournalError{fmt::format("position {}: {}", position, fact.refusal().detail)};
        board.apply(*fact);
        recent.add(position, std::string{bytes});
        if (position % tell_every == 0) spdlog::info("replaying: {} facts", position);
    });
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    spdlog::info("recovered {} messages from {} facts in {:.2f} s", board.messages().all().size(),
                 journal.head().position, took.count());
    return board;
}

}  // namespace callwatch
