#include "daemon/bridges/asterisk/pbx.hpp"

#include "daemon/bridges/asterisk/ami_text.hpp"
#include "daemon/bridges/asterisk/times.hpp"
#include "daemon/model/check.hpp"

namespace callwatch::asterisk {

std::string Pbx::scoped(std::string_view native) const
{
    if (native.empty()) return {};
    std::string id = settings.pbx_id;
    id += '/';
    id += native;
    return clean(id, id_bytes_max);
}

std::string Pbx::call_of(std::string_view uniqueid, std::string_view linkedid) const
{
    const Channel* channel = channels.find(uniqueid);
    if (channel != nullptr) return channel->call;
    return std::string{linkedid.empty() ? uniqueid : linkedid};
}

std::string Pbx::party(std::string_view number) const
{
    return dial_plan.is_extension(number) ? scoped(number) : clean(number, id_bytes_max);
}

v1::Event& Pbx::write(Instant at, std::string_view native_type, std::string_view native_ref,
                      std::string_view call)
{
    CALLWATCH_CHECK(out != nullptr);
    v1::Event& event = out->emplace_back();
    event.set_occurred_at_us(micros(at));
    event.set_origin(origin);
    event.set_native_type(clean(native_type, id_bytes_max));
    event.set_native_ref(clean(native_ref, id_bytes_max));
    event.set_correlation_id(clean(call, id_bytes_max));
    return event;
}

}  // namespace callwatch::asterisk
