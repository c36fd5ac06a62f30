#pragma once

namespace callwatch {

/// From now on the Protobuf library says nothing on stderr. It would write a line for every text
/// that is not UTF-8, as fast as somebody sends them; we refuse such a message by name, count it,
/// and log each code once a minute. For the whole process; before any thread begins.
void quiet_protobuf();

}  // namespace callwatch
