#include "daemon/wire/quiet_protobuf.hpp"

#include <google/protobuf/stubs/logging.h>

namespace callwatch {

void quiet_protobuf() { google::protobuf::SetLogHandler(nullptr); }

}  // namespace callwatch
