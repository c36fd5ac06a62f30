#include "wallboard/widgets/theme.hpp"

namespace wallboard {
namespace {

constexpr Theme dark{
    .page = {0x0D1013},
    .tile = {0x171B20},
    .raised = {0x20262C},
    .line = {0x323B44},
    .text = {0xF3F5F6},
    .second = {0xB8C1C9},
    .third = {0x8E99A4},
    .plot = {0xB8C1C9},
    .work = {0x616C77},
    .bar = {0x848F9A},
    .area = {0x4A5560},
    .heat = {0xD9E0E6},
    .on_heat = {0x14181C},
    .action = {0xCE2920},
    .on_action = {0xFFFFFF},
    .warning = {0xFFB52E},
    .on_warning = {0x14181C},
    .warning_mark = {0xFFB52E},
    .unknown = {0x2B323A},
    .hatch = {0x707C88},
    .on_unknown = {0xD3DAE0},
    .focus = {0x6CB6FF},
    .on_focus = {0x0D1013},
    .selected = {0x17304A},
    .clock = {0xF3F5F6},
    .banner = {0xF3F5F6},
    .on_banner = {0x0D1013},
    .banner_edge = {0x56616C},
    .banner_hatch = {0x8E99A4},
};

constexpr Theme light{
    .page = {0xE9ECEF},
    .tile = {0xFFFFFF},
    .raised = {0xF2F4F6},
    .line = {0xCBD2D9},
    .text = {0x14181C},
    .second = {0x47525D},
    .third = {0x5F6B76},
    .plot = {0x47525D},
    .work = {0x47525D},
    .bar = {0x7C8893},
    .area = {0xBAC3CB},
    .heat = {0x2B343C},
    .on_heat = {0xFFFFFF},
    .action = {0xC3201A},
    .on_action = {0xFFFFFF},
    .warning = {0xFFB52E},
    .on_warning = {0x14181C},
    .warning_mark = {0xCE8400},
    .unknown = {0xDDE2E7},
    .hatch = {0x78828B},
    .on_unknown = {0x36404A},
    .focus = {0x0B5CAD},
    .on_focus = {0xFFFFFF},
    .selected = {0xDCEBFA},
    .clock = {0x14181C},
    .banner = {0x14181C},
    .on_banner = {0xFFFFFF},
    .banner_edge = {0xA9B3BC},
    .banner_hatch = {0x5F6B76},
};

constexpr Theme grey_of_dark()
{
    Theme grey = dark;
    grey.line = {0x262D34};
    grey.text = {0x8F9AA5};
    grey.second = grey.third = grey.plot = {0x828D98};
    grey.bar = grey.work = {0x5D6873};
    grey.area = {0x323B44};
    grey.heat = {0x76818C};
    grey.action = {0x2B323A};
    grey.on_action = {0xA6B0B9};
    grey.warning = {0x76818C};
    grey.on_warning = {0x0D1013};
    grey.warning_mark = {0x828D98};
    grey.on_unknown = {0xA6B0B9};
    grey.focus = {0x8E99A4};
    grey.selected = {0x2B323A};
    return grey;
}

constexpr Theme grey_of_light()
{
    Theme grey = light;
    grey.text = grey.on_unknown = {0x5A6671};
    grey.second = grey.third = grey.plot = grey.work = {0x606C77};
    grey.heat = {0x6F7B86};
    grey.bar = {0x8C969F};
    grey.area = {0xDDE2E7};
    grey.action = {0xDDE2E7};
    grey.on_action = {0x4A5560};
    grey.warning = {0xBAC3CB};
    grey.on_warning = {0x36404A};
    grey.focus = {0x5F6B76};
    grey.selected = {0xDDE2E7};
    grey.warning_mark = {0x606C77};
    return grey;
}

}  // namespace

Theme make_theme(ThemeName name) { return name == ThemeName::light ? light : dark; }

Theme make_stale(ThemeName name)
{
    return name == ThemeName::light ? grey_of_light() : grey_of_dark();
}

}  // namespace wallboard
