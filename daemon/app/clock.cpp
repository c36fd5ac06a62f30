#include "daemon/app/clock.hpp"

#include <time.h>

#include <algorithm>
#include <set>

namespace callwatch {
namespace {

Instant read_wall()
{
    return std::chrono::time_point_cast<Micros>(std::chrono::system_clock::now());
}

class SystemClock final : public Clock {
public:
    explicit SystemClock(Micros max_skew) : max_skew_{max_skew} {}
    bool in_doubt() const override { return in_doubt_; }
    std::uint32_t rate_milli() const override { return 1000; }

private:
    std::optional<Instant> read(Uptime uptime) override
    {
        const auto wall = read_wall();
        const auto ours = wall_at_anchor_ + (uptime - uptime_at_anchor_);
        in_doubt_ = is_anchored_ && std::chrono::abs(wall - ours) > max_skew_;
        if (in_doubt_) return ours;
        is_anchored_ = true;
        wall_at_anchor_ = wall;
        uptime_at_anchor_ = uptime;
        return wall;
    }

    Micros max_skew_;
    bool is_anchored_ = false;
    bool in_doubt_ = false;
    Instant wall_at_anchor_;
    Uptime uptime_at_anchor_{};
};

class SourceClock final : public Clock {
public:
    SourceClock(const std::vector<SourceId>& sources, double pace)
        : live_{sources.begin(), sources.end()},
          pace_{pace}
    {
    }
    void heard(const SourceId& source, Instant at) override
    {
        const auto [entry, is_new] = times_.emplace(source, at);
        if (!is_new) entry->second = std::max(entry->second, at);
    }
    void gone(const SourceId& source, Uptime uptime) override
    {
        live_.erase(source);
        if (live_.empty() && !alone_since_) alone_since_ = Alone{uptime, latest()};
    }
    void back(const SourceId& source) override
    {
        live_.insert(source);
        alone_since_.reset();
    }
    std::uint32_t rate_milli() const override
    {
        return alone_since_ ? static_cast<std::uint32_t>(pace_ * 1000) : 0;
    }

private:
    struct Alone {
        Uptime uptime;
        std::optional<Instant> at;
    };

    std::optional<Instant> read(Uptime uptime) override
    {
        if (alone_since_) return run_on(uptime);
        std::optional<Instant> smallest;
        for (const auto& source : live_) {
            const auto time = times_.find(source);
            if (time == times_.end()) return std::nullopt;  // Wait for everybody's first word.
            if (!smallest || time->second < *smallest) smallest = time->second;
        }
        return smallest;
    }

    std::optional<Instant> run_on(Uptime uptime)
    {
        auto from = alone_since_->at;
        for (const auto& [source, time] : times_) from = from ? std::max(*from, time) : time;
        if (!from) return std::nullopt;
        alone_since_->at = from;
        const auto passed = static_cast<double>((uptime - alone_since_->uptime).count()) * pace_;
        return *from + Micros{static_cast<std::int64_t>(passed)};
    }

    std::set<SourceId> live_;
    std::map<SourceId, Instant> times_;
    std::optional<Alone> alone_since_;
    double pace_;
};

}  // namespace

Uptime read_uptime()
{
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return std::chrono::seconds{now.tv_sec} +
           std::chrono::duration_cast<Micros>(std::chrono::nanoseconds{now.tv_nsec});
}

std::optional<Instant> Clock::now(Uptime uptime)
{
    if (const auto read_now = read(uptime))
        latest_ = latest_ ? std::max(*latest_, *read_now) : *read_now;
    return latest_;
}

void Clock::not_before(Instant earliest)
{
    latest_ = latest_ ? std::max(*latest_, earliest) : earliest;
}

std::unique_ptr<Clock> make_system_clock(Micros max_skew)
{
    return std::make_unique<SystemClock>(max_skew);
}

std::unique_ptr<Clock> make_source_clock(const std::vector<SourceId>& sources, double pace)
{
    return std::make_unique<SourceClock>(sources, pace);
}

}  // namespace callwatch
