// A whole source: it says that a voicemail was left in a mailbox, and ends when the collector's
// journal has it.
//
//   callwatch-example-source <source id> <spool directory> <mailbox id>
//
// The source id has to be in the collector's configuration. Start it again, with or without a
// collector: the number of the event goes on, and nothing is lost or told twice.

#include <chrono>
#include <cstdio>

#include "daemon/bridges/publisher/publisher.hpp"

namespace {

std::int64_t now_us()
{
    using namespace std::chrono;
    return duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
}

callwatch::v1::Event voicemail_left(const char* mailbox, std::int64_t at_us)
{
    callwatch::v1::Event event;
    event.set_occurred_at_us(at_us);
    event.set_origin(callwatch::v1::ORIGIN_LIVE);
    event.mutable_voicemail_left()->set_mailbox_id(mailbox);
    return event;
}

}  // namespace

int main(int argc, char** argv)
try {
    using namespace std::chrono_literals;
    if (argc != 4) {
        std::fprintf(stderr, "usage: %s <source id> <spool directory> <mailbox id>\n", argv[0]);
        return 2;
    }
    callwatch::PublisherSettings settings;
    settings.source_id = argv[1];
    settings.kind = "example";
    settings.software = "callwatch-example-source " CALLWATCH_VERSION;
    settings.spool_dir = argv[2];

    callwatch::Publisher publisher{settings};
    const auto sequence = publisher.publish(voicemail_left(argv[3], now_us()));
    publisher.upstream_as_of(now_us());
    publisher.flush();
    std::printf("event %llu is in the spool\n", static_cast<unsigned long long>(sequence));

    if (publisher.wait_until_acknowledged(10s)) {
        std::printf("and in the collector's journal\n");
        return 0;
    }
    const auto refusal = publisher.refusal();
    std::printf("the collector does not have it yet: %s\n",
                refusal ? refusal->c_str() : "it does not answer");
    return 1;
} catch (const callwatch::PublisherError& error) {
    std::fprintf(stderr, "error: %s\n", error.what());
    return 3;
}
