#include "wallboard/app/painter.hpp"

#include <algorithm>

#define GL_GLEXT_PROTOTYPES
#define GLFW_INCLUDE_GLEXT
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>
#include <spdlog/spdlog.h>

#include "wallboard/app/errors.hpp"

namespace wallboard {
namespace {

/// A texture to draw into, for as long as it is in scope.
class Offscreen {
public:
    explicit Offscreen(PixelSize size)
    {
        glGenTextures(1, &texture_);
        glBindTexture(GL_TEXTURE_2D, texture_);
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, size.width, size.height, 0, GL_RGBA,
                     GL_UNSIGNED_BYTE, nullptr);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
        glGenFramebuffers(1, &frame_);
        glBindFramebuffer(GL_FRAMEBUFFER, frame_);
        glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture_, 0);
    }
    ~Offscreen()
    {
        glBindFramebuffer(GL_FRAMEBUFFER, 0);
        glDeleteFramebuffers(1, &frame_);
        glDeleteTextures(1, &texture_);
    }
    Offscreen(const Offscreen&) = delete;
    Offscreen& operator=(const Offscreen&) = delete;

    bool is_complete() const
    {
        return glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
    }

private:
    GLuint texture_ = 0;
    GLuint frame_ = 0;
};

/// OpenGL's first row is the lowest.
Picture read_pixels(PixelSize size)
{
    const auto row = static_cast<std::size_t>(size.width) * 3;
    Picture picture{size.width, size.height,
                    std::vector<std::uint8_t>(row * static_cast<std::size_t>(size.height))};
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, size.width, size.height, GL_RGB, GL_UNSIGNED_BYTE, picture.rgb.data());
    for (int y = 0; y < size.height / 2; ++y) {
        auto* upper = picture.rgb.data() + static_cast<std::size_t>(y) * row;
        auto* lower = picture.rgb.data() + static_cast<std::size_t>(size.height - 1 - y) * row;
        std::swap_ranges(upper, upper + row, lower);
    }
    return picture;
}

/// A glyph is drawn as large as it lies in the atlas, so there is nothing to blend between texels;
/// software pays a third of a frame for trying.
void sample_nearest()
{
    GLint before = 0;
    glGetIntegerv(GL_TEXTURE_BINDING_2D, &before);
    const auto atlas = reinterpret_cast<std::uintptr_t>(ImGui::GetIO().Fonts->TexID);
    glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(atlas));
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(before));
}

void clear_with(Colour colour)
{
    const auto part = [&](int shift) {
        return static_cast<float>((colour.rgb >> shift) & 0xFFu) / 255.0f;
    };
    glClearColor(part(16), part(8), part(0), 1);
}

}  // namespace

ScaleOf scale_of_wall(const Viewing& viewing)
{
    return [viewing](PixelSize size) { return Scale{viewing, size.width, size.height}; };
}

ScaleOf scale_of_desk(const Viewing& viewing, PixelSize screen)
{
    return [viewing, screen](PixelSize size) {
        return Scale::of_window(viewing, screen.width, screen.height, size.width, size.height);
    };
}

Painter::Painter(Window&, ScaleOf scale_of, ThemeName theme)
    : scale_of_{std::move(scale_of)},
      theme_{theme},
      scale_{scale_of_({1, 1})}
{
    IMGUI_CHECKVERSION();
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    ImGui_ImplOpenGL3_Init("#version 150");
}

Painter::~Painter()
{
    ImGui_ImplOpenGL3_Shutdown();
    ImGui::DestroyContext();
}

void Painter::change(ScaleOf scale_of, ThemeName theme)
{
    scale_of_ = std::move(scale_of);
    theme_ = theme;
    scale_ = scale_of_({1, 1});
}

Layout Painter::layout(PixelSize size) const
{
    const Scale scale = scale_of_(size);
    return layout_for(scale.width_u(), scale.height_u());
}

void Painter::build_fonts(PixelSize size)
{
    if (size.width != scale_.width_px() || size.height != scale_.height_px())
        scale_ = scale_of_(size);
    if (scale_.u() == built_u_) return;
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    fonts_.build(scale_);
    ImGui_ImplOpenGL3_CreateFontsTexture();
    sample_nearest();
    if (built_u_ == 0 && !fonts_.is_roboto())
        spdlog::warn(
            "Roboto is not installed (package fonts-roboto-unhinted): another face is used");
    built_u_ = scale_.u();
}

namespace {

Draw draw_of(const PageView& page, const std::optional<ExplainCard>& card)
{
    return [&](const WallLook& look) { draw_wall(page, look, nullptr, card ? &*card : nullptr); };
}

}  // namespace

void Painter::paint(const PageView& page, PixelSize size, const std::optional<ExplainCard>& card)
{
    paint(draw_of(page, card), size);
}

Picture Painter::picture(const PageView& page, PixelSize size,
                         const std::optional<ExplainCard>& card)
{
    return picture(draw_of(page, card), size);
}

void Painter::paint(const Draw& draw, PixelSize size)
{
    ImGui_ImplOpenGL3_NewFrame();  // The first one makes an atlas of its own.
    build_fonts(size);
    ImGui::GetIO().DisplaySize = {static_cast<float>(size.width), static_cast<float>(size.height)};
    ImGui::NewFrame();
    draw({scale_, fonts_, theme_});
    ImGui::Render();
    glViewport(0, 0, size.width, size.height);
    clear_with(make_theme(theme_).page);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

Picture Painter::picture(const Draw& draw, PixelSize size)
{
    const Offscreen target{size};
    if (!target.is_complete())
        throw DisplayError{"no picture of this size can be drawn by this OpenGL"};
    paint(draw, size);
    return read_pixels(size);
}

}  // namespace wallboard
