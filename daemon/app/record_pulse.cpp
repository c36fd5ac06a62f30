#include "daemon/app/record_pulse.hpp"

#include <system_error>

namespace callwatch {
namespace {

using namespace std::chrono_literals;

constexpr Uptime look_every = 1s;
constexpr Uptime room_every = 30s;  // Answered from memory by local file systems; it reads no disk.

}  // namespace

void RecordPulse::submitted(Position position, Uptime uptime)
{
    if (measured_ != 0) return;
    measured_ = position;
    measured_from_ = uptime;
}

void RecordPulse::durable(const JournalHead& head, Uptime uptime, Instant now)
{
    if (head.position == head_.position) return;
    head_ = head;
    written_at_ = now;
    if (measured_ != 0 && head.position >= measured_) {
        commit_ = std::chrono::duration_cast<std::chrono::milliseconds>(uptime - measured_from_);
        measured_ = 0;
    }
}

void RecordPulse::look(const CollectorVitals& told, Uptime uptime)
{
    if (uptime < next_look_) return;
    next_look_ = uptime + look_every;
    if (uptime >= next_room_) {
        next_room_ = uptime + room_every;
        std::error_code error;
        const auto space = std::filesystem::space(data_directory_, error);
        room_left_bytes_ = error ? 0 : space.available;
    }
    vitals_ = told;
    vitals_.journal_position = head_.position;
    vitals_.chain_head = to_hex(head_.hash);
    vitals_.written_at = written_at_;
    vitals_.commit = commit_;
    vitals_.room_left_bytes = room_left_bytes_;
}

}  // namespace callwatch
