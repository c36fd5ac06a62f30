#include "wallboard/app/frame_line.hpp"

#include <nlohmann/json.hpp>

namespace wallboard {

std::string frame_line(const PageMaker& maker, const Layout& layout, std::uint64_t number,
                       std::chrono::steady_clock::time_point at)
{
    const auto at_ms = std::chrono::floor<std::chrono::milliseconds>(at).time_since_epoch();
    std::uint64_t unreturned = 0;
    for (const Location& location : maker.snapshot().locations) unreturned += location.unreturned;
    nlohmann::ordered_json line{{"frame", number},
                                {"at_ms", at_ms.count()},
                                {"up", page_name(maker.choice().page)},
                                {"revision", maker.snapshot().revision},
                                {"unreturned", unreturned}};
    for (const Page page : all_pages) {
        const PageView view = maker.make({page, {}}, layout);
        const FrameView& frame = frame_of(view);
        line["pages"][std::string{page_name(page)}] = {
            {"title", frame.title.full},
            {"grey", frame.grey},
            {"banner", frame.banner ? frame.banner->word : std::string{}}};
    }
    // Texts of the board are UTF-8 already; a mistake there must not end the wall.
    return line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace wallboard
