#include "wallboard/app/png_file.hpp"

#include <cstdio>
#include <cstring>

#include <png.h>

#include "wallboard/app/errors.hpp"

namespace wallboard {

void write_png(const Picture& picture, const std::string& path)
{
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(picture.width);
    image.height = static_cast<png_uint_32>(picture.height);
    image.format = PNG_FORMAT_RGB;
    const std::string partial = path + ".part";
    if (png_image_write_to_file(&image, partial.c_str(), 0, picture.rgb.data(), 0, nullptr) == 0)
        throw SettingsError{path + ": " + image.message};
    if (std::rename(partial.c_str(), path.c_str()) != 0)
        throw SettingsError{path + ": " + std::strerror(errno)};
}

Picture read_png(const std::string& path)
{
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_file(&image, path.c_str()) == 0)
        throw SettingsError{path + ": " + image.message};
    image.format = PNG_FORMAT_RGB;
    if (image.width > 8192 || image.height > 8192) {
        png_image_free(&image);
        throw SettingsError{path + ": larger than 8192 x 8192"};
    }
    Picture picture{static_cast<int>(image.width), static_cast<int>(image.height), {}};
    picture.rgb.resize(PNG_IMAGE_SIZE(image));
    if (png_image_finish_read(&image, nullptr, picture.rgb.data(), 0, nullptr) == 0)
        throw SettingsError{path + ": " + image.message};
    return picture;
}

}  // namespace wallboard
