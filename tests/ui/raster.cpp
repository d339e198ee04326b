#include "tests/ui/raster.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace awaitscope::testing {

namespace {

using Triple = std::array<float, 3>;

float to_linear(float v) {
  return v <= 0.04045f ? v / 12.92f : std::pow((v + 0.055f) / 1.055f, 2.4f);
}
float from_linear(float v) {
  v = std::clamp(v, 0.f, 1.f);
  return v <= 0.0031308f ? v * 12.92f : 1.055f * std::pow(v, 1 / 2.4f) - 0.055f;
}

Triple linear(ImU32 colour) {
  static const std::array<float, 256> kLinear = [] {
    std::array<float, 256> table{};
    for (size_t i = 0; i < table.size(); ++i) table[i] = to_linear(float(i) / 255);
    return table;
  }();
  return {kLinear[colour & 255], kLinear[colour >> 8 & 255], kLinear[colour >> 16 & 255]};
}

Triple times(const std::array<Triple, 3>& matrix, const Triple& v) {
  Triple out{};
  for (size_t r = 0; r < 3; ++r)
    for (size_t c = 0; c < 3; ++c) out[r] += matrix[r][c] * v[c];
  return out;
}

class Raster {
 public:
  Raster(Picture& to, float scale) : to_(to), scale_(scale) {
    int channels = 0;
    ImGui::GetIO().Fonts->GetTexDataAsAlpha8(&texels_, &tex_wide_, &tex_high_, &channels);
  }

  void draw(const ImDrawList& list) {
    for (const ImDrawCmd& command : list.CmdBuffer) {
      x0_ = std::max(0, int(command.ClipRect.x * scale_));
      y0_ = std::max(0, int(command.ClipRect.y * scale_));
      x1_ = std::min(to_.width, int(std::ceil(command.ClipRect.z * scale_)));
      y1_ = std::min(to_.height, int(std::ceil(command.ClipRect.w * scale_)));
      const ImDrawIdx* index = list.IdxBuffer.Data + command.IdxOffset;
      const ImDrawVert* vertex = list.VtxBuffer.Data + command.VtxOffset;
      for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
        if (i + 5 < command.ElemCount && index[i] == index[i + 3] && index[i + 2] == index[i + 4])
          note_glyph(vertex[index[i]], vertex[index[i + 2]]);
        triangle(vertex[index[i]], vertex[index[i + 1]], vertex[index[i + 2]]);
      }
    }
  }

 private:
  // A letter is a rectangle on the screen and in the texture.
  void note_glyph(const ImDrawVert& a, const ImDrawVert& c) {
    if (a.uv.x >= c.uv.x || a.uv.y >= c.uv.y) return;
    const ImVec2 middle{(a.pos.x + c.pos.x) / 2, (a.pos.y + c.pos.y) / 2};
    const int x = int(middle.x * scale_), y = int(middle.y * scale_);
    if (x < x0_ || x >= x1_ || y < y0_ || y >= y1_) return;
    // What most of it is drawn on: by luminance the middle one of the pixels under it.
    std::vector<ImU32> under;
    for (int v = int(a.pos.y * scale_); v <= int(c.pos.y * scale_); ++v)
      for (int u = int(a.pos.x * scale_); u <= int(c.pos.x * scale_); ++u)
        if (u >= x0_ && u < x1_ && v >= y0_ && v < y1_) under.push_back(to_.at(u, v));
    if (under.empty()) return;
    const auto half = under.begin() + long(under.size() / 2);
    std::nth_element(under.begin(), half, under.end(),
                     [](ImU32 p, ImU32 q) { return luminance(p) < luminance(q); });
    to_.glyphs.push_back({middle, over(a.col, *half), *half});
  }

  void triangle(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c) {
    auto cross = [](ImVec2 p, ImVec2 q, ImVec2 r) {
      return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    };
    auto scaled = [&](const ImDrawVert& v) { return ImVec2{v.pos.x * scale_, v.pos.y * scale_}; };
    const ImVec2 p = scaled(a), q = scaled(b), r = scaled(c);
    const float area = cross(p, q, r);
    if (area == 0) return;
    const int left = std::max(x0_, int(std::min({p.x, q.x, r.x})));
    const int right = std::min(x1_, int(std::ceil(std::max({p.x, q.x, r.x}))));
    const int top = std::max(y0_, int(std::min({p.y, q.y, r.y})));
    const int bottom = std::min(y1_, int(std::ceil(std::max({p.y, q.y, r.y}))));
    // Of one colour, as most of the area is: the same everywhere.
    const bool is_plain = a.col == b.col && b.col == c.col && a.uv.x == b.uv.x &&
                          b.uv.x == c.uv.x && a.uv.y == b.uv.y && b.uv.y == c.uv.y;
    const ImU32 plain = is_plain ? textured(a.col, a.uv) : 0;
    for (int y = top; y < bottom; ++y) {
      bool inside = false;
      for (int x = left; x < right; ++x) {
        const ImVec2 at{float(x) + 0.5f, float(y) + 0.5f};
        const float u = cross(q, r, at) / area, v = cross(r, p, at) / area, w = 1 - u - v;
        // Pixels on an edge belong to one of the two triangles that share it, mostly.
        if (u < -1e-4f || v < -1e-4f || w <= 1e-4f) {
          if (inside) break;
          continue;
        }
        inside = true;
        ImU32& pixel = to_.pixels[size_t(y) * size_t(to_.width) + size_t(x)];
        if (is_plain) {
          pixel = over(plain, pixel);
          continue;
        }
        auto mixed = [&](float one, float two, float three) {
          return one * u + two * v + three * w;
        };
        ImU32 colour = 0;
        for (int shift = 0; shift < 32; shift += 8)
          colour |= ImU32(mixed(float(a.col >> shift & 255), float(b.col >> shift & 255),
                                float(c.col >> shift & 255)) +
                          0.5f)
                    << shift;
        const ImVec2 uv{mixed(a.uv.x, b.uv.x, c.uv.x), mixed(a.uv.y, b.uv.y, c.uv.y)};
        pixel = over(textured(colour, uv), pixel);
      }
    }
  }
  // As opaque as the texture is there.
  ImU32 textured(ImU32 colour, ImVec2 uv) const {
    const int s = std::clamp(int(uv.x * float(tex_wide_)), 0, tex_wide_ - 1);
    const int t = std::clamp(int(uv.y * float(tex_high_)), 0, tex_high_ - 1);
    const ImU32 alpha = (colour >> 24) * texels_[t * tex_wide_ + s] / 255;
    return (colour & 0xffffff) | alpha << 24;
  }

  Picture& to_;
  float scale_;
  unsigned char* texels_ = nullptr;
  int tex_wide_ = 0, tex_high_ = 0;
  int x0_ = 0, y0_ = 0, x1_ = 0, y1_ = 0;
};

}  // namespace

Picture rasterise(float pixels_per_point) {
  const ImDrawData* data = ImGui::GetDrawData();
  Picture picture;
  picture.width = int(data->DisplaySize.x * pixels_per_point);
  picture.height = int(data->DisplaySize.y * pixels_per_point);
  picture.pixels.assign(size_t(picture.width) * size_t(picture.height), IM_COL32(0, 0, 0, 255));
  Raster raster(picture, pixels_per_point);
  for (const ImDrawList* list : data->CmdLists) raster.draw(*list);
  return picture;
}

float luminance(ImU32 colour) {
  const Triple c = linear(colour);
  return 0.2126f * c[0] + 0.7152f * c[1] + 0.0722f * c[2];
}

float contrast(ImU32 one, ImU32 other) {
  const float a = luminance(one), b = luminance(other);
  return (std::max(a, b) + 0.05f) / (std::min(a, b) + 0.05f);
}

ImU32 over(ImU32 colour, ImU32 background) {
  const ImU32 alpha = colour >> 24;
  if (alpha == 255) return colour;
  if (alpha == 0) return background | 0xff000000;
  ImU32 result = 0xff000000;
  for (int shift = 0; shift < 24; shift += 8) {
    const ImU32 a = colour >> shift & 255, b = background >> shift & 255;
    result |= (a * alpha + b * (255 - alpha) + 127) / 255 << shift;
  }
  return result;
}

float difference(ImU32 one, ImU32 other) {
  auto lab = [](ImU32 colour) {
    Triple v = times({{{0.4122214708f, 0.5363325363f, 0.0514459929f},
                       {0.2119034982f, 0.6806995451f, 0.1073969566f},
                       {0.0883024619f, 0.2817188376f, 0.6299787005f}}},
                     linear(colour));
    for (float& each : v) each = std::cbrt(each);
    return times({{{0.2104542553f, 0.7936177850f, -0.0040720468f},
                   {1.9779984951f, -2.4285922050f, 0.4505937099f},
                   {0.0259040371f, 0.7827717662f, -0.8086757660f}}},
                 v);
  };
  const Triple a = lab(one), b = lab(other);
  return 100 * std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

ImU32 seen_with(Sight sight, ImU32 colour) {
  static constexpr std::array<Triple, 3> kSights[] = {{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
                                                      {{{0.152286f, 1.052583f, -0.204868f},
                                                        {0.114503f, 0.786281f, 0.099216f},
                                                        {-0.003882f, -0.048116f, 1.051998f}}},
                                                      {{{0.367322f, 0.860646f, -0.227968f},
                                                        {0.280085f, 0.672501f, 0.047413f},
                                                        {-0.011820f, 0.042940f, 0.968881f}}},
                                                      {{{1.255528f, -0.076749f, -0.178779f},
                                                        {-0.078411f, 0.930809f, 0.147602f},
                                                        {0.004733f, 0.691367f, 0.303900f}}}};
  const Triple v = times(kSights[int(sight)], linear(colour));
  ImU32 result = 0xff000000;
  for (size_t i = 0; i < 3; ++i) result |= ImU32(from_linear(v[i]) * 255 + 0.5f) << (8 * i);
  return result;
}

}  // namespace awaitscope::testing
