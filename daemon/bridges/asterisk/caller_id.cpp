#include "daemon/bridges/asterisk/caller_id.hpp"

#include "daemon/bridges/asterisk/ami_text.hpp"

namespace callwatch::asterisk {
namespace {

constexpr std::size_t name_bytes_max = 128;  // VoicemailLeft.caller_name in the contract.

}  // namespace

CallerId parse_caller_id(std::string_view text)
{
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    // The number stands in the last brackets: a name may have some of its own ("Kate <Work>").
    const auto open = text.rfind('<');
    if (text.empty() || text.back() != '>' || open == std::string_view::npos)
        return {"", std::string{text}};
    CallerId out;
    out.number = text.substr(open + 1, text.size() - open - 2);
    std::string_view name = text.substr(0, open);
    while (!name.empty() && name.back() == ' ') name.remove_suffix(1);
    if (name.size() >= 2 && name.front() == '"' && name.back() == '"')
        name = name.substr(1, name.size() - 2);
    if (!is_unknown(name)) out.name = clean(unescaped(name), name_bytes_max);
    return out;
}

}  // namespace callwatch::asterisk
