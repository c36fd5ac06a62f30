#pragma once

#include <chrono>
#include <set>

#include "daemon/board/operator_index.hpp"
#include "daemon/board/rows.hpp"
#include "daemon/board/standings.hpp"

namespace callwatch {

/// Which rows of the board may have changed: those a fact touches, at once; a source's own and what
/// follows watermarks, some times a second; what follows the clock, when the clock gets there
/// (opening and closing times lie on whole seconds, a queue's last minutes on whole minutes). So a
/// turn makes the few rows it touched, whatever the organisation's size.
class LiveRows {
public:
    /// Everything may have changed.
    explicit LiveRows(const Engine& engine);

    /// A fact that has been applied.
    void note(const DatedFact& dated);

    /// Is there something to make at `now`? `uptime` is the machine's own time.
    bool is_due(Instant now, std::chrono::microseconds uptime) const;

    /// Is it time for the rows that follow the clock and watermarks? They are made together, and
    /// are many more than those that events touch.
    bool is_round_due(Instant now, std::chrono::microseconds uptime) const;
    /// No such round before.
    void rest_until(std::chrono::microseconds uptime) { rested_at_ = uptime; }

    /// The rows that may have changed, as of `view.now`; a row with `removed` is shown no longer.
    std::vector<v1::BoardRow> take(const BoardView& view, std::chrono::microseconds uptime);

    /// Sources' and the collector's rows, "as of" and half hours are made at most so often.
    static constexpr std::chrono::milliseconds sources_every{500};

private:
    /// Places in the organisation's lists, each once.
    class Marks {
    public:
        explicit Marks(std::size_t size) : is_marked_(size) {}
        void mark(std::size_t place);
        void mark_all();
        bool empty() const { return places_.empty(); }
        template <class Visit>
        void take(Visit visit);

    private:
        std::vector<char> is_marked_;
        std::vector<std::size_t> places_;
    };

    template <class FactType>
    void touch(const FactType& fact);
    void touch_location(const LocationId& id);
    void touch_queue(const QueueId& id);
    void touch_source(const SourceId& id);
    void begin_round(Instant now, std::chrono::microseconds uptime);
    void touch_moved_watermarks(Instant now);
    void touch_changed_health(const BoardView& view);
    void touch_trend(const LocationId& id);

    struct Served {
        std::vector<std::size_t> locations;
        std::vector<std::size_t> queues;
    };

    const Engine& engine_;
    std::vector<Served> served_;  ///< By each source, as places.
    OperatorIndex operators_;
    Standings standings_;
    Marks locations_;
    Marks queues_;
    Marks sources_;
    Marks trends_;                  ///< Of locations.
    std::vector<Instant> reached_;  ///< By each source, when its locations were made last.
    bool has_alarm_acts_ = true;
    std::set<LocationId> days_;
    std::map<LocationId, std::set<std::string>> days_shown_;  ///< Ids of rows.
    std::map<LocationId, std::set<std::string>> trends_shown_;
    std::set<std::string> alarms_shown_;
    std::map<SourceId, v1::SourceRow::State> health_;
    std::uint64_t doubts_seen_ = 0;
    Instant next_second_;
    Instant next_minute_;
    std::chrono::microseconds next_sources_{};
    std::chrono::microseconds rested_at_{};
};

}  // namespace callwatch
