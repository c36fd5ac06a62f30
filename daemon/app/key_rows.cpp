#include "daemon/app/key_rows.hpp"

#include <algorithm>

namespace callwatch {
namespace {

std::int64_t to_us(Instant at) { return at.time_since_epoch().count(); }

void fill(v1::KeysReply::KeyRow& row, const KeyState& key,
          const std::function<std::string(const RemarkToken&)>& remark)
{
    const auto& admitted = key.admitted;
    row.set_key(admitted.key.text.str());
    row.set_sign_key(admitted.sign_key);
    row.set_role(word(admitted.role));
    row.set_person(admitted.person.text.str());
    row.set_source_id(admitted.source.text.str());
    row.set_admitted_by(admitted.by.text.str());
    row.set_admitted_at_us(to_us(admitted.at));
    if (!key.revoked) return;
    row.set_revoked_by(key.revoked->by.text.str());
    row.set_revoked_at_us(to_us(key.revoked->at));
    if (!key.revoked->remark.text.empty()) row.set_revoked_because(remark(key.revoked->remark));
}

}  // namespace

v1::KeysReply make_keys_reply(const KeyBook& keys, const v1::KeysQuery& query,
                              const std::function<std::string(const RemarkToken&)>& remark)
{
    v1::KeysReply reply;
    reply.set_total(static_cast<std::uint32_t>(keys.all().size()));
    const auto limit =
        std::min(query.limit() == 0 ? key_rows_default : query.limit(), key_rows_max);
    std::uint64_t at = 0;
    for (const auto& [id, key] : keys.all()) {
        if (at >= std::uint64_t{query.offset()} + limit) break;
        if (at++ >= query.offset()) fill(*reply.add_keys(), key, remark);
    }
    return reply;
}

}  // namespace callwatch
