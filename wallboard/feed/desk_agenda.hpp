#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "wallboard/feed/desk_codec.hpp"
#include "wallboard/feed/desk_line.hpp"

namespace wallboard {

/// Which question is next, one at a time. Messages that are open, or were closed lately, and what
/// the page shows are asked for again once the board has changed, at most once a second, and every
/// half minute in any case; who works where, every five minutes. A refused question is asked again
/// after a minute.
class DeskAgenda {
public:
    using Time = std::chrono::steady_clock::time_point;

    void look_at(const DeskWish& wish) { wish_ = wish; }
    /// Something was recorded by this desk: everything may have changed.
    void stir();

    /// The question to send now. Its answer may be older than what the board says, or this desk
    /// records, until it comes: then it is asked again.
    std::optional<Question> next(Time now);
    /// `more_from`: where the rest of the messages begins; 0: all were in the answer.
    void answered(const Question& question, Time now, bool refused, std::uint32_t more_from = 0);

private:
    struct Asked {
        Question question;
        Time at{};
        std::uint64_t revision = 0;
        bool refused = false;
    };
    std::vector<Question> wanted() const;
    bool is_due(const Question& question, Time now) const;
    const Asked* find(const Question& question) const;

    DeskWish wish_;
    std::vector<Asked> asked_;
    std::optional<Question> rest_;  ///< Of a list that comes in several answers.
    std::uint64_t revision_asked_at_ = 0;
    bool stirred_ = false;  ///< Since the question was sent.
};

}  // namespace wallboard
