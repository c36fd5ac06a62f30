#include "wallboard/model/desk/state.hpp"

#include <algorithm>

namespace wallboard::desk {

const std::string& State::selection() const
{
    static const std::string none;
    const auto found = selected.find(page);
    return found == selected.end() ? none : found->second;
}

const Notice* State::pending(std::string_view subject) const
{
    const auto found = std::find_if(notices.begin(), notices.end(), [&](const Notice& notice) {
        return !notice.outcome && notice.order.subject == subject;
    });
    return found == notices.end() ? nullptr : &*found;
}

}  // namespace wallboard::desk
