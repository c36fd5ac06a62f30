// P7: what does a frame cost? The wall's own work (alarms, view models, draw list) of every page,
// at 200 and at 10 000 rows; then the same pages through OpenGL, drawn by the processor.

#include <time.h>

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>
#define GL_GLEXT_PROTOTYPES
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include "tests/bench/many_messages.hpp"
#include "tests/bench/many_rows.hpp"
#include "tests/bench/virtual_screen.hpp"
#include "tests/bench/wall_items.hpp"
#include "wallboard/app/desk.hpp"
#include "wallboard/app/page_maker.hpp"
#include "wallboard/app/painter.hpp"
#include "wallboard/model/links.hpp"
#include "wallboard/views/desk/desk.hpp"

namespace callwatch::bench {
namespace {

using namespace wallboard;

constexpr std::size_t few = 200;
constexpr std::size_t many = 10'000;
constexpr PixelSize full_hd{1920, 1080};

double milliseconds(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

/// Of CPU, the calling thread's.
template <class Work>
double cost_of(int times, Work work)
{
    const double begin = milliseconds(CLOCK_THREAD_CPUTIME_ID);
    for (int i = 0; i < times; ++i) work(i);
    return (milliseconds(CLOCK_THREAD_CPUTIME_ID) - begin) / times;
}

/// A screen without OpenGL, for the wall's own work.
class Easel {
public:
    Easel()
    {
        ImGui::CreateContext();
        ImGui::GetIO().IniFilename = nullptr;
        ImGui::GetIO().DisplaySize = {static_cast<float>(full_hd.width),
                                      static_cast<float>(full_hd.height)};
        fonts_.build(scale_);
    }
    ~Easel() { ImGui::DestroyContext(); }
    Easel(const Easel&) = delete;
    Easel& operator=(const Easel&) = delete;

    Layout layout() const { return layout_for(scale_.width_u(), scale_.height_u()); }

    void draw(const PageView& page)
    {
        ImGui::GetIO().DeltaTime = 1.0f;
        ImGui::NewFrame();
        draw_wall(page, {scale_, fonts_, ThemeName::dark});
        ImGui::Render();
    }

    void draw(const desk::View& view)
    {
        ImGui::GetIO().DeltaTime = 1.0f;
        ImGui::NewFrame();
        desk::draw_desk(view, {scale_, fonts_, ThemeName::dark}, hits_, figures_);
        ImGui::Render();
    }

    /// What any ImGui program pays for as many rows as a screen has room for, eight texts in each.
    void draw_bare_table()
    {
        ImGui::GetIO().DeltaTime = 1.0f;
        ImGui::NewFrame();
        ImGui::Begin("bare");
        if (ImGui::BeginTable("rows", 8)) {
            for (std::size_t i = 0; i < few * 8; ++i) {
                ImGui::TableNextColumn();
                ImGui::TextUnformatted("Northside");
            }
            ImGui::EndTable();
        }
        ImGui::End();
        ImGui::Render();
    }

private:
    Scale scale_{{}, full_hd.width, full_hd.height};
    Fonts fonts_;
    desk::Hits hits_;
    desk::FigurePlaces figures_;
};

/// What a frame of each page costs, milliseconds; in the order of all_pages.
using PageCosts = std::array<Series, all_pages.size()>;

std::size_t dearest(const PageCosts& costs)
{
    const auto worst =
        std::max_element(costs.begin(), costs.end(),
                         [](const Series& a, const Series& b) { return a.median() < b.median(); });
    return static_cast<std::size_t>(worst - costs.begin());
}

/// "trends; live 0.31, returns 0.22, ..."
std::string words_of(const PageCosts& costs)
{
    std::string words{page_name(all_pages[dearest(costs)])};
    for (std::size_t i = 0; i < costs.size(); ++i)
        words += fmt::format("{}{} {:.2f}", i == 0 ? "; " : ", ", page_name(all_pages[i]),
                             costs[i].median());
    return words;
}

/// The wall's own work on a frame for the next second: alarms, view model, draw list.
void add_wall_frames(Easel& easel, const std::shared_ptr<const Snapshot>& board, int times,
                     PageCosts& costs)
{
    PageMaker maker{Settings{}};
    for (std::size_t i = 0; i < all_pages.size(); ++i)
        costs[i].add(cost_of(times, [&](int frame) {
            maker.look(board, Micros{0}, std::chrono::seconds{frame});
            easel.draw(maker.make({all_pages[i], {}}, easel.layout()));
        }));
}

/// What a board costs once, when it has changed: on the feed's thread, where it is copied and
/// linked, and on that of the frames, which looks at it.
void measure_change(int rounds, Report& report)
{
    const Snapshot board = many_rows(many);
    Series made, taken;
    for (int round = 0; round < rounds; ++round) {
        std::array<std::shared_ptr<Snapshot>, 3> boards;
        made.add(cost_of(3, [&](int i) {
            auto& next = boards.at(static_cast<std::size_t>(i));
            next = std::make_shared<Snapshot>(board);
            link(*next);
        }));
        PageMaker maker{Settings{}};
        SnapshotSlot slot{{}};
        const auto take = [&](std::shared_ptr<const Snapshot> next) {
            slot.put({std::move(next), {}});
            return cost_of(1, [&](int) { maker.look(slot.get().snapshot, Micros{0}, Micros{0}); });
        };
        take(std::make_shared<const Snapshot>(board));
        for (auto& next : boards) taken.add(take(std::move(next)));
    }
    report.add({.item = "P7",
                .what = "a change of the board, 10 000 rows, beside the frame",
                .target = {},
                .figures = made,
                .measured = fmt::format("ms on the feed's thread; {:.2f} on that of the frames, "
                                        "alarms included",
                                        taken.median())});
}

void measure_wall(int rounds, Report& report)
{
    Easel easel;
    const auto small = std::make_shared<const Snapshot>(many_rows(few));
    const auto large = std::make_shared<const Snapshot>(many_rows(many));
    PageCosts at_few, at_many;
    Series bare, look_many;
    PageCosts first;
    add_wall_frames(easel, small, 2, first);
    for (int round = 0; round < rounds; ++round) {
        bare.add(cost_of(50, [&](int) { easel.draw_bare_table(); }));
        add_wall_frames(easel, small, 50, at_few);
        add_wall_frames(easel, large, 10, at_many);
        PageMaker maker{Settings{}};
        look_many.add(cost_of(10, [&](int) { maker.look(large, Micros{0}, Micros{0}); }));
    }
    report.add({.item = "P7",
                .what = "view models and draw list, dearest page, 200 rows",
                .target = Target{Target::Kind::at_most, 0.5, "ms"},
                .figures = at_few[dearest(at_few)],
                .measured = fmt::format("{}; a bare ImGui table of 200 rows {:.2f}",
                                        words_of(at_few), bare.median())});
    report.add({.item = "P7",
                .what = "view models and draw list, dearest page, 10 000 rows",
                .target = Target{Target::Kind::at_most, 0.7, "ms"},
                .figures = at_many[dearest(at_many)],
                .measured = fmt::format("{}; of each, alarms {:.2f}", words_of(at_many),
                                        look_many.median())});
}

/// Each page of a desk: a frame for the next second, and what is looked at before it.
void add_desk_frames(Easel& easel, const std::shared_ptr<const Snapshot>& board,
                     const std::shared_ptr<const desk::Rows>& rows, int times, PageCosts& costs)
{
    Desk seat{Settings{}, {"sam", "supervisor"}};
    for (std::size_t i = 0; i < all_pages.size(); ++i) {
        seat.touch(desk::letter(U'1' + static_cast<char32_t>(all_pages[i])));
        costs[i].add(cost_of(times, [&](int frame) {
            seat.look(board, Micros{0}, std::chrono::seconds{frame}, rows);
            easel.draw(seat.view(easel.layout()));
        }));
    }
}

void measure_desk(int rounds, Report& report)
{
    Easel easel;
    const auto board = std::make_shared<const Snapshot>(many_rows(few));
    const auto small = many_messages(few);
    const auto large = many_messages(many);
    PageCosts at_few, at_many, first;
    add_desk_frames(easel, board, small, 2, first);
    for (int round = 0; round < rounds; ++round) {
        add_desk_frames(easel, board, small, 50, at_few);
        add_desk_frames(easel, board, large, 10, at_many);
    }
    report.add({.item = "P7",
                .what = "a desk, dearest page, 200 rows and 200 messages",
                .target = Target{Target::Kind::at_most, 0.5, "ms"},
                .figures = at_few[dearest(at_few)],
                .measured = words_of(at_few)});
    report.add({.item = "P7",
                .what = "a desk, dearest page, 200 rows and 10 000 messages",
                .target = Target{Target::Kind::at_most, 0.7, "ms"},
                .figures = at_many[dearest(at_many)],
                .measured = words_of(at_many)});
    PageCosts at_most;
    const auto large_board = std::make_shared<const Snapshot>(many_rows(many));
    for (int round = 0; round < rounds; ++round)
        add_desk_frames(easel, large_board, large, 10, at_most);
    report.add({.item = "P7",
                .what = "a desk, dearest page, 10 000 rows and 10 000 messages",
                .target = Target{Target::Kind::at_most, 0.7, "ms"},
                .figures = at_most[dearest(at_most)],
                .measured = words_of(at_most)});
}

void measure_pixels(int rounds, Report& report)
{
    const VirtualScreen screen;
    Window window = Window::windowed(full_hd);
    Painter painter{window, scale_of_wall(Viewing{}), ThemeName::dark};
    PageMaker maker{Settings{}};
    maker.look(std::make_shared<const Snapshot>(many_rows(few)), Micros{0}, Micros{0});
    Series submits, frames;
    const auto draw_all = [&](auto after_each) {
        for (const Page page : all_pages) {
            painter.paint(maker.make({page, {}}, painter.layout(full_hd)), full_hd);
            after_each();
            window.swap();
            glFinish();
        }
    };
    draw_all([] {});
    for (int round = 0; round < rounds; ++round) {
        double submit = 0;
        draw_all([&] {
            submit +=
                cost_of(1, [](int) { ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData()); });
            glFinish();
        });
        submits.add(submit / all_pages.size());
        const double begin = milliseconds(CLOCK_PROCESS_CPUTIME_ID);
        draw_all([] {});
        frames.add((milliseconds(CLOCK_PROCESS_CPUTIME_ID) - begin) / all_pages.size());
    }
    report.add({.item = "P7",
                .what = "OpenGL's calls of a frame, 1080p, main thread",
                .target = Target{Target::Kind::at_most, 1.5, "ms"},
                .figures = submits,
                .measured = "the mean of the eight pages"});
    report.add({.item = "P7",
                .what = "a whole frame in software, 1080p, all threads",
                .target = Target{Target::Kind::at_most, 20, "ms"},
                .figures = frames,
                .measured = "CPU, the mean of the eight pages, swap included"});
}

}  // namespace

void measure_frame(int rounds, Report& report)
{
    measure_wall(rounds, report);
    measure_change(rounds, report);
    measure_desk(rounds, report);
    measure_pixels(rounds, report);
}

}  // namespace callwatch::bench
