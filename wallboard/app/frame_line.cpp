#include "wallboard/app/frame_line.hpp"

#include <cstdio>

#include <nlohmann/json.hpp>

namespace wallboard {
namespace {

std::int64_t ms_of(std::chrono::steady_clock::time_point at)
{
    return std::chrono::floor<std::chrono::milliseconds>(at).time_since_epoch().count();
}

/// Texts of the board are UTF-8 already; a mistake there must not end the program.
std::string in_one_line(const nlohmann::ordered_json& line)
{
    return line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::string banner_word(const FrameView& frame)
{
    return frame.banner ? frame.banner->word : std::string{};
}

}  // namespace

std::string frame_line(const PageMaker& maker, const Layout& layout, std::uint64_t number,
                       std::chrono::steady_clock::time_point at)
{
    std::uint64_t unreturned = 0;
    for (const Location& location : maker.snapshot().locations) unreturned += location.unreturned;
    nlohmann::ordered_json line{{"frame", number},
                                {"at_ms", ms_of(at)},
                                {"up", page_name(maker.choice().page)},
                                {"revision", maker.snapshot().revision},
                                {"unreturned", unreturned}};
    for (const Page page : all_pages) {
        const PageView view = maker.make({page, {}}, layout);
        const FrameView& frame = frame_of(view);
        line["pages"][std::string{page_name(page)}] = {
            {"title", frame.title.full}, {"grey", frame.grey}, {"banner", banner_word(frame)}};
    }
    return in_one_line(line);
}

std::string frame_line(const Desk& desk, const desk::View& view, std::uint64_t number,
                       std::chrono::steady_clock::time_point at)
{
    return in_one_line({{"frame", number},
                        {"at_ms", ms_of(at)},
                        {"up", page_name(desk.state().page)},
                        {"revision", desk.board().revision},
                        {"grey", view.frame.head.grey},
                        {"banner", banner_word(view.frame.head)},
                        {"form", desk.state().form.has_value()},
                        {"card", view.card ? view.card->of.figure : std::string{}}});
}

void print_line(const std::string& line)
{
    std::puts(line.c_str());
    std::fflush(stdout);
}

}  // namespace wallboard
