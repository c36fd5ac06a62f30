#pragma once

#include <vector>

#include "callwatch/v1/request.pb.h"
#include "daemon/ctl/look.hpp"
#include "daemon/ctl/row_json.hpp"
#include "daemon/ctl/session.hpp"
#include "daemon/keys/key.hpp"

namespace callwatch::ctl {

using KeyRow = callwatch::v1::KeysReply::KeyRow;

/// All keys that were ever admitted. Throws Failure.
std::vector<KeyRow> ask_keys(RequestClient& client);

/// The one that `text` names: a NAME.pub, 64 hex digits, or as many of the first as make it the
/// only one (eight at least). Throws Failure (exit_usage).
std::string find_key(RequestClient& client, const std::string& text);

/// "a key of role manager for m1, 1a2b3c4d…"
std::string describe(const keys::PublicKey& key);

std::string keys_table(const std::vector<KeyRow>& rows, const Look& look);
Json keys_json(const std::vector<KeyRow>& rows);

constexpr std::size_t keys_max = 100'000;
constexpr std::size_t key_digits_shown = 8;

}  // namespace callwatch::ctl
