#pragma once

#include <functional>

#include "callwatch/v1/request.pb.h"
#include "daemon/state/keys.hpp"

namespace callwatch {

/// A page of the keys that were ever admitted. `remark` reads what a person wrote.
v1::KeysReply make_keys_reply(const KeyBook& keys, const v1::KeysQuery& query,
                              const std::function<std::string(const RemarkToken&)>& remark);

constexpr std::uint32_t key_rows_default = 200;
constexpr std::uint32_t key_rows_max = 1'000;

}  // namespace callwatch
