#include "engine/compile/tables.h"

#include <cmath>
#include <functional>

namespace awaitscope {

bool same_constant(const Constant& a, const Constant& b) {
  if (a.kind != b.kind) return false;
  switch (a.kind) {
    case Constant::Kind::None:
    case Constant::Kind::True:
    case Constant::Kind::False:
    case Constant::Kind::Ellipsis: return true;
    case Constant::Kind::Int: return a.integer == b.integer;
    case Constant::Kind::Float:
    case Constant::Kind::Complex:
      return a.number == b.number && std::signbit(a.number) == std::signbit(b.number);
    case Constant::Kind::BigInt:
    case Constant::Kind::Str:
    case Constant::Kind::Bytes: return a.text == b.text;
    case Constant::Kind::Tuple:
    case Constant::Kind::FrozenSet:
      if (a.items.size() != b.items.size()) return false;
      for (size_t i = 0; i < a.items.size(); i++) {
        if (!same_constant(a.items[i], b.items[i])) return false;
      }
      return true;
    case Constant::Kind::Code: return false;  // each has an identity of its own
  }
  return false;
}

namespace table {

size_t hash_of(std::string_view name) { return std::hash<std::string_view>()(name); }

size_t hash_of(const Constant& constant) {
  size_t hash = size_t(constant.kind) * 31;
  switch (constant.kind) {
    case Constant::Kind::Int: return hash + std::hash<int64_t>()(constant.integer) * 0x9e3779b1u;
    case Constant::Kind::Float:
    case Constant::Kind::Complex: return hash + std::hash<double>()(constant.number);
    case Constant::Kind::BigInt:
    case Constant::Kind::Str:
    case Constant::Kind::Bytes: return hash + hash_of(std::string_view(constant.text));
    case Constant::Kind::Tuple:
    case Constant::Kind::FrozenSet:
      for (const Constant& item : constant.items) hash = hash * 1000003 + hash_of(item);
      return hash;
    case Constant::Kind::Code: return hash + std::hash<Code*>()(constant.code.get());
    default: return hash;
  }
}

}  // namespace table
}  // namespace awaitscope
