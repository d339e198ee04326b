#pragma once
// Complex numbers. Their type is made with those of the other numbers (builtins/numbers).

#include <string>

#include "engine/objects/objects.h"
#include "engine/objects/types.h"

namespace awaitscope {

struct Complex : NativeObject {
  double real = 0, imaginary = 0;
};
extern Type* complex_type;

inline bool is_complex(Value value) {
  return value.is_object() && value.object()->kind == Kind::Native &&
         (type_of(value) == complex_type || is_subtype(type_of(value), complex_type));
}
inline Complex* as_complex(Value value) { return static_cast<Complex*>(value.object()); }
Ref new_complex(double real, double imaginary);
bool equal_complex(Value complex, Value other);
uint64_t hash_complex(Value complex);
// a ** b where one of them is no real number, or the result is none. Null: an error is pending.
Ref complex_power(double a_real, double a_imaginary, double b_real, double b_imaginary);

}  // namespace awaitscope
