#include "daemon/wire/board_codec.hpp"
#include "daemon/wire/board_fields.hpp"

namespace callwatch {

void BoardCodec::write_book(const KeyBook& book, const Put& put)
{
    const auto& [keys, commands, in_order] = book;
    Record record;
    for (const auto& [id, key] : keys) {
        record.Clear();
        const auto& [admitted, revoked] = key;
        record.mutable_key()->set_admitted(encode_body(admitted));
        if (revoked) record.mutable_key()->set_revoked(encode_body(*revoked));
        put(record);
    }
    for (const auto& id : in_order) {
        record.set_command(encode_body(commands.at(id)));
        put(record);
    }
}

bool BoardCodec::take_key(const Record& record, KeyBook& book)
{
    if (record.has_key()) {
        KeyState key;
        decode_body(record.key().admitted(), key.admitted);
        if (record.key().has_revoked()) decode_body(record.key().revoked(), key.revoked.emplace());
        const auto id = key.admitted.key;
        book.keys_.emplace_hint(book.keys_.end(), id, std::move(key));
        return true;
    }
    if (!record.has_command()) return false;
    CommandTaken taken;
    decode_body(record.command(), taken);
    book.in_order_.push_back(taken.command);
    const auto id = taken.command;
    book.commands_.emplace(id, std::move(taken));
    return true;
}

}  // namespace callwatch
