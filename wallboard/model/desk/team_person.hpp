#pragma once

#include <optional>
#include <string>
#include <vector>

#include "wallboard/model/desk/knowledge.hpp"
#include "wallboard/model/desk/page_parts.hpp"
#include "wallboard/model/desk/team_rows.hpp"

namespace wallboard::desk {

/// What somebody at the telephone does now.
struct NowWords {
    Mark mark = Mark::none;
    std::string state;     ///< "on a call", "free", "on a break", "unreachable", "?"
    std::string evidence;  ///< "in the queue": strong; "telephone is on": weak.
};
NowWords now_words(const std::optional<OperatorNow>& now);

/// Open messages to one person; `more`: the list ends at its bound, so there may be more.
struct OpenOf {
    bool known = false;
    bool more = false;
    std::size_t open = 0;
    std::size_t overdue = 0;
    Instant oldest{};
};
OpenOf open_of(const Rows& rows, const std::string& person);
std::string open_text(const OpenOf& open);  ///< "3", "3+", "?"

/// Who is away, until when, and who answers for her.
struct AwayWords {
    bool away = false;
    bool no_cover = false;
    std::string until;  ///< "away until Thu 17:00"
    std::string cover;  ///< "Ada Ruiz", "nobody", "?"
};
AwayWords away_words(const Knowledge& known, const std::string& location,
                     const std::string& person);

/// When she is going to be away, as is recorded: "Mon 30 Nov 08:00", "Wed 2 Dec 17:00". Empty:
/// never that is known, or she is away now.
struct PlannedWords {
    std::string from;
    std::string day;  ///< "Mon 30 Nov"
    std::string until;
    std::string cover;  ///< "nobody yet"
};
PlannedWords planned_words(const Knowledge& known, const std::string& location,
                           const std::string& person);

/// True of a person whose supervisor nobody has named: it blocks an all-clear.
bool lacks_supervisor(const Person& person);

/// A person in words: what is due from the supervisor first, then what is known. `row`: null for
/// who is no operator.
std::vector<PanelItem> person_items(const Knowledge& known, const std::string& location,
                                    const std::string& id, const OperatorRow* row);

}  // namespace wallboard::desk
