// P7: what does a frame cost? The wall's own work (alarms, view models, draw list) of every page,
// at 200 and at 10 000 rows; then the same pages through OpenGL, drawn by the processor.

#include <time.h>

#include <array>
#include <optional>

#include <fmt/format.h>
#define GL_GLEXT_PROTOTYPES
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include "tests/bench/many_rows.hpp"
#include "tests/bench/virtual_screen.hpp"
#include "tests/bench/wall_items.hpp"
#include "wallboard/app/page_maker.hpp"
#include "wallboard/app/painter.hpp"

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
};

/// The wall's own work on a frame of each page, milliseconds; in the order of all_pages.
std::array<double, all_pages.size()> frames_cost(Easel& easel,
                                                 const std::shared_ptr<const Snapshot>& board,
                                                 int times)
{
    std::array<double, all_pages.size()> costs{};
    PageMaker maker{Settings{}};
    for (std::size_t i = 0; i < all_pages.size(); ++i)
        costs[i] = cost_of(times, [&](int frame) {
            maker.look(board, Micros{0}, std::chrono::seconds{frame});
            easel.draw(maker.make({all_pages[i], {}}, easel.layout()));
        });
    return costs;
}

std::string dearest(const std::array<double, all_pages.size()>& costs)
{
    const auto worst = std::max_element(costs.begin(), costs.end()) - costs.begin();
    return std::string{page_name(all_pages[static_cast<std::size_t>(worst)])};
}

void measure_own_work(int rounds, Report& report)
{
    Easel easel;
    const auto small = std::make_shared<const Snapshot>(many_rows(few));
    const auto large = std::make_shared<const Snapshot>(many_rows(many));
    Series at_few, at_many, look_many, bare;
    std::array<double, all_pages.size()> costs{};
    std::string worst_few, worst_many;
    frames_cost(easel, small, 2);
    for (int round = 0; round < rounds; ++round) {
        bare.add(cost_of(50, [&](int) { easel.draw_bare_table(); }));
        costs = frames_cost(easel, small, 50);
        at_few.add(*std::max_element(costs.begin(), costs.end()));
        worst_few = dearest(costs);
        costs = frames_cost(easel, large, 2);
        at_many.add(*std::max_element(costs.begin(), costs.end()));
        worst_many = dearest(costs);
        PageMaker maker{Settings{}};
        look_many.add(cost_of(2, [&](int) { maker.look(large, Micros{0}, Micros{0}); }));
    }
    report.add({.item = "P7",
                .what = "view models and draw list, dearest page, 200 rows",
                .target = Target{Target::Kind::at_most, 0.5, "ms"},
                .figures = at_few,
                .measured = fmt::format("{}; a bare ImGui table of 200 rows {:.2f} ms", worst_few,
                                        bare.median())});
    report.add(
        {.item = "P7",
         .what = "view models and draw list, dearest page, 10 000 rows",
         .target = Target{Target::Kind::at_most, 0.7, "ms"},
         .figures = at_many,
         .measured = fmt::format("{}; of it alarms {:.2f} ms", worst_many, look_many.median())});
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
    measure_own_work(rounds, report);
    measure_pixels(rounds, report);
}

}  // namespace callwatch::bench
