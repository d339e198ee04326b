#pragma once
// Operators, comparison, truth and formatting. Specified in:
// https://docs.python.org/3.11/reference/datamodel.html#emulating-numeric-types

#include "engine/machine/native.h"

namespace awaitscope {

Ref binary_fast(Value a, Value b, uint32_t how);   // BINARY_OP's operand
Ref compare_fast(Value a, Value b, uint32_t how);  // COMPARE_OP's
int truth_fast(Value value);                       // 0, 1; 2: ask Python
Native binary_slow(Ref a, Ref b, uint32_t how);
Native compare_slow(Ref a, Ref b, uint32_t how);
Native truth_slow(Ref value);
Native unary_slow(Ref value, Special special);
Native format_slow(Ref value, uint32_t conversion, Ref specification);

}  // namespace awaitscope
