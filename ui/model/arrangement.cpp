#include "ui/model/arrangement.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>

namespace awaitscope {

namespace {

struct Share {
  std::string_view name;
  float Arrangement::*share;
};
constexpr Share kShares[] = {{"timeline", &Arrangement::timeline},
                             {"side", &Arrangement::side},
                             {"output", &Arrangement::output}};
constexpr float kLeast = 0.05f, kMost = 0.95f;

void read(std::string_view name, std::string_view value, Arrangement& arrangement) {
  if (name == "depth") {
    const auto known = std::find(std::begin(kDepthNames), std::end(kDepthNames), value);
    if (known != std::end(kDepthNames)) arrangement.depth = Depth(known - kDepthNames);
    return;
  }
  for (const Share& share : kShares) {
    if (share.name != name) continue;
    const float number = std::strtof(std::string(value).c_str(), nullptr);
    if (number >= kLeast && number <= kMost) arrangement.*share.share = number;
  }
}

}  // namespace

std::string text_of(const Arrangement& arrangement) {
  std::string text;
  auto add = [&](std::string_view name, std::string_view value) {
    if (!text.empty()) text += '&';
    text.append(name).append("=").append(value);
  };
  if (arrangement.depth != Depth::Story) add("depth", kDepthNames[size_t(arrangement.depth)]);
  for (const Share& share : kShares) {
    const int thousandths = int(arrangement.*share.share * 1000 + 0.5f);
    const std::string digits = std::to_string(thousandths);
    if (thousandths > 0)
      add(share.name, "0." + std::string(3 - std::min<size_t>(3, digits.size()), '0') + digits);
  }
  return text;
}

Arrangement arrangement_from(std::string_view text) {
  Arrangement arrangement;
  while (!text.empty()) {
    const std::string_view item = text.substr(0, text.find('&'));
    text.remove_prefix(std::min(item.size() + 1, text.size()));
    const size_t equals = std::min(item.find('='), item.size());
    read(item.substr(0, equals), item.substr(std::min(equals + 1, item.size())), arrangement);
  }
  return arrangement;
}

}  // namespace awaitscope
