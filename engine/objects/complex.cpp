#include "engine/objects/complex.h"

#include <cmath>

#include "engine/objects/numbers.h"
#include "engine/objects/raise.h"

namespace awaitscope {

Type* complex_type;

Ref new_complex(double real, double imaginary) {
  auto* made = make_object<Complex>(complex_type, 0);
  made->real = real;
  made->imaginary = imaginary;
  return Ref::adopt(made);
}

bool equal_complex(Value complex, Value other) {
  const Complex* a = as_complex(complex);
  if (is_complex(other)) {
    const Complex* b = as_complex(other);
    return a->real == b->real && a->imaginary == b->imaginary;
  }
  Ref real = new_float(a->real);
  return is_number(other) && a->imaginary == 0 && equal_numbers(real, other);
}

uint64_t hash_complex(Value complex) {
  Ref real = new_float(as_complex(complex)->real);
  Ref imaginary = new_float(as_complex(complex)->imaginary);
  uint64_t hash = hash_number(real) + 1000003 * hash_number(imaginary);
  return hash == uint64_t(-1) ? uint64_t(-2) : hash;
}

static Ref out_of_range() { return raise_error(types.OverflowError, "complex exponentiation"); }

Ref complex_power(double a_real, double a_imaginary, double b_real, double b_imaginary) {
  double real = 1, imaginary = 0;
  if (b_real == 0 && b_imaginary == 0) return new_complex(1, 0);
  if (b_imaginary == 0 && b_real == std::floor(b_real) && std::fabs(b_real) <= 100) {
    // A small whole number: multiplied out.
    if (a_real == 0 && a_imaginary == 0 && b_real < 0) {
      return raise_error(types.ZeroDivisionError, since(Version::V3_14)
                                                      ? "zero to a negative or complex power"
                                                      : "0.0 to a negative or complex power");
    }
    double x = a_real, y = a_imaginary;
    for (auto left = unsigned(std::fabs(b_real)); left; left >>= 1) {
      if (left & 1) {
        double next = real * x - imaginary * y;
        imaginary = real * y + imaginary * x;
        real = next;
      }
      double next = x * x - y * y;
      y = 2 * x * y;
      x = next;
    }
    if (b_real < 0) {
      double size = real * real + imaginary * imaginary;
      real = real / size;
      imaginary = -imaginary / size;
    }
  } else if (a_real == 0 && a_imaginary == 0) {
    if (b_imaginary != 0 || b_real < 0) {
      return raise_error(types.ZeroDivisionError, since(Version::V3_14)
                                                      ? "zero to a negative or complex power"
                                                      : "0.0 to a negative or complex power");
    }
    real = 0;
  } else {
    double size = std::hypot(a_real, a_imaginary), angle = std::atan2(a_imaginary, a_real);
    double length = std::pow(size, b_real), phase = angle * b_real;
    if (b_imaginary != 0) {
      length *= std::exp(-angle * b_imaginary);
      phase += b_imaginary * std::log(size);
    }
    real = length * std::cos(phase);
    imaginary = length * std::sin(phase);
  }
  if (std::isinf(real) || std::isinf(imaginary)) return out_of_range();
  return new_complex(real, imaginary);
}

}  // namespace awaitscope
