#pragma once
// Python's integers as sign and magnitude, whatever their object is: for the files of numbers.h.

#include "engine/objects/magnitude.h"
#include "engine/objects/numbers.h"

namespace awaitscope {

// The magnitude and sign of an int, bool or instance of a subclass of int. Borrows the object's
// digits, so it lives no longer than that.
class Integer {
 public:
  explicit Integer(Value value);
  Integer(const Integer&) = delete;
  magnitude::View digits() const& { return {digits_, count_}; }  // may lie in this very object
  magnitude::View digits() const&& = delete;
  bool negative() const { return negative_; }
  bool zero() const { return count_ == 0; }

 private:
  const uint32_t* digits_;
  uint32_t count_;
  bool negative_;
  uint32_t small_[2];
};

// The Python integer. A result beyond the limit of digits ends the run (null, MemoryError pending).
Ref make_integer(bool negative, magnitude::Digits digits);
// Would a number of that many bits be beyond the limit? If so, MemoryError is pending and the run
// ends.
bool too_large(uint64_t bits);

Ref integer_operation(Value a, Value b, BinaryOperator how);  // both integers
Ref integer_divmod(Value a, Value b, Ref& remainder);  // floor; null: an exception is pending
Ref power_modulo(Value base, Value exponent, Value modulus);  // all integers
int compare_integers(Value a, Value b);
uint64_t bit_length_of(Value v);
// The double nearest to the integer; false where it is too large for one.
bool integer_to_double(Value v, double& out);
Ref exact_int(Value v);  // the same as an int that is neither bool nor of a subclass
Ref new_int_of_type(Type* type, Value v);  // an instance of a subclass of int
bool parse_integer_text(std::string_view text, int base, Ref& out);  // false: no integer, nothing
                                                                     // pending; null out: pending
// In base 10; false: pending, for more digits than sys.get_int_max_str_digits() above all.
bool decimal_text(Value v, std::string& out);

}  // namespace awaitscope
