#include "daemon/bridges/app/dump.hpp"

#include <ostream>

#include <google/protobuf/util/json_util.h>

#include "daemon/bridges/app/stop_signal.hpp"
#include "daemon/model/check.hpp"

namespace callwatch::bridge {

bool dump(asterisk::Replay& replay, std::ostream& out)
{
    google::protobuf::util::JsonPrintOptions options;
    options.preserve_proto_field_names = true;
    std::uint64_t sequence = 0;
    asterisk::Events events;
    while (replay.next_at() && !stop_requested() && out) {
        events.clear();
        replay.step(events);
        for (auto& event : events) {
            event.set_sequence(++sequence);
            std::string line;
            CALLWATCH_CHECK(
                google::protobuf::util::MessageToJsonString(event, &line, options).ok());
            out << line << '\n';
        }
    }
    out.flush();
    return !replay.next_at() && out.good();
}

}  // namespace callwatch::bridge
