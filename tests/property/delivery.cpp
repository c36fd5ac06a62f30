#include "tests/property/delivery.hpp"

#include <algorithm>

namespace callwatch::test {

using namespace std::chrono_literals;

namespace {

bool is_nonsense(const Input& input)
{
    const auto* event = std::get_if<Event>(&input);
    const auto* left = event ? std::get_if<VoicemailLeft>(&event->what) : nullptr;
    return left != nullptr && left->msg_id.empty() && left->call.empty();
}

}  // namespace

Delivery draw_delivery(const World& world, SeededRandom& random, Micros lag_max)
{
    static const std::vector<Micros> lags{0us, 1s, 30s, 20min, 5h};
    Delivery delivery{.lag_max = std::min(lag_max, lags[random.below(lags.size())]),
                      .restarts = world.kinds.restarts,
                      .duplicates = world.kinds.duplicates,
                      .dies = {}};
    if (world.kinds.dies) {
        const auto& sources = world.organisation.sources;
        delivery.dies = sources[random.below(sources.size())].id.text.str();
        delivery.dies_at = closings()[random.below(closings().size())] - 30min +
                           std::chrono::seconds{random.below(2'000)};
    }
    return delivery;
}

Play::Play(const World& world, const Streams& streams) : world_{world}, collector_{world}
{
    for (const auto& [source, stream] : streams) heads_[source] = {&stream};
}

/// The one that is to go on; empty when all are over.
std::string Play::choose(const Delivery& delivery, SeededRandom& random) const
{
    auto earliest = Instant::max();
    for (const auto& [source, head] : heads_)
        if (!head.is_over()) earliest = std::min(earliest, head.at());
    std::vector<std::string> able;
    for (const auto& [source, head] : heads_)
        if (!head.is_over() && head.at() <= earliest + delivery.lag_max) able.push_back(source);
    return able.empty() ? std::string{} : able[random.below(able.size())];
}

void Play::deliver(const std::string& source)
{
    auto& head = heads_.at(source);
    const auto& said = (*head.stream)[head.next++];
    collector_.not_before(said.at);
    heard_.push_back(said.input);
    if (is_nonsense(said.input)) return collector_.say_nonsense(said.input);
    const auto refusal = collector_.step(said.input);
    if (const auto* beat = std::get_if<SourceBeat>(&said.input))
        watermarks_[source] = beat->watermark;
    if (std::holds_alternative<Event>(said.input)) {
        last_event_ = said.input;
        require(!refusal, "a good event is taken");
    }
    if (std::holds_alternative<SourceHello>(said.input)) last_event_.reset();
}

/// After a restart the sources beat again, as they do each second.
void Play::beat_again()
{
    for (const auto& [source, watermark] : watermarks_)
        collector_.step(SourceBeat{{source}, watermark});
}

void Play::disturb(const Delivery& delivery, SeededRandom& random)
{
    if (delivery.duplicates && last_event_ && random.below(8) == 0) collector_.repeat(*last_event_);
    if (random.below(8) == 0) {
        collector_.let_pass(std::chrono::microseconds{random.below(20'000'000)});
        collector_.step(Tick{});
    }
    if (delivery.restarts && random.below(20) == 0) {
        collector_.restart();
        if (random.below(2) == 0) collector_.step(Tick{});
        beat_again();
    }
}

void Play::run(const Delivery& delivery, SeededRandom& random,
               const std::function<void(const Play&)>& look)
{
    for (auto source = choose(delivery, random); !source.empty();
         source = choose(delivery, random)) {
        auto& head = heads_.at(source);
        if (source == delivery.dies && head.at() >= delivery.dies_at) {
            head.next = head.stream->size();
            collector_.step(SourceQuiet{{source}});
            continue;
        }
        deliver(source);
        disturb(delivery, random);
        if (random.below(16) == 0) look(*this);
    }
    look(*this);
    collector_.not_before(world_.ends + 24h);
    collector_.step(Tick{});
    if (delivery.restarts) collector_.restart();
}

}  // namespace callwatch::test
