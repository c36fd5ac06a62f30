#include "daemon/wire/board_codec.hpp"
#include "daemon/wire/fact_fields.hpp"

namespace callwatch {

void BoardCodec::write_book(const KeyBook& book, const Put& put)
{
    const auto& [keys, commands, in_order] = book;
    Record record;
    for (const auto& [id, key] : keys) {
        record.Clear();
        const auto& [admitted, revoked] = key;
        encode(admitted, *record.mutable_key()->mutable_admitted());
        if (revoked) encode(*revoked, *record.mutable_key()->mutable_revoked());
        put(record);
    }
    for (const auto& id : in_order) {
        encode(commands.at(id), *record.mutable_command());
        put(record);
    }
}

bool BoardCodec::take_key(const Record& record, KeyBook& book)
{
    if (record.has_key()) {
        KeyState key;
        decode(record.key().admitted(), key.admitted);
        if (record.key().has_revoked()) decode(record.key().revoked(), key.revoked.emplace());
        book.keys_.emplace_hint(book.keys_.end(), key.admitted.key, std::move(key));
        return true;
    }
    if (!record.has_command()) return false;
    CommandTaken taken;
    decode(record.command(), taken);
    book.in_order_.push_back(taken.command);
    book.commands_.emplace(taken.command, std::move(taken));
    return true;
}

}  // namespace callwatch
