#include "daemon/bridges/publisher/batch_bytes.hpp"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/wire_format_lite.h>

#include "callwatch/v1/source.pb.h"
#include "daemon/wire/source_protocol.hpp"

namespace callwatch {
namespace {

void append_field(std::string& out, int number, std::string_view bytes)
{
    using google::protobuf::internal::WireFormatLite;
    using google::protobuf::io::CodedOutputStream;
    std::uint8_t head[10];
    auto* end = CodedOutputStream::WriteTagToArray(
        WireFormatLite::MakeTag(number, WireFormatLite::WIRETYPE_LENGTH_DELIMITED), head);
    end = CodedOutputStream::WriteVarint32ToArray(static_cast<std::uint32_t>(bytes.size()), end);
    out.append(reinterpret_cast<const char*>(head), static_cast<std::size_t>(end - head));
    out.append(bytes);
}

}  // namespace

BatchBytes::BatchBytes(std::string_view source_id, std::int64_t epoch_us)
{
    v1::EventBatch batch;
    batch.set_schema_version(source_schema_version);
    batch.set_source_id(std::string{source_id});
    batch.set_source_epoch_us(epoch_us);
    prefix_ = batch.SerializeAsString();
}

std::string BatchBytes::batch(std::span<const std::string> events) const
{
    std::string out = prefix_;
    for (const auto& event : events) append_field(out, v1::EventBatch::kEventsFieldNumber, event);
    return out;
}

std::string BatchBytes::resent(std::span<const std::string> events) const
{
    std::string out;
    append_field(out, v1::SourceToCollector::kResentFieldNumber, batch(events));
    return out;
}

}  // namespace callwatch
