#pragma once
// Writes a picture as a PNG file, uncompressed: for screenshots, without a library.

#include <string>

#include "ui/sdl/sdl_window.h"

namespace awaitscope {

bool write_png(const std::string& path, const Pixels& pixels);

}  // namespace awaitscope
