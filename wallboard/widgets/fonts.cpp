#include "wallboard/widgets/fonts.hpp"

#include <filesystem>
#include <optional>

namespace wallboard {
namespace {

constexpr ImWchar names[] = {0x20,   0x17F,  0x2009, 0x200A, 0x2010, 0x2026,
                             0x2212, 0x2212, 0xFFFD, 0xFFFD, 0};
constexpr ImWchar words[] = {0x20,   0xFF,   0x2009, 0x200A, 0x2010, 0x2026,
                             0x2212, 0x2212, 0xFFFD, 0xFFFD, 0};
constexpr ImWchar figures[] = {0x20,   0x7A,   0x2009, 0x2009, 0x2013, 0x2013,
                               0x2026, 0x2026, 0x2212, 0x2212, 0};
constexpr ImWchar digits[] = {0x30, 0x39, 0x3F, 0x3F, 0x2013, 0x2013, 0};

struct Wanted {
    Face face;
    Step step;
    const ImWchar* glyphs;
};

/// Only what the pages use: an atlas for a 4K screen stays below 8192 rows.
constexpr Wanted wanted[] = {
    {Face::regular, Step::one, words},
    {Face::medium, Step::one, names},
    {Face::bold, Step::one, names},
    {Face::condensed, Step::one, names},
    {Face::condensed_medium, Step::one, names},
    {Face::condensed_bold, Step::one, names},
    {Face::bold, Step::one_and_half, names},
    {Face::medium, Step::one_and_half, words},
    {Face::condensed_bold, Step::one_and_half, names},
    {Face::condensed_medium, Step::one_and_half, words},
    {Face::bold, Step::two, figures},
    {Face::condensed_bold, Step::two, figures},
    {Face::bold, Step::three, figures},
    {Face::condensed_bold, Step::three, figures},
    {Face::bold, Step::four, figures},
    {Face::bold, Step::eight, digits},
    {Face::bold, Step::eleven, digits},
};

struct File {
    const char* name;
    const char* folder;  ///< Where Debian puts it.
};

File roboto_file(Face face)
{
    constexpr auto wide = "/usr/share/fonts/truetype/roboto/unhinted/RobotoTTF/";
    constexpr auto narrow = "/usr/share/fonts/truetype/roboto/unhinted/";
    switch (face) {
        case Face::regular: return {"Roboto-Regular.ttf", wide};
        case Face::medium: return {"Roboto-Medium.ttf", wide};
        case Face::bold: return {"Roboto-Bold.ttf", wide};
        case Face::condensed: return {"RobotoCondensed-Regular.ttf", narrow};
        case Face::condensed_medium: return {"RobotoCondensed-Medium.ttf", narrow};
        case Face::condensed_bold: return {"RobotoCondensed-Bold.ttf", narrow};
    }
    return {"", ""};
}

File dejavu_file(Face face)
{
    constexpr auto folder = "/usr/share/fonts/truetype/dejavu/";
    const bool bold = face == Face::bold || face == Face::condensed_bold;
    return {bold ? "DejaVuSans-Bold.ttf" : "DejaVuSans.ttf", folder};
}

std::optional<std::string> find_file(const File& file, const std::string& folder)
{
    const auto path = std::filesystem::path{folder.empty() ? file.folder : folder} / file.name;
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(path, ignored)) return std::nullopt;
    return path.string();
}

/// Cap height as a share of ImGui's font size, which is ascent minus descent.
constexpr float roboto_cap = 0.6067f;
constexpr float dejavu_cap = 0.6263f;
constexpr float builtin_cap = 0.6154f;

}  // namespace

void Fonts::build(const Scale& scale, const std::string& folder)
{
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    atlas.Clear();
    atlas.Flags |= ImFontAtlasFlags_NoPowerOfTwoHeight | ImFontAtlasFlags_NoMouseCursors |
                   ImFontAtlasFlags_NoBakedLines;  // They want blending between texels.
    atlas.TexDesiredWidth = scale.u() > 0.5f ? 4096 : 1024;
    built_ = {};
    roboto_ = true;
    for (const Wanted& want : wanted) {
        const float cap = scale.cap_px(want.step);
        ImFontConfig config;
        config.OversampleH = 1;
        config.OversampleV = 1;
        ImFont* font = nullptr;
        if (const auto roboto = find_file(roboto_file(want.face), folder)) {
            font =
                atlas.AddFontFromFileTTF(roboto->c_str(), cap / roboto_cap, &config, want.glyphs);
        } else {
            roboto_ = false;
            if (const auto dejavu = find_file(dejavu_file(want.face), folder))
                font = atlas.AddFontFromFileTTF(dejavu->c_str(), cap / dejavu_cap, &config,
                                                want.glyphs);
        }
        if (font == nullptr) {
            config.SizePixels = cap / builtin_cap;
            font = atlas.AddFontDefault(&config);
        }
        built_.at(static_cast<std::size_t>(want.face)).at(static_cast<std::size_t>(want.step)) =
            font;
    }
    atlas.Build();
}

const ImFont* Fonts::get(Face face, Step step) const
{
    const auto s = static_cast<std::size_t>(step);
    if (const ImFont* exact = built_.at(static_cast<std::size_t>(face)).at(s)) return exact;
    if (const ImFont* bold = built_.at(static_cast<std::size_t>(Face::bold)).at(s)) return bold;
    return ImGui::GetFont();
}

}  // namespace wallboard
