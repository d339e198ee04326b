#pragma once
// Classes: the class statement, making instances, isinstance, issubclass.
// Specified in: https://docs.python.org/3.11/reference/datamodel.html#customizing-class-creation

#include "engine/machine/native.h"

namespace awaitscope {

Native build_class(Args args);                     // __build_class__
Native call_type(Ref type, Ref args, Ref kwargs);  // type(...): the whole protocol
void note_special_methods(Type* type);  // sets the flags of a class that say which it has itself
bool instance_of_fast(Value value, Value type, bool& ok, bool& needs_python);
bool subclass_of_fast(Type* type, Value of, bool& ok, bool& needs_python);

void register_classes();

}  // namespace awaitscope
