#include "daemon/bridges/asterisk/replay.hpp"

#include <fmt/format.h>

#include "daemon/bridges/asterisk/times.hpp"
#include "daemon/bridges/digest.hpp"

namespace callwatch::asterisk {
namespace {

/// Raise it whenever the same recording gives other events than before: a spool half full of the
/// old ones is then refused instead of continued wrongly.
constexpr int events_version = 2;

Micros offset_of(const Recording& recording, std::optional<Instant> ends_at)
{
    return ends_at ? *ends_at - recording.ends() : Micros{0};
}

TranslatorSettings translator_settings(const Recording& recording, const Settings& settings,
                                       Micros offset)
{
    return {settings, v1::ORIGIN_REPLAY, offset,
            recording.spool_is_watched ? MailboxWatch::recorded : MailboxWatch::none};
}

void append(std::string& out, const std::string& text)
{
    out += fmt::format("{}:{} ", text.size(), text);
}

template <class List>
void append_all(std::string& out, const List& list)
{
    out += fmt::format("[{} ", list.size());
    for (const auto& item : list) append(out, fmt::format("{}", item));
}

}  // namespace

Replay::Replay(const Recording& recording, const Settings& settings, std::optional<Instant> ends_at)
    : recording_{recording},
      offset_{offset_of(recording, ends_at)},
      translator_{translator_settings(recording, settings, offset_)},
      ami_{recording.ami, recording_bytes_max, recording.ami_stamp}
{
}

std::optional<Instant> Replay::next_at() const
{
    if (finished_) return std::nullopt;
    if (spool_is_next()) return recording_.changes[next_change_].at + offset_;
    if (next_chunk_ < recording_.chunks.size())
        return recording_.chunks[next_chunk_].arrived + offset_;
    return ends();
}

bool Replay::spool_is_next() const
{
    if (next_change_ >= recording_.changes.size()) return false;
    return next_chunk_ >= recording_.chunks.size() ||
           recording_.changes[next_change_].at < recording_.chunks[next_chunk_].arrived;
}

void Replay::step(Events& out)
{
    if (finished_) return;
    if (!started_) {
        started_ = true;
        translator_.start(*next_at(), "A recording is played.", out);
    }
    if (spool_is_next()) return step_spool(out);
    if (next_chunk_ < recording_.chunks.size()) return step_ami(out);
    translator_.finish(ends(), out);
    finished_ = true;
}

void Replay::step_ami(Events& out)
{
    const auto& chunk = recording_.chunks[next_chunk_++];
    for (std::size_t left = chunk.size; left > 0;) {
        const auto bytes = ami_.next(left);
        left -= bytes.size();
        reader_.feed(bytes);
        while (const AmiMessage* message = reader_.next())
            translator_.take(*message, chunk.arrived + offset_, out);
    }
}

void Replay::step_spool(Events& out)
{
    SpoolChange change = recording_.changes[next_change_++];
    change.at += offset_;
    change.began += offset_;
    translator_.take(change, out);
}

std::optional<Instant> Replay::as_of() const
{
    if (finished_) return ends();
    return translator_.as_of();
}

std::string Replay::tag(const Recording& recording, const Settings& settings,
                        std::optional<Instant> ends_at)
{
    std::string all = fmt::format("{} ", events_version);
    append(all, recording.digest);
    append(all, settings.pbx_id);
    append(all, settings.dial_plan.country);
    append_all(all, settings.dial_plan.outside_prefixes);
    append_all(all, settings.dial_plan.extension_lengths);
    append_all(all, settings.dial_plan.withheld);
    append_all(all, settings.staff_channel_prefixes);
    append_all(all, settings.trunk_channel_prefixes);
    append_all(all, settings.operator_extensions);
    append_all(all, settings.ivr_contexts);
    append(all, settings.mailbox_context);
    append(all, ends_at ? format_utc(*ends_at) : "as recorded");
    return "recording " + bridge::sha256_hex(all);
}

}  // namespace callwatch::asterisk
