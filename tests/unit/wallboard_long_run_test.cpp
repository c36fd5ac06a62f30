// Does a wall that runs for weeks keep its memory? Every page in turn over boards that change, from
// the recorded boards, drawn without a window or GPU; CALLWATCH_FRAMES=100000 is the long run.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <imgui.h>
#include <malloc.h>
#include <unistd.h>
#include <catch2/catch.hpp>

#include "wallboard/app/page_maker.hpp"
#include "wallboard/feed/board_file.hpp"

#if defined(__SANITIZE_ADDRESS__)
// g++ installs no header for it.
extern "C" std::size_t __sanitizer_get_current_allocated_bytes();  // NOLINT: the sanitizer's name.

// What is freed waits in a quarantine, 256 MB without this: resident memory would grow for long.
extern "C" const char* __asan_default_options();  // NOLINT: the name is the sanitizer's.
extern "C" const char* __asan_default_options() { return "quarantine_size_mb=4"; }
#endif

using namespace wallboard;
using namespace std::chrono_literals;

namespace {

/// Bytes that the program holds now.
std::size_t held()
{
#if defined(__SANITIZE_ADDRESS__)
    return __sanitizer_get_current_allocated_bytes();
#else
    return mallinfo2().uordblks;
#endif
}

std::size_t resident()
{
    std::size_t all = 0;
    std::size_t pages = 0;
    std::ifstream{"/proc/self/statm"} >> all >> pages;
    return pages * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

struct Memory {
    std::size_t held;
    std::size_t resident;
};

std::vector<Snapshot> recorded_boards()
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator{CALLWATCH_BOARDS})
        if (entry.path().extension() == ".json") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<Snapshot> all;
    for (const auto& file : files)
        all.push_back(std::get<Snapshot>(read_board_file(file.string())));
    return all;
}

/// A wall at work: its page maker, fonts and ImGui, but no pixels.
class Screen {
public:
    explicit Screen(std::vector<Snapshot> boards) : boards_{std::move(boards)}
    {
        ImGui::CreateContext();
        ImGui::GetIO().IniFilename = nullptr;
        ImGui::GetIO().DisplaySize = {1280, 720};
        fonts_.build(scale_);
    }
    ~Screen() { ImGui::DestroyContext(); }
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;

    /// The `n`-th frame: a second later than the one before. Boards change every eight, so that
    /// each is seen on every page; every fifth is a board that was not heard for a while.
    void draw(std::size_t n)
    {
        Snapshot board = boards_[n / all_pages.size() % boards_.size()];
        board.as_of += std::chrono::seconds{n % 8};
        board.revision = n;
        const Micros age = n % 5 == 4 ? Micros{47s} : Micros{0};
        maker_.look(std::make_shared<const Snapshot>(board), age, std::chrono::seconds{n});
        const Layout layout = layout_for(scale_.width_u(), scale_.height_u());
        keep(maker_.make(layout));
        keep(maker_.make({all_pages[n % all_pages.size()], {}}, layout));
    }

private:
    void keep(const PageView& page)
    {
        ImGui::GetIO().DeltaTime = 1.0f;
        ImGui::NewFrame();
        draw_wall(page, {scale_, fonts_, ThemeName::dark});
        ImGui::Render();
        REQUIRE(ImGui::GetDrawData()->TotalVtxCount > 0);
    }

    std::vector<Snapshot> boards_;
    Scale scale_{{}, 1280, 720};
    Fonts fonts_;
    PageMaker maker_{Settings{}};
};

std::size_t frames_wanted()
{
    const char* named = std::getenv("CALLWATCH_FRAMES");
    return named == nullptr ? 4'000 : std::stoul(named);
}

}  // namespace

TEST_CASE("frame after frame, a wall holds no more memory than after its first round",
          "[unit][wallboard][memory]")
{
    Screen screen{recorded_boards()};
    const std::size_t frames = frames_wanted();
    // Every board on every page fresh and stale; buffers are then as large as they
    // ever have to be.
    const std::size_t warm_up = std::min<std::size_t>(10'000, frames / 2);
    constexpr std::size_t slack = std::size_t{16} << 10;  // 8 bytes a frame of the short run.
    constexpr std::size_t resident_slack = std::size_t{4} << 20;  // The allocator's own.
    const auto draw = [&](std::size_t from, std::size_t to) {
        for (std::size_t n = from; n < to; ++n) screen.draw(n);
        screen.draw(0);  // What is held is that of the same frame.
        return Memory{held(), resident()};
    };
    const Memory before = draw(0, warm_up);
    const Memory after = draw(warm_up, frames);
    WARN(frames << " frames: holds " << after.held << " bytes, " << before.held << " after "
                << warm_up << "; resident " << after.resident / 1024 << " KiB, "
                << before.resident / 1024);
    CHECK(after.held <= before.held + slack);
    CHECK(after.resident <= before.resident + resident_slack);
}
