#pragma once
// __name as it is called within a class: _Class__name.

#include <string>
#include <string_view>

namespace awaitscope {

inline std::string mangled(std::string_view class_name, std::string_view name) {
  const bool is_private = name.starts_with("__") && !name.ends_with("__");
  const size_t start = class_name.find_first_not_of('_');
  if (!is_private || name.find('.') != name.npos || start == class_name.npos)
    return std::string(name);
  return "_" + std::string(class_name.substr(start)) + std::string(name);
}

}  // namespace awaitscope
