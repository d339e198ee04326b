#include "ui/desktop/png.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <span>
#include <string_view>

namespace awaitscope {

namespace {

using Bytes = std::vector<uint8_t>;

std::array<uint32_t, 256> make_crc_table() {
  std::array<uint32_t, 256> table{};
  for (uint32_t n = 0; n < 256; ++n) {
    uint32_t value = n;
    for (int bit = 0; bit < 8; ++bit) value = value & 1 ? 0xedb88320u ^ (value >> 1) : value >> 1;
    table[n] = value;
  }
  return table;
}

uint32_t crc32(std::span<const uint8_t> bytes) {
  static const std::array<uint32_t, 256> kTable = make_crc_table();
  uint32_t crc = 0xffffffffu;
  for (uint8_t byte : bytes) crc = kTable[(crc ^ byte) & 0xff] ^ (crc >> 8);
  return crc ^ 0xffffffffu;
}

void put32(Bytes& out, uint32_t value) {
  for (int shift = 24; shift >= 0; shift -= 8) out.push_back(static_cast<uint8_t>(value >> shift));
}

void put_chunk(Bytes& out, std::string_view type, const Bytes& data) {
  put32(out, static_cast<uint32_t>(data.size()));
  size_t checked = out.size();
  out.insert(out.end(), type.begin(), type.end());
  out.insert(out.end(), data.begin(), data.end());
  put32(out, crc32(std::span(out).subspan(checked)));
}

// A zlib stream of stored blocks.
Bytes stored(const Bytes& data) {
  Bytes out = {0x78, 0x01};
  constexpr size_t kBlock = 65535;
  for (size_t at = 0; at < data.size(); at += kBlock) {
    size_t size = std::min(kBlock, data.size() - at);
    out.push_back(at + size == data.size() ? 1 : 0);
    out.push_back(static_cast<uint8_t>(size & 0xff));
    out.push_back(static_cast<uint8_t>(size >> 8));
    out.push_back(static_cast<uint8_t>(~size & 0xff));
    out.push_back(static_cast<uint8_t>((~size >> 8) & 0xff));
    out.insert(out.end(), data.begin() + static_cast<std::ptrdiff_t>(at),
               data.begin() + static_cast<std::ptrdiff_t>(at + size));
  }
  uint32_t a = 1, b = 0;  // Adler-32
  for (uint8_t byte : data) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  put32(out, b << 16 | a);
  return out;
}

}  // namespace

bool write_png(const std::string& path, const Pixels& pixels) {
  Bytes header;
  put32(header, static_cast<uint32_t>(pixels.width));
  put32(header, static_cast<uint32_t>(pixels.height));
  header.insert(header.end(), {8, 2, 0, 0, 0});  // 8 bits, RGB, nothing interlaced

  Bytes rows;
  size_t row = static_cast<size_t>(pixels.width) * 3;
  for (int y = 0; y < pixels.height; ++y) {
    rows.push_back(0);  // no filter
    auto begin = pixels.rgb.begin() + static_cast<std::ptrdiff_t>(row * static_cast<size_t>(y));
    rows.insert(rows.end(), begin, begin + static_cast<std::ptrdiff_t>(row));
  }

  Bytes png = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  put_chunk(png, "IHDR", header);
  put_chunk(png, "IDAT", stored(rows));
  put_chunk(png, "IEND", {});

  FILE* file = std::fopen(path.c_str(), "wb");
  if (!file) return false;
  bool written = std::fwrite(png.data(), 1, png.size(), file) == png.size();
  return std::fclose(file) == 0 && written;
}

}  // namespace awaitscope
